// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>

class QColor;
class QString;

namespace nb
{

/// The icon `name` of resources/icons in the text colour of the palette in use (greyed where disabled, lighter on
/// accent where on). Icons have to be asked for again after the palette changed.
[[nodiscard]] QIcon icon(const QString& name);
[[nodiscard]] QIcon icon(const QString& name, const QColor& color);

/// The same as a picture of `size` device-independent pixels.
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& color, int size, double pixelRatio);

/// The program's own icon, in its own colours.
[[nodiscard]] QIcon programIcon();

} // namespace nb
