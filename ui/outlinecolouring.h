// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/segment/nucleusindex.h"
#include "widgets/colourtable.h"

#include <QColor>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace nb
{

/// What the colour of a nucleus's outline says.
struct OutlineColouring {
    enum class By { Nothing, Class, Measurement };

    By by = By::Class;
    int measurement = 0; ///< index into measurementColumns()
    double least = 0; ///< of the measurement; what is below looks like it
    double most = 1;
    ColourTable table = ColourTable::Viridis;
    friend bool operator==(const OutlineColouring&, const OutlineColouring&) = default;
};

/// A class's colour on the slide: its own, or with `redGreenSafe` one of kClassPalette by its place in the list.
[[nodiscard]] QColor outlineColour(const std::vector<ClassRecord>& classes, int classId, bool redGreenSafe);

/// What a line at `share` (0..1) of a measurement's range is drawn in: the table from where it stands out from a nucleus.
[[nodiscard]] QRgb lineColour(const std::array<QRgb, 256>& table, double share);

/// For OutlineStyle::colour; empty for one colour for all. A nucleus of no class, or one that was not measured, is grey
/// where the others tell something.
[[nodiscard]] std::function<QColor(const NucleusOutline&)> outlineColours(
    const OutlineColouring& colouring, const std::vector<ClassRecord>& classes, bool redGreenSafe);

/// What most outlines look like, for the swatch beside their name: the colour of class "Nucleus", of a high value, or
/// the one for all.
[[nodiscard]] QColor typicalOutlineColour(
    const OutlineColouring& colouring, const std::vector<ClassRecord>& classes, bool redGreenSafe);

/// The range that holds nearly all (2nd to 98th percentile) of what the nuclei in `level0Area` measure, of some
/// thousands of them; nothing where none was measured.
[[nodiscard]] std::optional<std::pair<double, double>> measuredRange(
    const NucleusSource& nuclei, const Rect& level0Area, int measurement);

} // namespace nb
