// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/cellbody.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nb
{

namespace
{

constexpr std::array<std::pair<int, int>, 4> kCross{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};

/// Keeps the 4-connected part that holds `seed`, or nothing where the seed is outside.
void keepConnected(Plane<std::uint8_t>& mask, int seedX, int seedY)
{
    Plane<std::uint8_t> kept(mask.width, mask.height);
    std::vector<std::pair<int, int>> queue;
    const auto visit = [&](int x, int y) {
        if (x < 0 || y < 0 || x >= mask.width || y >= mask.height || mask.at(x, y) == 0 || kept.at(x, y) != 0)
            return;
        kept.at(x, y) = 1;
        queue.emplace_back(x, y);
    };
    visit(seedX, seedY);
    while (!queue.empty()) {
        const auto [x, y] = queue.back();
        queue.pop_back();
        for (const auto& [dx, dy] : kCross)
            visit(x + dx, y + dy);
    }
    mask = std::move(kept);
}

/// Erases pixels until no two touch by a corner alone, from inside or from outside. True where any went.
bool erasePinches(Plane<std::uint8_t>& mask)
{
    bool erased = false;
    for (int y = 0; y + 1 < mask.height; ++y) {
        for (int x = 0; x + 1 < mask.width; ++x) {
            const bool a = mask.at(x, y) != 0, b = mask.at(x + 1, y) != 0;
            const bool c = mask.at(x, y + 1) != 0, d = mask.at(x + 1, y + 1) != 0;
            if (a != d || b != c || a == b)
                continue;
            mask.at(x, y) = mask.at(x + 1, y) = mask.at(x, y + 1) = mask.at(x + 1, y + 1) = 0;
            erased = true;
        }
    }
    return erased;
}

/// Chamfer distance (5-7 of Borgefors 1986) of inside pixels to the nearest outside one, less half a pixel.
Plane<float> depthOf(const Plane<std::uint8_t>& mask)
{
    Plane<float> depth(mask.width, mask.height);
    const auto at
        = [&](int x, int y) { return x < 0 || y < 0 || x >= mask.width || y >= mask.height ? 0.0F : depth.at(x, y); };
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            if (mask.at(x, y) != 0)
                depth.at(x, y)
                    = std::min({at(x - 1, y) + 1, at(x, y - 1) + 1, at(x - 1, y - 1) + 1.4F, at(x + 1, y - 1) + 1.4F});
    for (int y = mask.height - 1; y >= 0; --y)
        for (int x = mask.width - 1; x >= 0; --x)
            if (mask.at(x, y) != 0)
                depth.at(x, y) = std::min({depth.at(x, y), at(x + 1, y) + 1, at(x, y + 1) + 1, at(x + 1, y + 1) + 1.4F,
                    at(x - 1, y + 1) + 1.4F});
    for (float& value : depth.pixels)
        value = std::max(0.0F, value - 0.5F);
    return depth;
}

/// Pixels whose centre is inside of the body and not deeper inside of a rival.
Plane<std::uint8_t> rasterise(const CellBody& body, const std::vector<const CellBody*>& rivals, const Rect& box)
{
    Plane<std::uint8_t> mask(static_cast<int>(box.width), static_cast<int>(box.height));
    for (int y = 0; y < mask.height; ++y) {
        for (int x = 0; x < mask.width; ++x) {
            const double px = static_cast<double>(box.x + x) + 0.5, py = static_cast<double>(box.y + y) + 0.5;
            const float own = body.relativeRadius(static_cast<float>(px - body.x), static_cast<float>(py - body.y));
            if (own >= 1)
                continue;
            const bool lost = std::any_of(rivals.begin(), rivals.end(), [&](const CellBody* rival) {
                const float theirs
                    = rival->relativeRadius(static_cast<float>(px - rival->x), static_cast<float>(py - rival->y));
                return theirs < own || (theirs == own && rival->key < body.key);
            });
            mask.at(x, y) = lost ? 0 : 1;
        }
    }
    return mask;
}

/// Cuts mask and box down to the pixels that are set.
void tighten(Plane<std::uint8_t>& mask, Rect& box)
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
    if (right < 0) {
        box.width = box.height = 0;
        mask = {};
        return;
    }
    Plane<std::uint8_t> cut(right - left + 1, bottom - top + 1);
    for (int y = 0; y < cut.height; ++y)
        std::copy_n(mask.row(top + y) + left, cut.width, cut.row(y));
    mask = std::move(cut);
    box = {box.x + left, box.y + top, mask.width, mask.height};
}

} // namespace

