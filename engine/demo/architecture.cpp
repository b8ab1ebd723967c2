// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/architecture.h"

#include "engine/demo/noisefield.h"
#include "engine/demo/positionhash.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kSectionPx = 9000; // a slide larger than this holds several sections
constexpr double kCompartmentPx = 1150;
constexpr double kVesselGridPx = 430;

// One random sequence for each use, so that none repeats another's pattern.
enum Salt : std::uint64_t {
    kEdge = 1,
    kWarpX,
    kWarpY,
    kCells,
    kGlands,
    kFat,
    kVessels,
    kFibre,
    kInfiltrate,
    kLumen,
    kBand
};

/// Where a point lies among cells that grew around jittered lattice points (Worley 1996): the cell's key and the
/// distance to its border, px. Corners are rounded by `rounding` px.
struct CellPoint {
    std::uint64_t key = 0;
    float toBorder = 0;
    float toCentre = 0;
};

CellPoint cellAt(std::uint64_t seed, double x, double y, double spacing, float jitter, float rounding)
{
    const auto cx = static_cast<std::int64_t>(std::floor(x / spacing));
    const auto cy = static_cast<std::int64_t>(std::floor(y / spacing));
    struct Centre {
        float x, y, squared;
        std::uint64_t key;
    };
    std::array<Centre, 25> centres{};
    std::size_t count = 0, nearest = 0;
    for (std::int64_t j = -2; j <= 2; ++j) {
        for (std::int64_t i = -2; i <= 2; ++i) {
            const std::uint64_t key = positionHash(seed, cx + i, cy + j);
            const float ox = 0.5F + jitter * (unitFloat(key) - 0.5F),
                        oy = 0.5F + jitter * (unitFloat(key << 24) - 0.5F);
            Centre& c = centres[count];
            c.x = static_cast<float>((static_cast<double>(cx + i) + static_cast<double>(ox)) * spacing - x);
            c.y = static_cast<float>((static_cast<double>(cy + j) + static_cast<double>(oy)) * spacing - y);
            c.squared = c.x * c.x + c.y * c.y;
            c.key = key;
            if (c.squared < centres[nearest].squared)
                nearest = count;
            ++count;
        }
    }
    const Centre& own = centres[nearest];
    std::array<float, 25> borders{};
    float border = static_cast<float>(spacing);
    for (std::size_t k = 0; k < count; ++k) {
        if (k == nearest)
            continue;
        const float dx = centres[k].x - own.x, dy = centres[k].y - own.y;
        borders[k] = (centres[k].squared - own.squared) / (2 * std::sqrt(dx * dx + dy * dy));
        border = std::min(border, borders[k]);
    }
    if (rounding > 0) { // a soft minimum over all borders: -r·ln Σ exp(-d/r)
        float sum = 0;
        for (std::size_t k = 0; k < count; ++k)
            if (k != nearest && borders[k] < border + 6 * rounding)
                sum += std::exp((border - borders[k]) / rounding);
        border -= rounding * std::log(std::max(1.0F, sum));
    }
    return {own.key, border, std::sqrt(own.squared)};
}

Compartment compartmentOf(std::uint64_t key)
{
    constexpr std::array<std::pair<float, Compartment>, 6> kShares{
        {{0.35F, Compartment::Glands}, {0.69F, Compartment::Nests}, {0.78F, Compartment::ClearCells},
            {0.86F, Compartment::Fibrous}, {0.91F, Compartment::Lymphoid}, {1.01F, Compartment::Adipose}}};
    const float pick = unitFloat(mixBits(key ^ 0x5eedULL));
    return std::find_if(kShares.begin(), kShares.end(), [&](const auto& share) { return pick < share.first; })->second;
}

} // namespace

