// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/shapes.h"

#include <cstdint>
#include <vector>

namespace nb
{

/// Kinds of nuclei, and the red blood cell, which has none and is in no truth.
enum class BodyKind : std::uint8_t { Epithelial, Tumour, DarkTumour, Lymphocyte, Plasma, Fibroblast, RedCell };

/// The outline of a nucleus or red cell: a bent ellipse with low harmonics. Level-0 pixels.
struct CellBody {
    double x = 0; ///< centre
    double y = 0;
    float a = 0; ///< semi-axes
    float b = 0;
    float cosine = 1; ///< direction of a
    float sine = 0;
    float wave2c = 0, wave2s = 0, wave3c = 0, wave3s = 0, wave5c = 0; ///< harmonics of the radius, relative
    float bend = 0; ///< how far the ends lie off the axis, relative to b
    float reach = 0; ///< no part is farther from the centre than this
    BodyKind kind = BodyKind::Epithelial;
    std::uint64_t key = 0; ///< its own random seed; unique enough to break ties

    /// Distance from the centre relative to the outline in that direction: below 1 inside, at an offset from the
    /// centre.
    [[nodiscard]] float relativeRadius(float dx, float dy) const;
};

/// The pixels that belong to a body, and how deep each lies.
struct BodyMask {
    Rect bounds; ///< level-0 pixels; tight
    Plane<std::uint8_t> mask; ///< 1 inside; 4-connected, without holes or pixels that touch by corners alone
    Plane<float> depth; ///< px from the pixel's centre to the outline, about; 0 outside
};

/// A body's pixels: those inside of its outline that are not deeper inside of another's (nuclei that press on each
/// other part along the line between). `others` holds at least all bodies within reach; a body is no rival of itself
/// (its key). Depends on the bodies alone, so it is the same whoever asks. Empty bounds where nothing is left.
[[nodiscard]] BodyMask maskOf(const CellBody& body, const std::vector<const CellBody*>& others);

/// The mask's outline along pixel edges, in level-0 pixels: it holds exactly the mask's pixels. Empty for an empty
/// mask.
[[nodiscard]] Ring pixelEdgeRing(const BodyMask& mask);

} // namespace nb
