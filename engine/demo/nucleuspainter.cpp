// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/nucleuspainter.h"

#include "engine/demo/positionhash.h"

#include <algorithm>
#include <array>

namespace nb
{

namespace
{

/// How the chromatin of one nucleus looks; amounts of haematoxylin.
struct Chromatin {
    float base = 0; ///< between the clumps
    float clumps = 0;
    float threshold = 0; ///< of the noise that makes clumps: the lower, the more of them
    float fine = 0; ///< grain
    float membrane = 0;
    float nucleoli = 0; ///< chance of one; half of that for a second
    float nucleolusPx = 3;
};

Chromatin chromatinOf(BodyKind kind, PositionRandom& random)
{
    switch (kind) {
    case BodyKind::Epithelial:
        return {random.within(0.04F, 0.38F), random.within(0.55F, 0.8F), 0.40F, 0.10F, 0.95F, 0.6F, 2.4F};
    case BodyKind::Tumour:
        return {random.within(0.03F, 0.36F), random.within(0.55F, 0.85F), 0.42F, 0.10F, 1.0F, 1.0F, 3.0F};
    case BodyKind::DarkTumour:
        return {random.within(0.65F, 1.1F), 0.5F, 0.1F, 0.08F, 0.4F, 0.4F, 3.0F};
    case BodyKind::Lymphocyte:
        return {random.within(0.22F, 0.85F), 0.8F, 0.25F, 0.09F, 0.75F, 0, 2};
    case BodyKind::Plasma:
        return {random.within(0.35F, 0.75F), 0.8F, 0.35F, 0.07F, 0.75F, 0.2F, 2};
    case BodyKind::Fibroblast:
        return {random.within(0.2F, 0.8F), 0.5F, 0.3F, 0.08F, 0.55F, 0.1F, 2};
    case BodyKind::RedCell:
        break;
    }
    return {};
}

struct Nucleolus {
    float x, y, radius;
};

std::vector<Nucleolus> nucleoliOf(const CellBody& body, const Chromatin& chromatin, PositionRandom& random)
{
    std::vector<Nucleolus> nucleoli;
    for (int k = 0; k < 2; ++k) {
        const float angle = random.within(0, 6.2831853F), out = 0.62F * std::sqrt(random.unit());
        const float size = chromatin.nucleolusPx * random.within(0.6F, 1.35F) / static_cast<float>(1 + k);
        if (random.unit() * static_cast<float>(1 + k) >= chromatin.nucleoli)
            continue;
        const float u = out * body.a * std::cos(angle), v = out * body.b * std::sin(angle);
        nucleoli.push_back({u * body.cosine - v * body.sine, u * body.sine + v * body.cosine, size});
    }
    return nucleoli;
}

/// Calls visit(x, y, depth) with pixels of the planes for each of the body's pixels that lies in the rectangle.
template <class Visit> void forPixels(const BodyMask& mask, const Rect& area, const Visit& visit)
{
    const Rect common = mask.bounds.intersected(area);
    for (std::int64_t y = common.y; y < common.bottom(); ++y) {
        const std::uint8_t* inside = mask.mask.row(static_cast<int>(y - mask.bounds.y));
        const float* depth = mask.depth.row(static_cast<int>(y - mask.bounds.y));
        for (std::int64_t x = common.x; x < common.right(); ++x)
            if (inside[x - mask.bounds.x] != 0)
                visit(static_cast<int>(x - area.x), static_cast<int>(y - area.y), depth[x - mask.bounds.x]);
    }
}

void paintNucleus(const PlacedBody& placed, const Grains& grains, Absorbers& paint)
{
    const CellBody& body = placed.body;
    PositionRandom random(mixBits(body.key + 17));
    const Chromatin chromatin = chromatinOf(body.kind, random);
    const std::vector<Nucleolus> nucleoli = nucleoliOf(body, chromatin, random);
    const bool deep = random.unit() < 0.07F; // lies below the plane of focus: pale and smooth
    const float strength = deep ? random.within(0.55F, 0.8F) : random.within(0.78F, 1.2F);
    const float texture = deep ? 0.45F : 1.0F, sharp = deep ? 3.6F : 1.1F;
    const float eosin = random.within(0.10F, 0.26F);
    forPixels(placed.mask, paint.area, [&](int x, int y, float depth) {
        const float fine = grains.px4.at(x, y), coarse = grains.px7.at(x, y);
        const float clump = smoothStep(chromatin.threshold, chromatin.threshold + 0.9F, 0.75F * fine + 0.6F * coarse);
        float h = chromatin.base
            + texture * (chromatin.clumps * clump + chromatin.fine * (1.1F * grains.px2.at(x, y) + fine));
        h += texture * chromatin.membrane * std::exp(-depth * 0.62F) * (0.85F + 0.28F * coarse);
        float e = eosin + 0.03F * coarse;
        for (const Nucleolus& n : nucleoli) {
            // From the slide's position, not the rectangle's: rounding must not depend on the rectangle.
            const float dx = static_cast<float>(static_cast<double>(paint.area.x + x) + 0.5 - body.x) - n.x;
            const float dy = static_cast<float>(static_cast<double>(paint.area.y + y) + 0.5 - body.y) - n.y;
            const float in
                = 1 - smoothStep(n.radius - 1.6F, n.radius + 1.4F, std::sqrt(dx * dx + dy * dy) + 0.9F * fine);
            h += texture * 0.85F * in * std::max(0.0F, 1.2F - h);
            e += 0.22F * in;
        }
        const float edge = deep ? 0.35F + 0.65F * smoothStep(0, sharp, depth) : 1.0F;
        float& under = paint.haematoxylin.at(x, y);
        under = std::max(0.05F, (1 - edge) * under + edge * strength * h);
        float& pink = paint.eosin.at(x, y);
        pink = 0.3F * pink + e;
    });
}

void paintRedCell(const PlacedBody& placed, const Grains& grains, Absorbers& paint)
{
    PositionRandom random(mixBits(placed.body.key + 18));
    const float strength = random.within(0.55F, 0.85F);
    forPixels(placed.mask, paint.area, [&](int x, int y, float depth) {
        const float dish = 1 - 0.25F * smoothStep(3, 9, depth); // thinner in the middle
        paint.haematoxylin.at(x, y) = 0.02F;
        paint.eosin.at(x, y) = 0.12F;
        paint.blood.at(x, y) = strength * dish * smoothStep(-0.5F, 1.2F, depth) + 0.02F * grains.px7.at(x, y);
    });
}

/// A plasma cell's nucleus lies at one end of its purple cytoplasm.
void paintPlasmaCytoplasm(const CellBody& body, const Grains& grains, Absorbers& paint)
{
    const double cx = body.x + static_cast<double>(8 * body.cosine), cy = body.y + static_cast<double>(8 * body.sine);
    const Rect box
        = Rect{static_cast<std::int64_t>(std::floor(cx)) - 23, static_cast<std::int64_t>(std::floor(cy)) - 23, 47, 47}
              .intersected(paint.area);
    for (std::int64_t gy = box.y; gy < box.bottom(); ++gy) {
        for (std::int64_t gx = box.x; gx < box.right(); ++gx) {
            const auto x = static_cast<int>(gx - paint.area.x), y = static_cast<int>(gy - paint.area.y);
            const auto u = static_cast<float>(static_cast<double>(gx) + 0.5 - cx),
                       v = static_cast<float>(static_cast<double>(gy) + 0.5 - cy);
            const float along = (u * body.cosine + v * body.sine) / 20, aside = (v * body.cosine - u * body.sine) / 15;
            const float cover
                = 1 - smoothStep(0.85F, 1.02F, std::sqrt(along * along + aside * aside) + 0.05F * grains.px7.at(x, y));
            paint.haematoxylin.at(x, y) += cover * (0.30F + 0.03F * grains.px4.at(x, y) - paint.haematoxylin.at(x, y));
            paint.eosin.at(x, y) += cover * (0.44F + 0.04F * grains.px4.at(x, y) - paint.eosin.at(x, y));
        }
    }
}

} // namespace

void paintBodies(const std::vector<const PlacedBody*>& bodies, const Grains& grains, Absorbers& paint)
{
    for (const PlacedBody* placed : bodies)
        if (placed->body.kind == BodyKind::Plasma)
            paintPlasmaCytoplasm(placed->body, grains, paint);
    for (const PlacedBody* placed : bodies)
        if (placed->body.kind == BodyKind::RedCell)
            paintRedCell(*placed, grains, paint);
        else
            paintNucleus(*placed, grains, paint);
}

} // namespace nb
