// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/demotissue.h"

#include "engine/demo/groundpainter.h"
#include "engine/demo/nucleuspainter.h"
#include "engine/demo/positionhash.h"
#include "engine/demo/scanner.h"
#include "engine/segment/nucleusid.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace nb
{

namespace
{

constexpr std::int64_t kBlockPx = 1024; // bodies are placed for so much at once
constexpr std::int64_t kTilePx = 256; // and painted for so much, to stay in the processor's cache
constexpr std::int64_t kReachPx = Placement::kReachPx;

bool centreIn(const Rect& rect, const CellBody& body)
{
    return rect.contains(static_cast<std::int64_t>(std::floor(body.x)), static_cast<std::int64_t>(std::floor(body.y)));
}

/// The bodies that may have a pixel in `area` or shape its ground, each with the pixels that are its own.
std::vector<PlacedBody> placedIn(const Rect& area, const std::vector<CellBody>& bodies, std::int64_t margin)
{
    const Rect own = area.grown(margin), rivals = area.grown(margin + 2 * kReachPx);
    std::vector<const CellBody*> near;
    for (const CellBody& body : bodies)
        if (centreIn(rivals, body))
            near.push_back(&body);
    std::vector<PlacedBody> placed;
    for (const CellBody* body : near)
        if (centreIn(own, *body))
            placed.push_back({*body, centreIn(area.grown(kReachPx), *body) ? maskOf(*body, near) : BodyMask{}});
    return placed;
}

/// Cuts a rectangle along the lines of a grid that is anchored at the slide's origin.
template <class Visit> void forParts(const Rect& area, std::int64_t size, const Visit& visit)
{
    const auto next = [size](std::int64_t at, std::int64_t end) { return std::min((at / size + 1) * size, end); };
    for (std::int64_t y = area.y; y < area.bottom(); y = next(y, area.bottom()))
        for (std::int64_t x = area.x; x < area.right(); x = next(x, area.right()))
            visit(Rect{x, y, next(x, area.right()) - x, next(y, area.bottom()) - y});
}

void copyInto(const RgbImage& part, const Rect& partArea, RgbImage& whole, const Rect& wholeArea)
{
    for (int y = 0; y < part.height; ++y)
        std::copy_n(part.row(y), static_cast<std::size_t>(part.width) * 3,
            whole.row(static_cast<int>(partArea.y - wholeArea.y) + y) + (partArea.x - wholeArea.x) * 3);
}

/// The first pixel in reading order; the mask's bounds are tight.
std::pair<std::int64_t, std::int64_t> firstPixel(const BodyMask& mask)
{
    const std::uint8_t* row = mask.mask.row(0);
    return {mask.bounds.x + (std::find(row, row + mask.mask.width, 1) - row), mask.bounds.y};
}

Nucleus nucleusOf(const BodyMask& mask, const std::string& slide)
{
    Nucleus nucleus;
    nucleus.measurements = notMeasured();
    std::tie(nucleus.firstX, nucleus.firstY) = firstPixel(mask);
    nucleus.id = nucleusId(slide, "truth", nucleus.firstX, nucleus.firstY);
    nucleus.contour = pixelEdgeRing(mask);
    nucleus.measurements.areaUm2 = static_cast<double>(std::count(mask.mask.pixels.begin(), mask.mask.pixels.end(), 1))
        * DemoTissue::kMpp * DemoTissue::kMpp;
    return nucleus;
}

bool isNucleus(const PlacedBody& placed)
{
    return placed.body.kind != BodyKind::RedCell && !placed.mask.bounds.empty();
}

std::vector<PlacedBody> inReadingOrder(std::vector<PlacedBody> bodies)
{
    std::erase_if(bodies, [](const PlacedBody& placed) { return !isNucleus(placed); });
    std::sort(bodies.begin(), bodies.end(), [](const PlacedBody& a, const PlacedBody& b) {
        const auto first = firstPixel(a.mask), second = firstPixel(b.mask);
        return std::tie(first.second, first.first) < std::tie(second.second, second.first);
    });
    return bodies;
}

} // namespace

DemoTissue::DemoTissue(std::int64_t width, std::int64_t height, std::uint64_t seed, int stain)
    : m_width(width)
    , m_height(height)
    , m_seed(seed)
    , m_stain(stain)
    , m_architecture(width, height, seed)
{
}

RgbImage DemoTissue::renderTile(const Rect& area, const std::vector<PlacedBody>& bodies) const
{
    const std::uint64_t seed = mixBits(m_seed + 0x7e47ULL);
    Absorbers paint(area.grown(kScannerHaloPx));
    PointGrid points(m_architecture, paint.area);
    if (!points.empty()) {
        const Grains grains(seed, paint.area);
        std::vector<const PlacedBody*> near;
        for (const PlacedBody& placed : bodies)
            if (centreIn(paint.area.grown(kCytoplasmReachPx), placed.body))
                near.push_back(&placed);
        paintGround(points, near, grains, seed, paint);
        paintBodies(near, grains, paint);
    }
    return scan(paint, stainSet(m_stain), seed);
}

RgbImage DemoTissue::render(const Rect& area) const
{
    RgbImage picture(static_cast<int>(area.width), static_cast<int>(area.height));
    const Placement placement(m_architecture, m_width, m_height, m_seed);
    forParts(area.intersected({0, 0, m_width, m_height}), kBlockPx, [&](const Rect& block) {
        const auto bodies = placement.bodiesIn(block.grown(kScannerHaloPx + kCytoplasmReachPx + 2 * kReachPx));
        const auto placed = placedIn(block.grown(kScannerHaloPx), bodies, kCytoplasmReachPx);
        forParts(block, kTilePx, [&](const Rect& tile) { copyInto(renderTile(tile, placed), tile, picture, area); });
    });
    return picture;
}

std::vector<Nucleus> DemoTissue::nucleiOwnedBy(const Rect& area) const
{
    std::vector<Nucleus> nuclei;
    const std::string slide = description();
    const Placement placement(m_architecture, m_width, m_height, m_seed);
    const auto bodies = placement.bodiesIn(area.grown(3 * kReachPx));
    for (const PlacedBody& placed : inReadingOrder(placedIn(area, bodies, kReachPx))) {
        const auto [x, y] = firstPixel(placed.mask);
        if (area.contains(x, y))
            nuclei.push_back(nucleusOf(placed.mask, slide));
    }
    return nuclei;
}

DemoTruth DemoTissue::truth(const Rect& area) const
{
    DemoTruth truth;
    truth.labels = LabelImage(static_cast<int>(area.width), static_cast<int>(area.height));
    const std::string slide = description();
    const Placement placement(m_architecture, m_width, m_height, m_seed);
    const auto bodies = placement.bodiesIn(area.grown(3 * kReachPx));
    for (const PlacedBody& placed : inReadingOrder(placedIn(area, bodies, kReachPx))) {
        const BodyMask& mask = placed.mask;
        const Rect common = mask.bounds.intersected(area);
        bool touches = false;
        const auto label = static_cast<std::uint32_t>(truth.nuclei.size() + 1);
        for (std::int64_t y = common.y; y < common.bottom(); ++y)
            for (std::int64_t x = common.x; x < common.right(); ++x)
                if (mask.mask.at(static_cast<int>(x - mask.bounds.x), static_cast<int>(y - mask.bounds.y)) != 0) {
                    truth.labels.at(static_cast<int>(x - area.x), static_cast<int>(y - area.y)) = label;
                    touches = true;
                }
        if (touches)
            truth.nuclei.push_back(nucleusOf(mask, slide));
    }
    return truth;
}

std::string DemoTissue::description() const
{
    return "Nucleoscope demo slide, synthetic tissue, " + std::to_string(m_width) + "x" + std::to_string(m_height)
        + ", seed " + std::to_string(m_seed) + ", stain " + std::to_string(m_stain);
}

} // namespace nb