float CellBody::relativeRadius(float dx, float dy) const
{
    const float u = (dx * cosine + dy * sine) / a;
    const float v = (dy * cosine - dx * sine) / b + bend * (u * u - 0.3F);
    const float length = std::sqrt(u * u + v * v);
    if (length < 1e-6F)
        return 0;
    const float c = u / length, s = v / length;
    const float c2 = c * c - s * s, s2 = 2 * c * s;
    const float c3 = c2 * c - s2 * s, s3 = s2 * c + c2 * s;
    const float c5 = c3 * c2 - s3 * s2;
    return length / (1 + wave2c * c2 + wave2s * s2 + wave3c * c3 + wave3s * s3 + wave5c * c5);
}

BodyMask maskOf(const CellBody& body, const std::vector<const CellBody*>& others)
{
    std::vector<const CellBody*> rivals;
    for (const CellBody* other : others)
        if (other->key != body.key
            && std::hypot(other->x - body.x, other->y - body.y) < static_cast<double>(body.reach + other->reach))
            rivals.push_back(other);
    const auto reach = static_cast<double>(body.reach);
    BodyMask result;
    // A pixel of margin, so that corners at the rim are seen as such.
    result.bounds.x = static_cast<std::int64_t>(std::floor(body.x - reach)) - 1;
    result.bounds.y = static_cast<std::int64_t>(std::floor(body.y - reach)) - 1;
    result.bounds.width = static_cast<std::int64_t>(std::ceil(body.x + reach)) + 1 - result.bounds.x;
    result.bounds.height = static_cast<std::int64_t>(std::ceil(body.y + reach)) + 1 - result.bounds.y;
    result.mask = rasterise(body, rivals, result.bounds);
    const auto seedX = static_cast<int>(static_cast<std::int64_t>(std::floor(body.x)) - result.bounds.x);
    const auto seedY = static_cast<int>(static_cast<std::int64_t>(std::floor(body.y)) - result.bounds.y);
    do
        keepConnected(result.mask, seedX, seedY);
    while (erasePinches(result.mask));
    tighten(result.mask, result.bounds);
    result.depth = depthOf(result.mask);
    return result;
}

Ring pixelEdgeRing(const BodyMask& mask)
{
    Ring ring;
    const auto inside = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < mask.mask.width && y < mask.mask.height && mask.mask.at(x, y) != 0;
    };
    int startX = 0;
    while (startX < mask.mask.width && !inside(startX, 0))
        ++startX;
    if (startX >= mask.mask.width)
        return ring;
    // Clockwise on the screen, the mask at the right hand, starting along the top edge of the first pixel.
    constexpr std::array<std::pair<int, int>, 4> kAheadRight{{{0, 0}, {-1, 0}, {-1, -1}, {0, -1}}};
    constexpr std::array<std::pair<int, int>, 4> kAheadLeft{{{0, -1}, {0, 0}, {-1, 0}, {-1, -1}}};
    std::size_t heading = 0, before = 4;
    int x = startX, y = 0;
    do {
        if (heading != before)
            ring.push_back({static_cast<double>(mask.bounds.x + x), static_cast<double>(mask.bounds.y + y)});
        before = heading;
        x += kCross[heading].first;
        y += kCross[heading].second;
        if (!inside(x + kAheadRight[heading].first, y + kAheadRight[heading].second))
            heading = (heading + 1) % 4;
        else if (inside(x + kAheadLeft[heading].first, y + kAheadLeft[heading].second))
            heading = (heading + 3) % 4;
    } while (x != startX || y != 0 || heading != 0);
    return ring;
}

} // namespace nb