TissuePoint mixPoints(const TissuePoint& a, const TissuePoint& b, float t)
{
    const auto mix = [t](float from, float to) { return from + (to - from) * t; };
    TissuePoint point;
    point.tissue = mix(a.tissue, b.tissue);
    point.epithelium = mix(a.epithelium, b.epithelium);
    point.lumen = mix(a.lumen, b.lumen);
    point.fat = mix(a.fat, b.fat);
    point.vessel = mix(a.vessel, b.vessel);
    point.across = mix(a.across, b.across);
    point.along = mix(a.along, b.along);
    point.drift = mix(a.drift, b.drift);
    point.lymphoid = mix(a.lymphoid, b.lymphoid);
    point.depth = mix(a.depth, b.depth);
    point.kind = t < 0.5F ? a.kind : b.kind;
    return point;
}

Architecture::Architecture(std::int64_t width, std::int64_t height, std::uint64_t seed)
    : m_width(width)
    , m_height(height)
    , m_seed(mixBits(seed + 0x0bad5eedULL))
    , m_columns(std::max<std::int64_t>(1, std::llround(static_cast<double>(width) / kSectionPx)))
    , m_rows(std::max<std::int64_t>(1, std::llround(static_cast<double>(height) / kSectionPx)))
{
}

float Architecture::tissueEdge(double x, double y) const
{
    const double w = static_cast<double>(m_width) / static_cast<double>(m_columns);
    const double h = static_cast<double>(m_height) / static_cast<double>(m_rows);
    const double column = std::floor(x / w), row = std::floor(y / h);
    const double u = std::abs((x - column * w) / w * 2 - 1), v = std::abs((y - row * h) / h * 2 - 1);
    const double scale = std::min(w, h) / 2;
    const double out = std::pow(std::pow(u, 2.8) + std::pow(v, 2.8), 1 / 2.8);
    const double wide
        = noiseAt(m_seed + kEdge, x, y, scale * 0.8) * 0.07 + noiseAt(m_seed + kEdge, x, y + 5555, scale * 0.33) * 0.04;
    const double ragged = noiseAt(m_seed + kEdge, x + 7777, y, 240) * std::min(34.0, scale * 0.02)
        + noiseAt(m_seed + kEdge, x, y + 7777, 60) * 8;
    return static_cast<float>((0.93 + wide - out) * scale + ragged);
}

float Architecture::vessel(double x, double y) const
{
    const auto cx = static_cast<std::int64_t>(std::floor(x / kVesselGridPx));
    const auto cy = static_cast<std::int64_t>(std::floor(y / kVesselGridPx));
    float best = -1e4F;
    for (std::int64_t j = -1; j <= 1; ++j) {
        for (std::int64_t i = -1; i <= 1; ++i) {
            PositionRandom random(positionHash(m_seed + kVessels, cx + i, cy + j));
            if (random.unit() < 0.35F)
                continue;
            const double dx = x - (static_cast<double>(cx + i) + static_cast<double>(random.unit())) * kVesselGridPx;
            const double dy = y - (static_cast<double>(cy + j) + static_cast<double>(random.unit())) * kVesselGridPx;
            if (dx * dx + dy * dy > 110.0 * 110.0)
                continue; // too far to matter, whatever its shape
            const double turn = static_cast<double>(random.within(0, 3.1416F));
            const float radius = random.within(16, 46);
            const float squeeze = random.within(0.35F, 0.9F);
            const auto u = static_cast<float>(dx * std::cos(turn) + dy * std::sin(turn));
            const auto v = static_cast<float>(dy * std::cos(turn) - dx * std::sin(turn)) / squeeze;
            best = std::max(best, (radius - std::sqrt(u * u + v * v)) * squeeze);
        }
    }
    return best + 5 * noiseAt(m_seed + kVessels, x, y, 40);
}

void Architecture::fibres(double x, double y, TissuePoint& point) const
{
    const std::uint64_t seed = m_seed + kFibre;
    const double turn = static_cast<double>(unitFloat(mixBits(seed))) * 3.1416 + 0.9 * noiseAt(seed + 100, x, y, 6000);
    const double c = std::cos(turn), s = std::sin(turn);
    const double waves = 260.0 * noiseAt(seed + 200, x, y, 900) + 55.0 * noiseAt(seed + 300, x, y, 260)
        + 9.0 * noiseAt(seed + 400, x, y, 60);
    point.across = static_cast<float>(y * c - x * s + waves);
    point.along = static_cast<float>(x * c + y * s + 120.0 * noiseAt(seed + 500, x, y, 700));
    point.drift = 5 * noiseAt(seed + 600, x, y, 210);
}

