// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QWidget>

class QLabel;
class QListWidget;
class QProgressBar;

namespace nb
{

class CaseFigures;

/// How much of the slide was checked, and where the model's errors gather.
class ProgressPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressPanel(CaseFigures& figures, QWidget* parent = nullptr);

Q_SIGNALS:
    void showRequested(const QRectF& level0Area);

private:
    void show();
    void showPlaces();

    CaseFigures& m_figures;
    QProgressBar* m_meter = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_gather = nullptr;
    QListWidget* m_places = nullptr;
};

} // namespace nb
