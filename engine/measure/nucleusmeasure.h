// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/contour.h"
#include "engine/segment/nucleus.h"

namespace nb {

/// What a nucleus is measured on; all planes have the mask's size, in model pixels of `mpp` µm.
struct NucleusPixels {
    const Plane<std::uint8_t>& mask;       ///< not 0: nucleus (holes filled)
    const Plane<float>& haematoxylin;      ///< optical density of the stain
    const Plane<float>& eosin;
    const Plane<std::uint8_t>& background; ///< round(255·p)
    const Plane<std::uint8_t>& boundary;
    const Plane<std::uint8_t>& inside;
    double mpp = 0.25;
};

/// Shape from mask and outline (in the mask's pixels), stain and confidence from the planes. Units as in NucleusMeasurements.
/// The perimeter is that of the fine outline: within 2% of the circle's of the same area for a rasterised disc of radius 3 px and more.
[[nodiscard]] NucleusMeasurements measureNucleus(const NucleusPixels& pixels, const Outline& outline);

} // namespace nb
