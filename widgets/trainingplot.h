// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QCustomPlot;

namespace nb
{

/// Curves over the steps of a training. Drag to move, wheel to zoom, double-click to see all again; the context menu
/// writes the picture (PNG, PDF) and the numbers (CSV).
class TrainingPlot : public QWidget
{
    Q_OBJECT

public:
    struct Curve {
        QString name;
        bool dots = false; ///< a value now and then: its points are marked
    };
    TrainingPlot(const QString& title, const std::vector<Curve>& curves, QWidget* parent = nullptr);

    void add(int curve, double step, double value);
    void clear();
    void fixValues(double from, double to); ///< the upright axis, instead of what the values need
    [[nodiscard]] int points(int curve) const;
    [[nodiscard]] double last(int curve) const; ///< NaN: none

    /// By its ending: .csv, .pdf, else a picture. Errors: NoSpace, NotWritable; a file that was there is then as it
    /// was.
    [[nodiscard]] Status exportTo(const QString& path) const;

Q_SIGNALS:
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void placeLegend();
    void applyPalette();
    void showAll();
    void replot();
    [[nodiscard]] QByteArray numbers() const; ///< CSV

    QCustomPlot* m_plot;
    std::vector<Curve> m_curves;
    std::optional<std::pair<double, double>> m_values; ///< the upright axis; none: what the values need
    bool m_followed = true; ///< nobody has moved or zoomed
};

} // namespace nb
