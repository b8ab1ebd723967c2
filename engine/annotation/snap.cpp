// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/snap.h"

#include "engine/annotation/mapbasins.h"
#include "engine/annotation/maskshape.h"
#include "engine/geometry/polygon.h"
#include "engine/segment/mapwindow.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <vector>

namespace nb
{

namespace
{

using Mask = Plane<std::uint8_t>;

constexpr int kLeastInside = 15; // 8-bit (6%): below, the model saw nothing
constexpr int kMostBackground = 240; // 8-bit: above, a click there means nothing there
constexpr int kClickReach = 4; // model pixels
constexpr double kPassShare = 0.6;
constexpr double kLeastFit = 0.4; // intersection over union with what was drawn
constexpr std::array<double, 6> kTopShares{0.75, 0.6, 0.5, 0.4, 0.3, 0.2};

Error nothingHere()
{
    return {ErrorCode::NotFound, "The model sees no nucleus here", "",
        "Draw it with the brush or the polygon, or click nearer to its middle"};
}

Error notLookedHere()
{
    return {ErrorCode::NotFound, "The model has not looked here yet", "", "Find nuclei in the visible region first"};
}

/// What the window says, ready to be asked.
struct Landscape {
    const MapWindow& window;
    const MapBasins basins;
    const PixelFrame frame;

    Landscape(const MapWindow& maps, double scaleX, double scaleY)
        : window(maps)
        , basins(basinsOf(insideMerit(maps.inside, maps.boundary), kPassShare))
        , frame{{static_cast<double>(maps.area.x) * scaleX, static_cast<double>(maps.area.y) * scaleY}, scaleX, scaleY}
    {
    }
    [[nodiscard]] int width() const { return window.inside.width; }
    [[nodiscard]] int height() const { return window.inside.height; }
    [[nodiscard]] bool holds(int x, int y) const { return x >= 0 && y >= 0 && x < width() && y < height(); }
    /// A hill that may be a nucleus, not the plain between them.
    [[nodiscard]] bool isHill(std::uint32_t label) const
    {
        const MapBasins::Basin& basin = basins.basins[label - 1];
        return window.inside.at(basin.x, basin.y) >= kLeastInside;
    }
};

std::int64_t countOf(const Mask& mask)
{
    return std::count_if(mask.pixels.begin(), mask.pixels.end(), [](std::uint8_t v) { return v != 0; });
}

bool hasNeighbour(const Mask& mask, int x, int y)
{
    return (x > 0 && mask.at(x - 1, y) != 0) || (x + 1 < mask.width && mask.at(x + 1, y) != 0)
        || (y > 0 && mask.at(x, y - 1) != 0) || (y + 1 < mask.height && mask.at(x, y + 1) != 0);
}

/// By 3x3-cross steps, into pixels that `into` allows.
template <class Into> Mask grownBy(Mask mask, int steps, const Into& into)
{
    for (int step = 0; step < steps; ++step) {
        const Mask before = mask;
        for (int y = 0; y < mask.height; ++y)
            for (int x = 0; x < mask.width; ++x)
                if (before.at(x, y) == 0 && hasNeighbour(before, x, y) && into(x, y))
                    mask.at(x, y) = 1;
    }
    return mask;
}

/// Grows as the model's nuclei do; where the model is unsure all over, the background's share may be larger, halfway to
/// certainty.
Mask grownBack(const Landscape& land, const Mask& inside, const std::set<std::uint32_t>& own,
    const ExtractionRecipe& recipe, int topX, int topY)
{
    const int below = std::max(recipe.growBackgroundBelow, (land.window.background.at(topX, topY) + 255) / 2);
    return grownBy(inside, recipe.growSteps, [&](int x, int y) {
        const std::uint32_t label = land.basins.labels.at(x, y);
        return land.window.background.at(x, y) < below && (own.contains(label) || !land.isHill(label));
    });
}

/// The pixels of `own` hills with an inside probability above `threshold`.
Mask above(const Landscape& land, const std::set<std::uint32_t>& own, int threshold)
{
    Mask mask(land.width(), land.height());
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            mask.at(x, y) = land.window.inside.at(x, y) > threshold && own.contains(land.basins.labels.at(x, y));
    return mask;
}

bool fits(const Mask& mask, int maxExtentPx)
{
    int left = mask.width, right = -1, top = mask.height, bottom = -1;
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            if (mask.at(x, y) != 0) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
    return right - left < maxExtentPx && bottom - top < maxExtentPx;
}

/// The hill that was meant by a click.
std::optional<std::uint32_t> hillAt(const Landscape& land, int x, int y)
{
    std::optional<std::uint32_t> best;
    double nearest = kClickReach + 0.5;
    for (int py = y - kClickReach; py <= y + kClickReach; ++py)
        for (int px = x - kClickReach; px <= x + kClickReach; ++px) {
            if (!land.holds(px, py) || land.window.background.at(px, py) > kMostBackground)
                continue;
            const std::uint32_t label = land.basins.labels.at(px, py);
            if (const double away = std::hypot(px - x, py - y); away < nearest && land.isHill(label)) {
                nearest = away;
                best = label;
            }
        }
    return best;
}

/// What the slide has of the box and so many model pixels around it.
Rect aroundBox(const MapStore& store, const Rect& box, std::int64_t reach)
{
    const Rect slide{0, 0, store.grid().slideWidth(), store.grid().slideHeight()};
    return box.grown(reach).intersected(slide);
}

Result<MapWindow> windowOf(const MapStore& store, const Rect& area, const Rect& needed)
{
    if (area.empty() || needed.empty())
        return notLookedHere();
    MapWindow window = backgroundWindow(area);
    const Rect cells = store.grid().cellsOf(area);
    bool known = true;
    for (std::int64_t row = cells.y; row < cells.bottom(); ++row)
        for (std::int64_t column = cells.x; column < cells.right(); ++column) {
            if (const auto cell = store.cell(column, row))
                pasteMaps(*cell, window);
            else if (!store.grid().cellArea(column, row).intersected(needed).empty())
                known = false;
        }
    if (!known)
        return notLookedHere();
    return window;
}

/// The part of `mask` that has most in common with `wanted`.
Mask bestPart(const Mask& mask, const Mask& wanted)
{
    Mask open = mask, best(mask.width, mask.height);
    std::int64_t most = 0;
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x) {
            if (open.at(x, y) == 0 || wanted.at(x, y) == 0)
                continue;
            Mask part = componentAt(open, x, y);
            std::int64_t shared = 0;
            for (std::size_t i = 0; i < part.pixels.size(); ++i) {
                shared += part.pixels[i] != 0 && wanted.pixels[i] != 0;
                open.pixels[i] = open.pixels[i] != 0 && part.pixels[i] == 0;
            }
            if (shared > most) {
                most = shared;
                best = std::move(part);
            }
        }
    return best;
}

double fitOf(const Mask& a, const Mask& b)
{
    double both = 0, either = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        both += a.pixels[i] != 0 && b.pixels[i] != 0;
        either += a.pixels[i] != 0 || b.pixels[i] != 0;
    }
    return either > 0 ? both / either : 0;
}

