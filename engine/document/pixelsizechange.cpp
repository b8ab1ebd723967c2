// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/pixelsizechange.h"

#include <cmath>
#include <limits>
#include <set>

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
    const auto locked = reader.lockedNuclei();
    if (!locked)
        return locked.error();
    const auto rowsOf = [&](NucleusOrigin origin) {
        NucleusFilter filter;
        filter.origin = origin;
        return reader.sorted("", false, filter);
    };
    auto found = rowsOf(NucleusOrigin::Model);
    if (!found)
        return found.error();
    const std::set<NucleusRow> kept(locked->begin(), locked->end());
    std::vector<NucleusRow> stay;
    for (const NucleusRow row : *found)
        (kept.contains(row) ? stay : edit.removeNuclei).push_back(row);
    for (const NucleusOrigin origin : {NucleusOrigin::Corrected, NucleusOrigin::Drawn, NucleusOrigin::Accepted}) {
        const auto rows = rowsOf(origin);
        if (!rows)
            return rows.error();
        stay.insert(stay.end(), rows->begin(), rows->end());
    }
    const bool known = before.plausible() && now.plausible();
    for (const NucleusRow row : stay) {
        auto nucleus = reader.nucleus(row);
        if (!nucleus)
            return nucleus.error();
        if (!known || !*nucleus)
            continue;
        (*nucleus)->measurements = inNewMicrometres((*nucleus)->measurements, now.x / before.x, now.y / before.y);
        edit.putNuclei.push_back(std::move(**nucleus));
    }
    return edit;
}

} // namespace nb
