// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layerid.h"
#include "widgets/heatmaptilesource.h"

#include <QToolButton>

namespace nb
{

/// What the colours of a map or a measurement mean: a strip from low to high, with its ends written beside it. A click
/// offers the other colour tables.
class ColourLegend : public QToolButton
{
    Q_OBJECT

public:
    /// `name`: what is shown, for screen readers. `fading`: low values are clear, as a heatmap shows them.
    ColourLegend(const QString& name, bool fading, QWidget* parent = nullptr);

    void setTable(ColourTable table);
    void setEnds(const QString& low, const QString& high);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void tableChosen(nb::ColourTable table);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    const QString m_name;
    const bool m_fading;
    ColourTable m_table = ColourTable::Viridis;
    QString m_low;
    QString m_high;
};

} // namespace nb
