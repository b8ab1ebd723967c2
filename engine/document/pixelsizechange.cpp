// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/pixelsizechange.h"

#include <cmath>
#include <limits>

namespace nb
{

namespace
{

constexpr double kAlike = 0.01;

NucleusMeasurements inNewMicrometres(NucleusMeasurements measured, double x, double y)
{
    measured.areaUm2 *= x * y;
    if (std::abs(x / y - 1) <= kAlike) {
        for (double* length : {&measured.perimeterUm, &measured.majorAxisUm, &measured.minorAxisUm})
            *length *= std::sqrt(x * y);
        return measured;
    }
    for (double* shape : {&measured.perimeterUm, &measured.majorAxisUm, &measured.minorAxisUm, &measured.circularity,
             &measured.solidity, &measured.eccentricity, &measured.orientationDeg})
        *shape = std::numeric_limits<double>::quiet_NaN();
    return measured;
}

} // namespace

Result<Edit> changeOfPixelSize(
    CaseReader& reader, const PixelSize& before, const PixelSize& now, const PixelSizeDecision& stored)
{
    Edit edit;
    edit.pixelSize = stored;
    NucleusFilter filter;
    filter.origin = NucleusOrigin::Model;
    auto found = reader.sorted("", false, filter);
    if (!found)
        return found.error();
    edit.removeNuclei = std::move(*found);
    for (const NucleusOrigin origin : {NucleusOrigin::Corrected, NucleusOrigin::Drawn, NucleusOrigin::Accepted}) {
        filter.origin = origin;
        const auto rows = reader.sorted("", false, filter);
        if (!rows)
            return rows.error();
        for (const NucleusRow row : *rows) {
            auto nucleus = reader.nucleus(row);
            if (!nucleus)
                return nucleus.error();
            if (!*nucleus)
                continue;
            if (before.plausible() && now.plausible())
                (*nucleus)->measurements
                    = inNewMicrometres((*nucleus)->measurements, now.x / before.x, now.y / before.y);
            edit.putNuclei.push_back(std::move(**nucleus));
        }
    }
    return edit;
}

} // namespace nb
