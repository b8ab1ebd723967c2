// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <memory>

namespace nb {

/// A slide as the model sees it: resampled to square model pixels of `modelMpp` µm. Model pixel (i,j) covers level-0
/// [i·scaleX, (i+1)·scaleX) x [j·scaleY, (j+1)·scaleY). Each pixel is a function of its global index alone, never of the rectangle
/// that was asked for: area-averaged from the nearest finer pyramid level, or bilinear where the slide is coarser than the
/// model. At scale 1 the pixels are the slide's own. Immutable; any thread.
class ModelPixels {
public:
    ModelPixels(std::shared_ptr<const SlideSource> slide, PixelSize slidePixelSize, double modelMpp);

    [[nodiscard]] std::int64_t width() const { return m_width; }   ///< model pixels; a last partial one counts
    [[nodiscard]] std::int64_t height() const { return m_height; }
    [[nodiscard]] double scaleX() const { return m_scaleX; }       ///< level-0 pixels per model pixel
    [[nodiscard]] double scaleY() const { return m_scaleY; }
    [[nodiscard]] double mpp() const { return m_modelMpp; }        ///< µm per model pixel
    [[nodiscard]] const std::shared_ptr<const SlideSource>& slide() const { return m_slide; }

    /// `area` in model pixels; white outside of the slide. Errors as SlideSource::read.
    [[nodiscard]] Result<RgbImage> read(const Rect& area) const;

private:
    std::shared_ptr<const SlideSource> m_slide;
    double m_modelMpp = 0;
    double m_scaleX = 1;
    double m_scaleY = 1;
    std::int64_t m_width = 0;
    std::int64_t m_height = 0;
    int m_level = 0;
};

} // namespace nb
