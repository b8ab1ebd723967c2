// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/snap.h"

#include "engine/annotation/figures.h"
#include "engine/annotation/maskshape.h"
#include "engine/annotation/overlap.h"
#include "engine/annotation/shapealgebra.h"
#include "engine/annotation/starcontour.h"
#include "engine/geometry/polygon.h"
#include "engine/segment/mapwindow.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nb
{

namespace
{

constexpr std::int64_t kClickReach = 60; // model pixels: a nucleus' radius and what it stands out from
constexpr std::int64_t kLeastLineReach = 40;
constexpr double kUsualAreaPx = 400; // 25 square micrometres at 0.25 µm/px
// Of clicks where there is no nucleus 83% stay below, of right contours 3% (data/mod/train).
constexpr double kCredible = 0.5;
constexpr double kLeastAreaPx = 20;
constexpr double kTolerancePx = 0.25; // when the contour's points are thinned

Error nothingHere()
{
    return {ErrorCode::NotFound, "There is no clear edge of a nucleus here", "",
        "Draw it with the brush or the polygon, or click nearer to its middle"};
}

Error notLookedHere()
{
    return {ErrorCode::NotFound, "The model has not looked here yet", "", "Find nuclei in the visible region first"};
}

Result<MapWindow> windowOf(const MapStore& store, const Rect& needed, std::int64_t reach)
{
    const Rect slide{0, 0, store.grid().slideWidth(), store.grid().slideHeight()};
    const Rect inSlide = needed.intersected(slide), area = inSlide.grown(reach).intersected(slide);
    if (inSlide.empty())
        return notLookedHere();
    MapWindow window = backgroundWindow(area);
    const Rect cells = store.grid().cellsOf(area);
    bool known = true;
    for (std::int64_t row = cells.y; row < cells.bottom(); ++row)
        for (std::int64_t column = cells.x; column < cells.right(); ++column) {
            if (const auto cell = store.cell(column, row))
                pasteMaps(*cell, window);
            else if (!store.grid().cellArea(column, row).intersected(inSlide).empty())
                known = false;
        }
    if (!known)
        return notLookedHere();
    return window;
}

PixelFrame frameOf(const SnapGround& ground)
{
    return {{static_cast<double>(ground.window.area.x) * ground.scaleX,
                static_cast<double>(ground.window.area.y) * ground.scaleY},
        ground.scaleX, ground.scaleY};
}

SnapEvidence evidenceOf(const SnapGround& ground)
{
    const int width = ground.window.inside.width, height = ground.window.inside.height;
    Plane<std::uint8_t> taken(width, height);
    for (const MultiPolygon& neighbour : ground.neighbours) {
        const Plane<std::uint8_t> mask = maskOfShape(neighbour, frameOf(ground), width, height);
        for (std::size_t i = 0; i < taken.pixels.size(); ++i)
            taken.pixels[i] |= mask.pixels[i];
    }
    return snapEvidence(ground.window, std::move(taken));
}

double typicalRadius(const SnapGround& ground)
{
    return std::sqrt((ground.typicalAreaPx > 0 ? ground.typicalAreaPx : kUsualAreaPx) / std::numbers::pi);
}

/// As it is stored: thinned, within the window, clear of the neighbours.
Result<MultiPolygon> shapeOf(const SnapGround& ground, const StarContour& contour)
{
    const PixelFrame frame = frameOf(ground);
    Ring ring = contour.ring();
    for (Point& p : ring)
        p = frame.toLevel0(p);
    const MultiPolygon window = rectangleFigure(frame.origin,
        frame.toLevel0(
            {static_cast<double>(ground.window.inside.width), static_cast<double>(ground.window.inside.height)}));
    MultiPolygon shape = freehandFigure(ring, kTolerancePx * std::min(ground.scaleX, ground.scaleY));
    if (const Rect box = boundsOf(shape), area = boundsOf(window); !area.contains(box))
        shape = common(shape, window);
    shape = yieldingTo(shape, ground.neighbours);
    if (areaOf(shape) < kLeastAreaPx * ground.scaleX * ground.scaleY)
        return nothingHere();
    return shape;
}

} // namespace

Result<MapWindow> snapWindow(const MapStore& store, const Point& at)
{
    return windowOf(store,
        {static_cast<std::int64_t>(std::floor(at.x / store.scaleX())),
            static_cast<std::int64_t>(std::floor(at.y / store.scaleY())), 1, 1},
        kClickReach);
}

Result<MapWindow> snapWindow(const MapStore& store, const MultiPolygon& rough, const ExtractionRecipe& recipe)
{
    const Rect box = boundsOf(rough);
    const auto modelBox = Rect{static_cast<std::int64_t>(std::floor(static_cast<double>(box.x) / store.scaleX())),
        static_cast<std::int64_t>(std::floor(static_cast<double>(box.y) / store.scaleY())),
        static_cast<std::int64_t>(std::ceil(static_cast<double>(box.width) / store.scaleX())) + 1,
        static_cast<std::int64_t>(std::ceil(static_cast<double>(box.height) / store.scaleY())) + 1};
    const std::int64_t extent = std::max(modelBox.width, modelBox.height);
    if (extent > 2 * std::int64_t{recipe.maxExtentPx})
        return Error{ErrorCode::TooLarge, "This contour is too large for a nucleus", "", "Draw around one nucleus"};
    return windowOf(store, modelBox, std::max(kLeastLineReach, extent / 2));
}

Result<MultiPolygon> snapToPoint(const SnapGround& ground, const Point& at)
{
    const Point pixel = frameOf(ground).toPixels(at);
    if (!(pixel.x >= 0 && pixel.y >= 0 && pixel.x < ground.window.inside.width
            && pixel.y < ground.window.inside.height))
        return notLookedHere();
    const SnapEvidence evidence = evidenceOf(ground);
    const StarContour contour = StarSearch(evidence, typicalRadius(ground)).atClick(pixel);
    const auto atTheEnd = std::count_if(
        contour.radius.begin(), contour.radius.end(), [](double radius) { return radius >= StarSearch::kReach; });
    if (atTheEnd > StarContour::kRays / 4)
        return Error{
            ErrorCode::TooLarge, "What is here is larger than any nucleus", "", "Draw around the nucleus instead"};
    if (contour.edge < kCredible)
        return nothingHere();
    return shapeOf(ground, contour);
}

Result<MultiPolygon> snapToContour(const SnapGround& ground, const MultiPolygon& rough)
{
    if (rough.empty())
        return nothingHere();
    Ring line;
    for (const Point& p : rough.front().shell)
        line.push_back(frameOf(ground).toPixels(p));
    const Point middle = centroid(line);
    if (!contains(line, middle)) // bent like a hook: no nucleus
        return nothingHere();
    const SnapEvidence evidence = evidenceOf(ground);
    const StarContour contour = StarSearch(evidence, typicalRadius(ground)).along(line, middle);
    if (contour.edge < kCredible)
        return nothingHere();
    return shapeOf(ground, contour);
}

} // namespace nb
