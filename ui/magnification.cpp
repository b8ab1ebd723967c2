// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/magnification.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace nb
{

namespace
{

constexpr double kMagnificationTimesMpp = 10; // 40x is 0.25 µm/px
constexpr double kContradiction = 0.15; // share by which the objective may differ from what µm/px says

} // namespace

std::optional<double> fullMagnification(
    const std::optional<double>& objectivePower, const std::optional<PixelSize>& pixelSize)
{
    if (!pixelSize)
        return objectivePower;
    const double byPixelSize = kMagnificationTimesMpp / pixelSize->x;
    if (objectivePower && std::abs(*objectivePower - byPixelSize) <= kContradiction * byPixelSize)
        return objectivePower;
    return byPixelSize;
}

QList<ZoomPreset> zoomPresets(const std::optional<double>& full)
{
    QList<ZoomPreset> presets;
    const QLocale locale;
    if (full) {
        for (const double times : {1.25, 2.5, 5.0, 10.0, 20.0, 40.0, 80.0})
            presets.append(
                {QCoreApplication::translate("nb::ViewActions", "%1×").arg(locale.toString(times)), times / *full});
        return presets;
    }
    for (const double percent : {5.0, 10.0, 25.0, 50.0, 100.0, 200.0, 400.0})
        presets.append(
            {QCoreApplication::translate("nb::ViewActions", "%1 %").arg(locale.toString(percent)), percent / 100});
    return presets;
}

} // namespace nb