/// Hills of which most of what the model holds for inside lies in the drawn contour.
std::set<std::uint32_t> hillsIn(const Landscape& land, const Mask& drawn)
{
    std::vector<double> all(land.basins.basins.size() + 1), within(all.size());
    for (std::size_t i = 0; i < drawn.pixels.size(); ++i) {
        const double weight = land.window.inside.pixels[i];
        all[land.basins.labels.pixels[i]] += weight;
        within[land.basins.labels.pixels[i]] += drawn.pixels[i] != 0 ? weight : 0;
    }
    std::set<std::uint32_t> hills;
    for (std::uint32_t label = 1; label < all.size(); ++label)
        if (land.isHill(label) && within[label] > 0.5 * all[label])
            hills.insert(label);
    return hills;
}

} // namespace

Result<MapWindow> snapWindow(const MapStore& store, const Point& at, const ExtractionRecipe& recipe)
{
    const Rect pixel{static_cast<std::int64_t>(std::floor(at.x / store.scaleX())),
        static_cast<std::int64_t>(std::floor(at.y / store.scaleY())), 1, 1};
    return windowOf(
        store, aroundBox(store, pixel, recipe.maxExtentPx + 2 * recipe.growSteps), aroundBox(store, pixel, 0));
}

Result<MapWindow> snapWindow(const MapStore& store, const MultiPolygon& rough, const ExtractionRecipe& recipe)
{
    const Rect box = boundsOf(rough);
    const auto modelBox = Rect{static_cast<std::int64_t>(std::floor(static_cast<double>(box.x) / store.scaleX())),
        static_cast<std::int64_t>(std::floor(static_cast<double>(box.y) / store.scaleY())),
        static_cast<std::int64_t>(std::ceil(static_cast<double>(box.width) / store.scaleX())) + 1,
        static_cast<std::int64_t>(std::ceil(static_cast<double>(box.height) / store.scaleY())) + 1};
    if (std::max(modelBox.width, modelBox.height) > 2 * std::int64_t{recipe.maxExtentPx})
        return Error{ErrorCode::TooLarge, "This contour is too large for a nucleus", "", "Draw around one nucleus"};
    return windowOf(store, aroundBox(store, modelBox, recipe.maxExtentPx / 2 + 2 * recipe.growSteps),
        aroundBox(store, modelBox, 0));
}

