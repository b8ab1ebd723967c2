// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/starcontour.h"

#include "engine/geometry/polygon.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace nb
{

namespace
{

constexpr int kRays = StarContour::kRays;
constexpr int kSteps = 56; // along a ray
constexpr int kBeyond = 8; // samples past the last step, for what lies outside of it
constexpr int kBend = 2; // steps from one ray to the next, at most
constexpr double kClickStepPx = StarSearch::kReach / kSteps;

// Fitted by random search on the nuclei of data/mod/train that the model misses.
constexpr double kColourEdge = 0.556;
constexpr double kNuclearEdge = 1.152;
constexpr double kBoundary = 1.550;
constexpr double kInsideDrop = 0.340;
constexpr double kColourWithin = 0.662;
constexpr double kNuclearWithin = 0.410;
constexpr double kColourMiddle = 0.460; // share of the way from the ground's colour to the nucleus'
constexpr double kNuclearMiddle = 1.545;
constexpr double kSize = 0.342;
constexpr double kUsualSize = 1.236; // of the typical radius
constexpr double kBendCost = 0.0692;
constexpr double kTakenCostPerPx = 0.156;
constexpr double kClearContrast = 0.050; // optical density: less, and colours count for less
constexpr double kGroundShare = 0.154; // quantile of the surroundings' density
constexpr double kColourRenewal = 0.431;
constexpr double kScale = 1.115, kOffsetPx = 0.94; // truth is drawn a little outside of the steepest place
constexpr double kEdgePx = 3;
constexpr double kInsideBehindPx = 4.5, kInsideBeyondPx = 2.25;

constexpr double kDrawnLine = 3; // weight of the drawn line's place

constexpr double kSpotPx = 2.3; // the clicked colour
constexpr int kRingFromPx = 6, kRingToPx = 36;
constexpr double kLeastContrast = 0.02;
constexpr double kBesidePx = 3; // the other places that a click may have meant
constexpr double kNotHolding = 0.3, kExactly = 0.6; // score

double angleOf(int ray)
{
    return 2 * std::numbers::pi * ray / kRays;
}

} // namespace

struct StarSearch::Grid {
    double stepPx = kClickStepPx;
    double typicalRadius = 10;
    bool drawn = false; ///< `wanted` holds
    std::array<double, kRays> wanted{};
    float score[kRays][kSteps] = {};
    float edge[kRays][kSteps] = {};

    [[nodiscard]] int stepsOf(double px) const { return std::max(1, static_cast<int>(std::lround(px / stepPx))); }
    [[nodiscard]] StarContour best(const Point& centre) const;
};

Ring StarContour::ring() const
{
    Ring ring;
    for (int k = 0; k < kRays; ++k) {
        const double r = radius[static_cast<std::size_t>(k)];
        ring.push_back({centre.x + r * std::cos(angleOf(k)), centre.y + r * std::sin(angleOf(k))});
    }
    return ring;
}

/// Twice round, so that the middle of the path is closed whatever its ends are.
StarContour StarSearch::Grid::best(const Point& centre) const
{
    constexpr int kLast = 2 * kRays;
    std::vector<std::array<float, kSteps>> value(kLast + 1);
    std::vector<std::array<std::int8_t, kSteps>> from(kLast + 1);
    value[0].fill(0);
    for (int k = 1; k <= kLast; ++k)
        for (int m = 0; m < kSteps; ++m) {
            float most = -1e9F;
            for (int bend = -kBend; bend <= kBend; ++bend) {
                if (m + bend < 0 || m + bend >= kSteps)
                    continue;
                const float v = value[static_cast<std::size_t>(k - 1)][static_cast<std::size_t>(m + bend)]
                    - static_cast<float>(kBendCost * bend * bend);
                if (v > most) {
                    most = v;
                    from[static_cast<std::size_t>(k)][static_cast<std::size_t>(m)] = static_cast<std::int8_t>(bend);
                }
            }
            value[static_cast<std::size_t>(k)][static_cast<std::size_t>(m)] = most + score[k % kRays][m];
        }
    std::array<int, kLast + 1> path{};
    path[kLast] = static_cast<int>(std::max_element(value[kLast].begin(), value[kLast].end()) - value[kLast].begin());
    for (int k = kLast; k > 0; --k)
        path[static_cast<std::size_t>(k - 1)] = path[static_cast<std::size_t>(k)]
            + from[static_cast<std::size_t>(k)][static_cast<std::size_t>(path[static_cast<std::size_t>(k)])];
    StarContour contour;
    contour.centre = centre;
    for (int k = kRays / 2; k < kRays / 2 + kRays; ++k) {
        const int m = path[static_cast<std::size_t>(k)];
        contour.radius[static_cast<std::size_t>(k % kRays)] = (m + 1) * stepPx;
        contour.score += static_cast<double>(score[k % kRays][m]) / kRays;
        contour.edge += static_cast<double>(edge[k % kRays][m]) / kRays;
    }
    return contour;
}

StarSearch::StarSearch(const SnapEvidence& evidence, double typicalRadius)
    : m_evidence(evidence)
    , m_typicalRadius(typicalRadius)
{
}

/// A low quantile of what lies around: that is not nucleus, however crowded the place is.
double StarSearch::ringColour(const Point& at) const
{
    std::vector<float> ring;
    for (int dy = -kRingToPx; dy <= kRingToPx; dy += 2)
        for (int dx = -kRingToPx; dx <= kRingToPx; dx += 2) {
            const int x = static_cast<int>(at.x) + dx, y = static_cast<int>(at.y) + dy;
            const double away = std::hypot(dx, dy);
            if (away >= kRingFromPx && away <= kRingToPx && x >= 0 && y >= 0 && x < m_evidence.width()
                && y < m_evidence.height())
                ring.push_back(m_evidence.red.at(x, y));
        }
    if (ring.empty())
        return 0;
    const auto nth = ring.begin() + static_cast<std::ptrdiff_t>(kGroundShare * static_cast<double>(ring.size() - 1));
    std::nth_element(ring.begin(), nth, ring.end());
    return *nth;
}

StarSearch::Colours StarSearch::coloursAt(const Point& at) const
{
    double sum = 0;
    int count = 0;
    const int reach = static_cast<int>(kSpotPx);
    for (int dy = -reach; dy <= reach; ++dy)
        for (int dx = -reach; dx <= reach; ++dx)
            if (std::hypot(dx, dy) <= kSpotPx) {
                sum += static_cast<double>(sampled(m_evidence.red, at.x + dx, at.y + dy));
                ++count;
            }
    const double nucleus = sum / count;
    return {nucleus, std::min(ringColour(at), nucleus - kLeastContrast)};
}

std::optional<double> StarSearch::meanColour(const StarContour& contour) const
{
    double sum = 0, weight = 0;
    for (int k = 0; k < kRays; ++k)
        for (double r = 0.5; r < contour.radius[static_cast<std::size_t>(k)]; r += 1) {
            sum += r
                * static_cast<double>(sampled(m_evidence.red, contour.centre.x + r * std::cos(angleOf(k)),
                    contour.centre.y + r * std::sin(angleOf(k))));
            weight += r;
        }
    return weight > 0 ? std::optional(sum / weight) : std::nullopt;
}

void StarSearch::scoreRay(Grid& grid, int ray, const Point& centre, const Colours& colours) const
{
    constexpr int kSamples = kSteps + kBeyond;
    std::array<float, kSamples> colour{}, nuclear{}, boundary{}, inside{};
    std::array<float, kSamples + 1> colourSum{}, nuclearSum{};
    const double contrast = colours.nucleus - colours.ground;
    const double trust = std::clamp(contrast / kClearContrast, 0.0, 1.0);
    const double dx = std::cos(angleOf(ray)), dy = std::sin(angleOf(ray));
    int taken = kSteps;
    for (int m = 0; m < kSamples; ++m) {
        const auto i = static_cast<std::size_t>(m);
        const double x = centre.x + (m + 0.5) * grid.stepPx * dx, y = centre.y + (m + 0.5) * grid.stepPx * dy;
        const double share = (static_cast<double>(sampled(m_evidence.red, x, y)) - colours.ground)
            / std::max(kClearContrast, contrast);
        colour[i] = static_cast<float>(std::clamp(share, -0.3, 1.3));
        nuclear[i] = sampled(m_evidence.nuclear, x, y);
        boundary[i] = sampled(m_evidence.boundary, x, y);
        inside[i] = sampled(m_evidence.inside, x, y);
        colourSum[i + 1] = colourSum[i] + colour[i];
        nuclearSum[i + 1] = nuclearSum[i] + nuclear[i];
        if (taken == kSteps && m < kSteps && x >= 0 && y >= 0 && x < m_evidence.width() && y < m_evidence.height()
            && m_evidence.taken.at(static_cast<int>(x), static_cast<int>(y)) != 0)
            taken = m;
    }
    const int edge = std::min(grid.stepsOf(kEdgePx), kBeyond - 1);
    const int behind = grid.stepsOf(kInsideBehindPx), beyond = grid.stepsOf(kInsideBeyondPx);
    const auto stepAt = [edge](const std::array<float, kSamples + 1>& sum, int m) {
        const int low = std::max(0, m + 1 - edge), high = m + 1 + edge;
        const auto at = [&](int k) { return static_cast<double>(sum[static_cast<std::size_t>(k)]); };
        return (at(m + 1) - at(low)) / (m + 1 - low) - (at(high) - at(m + 1)) / (high - m - 1);
    };
    double within = 0;
    for (int m = 0; m < kSteps; ++m) {
        const auto i = static_cast<std::size_t>(m);
        const double r = (m + 1) * grid.stepPx;
        within += grid.stepPx * r / (grid.typicalRadius * grid.typicalRadius)
            * (trust * kColourWithin * (static_cast<double>(colour[i]) - kColourMiddle)
                + kNuclearWithin * (static_cast<double>(nuclear[i]) - kNuclearMiddle));
        const double drop = static_cast<double>(inside[static_cast<std::size_t>(std::max(0, m - behind))]
            - inside[static_cast<std::size_t>(std::min(m + beyond, kSamples - 1))]);
        const double size = std::log(r / (grid.typicalRadius * kUsualSize));
        const double edgeHere = trust * kColourEdge * stepAt(colourSum, m) + kNuclearEdge * stepAt(nuclearSum, m)
            + kBoundary * static_cast<double>(boundary[i]) + kInsideDrop * drop;
        double score = edgeHere + within - kSize * size * size;
        if (m > taken)
            score -= kTakenCostPerPx * (m - taken) * grid.stepPx;
        if (grid.drawn) {
            const double off = std::log(r / grid.wanted[static_cast<std::size_t>(ray)]);
            score -= kDrawnLine * off * off;
        }
        grid.score[ray][m] = static_cast<float>(score);
        grid.edge[ray][m] = static_cast<float>(edgeHere);
    }
}

void StarSearch::score(Grid& grid, const Point& centre, const Colours& colours) const
{
    for (int ray = 0; ray < kRays; ++ray)
        scoreRay(grid, ray, centre, colours);
}

StarContour StarSearch::found(Grid& grid, const Point& at) const
{
    constexpr int kRounds = 3;
    Colours colours = coloursAt(at);
    Point centre = at;
    StarContour contour;
    for (int round = 0; round < kRounds; ++round) {
        score(grid, centre, colours);
        contour = grid.best(centre);
        if (round + 1 == kRounds)
            break;
        if (!grid.drawn) // the drawn line is measured from its own middle
            centre = centroid(contour.ring());
        if (const auto mean = meanColour(contour))
            colours.nucleus = (1 - kColourRenewal) * colours.nucleus
                + kColourRenewal * std::max(*mean, colours.ground + kLeastContrast);
    }
    for (double& radius : contour.radius)
        radius = std::max(1.0, radius * kScale + kOffsetPx);
    return contour;
}

StarContour StarSearch::around(const Point& at) const
{
    Grid grid;
    grid.typicalRadius = m_typicalRadius;
    return found(grid, at);
}

StarContour StarSearch::atClick(const Point& at) const
{
    constexpr std::array<Point, 5> kPlaces{{{0, 0}, {kBesidePx, 0}, {-kBesidePx, 0}, {0, kBesidePx}, {0, -kBesidePx}}};
    StarContour best;
    double most = -1e9;
    for (const Point& place : kPlaces) {
        const Point from{std::clamp(at.x + place.x, 0.5, m_evidence.width() - 0.5),
            std::clamp(at.y + place.y, 0.5, m_evidence.height() - 0.5)};
        StarContour contour = around(from);
        const double worth = contour.score - (contains(contour.ring(), at) ? 0 : kNotHolding)
            + (place == kPlaces.front() ? kExactly : 0);
        if (worth > most) {
            most = worth;
            best = contour;
        }
    }
    best.score = most;
    return best;
}

StarContour StarSearch::along(const Ring& rough, const Point& middle) const
{
    Grid grid;
    grid.drawn = true;
    grid.typicalRadius = std::sqrt(std::abs(signedArea(rough)) / std::numbers::pi) / kUsualSize;
    double farthest = 0;
    for (const Point& p : rough)
        farthest = std::max(farthest, std::hypot(p.x - middle.x, p.y - middle.y));
    for (int ray = 0; ray < kRays; ++ray) { // where the ray leaves the ring for the last time
        double r = farthest;
        while (
            r > 1 && !contains(rough, {middle.x + r * std::cos(angleOf(ray)), middle.y + r * std::sin(angleOf(ray))}))
            r -= 0.25;
        grid.wanted[static_cast<std::size_t>(ray)] = (std::max(r, 1.0) - kOffsetPx / 2) / kScale;
    }
    grid.stepPx = std::clamp(1.5 * farthest / kSteps, 0.3, 3.0);
    return found(grid, middle);
}

} // namespace nb
