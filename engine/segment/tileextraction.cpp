// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/tileextraction.h"

#include "engine/geometry/contour.h"
#include "engine/measure/nucleusmeasure.h"
#include "engine/segment/nucleusid.h"

#include <algorithm>
#include <cmath>

namespace nb {

namespace {

template <class T> Plane<T> cut(const Plane<T>& from, const Rect& area)
{
    Plane<T> part(static_cast<int>(area.width), static_cast<int>(area.height));
    for (int y = 0; y < part.height; ++y)
        std::copy_n(from.row(static_cast<int>(area.y) + y) + area.x, part.width, part.row(y));
    return part;
}

NucleusMeasurements measured(const SlideRecipe& recipe, const MapWindow& window, const Plane<std::uint8_t>& mask,
                             const Rect& bounds, const Outline& outline)
{
    Plane<float> haematoxylin(mask.width, mask.height), eosin(mask.width, mask.height);
    for (int y = 0; y < mask.height; ++y)
        recipe.separation.densities(window.rgb.row(static_cast<int>(bounds.y) + y) + bounds.x * 3,
                                    static_cast<std::size_t>(mask.width), haematoxylin.row(y), eosin.row(y));
    const auto background = cut(window.background, bounds), boundary = cut(window.boundary, bounds),
               inside = cut(window.inside, bounds);
    return measureNucleus({mask, haematoxylin, eosin, background, boundary, inside, recipe.pixels.mpp()}, outline);
}

/// As it is written to files, to a hundredth of a pixel: what a reader finds inside the area is inside.
bool liesIn(const Ring& contour, const Rect& area)
{
    const auto hundredths = [](double v) { return std::llround(v * 100); };
    return std::all_of(contour.begin(), contour.end(), [&](const Point& p) {
        const std::int64_t x = hundredths(p.x), y = hundredths(p.y);
        return x >= area.x * 100 && y >= area.y * 100 && x <= area.right() * 100 && y <= area.bottom() * 100;
    });
}

} // namespace

ExtractionRecipe extractionRecipeOf(const ModelInfo& model)
{
    ExtractionRecipe recipe;
    recipe.growBackgroundBelow = static_cast<int>(std::ceil(model.growMaxBackground * 255.0));
    recipe.growSteps = model.growSteps;
    recipe.minInsidePx = model.minInsidePx;
    recipe.maxExtentPx = model.maxExtentPx;
    return recipe;
}

std::int64_t regionHalo(const ExtractionRecipe& extraction) { return extraction.maxExtentPx + 2 * extraction.growSteps + 2; }

std::int64_t tileHalo(const ExtractionRecipe& extraction) { return 2 * extraction.maxExtentPx + 2 * extraction.growSteps + 2; }

Rect outlineArea(const SlideInfo& slide, const Rect& area)
{
    constexpr std::int64_t kOver = 1000;
    const auto side = [](std::int64_t begin, std::int64_t end, std::int64_t size) {
        return std::pair(begin <= 0 ? -kOver : begin, end >= size ? size + kOver : end);
    };
    const auto [left, right] = side(area.x, area.right(), slide.width());
    const auto [top, bottom] = side(area.y, area.bottom(), slide.height());
    return {left, top, right - left, bottom - top};
}

TileNuclei extractTile(const SlideRecipe& recipe, const MapWindow& window, const Rect& tile, const Rect& within,
                       const ExtractionRecipe& extraction)
{
    TileNuclei found;
    const Components components = findComponents(window.inside, window.background, window.area, extraction);
    for (const Component& c : components.tooLarge)
        found.tooLarge += tile.contains(c.firstX, c.firstY) ? 1 : 0;
    const Rect windowPx {0, 0, window.area.width, window.area.height};
    for (std::size_t i = 0; i < components.components.size(); ++i) {
        const Component& c = components.components[i];
        if (!tile.contains(c.firstX, c.firstY))
            continue;
        const Rect reach = c.bounds.grown(extraction.growSteps);
        const Rect search = Rect {reach.x - window.area.x, reach.y - window.area.y, reach.width, reach.height}.intersected(windowPx);
        Rect bounds;
        const Plane<std::uint8_t> mask = filledMask(components.labels, static_cast<std::uint32_t>(i + 1), search, bounds);
        Outline outline = outlinesOf(mask);
        Ring contour = std::move(outline.simple);
        for (Point& p : contour) {
            p.x = (p.x + static_cast<double>(bounds.x + window.area.x)) * recipe.pixels.scaleX();
            p.y = (p.y + static_cast<double>(bounds.y + window.area.y)) * recipe.pixels.scaleY();
        }
        if (!liesIn(contour, within))
            continue;
        Nucleus nucleus;
        nucleus.firstX = c.firstX;
        nucleus.firstY = c.firstY;
        nucleus.id = nucleusId(recipe.slide->info().hash, recipe.network->info().hash, c.firstX, c.firstY);
        nucleus.measurements = measured(recipe, window, mask, bounds, outline);
        nucleus.contour = std::move(contour);
        found.nuclei.push_back(std::move(nucleus));
    }
    return found;
}

} // namespace nb
