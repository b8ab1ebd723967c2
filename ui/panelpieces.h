// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>

#include <utility>

class QAction;
class QLabel;
class QPixmap;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace nb
{

/// What the panels of the docks are made of.

[[nodiscard]] QLabel* panelHeading(const QString& text, QWidget* parent);
/// Wraps; in the quiet colour; plain text.
[[nodiscard]] QLabel* panelParagraph(QWidget* parent);
/// Rows without margins.
[[nodiscard]] QVBoxLayout* panelRows(QWidget* group);
/// A button that triggers the action and follows its state; its key stands in the text.
[[nodiscard]] QPushButton* panelButton(QAction* action, const QString& text, QWidget* parent);
/// A square of a colour, for lists.
[[nodiscard]] QPixmap colourSwatch(const QColor& colour, double pixelRatio);

/// The same for a text; edged, so that black is seen on dark grey.
[[nodiscard]] QString colourSwatchHtml(const QColor& colour);
/// Swatches with their words, two in a row; a swatch and its word never part.
[[nodiscard]] QString colourKeyHtml(const QList<std::pair<QColor, QString>>& entries);

} // namespace nb
