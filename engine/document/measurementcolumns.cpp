// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/measurementcolumns.h"

#include <algorithm>
#include <array>

namespace nb
{

namespace
{

using M = NucleusMeasurements;
constexpr std::array<MeasurementColumn, 14> kColumns{{{"area_um2", &M::areaUm2}, {"perimeter_um", &M::perimeterUm},
    {"circularity", &M::circularity}, {"solidity", &M::solidity}, {"eccentricity", &M::eccentricity},
    {"major_axis_um", &M::majorAxisUm}, {"minor_axis_um", &M::minorAxisUm}, {"orientation_deg", &M::orientationDeg},
    {"haematoxylin_mean", &M::haematoxylinMean}, {"haematoxylin_std", &M::haematoxylinStd},
    {"eosin_mean", &M::eosinMean}, {"eosin_std", &M::eosinStd}, {"inside_mean", &M::insideMean},
    {"boundary_confidence", &M::boundaryConfidence}}};

} // namespace

std::span<const MeasurementColumn> measurementColumns()
{
    return kColumns;
}

const MeasurementColumn* measurementColumn(std::string_view name)
{
    const auto found
        = std::find_if(kColumns.begin(), kColumns.end(), [&](const MeasurementColumn& c) { return c.name == name; });
    return found == kColumns.end() ? nullptr : &*found;
}

} // namespace nb
