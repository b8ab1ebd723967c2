// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/groundpainter.h"

#include <algorithm>
#include <utility>

namespace nb
{

namespace
{

constexpr float kFar = 1e3F;

/// What lies in one pixel.
struct Dye {
    float h = 0;
    float e = 0;
};

Dye mix(const Dye& from, const Dye& to, float share)
{
    return {from.h + (to.h - from.h) * share, from.e + (to.e - from.e) * share};
}

/// The noise of one pixel.
struct Grain {
    float px2, px4, px7, px16, px44;
};

/// Distances to the nearest nuclei, px: where two are alike, two cells meet.
struct Neighbourhood {
    Plane<float> nearest;
    Plane<float> second;
};

bool hasEpithelialCell(BodyKind kind)
{
    return kind == BodyKind::Epithelial || kind == BodyKind::Tumour || kind == BodyKind::DarkTumour;
}

Neighbourhood neighbourhoodOf(const std::vector<const PlacedBody*>& bodies, const Rect& area)
{
    Neighbourhood near{{static_cast<int>(area.width), static_cast<int>(area.height), kFar}, {}};
    near.second = near.nearest;
    for (const PlacedBody* placed : bodies) {
        const CellBody& body = placed->body;
        if (!hasEpithelialCell(body.kind))
            continue;
        const float size = 0.5F * (body.a + body.b), reach = size + 46;
        const auto span = static_cast<std::int64_t>(reach);
        const Rect box = Rect{static_cast<std::int64_t>(std::floor(body.x)) - span,
            static_cast<std::int64_t>(std::floor(body.y)) - span, 2 * span + 1, 2 * span + 1}
                             .intersected(area);
        for (std::int64_t y = box.y; y < box.bottom(); ++y) {
            const auto v = static_cast<float>(static_cast<double>(y) + 0.5 - body.y);
            float* first = near.nearest.row(static_cast<int>(y - area.y));
            float* second = near.second.row(static_cast<int>(y - area.y));
            for (std::int64_t x = box.x; x < box.right(); ++x) {
                const auto u = static_cast<float>(static_cast<double>(x) + 0.5 - body.x);
                const float along = (u * body.cosine + v * body.sine) / body.a,
                            aside = (v * body.cosine - u * body.sine) / body.b;
                const float d = (std::sqrt(along * along + aside * aside) - 1) * size;
                const auto i = x - area.x;
                if (d + size >= reach)
                    continue; // a circle about: the box's corners would show
                second[i] = std::min(second[i], std::max(first[i], d));
                first[i] = std::min(first[i], d);
            }
        }
    }
    return near;
}

/// Three sizes of collagen, -1..1 each.
struct Fibres {
    float bundle, strand, thread;
};

/// Fibres run their own way in the open and like onion skins around glands and nests.
Fibres fibresAt(const TissuePoint& point, std::uint64_t seed)
{
    const auto noise = [seed](std::uint64_t salt, float across, float along) {
        return noiseAt(seed + salt, static_cast<double>(across), static_cast<double>(along), 1);
    };
    const float u = point.across, v = point.along, d = point.epithelium, s = point.drift;
    const float open = smoothStep(22, 75, -d);
    Fibres fibres{0, 0, 0};
    if (open > 0)
        fibres
            = {open * noise(1, u / 26, v / 330), open * noise(2, u / 8.5F, v / 150), open * noise(3, u / 3.4F, v / 60)};
    if (open < 1) {
        fibres.bundle += (1 - open) * noise(4, d / 19, s * 0.6F);
        fibres.strand += (1 - open) * noise(5, d / 7.5F, s * 1.5F);
        fibres.thread += (1 - open) * noise(6, d / 3.2F, s * 3.5F);
    }
    return fibres;
}

/// Tissue full of small cells, or nuclei that lie out of focus below.
Dye cellular(const Grain& grain)
{
    return {0.22F + 0.06F * grain.px7 + 0.05F * grain.px4 + 0.04F * grain.px2
            + 0.62F * smoothStep(0.6F, 1.7F, grain.px16) + 0.06F * grain.px16,
        0.34F + 0.07F * grain.px7 + 0.05F * grain.px4 + 0.05F * grain.px16};
}

Dye stroma(const TissuePoint& point, const Grain& grain, std::uint64_t seed)
{
    const auto [bundle, strand, thread] = fibresAt(point, seed);
    const float loose = smoothStep(-0.9F, 1.5F, grain.px44) * (point.kind == Compartment::Fibrous ? 0.55F : 1.0F);
    const float gap = smoothStep(0.05F, 0.75F, 0.62F * strand - 0.5F * bundle + 0.3F * thread + 0.5F * loose - 0.18F);
    Dye dye;
    dye.e = 0.64F + 0.10F * bundle + 0.15F * strand + 0.13F * thread + 0.045F * grain.px4 + 0.045F * grain.px2;
    dye.h = 0.11F + 0.04F * bundle + 0.07F * thread + 0.03F * grain.px7 + 0.10F * std::max(0.0F, grain.px44 - 0.2F);
    dye = mix(dye, {0.02F, 0.10F + 0.03F * grain.px4}, 0.85F * gap);
    return mix(dye, cellular(grain), 0.8F * smoothStep(0.1F, 0.6F, point.lymphoid));
}

Dye cytoplasm(const TissuePoint& point, const Grain& grain, float nearest, float second, float tone)
{
    const bool clear = point.kind == Compartment::ClearCells, glands = point.kind == Compartment::Glands;
    const float net = std::exp(-2.6F * std::abs(grain.px7 + 0.5F * grain.px4)); // strands between droplets
    Dye dye{0.24F + 0.14F * tone + 0.045F * grain.px4 + 0.05F * grain.px7 + 0.05F * grain.px16 + 0.03F * grain.px2,
        0.47F - 0.05F * tone + 0.05F * grain.px4 + 0.045F * grain.px7 + 0.05F * grain.px16 + 0.045F * grain.px2};
    if (clear)
        dye = {0.04F + 0.05F * net, 0.07F + 0.20F * net + 0.03F * grain.px16};
    if (glands) { // mucin pales the apical half
        const float apical
            = smoothStep(point.depth * 0.7F, point.depth + 42, point.epithelium) * (0.55F + 0.45F * tone);
        dye = mix(dye, {0.08F + 0.06F * net, 0.13F + 0.20F * net}, std::clamp(apical, 0.0F, 0.85F));
    }
    const float below = smoothStep(0.75F, 1.75F, grain.px16 + 0.35F * grain.px44); // nuclei out of focus
    dye.h += (clear ? 0.2F : 0.5F) * below;
    const float bubble = smoothStep(1.25F, 1.8F, grain.px7 + 0.35F * grain.px16 - 0.25F * tone);
    dye = mix(dye, {0.01F, 0.05F}, 0.8F * bubble);
    const float meeting = (second - nearest) * 0.5F;
    const float border
        = std::exp(-meeting * meeting * 0.45F) * smoothStep(2, 7, nearest) * (nearest < kFar ? 1.0F : 0.0F);
    dye.e += border * (clear ? 0.42F : 0.13F) * (0.8F + 0.3F * grain.px16);
    dye.h += border * (clear ? 0.10F : 0.05F);
    return dye;
}

/// Blood plasma, secretion: mostly nothing.
Dye hollow(const TissuePoint& point, const Grain& grain)
{
    const float shreds
        = point.lumen > 0 ? smoothStep(0.75F, 1.3F, grain.px44 + 0.45F * grain.px16 + 0.12F * grain.px4) : 0;
    return mix(point.vessel > 0 ? Dye{0.008F, 0.055F + 0.01F * grain.px16} : Dye{0.004F, 0.015F},
        {0.035F + 0.02F * grain.px7, 0.30F + 0.05F * grain.px7 + 0.04F * grain.px4}, shreds);
}

Dye groundAt(
    const TissuePoint& p, const Grain& grain, const std::pair<float, float>& near, float tone, std::uint64_t seed)
{
    const float inside = smoothStep(-1.0F, 1.0F, p.epithelium + 0.7F * grain.px7);
    Dye dye;
    if (inside < 1)
        dye = stroma(p, grain, seed);
    if (inside > 0)
        dye = mix(dye, cytoplasm(p, grain, near.first, near.second, tone), inside);
    if (p.kind == Compartment::Adipose)
        dye = mix(dye, {0.003F, 0.012F}, smoothStep(-0.8F, 0.8F, p.fat + 0.3F * grain.px16));
    // The basement membrane, and beside it the clefts that shrinking leaves.
    const float base = p.epithelium + 3;
    dye.e += 0.16F * std::exp(-base * base * 0.16F) * (1 - inside);
    const float width = 11 * smoothStep(0.2F, 2.2F, grain.px44 + 0.3F * grain.px16 + 0.5F * tone);
    const float cleft = width > 1 ? smoothStep(-3.5F - width, -2.5F - width, p.epithelium)
            * (1 - smoothStep(-2.2F, -0.8F, p.epithelium)) * std::min(1.0F, width - 1)
                                  : 0.0F;
    dye = mix(dye, {0.005F, 0.02F}, 0.92F * cleft);
    const float empty = std::max(smoothStep(-1.2F, 1.2F, p.lumen + 1.2F * grain.px7), smoothStep(-1, 1, p.vessel));
    if (empty > 0)
        dye = mix(dye, hollow(p, grain), empty);
    if (p.vessel > -9 && p.vessel < 0)
        dye.e += 0.16F * smoothStep(-9, -5, p.vessel) * (1 - smoothStep(-2, 0, p.vessel));
    const float section = smoothStep(-1, 1, p.tissue + 2.5F * grain.px7 + 3 * grain.px16);
    return {std::max(0.0F, dye.h) * section, std::max(0.0F, dye.e) * section};
}

} // namespace

void paintGround(PointGrid& points, const std::vector<const PlacedBody*>& bodies, const Grains& grains,
    std::uint64_t seed, Absorbers& paint)
{
    const Rect& area = paint.area;
    const Neighbourhood near = neighbourhoodOf(bodies, area);
    const Plane<float> tones = splineNoise(seed + 300, 300, area);
    const Plane<float> thickness = splineNoise(seed + 640, 640, area);
    for (int y = 0; y < paint.eosin.height; ++y) {
        const std::vector<TissuePoint>& row = points.row(y);
        for (int x = 0; x < paint.eosin.width; ++x) {
            const TissuePoint& point = row[static_cast<std::size_t>(x)];
            if (point.tissue < -20)
                continue;
            const Grain grain{grains.px2.at(x, y), grains.px4.at(x, y), grains.px7.at(x, y), grains.px16.at(x, y),
                grains.px44.at(x, y)};
            const Dye dye = groundAt(point, grain, {near.nearest.at(x, y), near.second.at(x, y)}, tones.at(x, y), seed);
            const float thick = 1 + 0.16F * thickness.at(x, y);
            paint.haematoxylin.at(x, y) = dye.h * thick;
            paint.eosin.at(x, y) = dye.e * thick;
        }
    }
}

} // namespace nb
