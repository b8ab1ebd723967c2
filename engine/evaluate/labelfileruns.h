// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/labelruns.h"
#include "engine/io/labelrows.h"

#include <memory>
#include <string>

namespace nb
{

/// A label image that stays in its file: a row at a time, so that one of a whole slide takes no more memory than
/// LabelRows does. Rows are read from the first on, each once.
class LabelFileRuns : public LabelRuns
{
public:
    /// Errors: LabelRows::open's.
    [[nodiscard]] static Result<std::unique_ptr<LabelFileRuns>> open(const std::string& path);

    [[nodiscard]] Rect frame() const override { return {0, 0, m_rows->width(), m_rows->height()}; }
    void row(std::int64_t y, std::vector<LabelRun>& runs) override;
    [[nodiscard]] Status status() const override { return m_status; }

private:
    explicit LabelFileRuns(std::unique_ptr<LabelRows> rows)
        : m_rows(std::move(rows))
    {
    }
    const std::unique_ptr<LabelRows> m_rows;
    std::int64_t m_next = 0; ///< row
    Status m_status;
};

} // namespace nb
