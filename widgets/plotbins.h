// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace nb
{

/// Measured points, column by column: what a plot counts. Immutable once made.
struct PlotPoints {
    std::vector<std::int64_t> rows; ///< whose they are, ascending
    std::vector<int> classes; ///< class ids
    std::vector<double> x;
    std::vector<double> y; ///< empty: only one measurement (a histogram)

    [[nodiscard]] std::size_t size() const { return rows.size(); }
};

struct PlotRange {
    double least = 0;
    double most = 1;
    friend bool operator==(const PlotRange&, const PlotRange&) = default;
};

/// All of the values with a little air; [0, 1] for none, and never empty.
[[nodiscard]] PlotRange rangeOf(std::span<const double> values);

/// For each point whether its row is one of `chosen` (ascending). Linear.
[[nodiscard]] std::vector<std::uint8_t> chosenPoints(const PlotPoints& points, std::span<const std::int64_t> chosen);

/// Bins side by side from `least` on; each holds its lower edge and not its upper.
struct HistogramBins {
    double least = 0;
    double width = 1; ///< 1, 2 or 5 times a power of ten; edges are multiples of it
    std::vector<std::vector<std::int64_t>> counts; ///< by series, then by bin
    std::vector<std::int64_t> chosen; ///< of all series, by bin
};

/// 25 to 62 bins that cover `shown`. Points outside of it are counted in none. A series for each of `classes` (ids;
/// points of another class go to none), or one for all where it is empty. `chosen` as chosenPoints gives it, or empty.
[[nodiscard]] HistogramBins histogramOf(const PlotPoints& points, const PlotRange& shown, std::span<const int> classes,
    std::span<const std::uint8_t> chosen);

/// How many points fall into each cell of a picture of the plane; every point in the ranges counts.
struct DensityGrid {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> counts; ///< row by row, the largest y first
    std::vector<std::uint32_t> chosen;
    std::vector<int> classes; ///< the class of the last point in the cell, by row; 0: none. Empty unless asked for

    [[nodiscard]] std::uint32_t most() const;
};
[[nodiscard]] DensityGrid densityOf(const PlotPoints& points, const PlotRange& x, const PlotRange& y, int width,
    int height, std::span<const std::uint8_t> chosen, bool withClasses);

} // namespace nb
