// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/displayadjustment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace nb
{

namespace
{

constexpr double kSteepest = 3; // powers of two at contrast 1

/// First and one past the last column whose middle is in the convex area at the row's middle.
std::pair<int, int> spanOf(const QPolygonF& area, int row, int left, int right)
{
    const double y = row + 0.5;
    double from = std::numeric_limits<double>::infinity(), to = -from;
    for (qsizetype i = 0; i < area.size(); ++i) {
        const QPointF a = area[i], b = area[(i + 1) % area.size()];
        if ((a.y() <= y) == (b.y() <= y))
            continue;
        const double x = a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
        from = std::min(from, x);
        to = std::max(to, x);
    }
    if (!(from < to))
        return {0, 0};
    const auto column = [&](double x) { // of the first pixel whose middle is at or beyond x
        return static_cast<int>(std::clamp<double>(std::ceil(x - 0.5), left, right));
    };
    return {column(from), column(to)};
}

double within(double value, double least, double most, double otherwise)
{
    return std::isfinite(value) ? std::clamp(value, least, most) : otherwise;
}

} // namespace

DisplayAdjustment DisplayAdjustment::kept() const
{
    return {within(brightness, -1, 1, 0), within(contrast, -1, 1, 0), within(gamma, 0.2, 5, 1)};
}

std::array<std::uint8_t, 256> DisplayAdjustment::table() const
{
    const DisplayAdjustment a = kept();
    const double slope = a.contrast < 0 ? 1 + a.contrast : std::exp2(kSteepest * a.contrast);
    std::array<std::uint8_t, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double bent = std::pow(static_cast<double>(i) / 255, 1 / a.gamma);
        const double value = (bent - 0.5) * slope + 0.5 + a.brightness;
        table[i] = static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
    }
    return table;
}

void applyTable(QImage& image, const QRect& piece, const QPolygonF& area, const std::array<std::uint8_t, 256>& table)
{
    const QRect part = piece.intersected(image.rect());
    for (int row = part.top(); row <= part.bottom(); ++row) {
        const auto [from, to] = spanOf(area, row, part.left(), part.right() + 1);
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = from; column < to; ++column) {
            const QRgb p = line[column];
            line[column] = qRgb(table[static_cast<std::size_t>(qRed(p))], table[static_cast<std::size_t>(qGreen(p))],
                table[static_cast<std::size_t>(qBlue(p))]);
        }
    }
}

ChannelHistogram histogramOf(const QImage& image, const QPolygonF& area, int stride)
{
    ChannelHistogram histogram{};
    for (int row = 0; row < image.height(); row += stride) {
        const auto [from, to] = spanOf(area, row, 0, image.width());
        const auto* const line = reinterpret_cast<const QRgb*>(image.constScanLine(row));
        for (int column = from; column < to; column += stride) {
            const QRgb p = line[column];
            ++histogram[0][static_cast<std::size_t>(qRed(p))];
            ++histogram[1][static_cast<std::size_t>(qGreen(p))];
            ++histogram[2][static_cast<std::size_t>(qBlue(p))];
        }
    }
    return histogram;
}

ChannelHistogram shown(const ChannelHistogram& scanned, const std::array<std::uint8_t, 256>& table)
{
    ChannelHistogram histogram{};
    for (std::size_t channel = 0; channel < histogram.size(); ++channel)
        for (std::size_t value = 0; value < table.size(); ++value)
            histogram[channel][table[value]] += scanned[channel][value];
    return histogram;
}

} // namespace nb
