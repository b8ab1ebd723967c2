// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/imagedecoder.h"
#include "engine/slide/slidesource.h"

namespace nb
{

/// A plain image as a slide: decoded whole into memory, with coarser levels by halves down to 256 px, so that looking
/// at it from afar is cheap. Immutable.
class RasterSource : public SlideSource
{
public:
    RasterSource(const std::string& path, DecodedImage image, std::string hash);

    [[nodiscard]] const SlideInfo& info() const override { return m_info; }
    [[nodiscard]] Result<RgbImage> read(int level, const Rect& area) const override;
    [[nodiscard]] Result<RgbImage> associatedImage(const std::string& name) const override;

private:
    SlideInfo m_info;
    std::vector<RgbImage> m_levels;
};

} // namespace nb
