// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/document/measurementcolumns.h"

#include <QString>

#include <span>

class QColor;

namespace nb
{

// What lists and plots call things, in the person's language.

[[nodiscard]] QString originText(NucleusOrigin origin);
/// With its unit: "Area (µm²)". `column` is one of measurementColumns().
[[nodiscard]] QString measurementText(const std::string& column);
/// Decimals that are worth reading.
[[nodiscard]] int measurementDecimals(const std::string& column);
/// In the person's way of writing numbers; a dash where it was not measured.
[[nodiscard]] QString measurementValue(const std::string& column, double value);
/// The class's name; its number where it is gone.
[[nodiscard]] QString className(std::span<const ClassRecord> classes, int id);
[[nodiscard]] QColor classColor(std::span<const ClassRecord> classes, int id);

} // namespace nb
