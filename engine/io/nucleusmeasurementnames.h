// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleus.h"

#include <array>
#include <string_view>

namespace nb
{

/// How a measurement is called in files; µm^2 is spelt as QuPath spells it.
struct NucleusMeasurementName {
    std::string_view name;
    double NucleusMeasurements::*value;
};

inline constexpr std::array<NucleusMeasurementName, 14> kNucleusMeasurementNames{{
    {"Area µm^2", &NucleusMeasurements::areaUm2},
    {"Perimeter µm", &NucleusMeasurements::perimeterUm},
    {"Circularity", &NucleusMeasurements::circularity},
    {"Solidity", &NucleusMeasurements::solidity},
    {"Eccentricity", &NucleusMeasurements::eccentricity},
    {"Major axis µm", &NucleusMeasurements::majorAxisUm},
    {"Minor axis µm", &NucleusMeasurements::minorAxisUm},
    {"Orientation °", &NucleusMeasurements::orientationDeg},
    {"Haematoxylin OD mean", &NucleusMeasurements::haematoxylinMean},
    {"Haematoxylin OD std dev", &NucleusMeasurements::haematoxylinStd},
    {"Eosin OD mean", &NucleusMeasurements::eosinMean},
    {"Eosin OD std dev", &NucleusMeasurements::eosinStd},
    {"Inside probability mean", &NucleusMeasurements::insideMean},
    {"Boundary confidence", &NucleusMeasurements::boundaryConfidence},
}};

} // namespace nb
