// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layerid.h"

#include <QColor>
#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace nb
{

/// One layer in the list: eye, colour, name, opacity.
class LayerRow : public QWidget
{
    Q_OBJECT

public:
    LayerRow(const QString& name, const QString& shortcut, const QColor& color, QWidget* parent = nullptr);

    void showSetting(const LayerSetting& setting); ///< without signals

Q_SIGNALS:
    void visibleChosen(bool visible);
    void opacityChosen(double opacity);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showEye();

    const QString m_name;
    QToolButton* m_eye;
    QSlider* m_opacity;
    QLabel* m_percent;
};

} // namespace nb
