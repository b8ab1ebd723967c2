// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/segment/nucleusindex.h"

#include <QColor>
#include <functional>

namespace nb
{

/// How outlines look: a bright line in a dark casing, which contrasts with every H&E colour and is told apart by
/// lightness, not by hue alone. What a person corrected or drew has a light, wider casing; what a person accepted as
/// the model found it has a dot in its middle. Widths are in device-independent screen pixels at every zoom.
struct OutlineStyle {
    QColor line{0xF0, 0xE4, 0x42}; ///< yellow of the Okabe-Ito palette
    QColor casing{0, 0, 0, 150};
    QColor handCasing{255, 255, 255, 235};
    double lineWidth = 1.4;
    double casingWidth = 3.2;
    double handCasingWidth = 5.2;
    double acceptedDot = 2.2; ///< radius of its light part
    double faintBelow = 6; ///< a nucleus smaller than this is drawn thin, uncased and see-through: many are a carpet
    double faintOpacity = 0.5;
    bool stroke = true;
    bool fill = false;
    double fillOpacity = 0.3;
    /// A nucleus's colour, where it is not `line`'s: by class or by a measurement. Called from any thread; must stay
    /// valid and give the same answer for the same nucleus.
    std::function<QColor(const NucleusOutline&)> colour;

    /// Whether a person made the outline what it is.
    [[nodiscard]] static bool byHand(const NucleusOutline& nucleus)
    {
        return is(nucleus, NucleusOrigin::Corrected) || is(nucleus, NucleusOrigin::Drawn);
    }
    /// Whether a person said that the model's outline is right.
    [[nodiscard]] static bool accepted(const NucleusOutline& nucleus) { return is(nucleus, NucleusOrigin::Accepted); }
    [[nodiscard]] QColor colourOf(const NucleusOutline& nucleus) const { return colour ? colour(nucleus) : line; }
    [[nodiscard]] QColor faintColourOf(const NucleusOutline& nucleus) const
    {
        QColor faint = colourOf(nucleus);
        faint.setAlphaF(static_cast<float>(faintOpacity));
        return faint;
    }

private:
    [[nodiscard]] static bool is(const NucleusOutline& nucleus, NucleusOrigin origin)
    {
        return nucleus.origin == static_cast<int>(origin);
    }
};

} // namespace nb
