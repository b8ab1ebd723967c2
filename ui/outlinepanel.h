// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/outlinecolouring.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace nb
{

class ColourLegend;

/// The group "Outlines" of the tab See: lines and fill, and what their colour says, with its legend.
class OutlinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePanel(QWidget* parent = nullptr);

    void show(const OutlineColouring& colouring, const std::vector<ClassRecord>& classes, bool redGreenSafe);
    void showLines(bool lines);
    void addRow(QWidget* row); ///< at the top

Q_SIGNALS:
    void colouringChosen(const nb::OutlineColouring& colouring);
    /// Another measurement is to be shown: its range is not known yet. The range of what is seen is asked for.
    void rangeWanted(const nb::OutlineColouring& colouring);
    void linesChosen(bool lines);
    void redGreenSafeChosen(bool safe);

private:
    QWidget* makeRange();
    void chosen(int line);
    void rangeEdited();
    void showClasses(const std::vector<ClassRecord>& classes, bool redGreenSafe);

    OutlineColouring m_colouring;
    QCheckBox* m_lines;
    QComboBox* m_by;
    QWidget* m_range = nullptr;
    QDoubleSpinBox* m_least = nullptr;
    QDoubleSpinBox* m_most = nullptr;
    ColourLegend* m_legend = nullptr;
    QLabel* m_classes;
    QLabel* m_hand;
    QCheckBox* m_safe;
};

} // namespace nb
