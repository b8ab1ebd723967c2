// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/slide/slidesource.h"

namespace nb {

/// Where a slide has tissue, at low magnification. Part of the slide's recipe: found once, so that what is skipped does not
/// depend on what was asked for. Immutable.
class TissueMask {
public:
    TissueMask() = default; ///< everything is tissue
    /// `mask`: 0 or 255 per mask pixel, which covers cellX x cellY level-0 pixels.
    TissueMask(Plane<std::uint8_t> mask, double cellX, double cellY);

    /// True if any of `level0Area` may hold tissue.
    [[nodiscard]] bool touches(const Rect& level0Area) const;
    [[nodiscard]] const Plane<std::uint8_t>& mask() const { return m_mask; } ///< for showing what is skipped; empty: all tissue
    [[nodiscard]] double cellX() const { return m_cellX; }
    [[nodiscard]] double cellY() const { return m_cellY; }

private:
    Plane<std::uint8_t> m_mask;
    double m_cellX = 1;
    double m_cellY = 1;
};

/// Finds tissue on the pyramid level nearest to 8 µm/px (read in bands, so bounded): pixels that are neither near white nor pen
/// black, widened by 64 µm. A slide without any pyramid that is small enough to be an image counts as tissue everywhere.
/// Errors: Unreadable, Cancelled.
[[nodiscard]] Result<TissueMask> findTissue(const SlideSource& slide, const PixelSize& pixelSize, const CancelToken& cancel);

} // namespace nb
