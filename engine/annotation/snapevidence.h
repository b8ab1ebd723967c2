// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleusextractor.h"

#include <cstdint>
#include <vector>

namespace nb
{

/// What speaks for and against a nucleus at each model pixel of a window: all that a contour is looked for in. Planes
/// of the window's size; coordinates are pixels of the window, pixel (i,j) covering [i,i+1)x[j,j+1).
struct SnapEvidence {
    Plane<float> red; ///< optical density of red light (natural logarithm): haematoxylin takes it, eosin lets it pass
    Plane<float> nuclear; ///< 1 - p(background), the model's
    Plane<float> boundary; ///< p(boundary)
    Plane<float> inside; ///< p(inside)
    Plane<std::uint8_t> taken; ///< not 0: belongs to another nucleus

    [[nodiscard]] int width() const { return red.width; }
    [[nodiscard]] int height() const { return red.height; }
};

/// Densities and maps of the window, lightly smoothed (Gaussian, sigma 1 and 0.7 pixels). `taken` has the window's
/// size. Any thread.
[[nodiscard]] SnapEvidence snapEvidence(const MapWindow& window, Plane<std::uint8_t> taken);

/// Bilinear at a place, repeating the plane's edge.
[[nodiscard]] float sampled(const Plane<float>& plane, double x, double y);

} // namespace nb
