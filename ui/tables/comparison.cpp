// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/comparison.h"

#include "engine/document/casedocument.h"
#include "engine/evaluate/modelnuclei.h"
#include "engine/geometry/polygon.h"

namespace nb
{

namespace
{

/// As it is now: its stain may have been decided since the case was opened.
Result<SlideIdentity> identityIn(const ListedCase& listed)
{
    if (listed.path.empty())
        return listed.slide;
    const auto document = CaseDocument::open(listed.path, CaseAccess::ReadOnly);
    if (!document)
        return document.error();
    return (*document)->slide();
}

Result<NucleiFile> search(const Comparison& c, const Comparison::Side& model, std::span<const Rect> areas,
    const Services& services, const CancelToken& cancel, Progress& progress)
{
    if (areas.empty() || !c.slide)
        return Error{ErrorCode::Invalid, "A model is judged within checked regions only", model.path,
            "Draw a region, correct its nuclei and mark it as checked"};
    const auto file = readModelFile(model.path);
    if (!file)
        return file.error();
    const auto network = services.makeNetwork(*file);
    if (!network)
        return network.error();
    const auto identity = identityIn(c.listed);
    if (!identity)
        return identity.error();
    return findNucleiIn(areas, c.slide, *identity, *network, services.scheduler, cancel, progress);
}

Result<NucleiFile> read(const Comparison& c, const Comparison::Side& side, std::span<const Rect> areas,
    const Services& services, const CancelToken& cancel, Progress& progress)
{
    switch (side.kind) {
    case NucleiChoice::Kind::Model:
        return search(c, side, areas, services, cancel, progress);
    case NucleiChoice::Kind::File:
        return readComparedNuclei(side.path, areas, c.listed.slide.width, c.listed.slide.height, cancel);
    case NucleiChoice::Kind::Case:
        break;
    }
    const auto reader = c.listed.open();
    if (!reader)
        return reader.error();
    return readCaseNuclei(**reader, "", areas, cancel);
}

} // namespace

Result<Compared> compareNuclei(
    const Comparison& comparison, const Services& services, const CancelToken& cancel, Progress& progress)
{
    std::vector<Rect> areas;
    for (const RegionRecord& region : comparison.regions)
        areas.push_back(boundsOf(region.shape));
    const auto truth = read(comparison, comparison.truth, areas, services, cancel, progress);
    if (!truth)
        return truth.error();
    const auto judged = read(comparison, comparison.judged, areas, services, cancel, progress);
    if (!judged)
        return judged.error();
    auto evaluated = evaluateAreas(*truth, *judged, comparison.regions, cancel);
    if (!evaluated)
        return evaluated.error();
    return Compared{std::move(*evaluated), truth->complaint.empty() ? judged->complaint : truth->complaint};
}

} // namespace nb
