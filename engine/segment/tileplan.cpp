// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/tileplan.h"

#include <algorithm>
#include <cmath>

namespace nb {

namespace {

constexpr std::int64_t kSmallestLead = 64;
constexpr std::int64_t kNearTile = 256;
constexpr std::int64_t kFarTile = 512;

/// A stretch of one axis.
struct Span {
    std::int64_t begin;
    std::int64_t end;
};

/// The first tile's stretch of an axis that runs over [begin, end), before it is cut to it.
Span leadOf(const Span& axis, std::int64_t stride, std::int64_t halo)
{
    const std::int64_t middle = axis.begin + (axis.end - axis.begin) / 2;
    const std::int64_t size = 2 * stride - 2 * halo;
    if (size < kSmallestLead)
        return {middle - kNearTile / 2, middle + kNearTile / 2};
    const std::int64_t cell = (middle + stride / 2) / stride - 1; // the pair of cells whose seam is nearest to the middle
    return {cell * stride + halo, cell * stride + halo + size};
}

/// Cuts [axis.begin, axis.end) at the lead's ends and outwards from there, nearer tiles smaller.
std::vector<Span> spansOf(const Span& axis, const Span& lead)
{
    std::vector<std::int64_t> cuts {axis.begin, axis.end};
    const auto cutAt = [&](std::int64_t at) {
        if (at > axis.begin && at < axis.end)
            cuts.push_back(at);
    };
    cutAt(lead.begin);
    for (std::int64_t at = lead.begin - kNearTile; at > axis.begin; at -= kFarTile)
        cutAt(at);
    cutAt(lead.end);
    for (std::int64_t at = lead.end + kNearTile; at < axis.end; at += kFarTile)
        cutAt(at);
    std::sort(cuts.begin(), cuts.end());
    std::vector<Span> spans;
    for (std::size_t i = 1; i < cuts.size(); ++i)
        spans.push_back({cuts[i - 1], cuts[i]});
    return spans;
}

void sortByNearness(std::vector<Rect>& tiles, std::int64_t twiceX, std::int64_t twiceY)
{
    const auto away = [&](const Rect& t) {
        return std::hypot(static_cast<double>(2 * t.x + t.width - twiceX), static_cast<double>(2 * t.y + t.height - twiceY));
    };
    std::stable_sort(tiles.begin(), tiles.end(), [&](const Rect& a, const Rect& b) { return away(a) < away(b); });
}

} // namespace

std::vector<Rect> tilesInReadingOrder(const Rect& area, std::int64_t size)
{
    std::vector<Rect> tiles;
    for (std::int64_t y = area.y; y < area.bottom(); y += size)
        for (std::int64_t x = area.x; x < area.right(); x += size)
            tiles.push_back({x, y, std::min(size, area.right() - x), std::min(size, area.bottom() - y)});
    return tiles;
}

std::vector<Rect> tilesFromCentre(const Rect& area, std::int64_t size)
{
    std::vector<Rect> tiles = tilesInReadingOrder(area, size);
    sortByNearness(tiles, 2 * area.x + area.width, 2 * area.y + area.height);
    return tiles;
}

std::vector<Rect> tilesForWaiting(const Rect& area, std::int64_t stride, std::int64_t halo)
{
    const Span columns {area.x, area.right()}, rows {area.y, area.bottom()};
    const Span leadX = leadOf(columns, stride, halo), leadY = leadOf(rows, stride, halo);
    std::vector<Rect> tiles;
    for (const Span& y : spansOf(rows, leadY))
        for (const Span& x : spansOf(columns, leadX))
            tiles.push_back({x.begin, y.begin, x.end - x.begin, y.end - y.begin});
    sortByNearness(tiles, leadX.begin + leadX.end, leadY.begin + leadY.end);
    return tiles;
}

} // namespace nb
