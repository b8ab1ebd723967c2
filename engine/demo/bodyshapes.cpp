// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/bodyshapes.h"

#include "engine/demo/placement.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nb
{

namespace
{

bool isEpithelial(const TissuePoint& point)
{
    return point.kind == Compartment::Glands || point.kind == Compartment::Nests
        || point.kind == Compartment::ClearCells;
}

std::optional<BodyKind> inEpithelium(const TissuePoint& point, PositionRandom& random)
{
    const float chance = random.unit();
    if (point.kind == Compartment::Nests) {
        if (point.epithelium < 12 || chance > 0.92F)
            return {};
        const float which = random.unit();
        return which < 0.84F ? BodyKind::Tumour : which < 0.96F ? BodyKind::DarkTumour : BodyKind::Lymphocyte;
    }
    if (point.lumen > -22)
        return {};
    if (point.kind == Compartment::ClearCells)
        return point.epithelium > 12 && chance < 0.035F ? std::optional(BodyKind::Epithelial) : std::nullopt;
    if (point.epithelium > 10 && point.epithelium < 10 + point.depth)
        return chance < 0.95F ? BodyKind::Epithelial : BodyKind::Lymphocyte;
    return point.epithelium > 12 && chance < 0.004F ? std::optional(BodyKind::Epithelial) : std::nullopt;
}

std::optional<BodyKind> inStroma(const TissuePoint& point, PositionRandom& random)
{
    const float chance = random.unit();
    if (point.kind == Compartment::Adipose && point.fat > -9)
        return chance < 0.0013F ? std::optional(BodyKind::Fibroblast) : std::nullopt;
    if (chance < point.lymphoid * point.lymphoid * 0.9F) {
        const float which = random.unit();
        return which < 0.72F ? BodyKind::Lymphocyte : which < 0.88F ? BodyKind::Plasma : BodyKind::Epithelial;
    }
    if (chance > 1 - 0.016F * (1 - 0.7F * point.lymphoid))
        return BodyKind::Fibroblast;
    if (chance > 0.945F && chance < 0.9467F)
        return random.unit() < 0.6F ? BodyKind::Lymphocyte : BodyKind::Plasma;
    return {};
}

void setAxes(CellBody& body, float longAxis, float aspect)
{
    body.a = longAxis;
    body.b = longAxis / aspect;
}

void turn(CellBody& body, float angle)
{
    body.cosine = std::cos(angle);
    body.sine = std::sin(angle);
}

constexpr float kTau = 6.2831853F;

/// How far a body keeps from others, px; negative: it may press on them.
float clearance(const CellBody& body)
{
    const float pick = unitFloat(body.key << 20);
    switch (body.kind) {
    case BodyKind::Fibroblast:
        return pick < 0.3F ? -0.5F : 1 + 5 * pick;
    case BodyKind::RedCell:
        return pick < 0.6F ? 0.5F : 3;
    case BodyKind::Lymphocyte:
        return pick < 0.75F ? -2.2F : 3 * (pick - 0.6F);
    default:
        return pick < 0.7F ? -3.4F : 5 * (pick - 0.5F);
    }
}

bool reachesInto(const CellBody& one, const CellBody& other, float clear)
{
    constexpr int kPoints = 20;
    for (int k = 0; k < kPoints; ++k) {
        const float angle = kTau * static_cast<float>(k) / kPoints;
        const float c = std::cos(angle), s = std::sin(angle);
        // A point on the outline, `clear` px farther out. The bend is left out here: it is small against the clearance.
        const float u = (one.a + clear) * c, v = (one.b + clear) * (s - one.bend * (c * c - 0.3F));
        const double px = one.x + static_cast<double>(u * one.cosine - v * one.sine);
        const double py = one.y + static_cast<double>(u * one.sine + v * one.cosine);
        if (other.relativeRadius(static_cast<float>(px - other.x), static_cast<float>(py - other.y)) < 1)
            return true;
    }
    return false;
}

} // namespace

std::optional<BodyKind> kindThatGrowsAt(const TissuePoint& point, PositionRandom& random)
{
    if (point.tissue < 26 || point.fat > -2 || point.lumen > -6)
        return {};
    if (point.vessel > 0)
        return point.vessel > 6 && random.unit() < 0.45F ? std::optional(BodyKind::RedCell) : std::nullopt;
    if (point.vessel > -15)
        return point.vessel < -5 && random.unit() < 0.1F ? std::optional(BodyKind::Fibroblast) : std::nullopt;
    if (point.epithelium > 0 && isEpithelial(point))
        return inEpithelium(point, random);
    return point.epithelium < -7 ? inStroma(point, random) : std::nullopt;
}

CellBody shapeOf(BodyKind kind, PositionRandom& random)
{
    CellBody body;
    body.kind = kind;
    float rough = 0.035F;
    switch (kind) {
    case BodyKind::Epithelial:
        setAxes(body, 15.2F + 1.5F * random.bell(), random.within(1.05F, 1.45F));
        break;
    case BodyKind::Tumour:
        setAxes(body, std::clamp(18.5F + 3.2F * random.bell(), 13.0F, 31.0F), random.within(1.05F, 1.7F));
        rough = 0.05F;
        break;
    case BodyKind::DarkTumour:
        setAxes(body, std::clamp(16.0F + 3.0F * random.bell(), 11.0F, 27.0F), random.within(1.1F, 2.0F));
        rough = 0.075F;
        break;
    case BodyKind::Lymphocyte:
        setAxes(body, 11.4F + 0.9F * random.bell(), random.within(1.0F, 1.4F));
        rough = 0.045F;
        break;
    case BodyKind::Plasma:
        setAxes(body, 12.6F + 0.9F * random.bell(), random.within(1.05F, 1.35F));
        break;
    case BodyKind::Fibroblast:
        body.b = std::clamp(6.9F + 0.9F * random.bell(), 5.2F, 9.5F);
        body.a = std::clamp(body.b * random.within(2.2F, 4.4F), 15.0F, 31.0F);
        body.bend = 0.22F * random.bell();
        break;
    case BodyKind::RedCell:
        setAxes(body, random.within(10.5F, 13.0F), random.within(1.0F, 1.3F));
        rough = 0.05F;
        break;
    }
    body.wave2c = rough * random.bell();
    body.wave2s = rough * random.bell();
    body.wave3c = rough * random.bell();
    body.wave3s = rough * random.bell();
    body.wave5c = 0.5F * rough * random.bell();
    const float swell = 1 + std::abs(body.wave2c) + std::abs(body.wave2s) + std::abs(body.wave3c)
        + std::abs(body.wave3s) + std::abs(body.wave5c);
    body.reach = swell * body.a + 2 * std::abs(body.bend) * body.b + 1;
    const float tooFar = body.reach / static_cast<float>(Placement::kReachPx);
    if (tooFar > 1) {
        body.a /= tooFar;
        body.b /= tooFar;
        body.reach = static_cast<float>(Placement::kReachPx);
    }
    return body;
}

void orient(CellBody& body, const TissuePoint& point, const TissuePoint& right, const TissuePoint& below,
    PositionRandom& random)
{
    const float angle = random.within(0, kTau), sway = random.bell();
    const auto gradient = [&](float TissuePoint::*field) {
        return std::atan2(below.*field - point.*field, right.*field - point.*field);
    };
    switch (body.kind) {
    case BodyKind::Epithelial:
        return turn(body, point.kind == Compartment::Glands ? gradient(&TissuePoint::epithelium) + 0.3F * sway : angle);
    case BodyKind::Tumour:
    case BodyKind::DarkTumour: // streams with the fibres around, more or less
        return turn(body, gradient(&TissuePoint::across) + kTau / 4 + 0.55F * sway);
    case BodyKind::Fibroblast:
        if (point.vessel > -16)
            return turn(body, gradient(&TissuePoint::vessel) + kTau / 4 + 0.1F * sway);
        return turn(body,
            gradient(-point.epithelium < 45 ? &TissuePoint::epithelium : &TissuePoint::across) + kTau / 4
                + 0.22F * sway);
    default:
        return turn(body, angle);
    }
}

bool collides(const CellBody& candidate, const CellBody& placed)
{
    const double apart = std::hypot(candidate.x - placed.x, candidate.y - placed.y);
    const float clear = clearance(candidate);
    if (apart > static_cast<double>(candidate.reach + placed.reach + clear))
        return false;
    if (apart < static_cast<double>(std::min(candidate.b, placed.b)))
        return true;
    return reachesInto(candidate, placed, clear) || reachesInto(placed, candidate, clear);
}

} // namespace nb
