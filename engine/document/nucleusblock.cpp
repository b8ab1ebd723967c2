// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/nucleusblock.h"

#include "engine/document/casereader.h"
#include "engine/document/measurementcolumns.h"
#include "engine/geometry/polygon.h"

namespace nb
{

void NucleusBlock::append(
    const NucleusGlance& nucleus, const NucleusMeasurements& measurements, const Ring& ring, bool hole)
{
    Outline outline;
    outline.id = nucleus.id;
    outline.bounds = boundsOf(ring);
    outline.firstPoint = static_cast<std::uint32_t>(m_points.size());
    outline.points = static_cast<std::uint32_t>(ring.size());
    outline.classId = static_cast<std::uint16_t>(nucleus.classId);
    outline.origin = static_cast<std::uint8_t>(nucleus.origin);
    outline.hole = hole;
    outline.ownHistory = nucleus.hasOwnHistory;
    std::size_t i = 0;
    for (const MeasurementColumn& column : measurementColumns())
        outline.measurements[i++] = static_cast<float>(measurements.*column.member);
    for (const Point& p : ring)
        m_points.push_back({static_cast<float>(p.x - static_cast<double>(outline.bounds.x)),
            static_cast<float>(p.y - static_cast<double>(outline.bounds.y))});
    outlines.push_back(outline);
}

void NucleusBlock::add(const NucleusGlance& nucleus, const NucleusMeasurements& measurements)
{
    ++nuclei;
    for (const Polygon& polygon : nucleus.shape) {
        append(nucleus, measurements, polygon.shell, false);
        for (const Ring& hole : polygon.holes)
            append(nucleus, measurements, hole, true);
    }
}

void NucleusBlock::finish()
{
    outlines.shrink_to_fit();
    m_points.shrink_to_fit();
}

NucleusOutline NucleusBlock::drawn(const Outline& outline) const
{
    return {outline.id, outline.bounds, static_cast<double>(outline.bounds.x), static_cast<double>(outline.bounds.y),
        {m_points.data() + outline.firstPoint, outline.points}, outline.classId, outline.origin,
        outline.measurements, outline.ownHistory};
}

Nucleus NucleusBlock::nucleus(const Outline& outline) const
{
    Nucleus nucleus;
    nucleus.id = outline.id;
    std::size_t i = 0;
    for (const MeasurementColumn& column : measurementColumns())
        nucleus.measurements.*column.member = static_cast<double>(outline.measurements[i++]);
    const NucleusOutline drawnHere = drawn(outline);
    for (const OutlinePoint& p : drawnHere.points)
        nucleus.contour.push_back(
            {drawnHere.originX + static_cast<double>(p.x), drawnHere.originY + static_cast<double>(p.y)});
    return nucleus;
}

} // namespace nb