void Architecture::fillCompartment(double x, double y, float toBorder, std::uint64_t key, TissuePoint& point) const
{
    const float septum = 26 + 16 * noiseAt(m_seed + kBand, x, y, 300);
    const float stroma = toBorder - septum;
    point.epithelium = -toBorder - septum; // no epithelium; continuous across the border, as all below
    const bool glands = point.kind == Compartment::Glands, clear = point.kind == Compartment::ClearCells;
    if (glands || clear || point.kind == Compartment::Nests) {
        const double spacing = (glands         ? 400
                                       : clear ? 330
                                               : 640)
            * (0.85 + 0.4 * static_cast<double>(unitFloat(key << 9)));
        const CellPoint cell = cellAt(m_seed + kGlands + (key & 0xff), x, y, spacing, 0.75F, glands ? 16.0F : 9.0F);
        const float gap
            = (clear ? 5.0F : 11.0F) + 16 * unitFloat(cell.key << 11) * (1 + noiseAt(m_seed + kBand, x, y, 170));
        const float open = smoothStep(0, 30, toBorder);
        point.epithelium = stroma + open * (std::min(cell.toBorder - (clear ? 0.4F : 1.0F) * gap, stroma) - stroma);
        point.depth = glands ? 26 + 26 * unitFloat(cell.key << 17) : 1e4F;
        const float height = 66 + 44 * unitFloat(cell.key << 13);
        if (glands && unitFloat(cell.key << 5) < 0.85F)
            point.lumen = cell.toBorder - gap - height + 13 * noiseAt(m_seed + kLumen, x, y, 55)
                + 5 * noiseAt(m_seed + kLumen + 50, x, y, 18);
        point.lumen = std::min(point.lumen, point.epithelium - 40);
    } else if (point.kind == Compartment::Adipose) {
        const CellPoint cell = cellAt(m_seed + kFat, x, y, 210, 0.7F, 8);
        point.fat = std::min(cell.toBorder - 2.4F - 2.5F * noiseAt(m_seed + kFat, x, y, 150), stroma);
    }
}

TissuePoint Architecture::at(double x, double y) const
{
    TissuePoint point;
    point.epithelium = point.lumen = point.fat = point.vessel = -1e3F;
    point.tissue = tissueEdge(x, y);
    if (point.tissue < -80)
        return point;
    const double wx = x + 210.0 * noiseAt(m_seed + kWarpX, x, y, 760) + 70.0 * noiseAt(m_seed + kWarpX + 90, x, y, 230);
    const double wy = y + 210.0 * noiseAt(m_seed + kWarpY, x, y, 760) + 70.0 * noiseAt(m_seed + kWarpY + 90, x, y, 230);
    const CellPoint cell = cellAt(m_seed + kCells, wx, wy, kCompartmentPx, 0.8F, 0);
    point.kind = compartmentOf(cell.key);
    fillCompartment(wx, wy, cell.toBorder, cell.key, point);
    point.epithelium = std::min(point.epithelium, point.tissue - 20);
    point.vessel = std::min({vessel(x, y), -point.epithelium - 14, -point.fat - 14, point.tissue - 30});
    const double u = 0.8 * x + 0.6 * y, v = 0.8 * y - 0.6 * x; // off the axes, or the lattice would show
    const float infiltrate
        = noiseAt(m_seed + kInfiltrate, u, v, 420) + 0.55F * noiseAt(m_seed + kInfiltrate, v, u, 130);
    point.lymphoid = point.kind == Compartment::Lymphoid
        ? smoothStep(10, 60, cell.toBorder) * std::clamp(0.85F + 0.45F * infiltrate, 0.3F, 1.0F)
        : 0.55F * smoothStep(0.25F, 0.9F, infiltrate);
    fibres(x, y, point);
    return point;
}

} // namespace nb
