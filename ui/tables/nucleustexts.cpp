// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/nucleustexts.h"

#include <QColor>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace nb
{

namespace
{

struct NucleusTexts {
    Q_DECLARE_TR_FUNCTIONS(nb::NucleusTexts)
};

struct Naming {
    const char* column;
    const char* text;
    int decimals;
};

constexpr std::array<Naming, 14> kNamings{{{"area_um2", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Area (µm²)"), 1},
    {"perimeter_um", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Perimeter (µm)"), 1},
    {"circularity", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Circularity"), 3},
    {"solidity", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Solidity"), 3},
    {"eccentricity", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Eccentricity"), 3},
    {"major_axis_um", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Major axis (µm)"), 1},
    {"minor_axis_um", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Minor axis (µm)"), 1},
    {"orientation_deg", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Orientation (°)"), 0},
    {"haematoxylin_mean", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Haematoxylin, mean (OD)"), 3},
    {"haematoxylin_std", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Haematoxylin, SD (OD)"), 3},
    {"eosin_mean", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Eosin, mean (OD)"), 3},
    {"eosin_std", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Eosin, SD (OD)"), 3},
    {"inside_mean", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Inside probability"), 3},
    {"boundary_confidence", QT_TRANSLATE_NOOP("nb::NucleusTexts", "Boundary confidence"), 3}}};

const Naming* namingOf(const std::string& column)
{
    const auto found
        = std::find_if(kNamings.begin(), kNamings.end(), [&](const Naming& n) { return column == n.column; });
    return found == kNamings.end() ? nullptr : &*found;
}

const ClassRecord* classOf(std::span<const ClassRecord> classes, int id)
{
    const auto found = std::find_if(classes.begin(), classes.end(), [id](const ClassRecord& c) { return c.id == id; });
    return found == classes.end() ? nullptr : &*found;
}

} // namespace

QString originText(NucleusOrigin origin)
{
    switch (origin) {
    case NucleusOrigin::Model:
        return NucleusTexts::tr("Model");
    case NucleusOrigin::Corrected:
        return NucleusTexts::tr("Corrected");
    case NucleusOrigin::Drawn:
        return NucleusTexts::tr("Drawn");
    case NucleusOrigin::Accepted:
        return NucleusTexts::tr("Accepted");
    case NucleusOrigin::Imported:
        return NucleusTexts::tr("Imported");
    }
    return {};
}

QString measurementText(const std::string& column)
{
    const Naming* naming = namingOf(column);
    return naming ? NucleusTexts::tr(naming->text) : QString::fromStdString(column);
}

int measurementDecimals(const std::string& column)
{
    const Naming* naming = namingOf(column);
    return naming ? naming->decimals : 3;
}

QString measurementValue(const std::string& column, double value)
{
    return std::isfinite(value) ? QLocale().toString(value, 'f', measurementDecimals(column)) : QStringLiteral("–");
}

QString className(std::span<const ClassRecord> classes, int id)
{
    const ClassRecord* record = classOf(classes, id);
    return record ? QString::fromStdString(record->name) : NucleusTexts::tr("Class %1").arg(id);
}

QColor classColor(std::span<const ClassRecord> classes, int id)
{
    const ClassRecord* record = classOf(classes, id);
    return record ? QColor(QRgb(record->color)) : QColor(Qt::gray);
}

} // namespace nb
