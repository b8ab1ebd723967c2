// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layerid.h"
#include "widgets/colourtable.h"

#include <QColor>
#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace nb
{

class ColourLegend;

/// One layer in the list: eye, colour, name, opacity.
class LayerRow : public QWidget
{
    Q_OBJECT

public:
    LayerRow(const QString& name, const QString& shortcut, const QColor& color, QWidget* parent = nullptr);

    void showSetting(const LayerSetting& setting); ///< without signals
    void showColour(const QColor& color); ///< that stands for the layer
    /// A legend that is there while the layer is shown, and from which other colours can be chosen.
    void addLegend(const QString& low, const QString& high);
    void showTable(ColourTable table);
    /// What else is there while the layer is shown.
    void addNote(QWidget* note);

Q_SIGNALS:
    void visibleChosen(bool visible);
    void opacityChosen(double opacity);
    void tableChosen(nb::ColourTable table);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showEye();

    const QString m_name;
    QToolButton* m_eye;
    QSlider* m_opacity;
    QLabel* m_percent;
    QLabel* m_mark;
    QWidget* m_below = nullptr; ///< shown with the layer
    ColourLegend* m_legend = nullptr;
};

} // namespace nb
