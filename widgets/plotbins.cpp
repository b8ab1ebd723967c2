// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plotbins.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nb
{

namespace
{

constexpr double kFewestBins = 25;
constexpr double kAir = 0.02;

/// The largest of 1, 2, 5 times a power of ten that gives enough bins.
double binWidth(double range)
{
    const double most = range / kFewestBins, power = std::pow(10, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= most)
            return factor * power;
    return power;
}

} // namespace

PlotRange rangeOf(std::span<const double> values)
{
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (const double value : values) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
    if (!(least <= most))
        return {0, 1};
    const double air = most > least ? kAir * (most - least) : std::max(std::abs(most) * kAir, 0.5);
    return {least - air, most + air};
}

std::vector<std::uint8_t> chosenPoints(const PlotPoints& points, std::span<const std::int64_t> chosen)
{
    std::vector<std::uint8_t> flags(points.size(), 0);
    auto next = chosen.begin();
    for (std::size_t i = 0; i < points.size() && next != chosen.end(); ++i) {
        next = std::find_if(next, chosen.end(), [&](std::int64_t row) { return row >= points.rows[i]; });
        flags[i] = next != chosen.end() && *next == points.rows[i] ? 1 : 0;
    }
    return flags;
}

HistogramBins histogramOf(const PlotPoints& points, const PlotRange& shown, std::span<const int> classes,
    std::span<const std::uint8_t> chosen)
{
    HistogramBins bins;
    bins.width = binWidth(shown.most - shown.least);
    bins.least = std::floor(shown.least / bins.width) * bins.width;
    const auto count = static_cast<std::size_t>(std::ceil((shown.most - bins.least) / bins.width));
    bins.counts.assign(std::max<std::size_t>(1, classes.size()), std::vector<std::int64_t>(count, 0));
    bins.chosen.assign(count, 0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double at = std::floor((points.x[i] - bins.least) / bins.width);
        if (at < 0 || at >= static_cast<double>(count))
            continue;
        const auto bin = static_cast<std::size_t>(at);
        std::size_t series = 0;
        if (!classes.empty())
            series = static_cast<std::size_t>(
                std::find(classes.begin(), classes.end(), points.classes[i]) - classes.begin());
        if (series < bins.counts.size())
            ++bins.counts[series][bin];
        if (!chosen.empty() && chosen[i])
            ++bins.chosen[bin];
    }
    return bins;
}

std::uint32_t DensityGrid::most() const
{
    return counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
}

DensityGrid densityOf(const PlotPoints& points, const PlotRange& x, const PlotRange& y, int width, int height,
    std::span<const std::uint8_t> chosen, bool withClasses)
{
    DensityGrid grid{std::max(1, width), std::max(1, height), {}, {}, {}};
    const auto cells = static_cast<std::size_t>(grid.width) * static_cast<std::size_t>(grid.height);
    grid.counts.assign(cells, 0);
    grid.chosen.assign(cells, 0);
    grid.classes.assign(withClasses ? cells : 0, 0);
    const double perX = grid.width / (x.most - x.least), perY = grid.height / (y.most - y.least);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double column = (points.x[i] - x.least) * perX, row = (points.y[i] - y.least) * perY;
        if (!(column >= 0 && row >= 0 && column < grid.width && row < grid.height))
            continue;
        const auto line = static_cast<std::size_t>(grid.height - 1) - static_cast<std::size_t>(row);
        const auto cell = line * static_cast<std::size_t>(grid.width) + static_cast<std::size_t>(column);
        ++grid.counts[cell];
        if (!chosen.empty() && chosen[i])
            ++grid.chosen[cell];
        if (withClasses)
            grid.classes[cell] = points.classes[i];
    }
    return grid;
}

} // namespace nb
