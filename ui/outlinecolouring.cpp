// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outlinecolouring.h"

#include "engine/document/classpalette.h"
#include "ui/layerstyle.h"
#include "widgets/outlinestyle.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr std::size_t kEnough = 20000; // nuclei, for a range
constexpr std::size_t kFewest = 5; // with fewer, their extremes are the range
constexpr double kOutliers = 0.02; // at each end
constexpr QRgb kUnknown = 0xFFB0B0B0;
constexpr double kDarkestLine = 35; // L* of CIE 1976: a darker line is not seen on a nucleus

/// L* of CIE 1976, 0..100, of an sRGB colour.
double lightness(QRgb colour)
{
    const auto linear = [](int value) { return std::pow(value / 255.0, 2.2); };
    const double y
        = 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

} // namespace

QColor outlineColour(const std::vector<ClassRecord>& classes, int classId, bool redGreenSafe)
{
    const auto found
        = std::find_if(classes.begin(), classes.end(), [classId](const ClassRecord& c) { return c.id == classId; });
    if (found == classes.end())
        return OutlineStyle().line;
    if (redGreenSafe)
        return QColor::fromRgb(QRgb(
            kClassPalette[static_cast<std::size_t>(found - classes.begin()) % kClassPalette.size()] | 0xFF000000U));
    return QColor::fromRgb(QRgb(found->color | 0xFF000000U));
}

QRgb lineColour(const std::array<QRgb, 256>& table, double share)
{
    const auto first = std::find_if(table.begin(), table.end(), [](QRgb colour) { return lightness(colour) >= kDarkestLine; });
    const auto from = static_cast<double>(first - table.begin());
    return table[static_cast<std::size_t>(std::lround(from + (255 - from) * share))];
}

std::function<QColor(const NucleusOutline&)> outlineColours(
    const OutlineColouring& colouring, const std::vector<ClassRecord>& classes, bool redGreenSafe)
{
    if (colouring.by == OutlineColouring::By::Nothing)
        return {};
    if (colouring.by == OutlineColouring::By::Class) {
        if (classes.empty())
            return {};
        return [classes, redGreenSafe](
                   const NucleusOutline& nucleus) { return outlineColour(classes, nucleus.classId, redGreenSafe); };
    }
    const auto& table = colours(redGreenSafe ? ColourTable::Cividis : colouring.table);
    const auto column = static_cast<std::size_t>(colouring.measurement);
    const double least = colouring.least, width = std::max(colouring.most - least, 1e-9);
    return [&table, column, least, width](const NucleusOutline& nucleus) {
        const double value = column < nucleus.measurements.size() ? double{nucleus.measurements[column]} : std::nan("");
        if (!std::isfinite(value))
            return QColor::fromRgb(kUnknown);
        const double share = std::clamp((value - least) / width, 0.0, 1.0);
        return QColor::fromRgb(lineColour(table, share));
    };
}

QColor typicalOutlineColour(
    const OutlineColouring& colouring, const std::vector<ClassRecord>& classes, bool redGreenSafe)
{
    if (colouring.by == OutlineColouring::By::Class)
        return outlineColour(classes, kNucleusClass, redGreenSafe);
    if (colouring.by == OutlineColouring::By::Measurement)
        return typicalColour(redGreenSafe ? ColourTable::Cividis : colouring.table);
    return OutlineStyle().line;
}

std::optional<std::pair<double, double>> measuredRange(
    const NucleusSource& nuclei, const Rect& level0Area, int measurement)
{
    std::vector<double> values;
    const auto column = static_cast<std::size_t>(measurement);
    nuclei.visit(level0Area, [&](const NucleusOutline& nucleus) {
        if (column < nucleus.measurements.size() && std::isfinite(nucleus.measurements[column]))
            values.push_back(double{nucleus.measurements[column]});
        return values.size() < kEnough;
    });
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    const double cutOff = values.size() < kFewest ? 0 : kOutliers;
    const auto at = [&](double share) { return values[static_cast<std::size_t>(std::lround(share * last))]; };
    return std::pair{at(cutOff), at(1 - cutOff)};
}

} // namespace nb
