// SPDX-License-Identifier: GPL-3.0-or-later
// Snapping to the picture and the model's maps: one click, or a rough outline, becomes a nucleus.
#include "engine/annotation/snap.h"
#include "engine/geometry/overlap.h"
#include "engine/geometry/polygon.h"
#include "engine/segment/mapwindow.h"
#include "ui/editing/nucleusplans.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace nb
{

namespace
{

constexpr double kBesidePx = 4; ///< model pixels that a click may lie beside the outline
constexpr std::int64_t kTypicalReachPx = 200; ///< model pixels around, in which nuclei are of the same kind
constexpr std::size_t kFewestNear = 8, kMostNear = 4000; ///< of which a median tells something, or is enough

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

/// Picture, maps and neighbours; `own` is no neighbour. How large nuclei are is asked of those around.
Result<SnapGround> snapGround(
    CaseReader& reader, const EditGround& ground, MapWindow window, const std::optional<NucleusRow>& own)
{
    const auto colours = ground.recipe->pixels.read(window.area);
    if (!colours)
        return colours.error();
    pasteColours(*colours, window.area, window);
    SnapGround place{std::move(window), ground.maps->scaleX(), ground.maps->scaleY(), {}, 0};
    const Rect& area = place.window.area;
    const auto level0 = [](std::int64_t model, double scale) {
        return static_cast<std::int64_t>(std::floor(static_cast<double>(model) * scale));
    };
    const Rect near{level0(area.x, place.scaleX), level0(area.y, place.scaleY), level0(area.width, place.scaleX) + 2,
        level0(area.height, place.scaleY) + 2};
    std::vector<double> areas;
    const Status visited
        = reader.visit(near.grown(level0(kTypicalReachPx, place.scaleX)), 0, [&](const NucleusGlance& glance) {
              areas.push_back(areaOf(glance.shape));
              if (glance.row != own && !boundsOf(glance.shape).intersected(near).empty())
                  place.neighbours.push_back(glance.shape);
              return areas.size() < kMostNear;
          });
    if (!visited)
        return visited.error();
    if (areas.size() >= kFewestNear) {
        const auto middle = areas.begin() + static_cast<std::ptrdiff_t>(areas.size() / 2);
        std::nth_element(areas.begin(), middle, areas.end());
        place.typicalAreaPx = *middle / (place.scaleX * place.scaleY);
    }
    return place;
}

} // namespace

Result<EditPlan> snapPlan(CaseReader& reader, const EditContext& context, const Point& at)
{
    const EditGround& ground = context.ground;
    if (!ground.recipe || !ground.maps)
        return EditPlan::none(Unfit::NoMaps);
    auto window = snapWindow(*ground.maps, at);
    if (!window)
        return EditPlan::none(Unfit::NoMaps);
    const auto row = reader.at(at);
    if (!row)
        return row.error();
    const auto place = snapGround(reader, ground, std::move(*window), *row);
    if (!place)
        return place.error();
    const auto shape = snapToPoint(*place, at);
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
    auto window = snapWindow(*ground.maps, rough, ground.extraction);
    if (!window)
        return EditPlan::none(window.error().code == ErrorCode::TooLarge ? Unfit::SnapTooLarge : Unfit::NoMaps);
    const auto row = mostCovered(reader, rough);
    if (!row)
        return row.error();
    const auto place = snapGround(reader, ground, std::move(*window), *row);
    if (!place)
        return place.error();
    return snapped(reader, context, *row, snapToContour(*place, rough));
}

} // namespace nb
