// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDoubleSpinBox;
class QSlider;

namespace nb
{

/// Turns the picture by any angle, at once while it is set; stays beside the window.
class RotateDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RotateDialog(QWidget* parent = nullptr);

    void showAngle(double degrees); ///< tells nobody

Q_SIGNALS:
    void angleChosen(double degrees); ///< clockwise, [0, 360)

protected:
    void showEvent(QShowEvent* event) override;

private:
    QSlider* m_slider;
    QDoubleSpinBox* m_degrees;
};

} // namespace nb
