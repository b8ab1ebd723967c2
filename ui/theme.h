// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;

namespace nb
{

/// The colours of the window around the picture: neutral greys, so that stains can be judged, and one accent colour.
enum class Theme { System, Light, Dark };

/// Must be called once before the first `applyTheme`: remembers what the system asks for (Qt 6.4 only tells by its
/// palette).
void rememberSystemTheme();

/// Sets style, palette and style sheet of the whole program.
void applyTheme(Theme theme);

/// Whether the theme in use is dark.
[[nodiscard]] bool darkTheme();

/// The theme of the settings; System where nothing was chosen.
[[nodiscard]] Theme storedTheme();
void storeTheme(Theme theme);

/// Text colours that say how bad a message is; readable on the window's grey.
[[nodiscard]] QColor warningColor();
[[nodiscard]] QColor errorColor();
[[nodiscard]] QColor accentColor();

} // namespace nb
