// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visibleregion.h"

#include <cmath>
#include <limits>

namespace nb
{

namespace
{

/// The middle of the tissue cell in `view` that is nearest to the view's middle; the middle itself where there is none.
Point tissueNear(const TissueMask& tissue, const Rect& view)
{
    const Point middle{static_cast<double>(view.x) + static_cast<double>(view.width) / 2,
        static_cast<double>(view.y) + static_cast<double>(view.height) / 2};
    Point nearest = middle;
    double least = std::numeric_limits<double>::max();
    const auto& mask = tissue.mask();
    for (int y = 0; y < mask.height; ++y) {
        for (int x = 0; x < mask.width; ++x) {
            const Point at{(x + 0.5) * tissue.cellX(), (y + 0.5) * tissue.cellY()};
            const double distance = std::hypot(at.x - middle.x, at.y - middle.y);
            if (mask.at(x, y) == 0 || distance >= least
                || !view.contains(static_cast<std::int64_t>(at.x), static_cast<std::int64_t>(at.y)))
                continue;
            least = distance;
            nearest = at;
        }
    }
    return nearest;
}

/// Where a stretch of `length` around `middle` begins if it is to stay in [from, from+all).
std::int64_t beginOf(double middle, std::int64_t length, std::int64_t from, std::int64_t all)
{
    return std::clamp(static_cast<std::int64_t>(middle) - length / 2, from, from + all - length);
}

} // namespace

VisibleRegion visibleRegion(const SlideRecipe& recipe, const Rect& view)
{
    const SlideInfo& info = recipe.slide->info();
    const Rect seen = view.intersected({0, 0, info.width(), info.height()});
    const double pixels = recipe.pixels.scaleX() * recipe.pixels.scaleY(); // level-0 pixels per model pixel
    const double megapixels = static_cast<double>(seen.width) * static_cast<double>(seen.height) / pixels / 1e6;
    if (seen.empty() || megapixels <= kMostVisibleMegapixels)
        return {seen, false};
    // A square of that area, unless the view is narrower.
    const double side = std::sqrt(kMostVisibleMegapixels * 1e6 * pixels);
    const double narrow = static_cast<double>(std::min(seen.width, seen.height));
    const auto shorter = static_cast<std::int64_t>(std::min(side, narrow));
    const auto longer = static_cast<std::int64_t>(side * side / static_cast<double>(shorter));
    const bool wide = seen.width >= seen.height;
    const std::int64_t width = wide ? longer : shorter, height = wide ? shorter : longer;
    const Point at = tissueNear(recipe.tissue, seen);
    return {
        {beginOf(at.x, width, seen.x, seen.width), beginOf(at.y, height, seen.y, seen.height), width, height}, true};
}

} // namespace nb