Result<MultiPolygon> snapToPoint(
    const MapWindow& window, double scaleX, double scaleY, const Point& at, const ExtractionRecipe& recipe)
{
    const Landscape land(window, scaleX, scaleY);
    const Point pixel = land.frame.toPixels(at);
    if (!(pixel.x >= 0 && pixel.y >= 0 && pixel.x < land.width() && pixel.y < land.height()))
        return notLookedHere();
    const auto hill = hillAt(land, static_cast<int>(pixel.x), static_cast<int>(pixel.y));
    if (!hill)
        return nothingHere();
    const MapBasins::Basin& top = land.basins.basins[*hill - 1];
    const int highest = window.inside.at(top.x, top.y);
    const std::set<std::uint32_t> own{*hill};
    // Down from the model's threshold or half of the top until it is no speck; up where it floods too far.
    for (int threshold = std::min(recipe.insideAbove, highest / 2); threshold >= kLeastInside / 2; threshold -= 5) {
        const Mask inside = componentAt(above(land, own, threshold), top.x, top.y);
        if (!fits(inside, recipe.maxExtentPx))
            return Error{ErrorCode::TooLarge, "What the model sees here is larger than any nucleus", "",
                "Draw around the nucleus instead"};
        if (countOf(inside) >= recipe.minInsidePx)
            return shapeOfMask(grownBack(land, inside, own, recipe, top.x, top.y), land.frame);
    }
    return nothingHere();
}

Result<MultiPolygon> snapToContour(
    const MapWindow& window, double scaleX, double scaleY, const MultiPolygon& rough, const ExtractionRecipe& recipe)
{
    const Landscape land(window, scaleX, scaleY);
    const Mask drawn = maskOfShape(rough, land.frame, land.width(), land.height());
    const std::set<std::uint32_t> own = hillsIn(land, drawn);
    if (own.empty())
        return nothingHere();
    const auto highest = std::max_element(own.begin(), own.end(), [&](std::uint32_t a, std::uint32_t b) {
        return land.basins.basins[a - 1].top < land.basins.basins[b - 1].top;
    });
    const MapBasins::Basin& top = land.basins.basins[*highest - 1];
    const int margin
        = std::max(3, static_cast<int>(std::lround(0.25 * std::sqrt(static_cast<double>(countOf(drawn))))));
    const Mask allowed = grownBy(drawn, margin, [](int, int) { return true; });
    std::vector<int> thresholds{recipe.insideAbove};
    for (const double share : kTopShares)
        thresholds.push_back(static_cast<int>(share * window.inside.at(top.x, top.y)));
    Mask best;
    double bestFit = 0;
    for (const int threshold : thresholds) {
        Mask grown = grownBack(land, bestPart(above(land, own, threshold), drawn), own, recipe, top.x, top.y);
        for (std::size_t i = 0; i < grown.pixels.size(); ++i)
            grown.pixels[i] = grown.pixels[i] != 0 && allowed.pixels[i] != 0;
        grown = bestPart(grown, drawn);
        if (const double fit = fitOf(grown, drawn); fit > bestFit && fits(grown, 2 * recipe.maxExtentPx)) {
            bestFit = fit;
            best = std::move(grown);
        }
    }
    if (bestFit < kLeastFit)
        return nothingHere();
    return shapeOfMask(best, land.frame);
}

} // namespace nb
