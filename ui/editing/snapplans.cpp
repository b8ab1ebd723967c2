// SPDX-License-Identifier: GPL-3.0-or-later
// Snapping to the model's maps: one click, or a rough outline, becomes a nucleus.
#include "engine/annotation/snap.h"
#include "engine/geometry/overlap.h"
#include "engine/geometry/polygon.h"
#include "ui/editing/nucleusplans.h"

namespace nb
{

namespace
{

constexpr double kBesidePx = 6; ///< model pixels that a click may lie beside the outline

Result<EditPlan> snapped(
    CaseReader& reader, const EditContext& context, std::optional<NucleusRow> row, const Result<MultiPolygon>& shape)
{
    if (!shape)
        return EditPlan::none(shape.error().code == ErrorCode::TooLarge ? Unfit::SnapTooLarge : Unfit::NothingToSnapTo);
    std::optional<StoredNucleus> was;
    if (row) {
        auto record = reader.nucleus(*row);
        if (!record)
            return record.error();
        if (*record)
            was = StoredNucleus{*row, std::move(**record)};
    }
    return paintPlan(reader, context, was, *shape);
}

/// The nucleus that has the largest part of its area in `shape`, if that is half of it.
Result<std::optional<NucleusRow>> mostCovered(CaseReader& reader, const MultiPolygon& shape)
{
    std::optional<NucleusRow> best;
    double most = 0.5;
    const Status visited = reader.visit(boundsOf(shape), 0, [&](const NucleusGlance& glance) {
        const double area = areaOf(glance.shape);
        const double share = area > 0 ? sharedArea(glance.shape, shape) / area : 0;
        if (share > most) {
            most = share;
            best = glance.row;
        }
        return true;
    });
    if (!visited)
        return visited.error();
    return best;
}

} // namespace

Result<EditPlan> snapPlan(CaseReader& reader, const EditContext& context, const Point& at)
{
    const EditGround& ground = context.ground;
    if (!ground.recipe || !ground.maps)
        return EditPlan::none(Unfit::NoMaps);
    const auto window = snapWindow(*ground.maps, at, ground.extraction);
    if (!window)
        return EditPlan::none(Unfit::NoMaps);
    const auto row = reader.at(at);
    if (!row)
        return row.error();
    const auto shape = snapToPoint(*window, ground.maps->scaleX(), ground.maps->scaleY(), at, ground.extraction);
    if (shape && !contains(*shape, at) && !nearestEdge(*shape, at, kBesidePx * ground.maps->scaleX()))
        return EditPlan::none(Unfit::NothingToSnapTo); // another one than was pointed at
    return snapped(reader, context, *row, shape);
}

Result<EditPlan> snapOutlinePlan(CaseReader& reader, const EditContext& context, const MultiPolygon& rough)
{
    const EditGround& ground = context.ground;
    if (rough.empty())
        return EditPlan::none(Unfit::NothingLeft);
    if (!ground.recipe || !ground.maps)
        return EditPlan::none(Unfit::NoMaps);
    const auto window = snapWindow(*ground.maps, rough, ground.extraction);
    if (!window)
        return EditPlan::none(window.error().code == ErrorCode::TooLarge ? Unfit::SnapTooLarge : Unfit::NoMaps);
    const auto row = mostCovered(reader, rough);
    if (!row)
        return row.error();
    return snapped(reader, context, *row,
        snapToContour(*window, ground.maps->scaleX(), ground.maps->scaleY(), rough, ground.extraction));
}

} // namespace nb
