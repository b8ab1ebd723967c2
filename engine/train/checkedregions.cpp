// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/checkedregions.h"

#include "engine/document/casedocument.h"
#include "engine/document/casereader.h"
#include "engine/geometry/polygon.h"

#include <algorithm>

namespace nb
{

namespace
{

constexpr double kHeldOut = 0.25; // of the nuclei

Point boxCentre(const MultiPolygon& shape)
{
    const Rect box = boundsOf(shape);
    return {static_cast<double>(box.x) + static_cast<double>(box.width) / 2,
        static_cast<double>(box.y) + static_cast<double>(box.height) / 2};
}

} // namespace

Result<std::vector<CheckedRegion>> checkedRegions(const std::string& casePath)
{
    const auto document = CaseDocument::open(casePath, CaseAccess::ReadOnly);
    if (!document)
        return document.error();
    const auto regions = (*document)->edits().regions();
    if (!regions)
        return regions.error();
    const auto reader = CaseReader::open(casePath, (*document)->immutable());
    if (!reader)
        return reader.error();
    std::vector<CheckedRegion> out;
    for (const RegionRecord& region : *regions) {
        if (!region.checked)
            continue;
        CheckedRegion found{region.id, region.name, region.role, region.shape, 0, 0};
        const Status visited = (*reader)->visit(boundsOf(region.shape), 0, [&](const NucleusGlance& nucleus) {
            if (contains(region.shape, boxCentre(nucleus.shape))) {
                ++found.nuclei;
                if (nucleus.origin == NucleusOrigin::Corrected || nucleus.origin == NucleusOrigin::Drawn)
                    ++found.corrected;
            }
            return true;
        });
        if (!visited)
            return visited.error();
        out.push_back(std::move(found));
    }
    return out;
}

std::map<Uuid, RegionRole> proposedRoles(const std::vector<CheckedRegion>& regions)
{
    std::map<Uuid, RegionRole> roles;
    std::vector<const CheckedRegion*> free;
    std::int64_t nuclei = 0;
    bool heldOut = false, learnt = false;
    for (const CheckedRegion& region : regions) {
        nuclei += region.nuclei;
        heldOut = heldOut || region.role == RegionRole::Validation;
        learnt = learnt || region.role == RegionRole::Training;
        roles[region.id] = region.role == RegionRole::Plain ? RegionRole::Training : region.role;
        if (region.role == RegionRole::Plain)
            free.push_back(&region);
    }
    if (heldOut || free.size() + (learnt ? 1 : 0) < 2)
        return roles;
    std::stable_sort(free.begin(), free.end(), [](auto* a, auto* b) { return a->nuclei < b->nuclei; });
    if (!learnt)
        free.pop_back(); // the largest is learnt from
    std::int64_t out = 0;
    for (const CheckedRegion* region : free) {
        if (static_cast<double>(out) >= kHeldOut * static_cast<double>(nuclei))
            break;
        if (region->nuclei == 0)
            continue;
        roles[region->id] = RegionRole::Validation;
        out += region->nuclei;
    }
    return roles;
}

std::optional<Rect> heldOutQuarter(const MultiPolygon& shape)
{
    Rect box = boundsOf(shape);
    if (std::min(box.width, box.height) < 4)
        return {};
    std::int64_t& from = box.width >= box.height ? box.x : box.y;
    std::int64_t& side = box.width >= box.height ? box.width : box.height;
    const std::int64_t quarter = side / 4;
    from += side - quarter;
    side = quarter;
    return box;
}

} // namespace nb
