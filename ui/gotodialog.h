// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <QDialog>
#include <QPointF>
#include <QSizeF>

#include <optional>

class QComboBox;
class QDoubleSpinBox;

namespace nb
{

/// Asks for a place on the slide, in level-0 pixels or, where the pixel size is known, in µm. Deletes itself.
class GoToDialog : public QDialog
{
    Q_OBJECT

public:
    /// `slide`: level-0 pixels; `from`: the place that is offered at first.
    GoToDialog(const QSizeF& slide, const std::optional<PixelSize>& pixelSize, const QPointF& from, QWidget* parent);

Q_SIGNALS:
    void chosen(const QPointF& level0);

private:
    void showUnit();
    [[nodiscard]] PixelSize unit() const; ///< of the fields, per level-0 pixel

    QSizeF m_slide;
    std::optional<PixelSize> m_pixelSize;
    QPointF m_place; ///< level-0 pixels
    QDoubleSpinBox* m_x;
    QDoubleSpinBox* m_y;
    QComboBox* m_unit;
};

} // namespace nb
