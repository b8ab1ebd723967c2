// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QLocale>
#include <QString>

namespace nb
{

/// What a person has set once for all slides; kept in the settings.
struct Preferences {
    Theme theme = Theme::System;
    QString language; ///< "en", "de"; empty: the system's. Holds from the next start on.
    bool reducedMotion = false; ///< no glides and flights
    bool wheelTowardsZoomsOut = true; ///< turning the wheel towards oneself zooms out, as in QuPath; false: in
    QString author; ///< who edits, for the record; empty: the login name

    [[nodiscard]] static Preferences stored();
    void store() const;
    /// Every setting of the program back to what it was at first: these, keys, places of panels. What the person opened
    /// last is kept.
    static void resetAll();

    /// `author`, or the login name.
    [[nodiscard]] QString authorName() const;
    [[nodiscard]] QLocale locale() const;
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

} // namespace nb
