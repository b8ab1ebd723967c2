// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/labelruns.h"

namespace nb
{

/// A label image (0 is background), row by row. The image has to outlive it.
class LabelImageRuns : public LabelRuns
{
public:
    explicit LabelImageRuns(const LabelImage& image)
        : m_image(image)
    {
    }
    [[nodiscard]] Rect frame() const override { return {0, 0, m_image.width, m_image.height}; }
    void row(std::int64_t y, std::vector<LabelRun>& runs) override
    {
        runs.clear();
        if (y < 0 || y >= m_image.height)
            return;
        runsOfLabels({m_image.row(static_cast<int>(y)), static_cast<std::size_t>(m_image.width)}, runs);
    }

private:
    const LabelImage& m_image;
};

} // namespace nb
