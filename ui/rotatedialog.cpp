// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rotatedialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace nb
{

namespace
{

constexpr int kStepsPerDegree = 10;

} // namespace

RotateDialog::RotateDialog(QWidget* parent)
    : QDialog(parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_degrees(new QDoubleSpinBox(this))
{
    setWindowTitle(tr("Turn the picture"));
    m_slider->setRange(0, 360 * kStepsPerDegree - 1);
    m_slider->setSingleStep(kStepsPerDegree);
    m_slider->setPageStep(15 * kStepsPerDegree);
    m_slider->setMinimumWidth(240);
    m_degrees->setDecimals(1);
    m_degrees->setRange(0, 359.9);
    m_degrees->setWrapping(true);
    m_degrees->setSuffix(tr("°"));
    for (QWidget* field : {static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_degrees)})
        field->setAccessibleName(tr("Angle, clockwise"));
    connect(m_slider, &QSlider::valueChanged, this, [this](int steps) {
        const QSignalBlocker block(m_degrees);
        m_degrees->setValue(double{1} * steps / kStepsPerDegree);
        Q_EMIT angleChosen(m_degrees->value());
    });
    connect(m_degrees, &QDoubleSpinBox::valueChanged, this, [this](double degrees) {
        const QSignalBlocker block(m_slider);
        m_slider->setValue(static_cast<int>(std::lround(degrees * kStepsPerDegree)));
        Q_EMIT angleChosen(degrees);
    });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the style's own is black on dark
    auto* upright = buttons->addButton(tr("Upright"), QDialogButtonBox::ResetRole);
    for (QPushButton* button : {upright, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false); // Enter after a number must not undo it
    connect(upright, &QPushButton::clicked, this, [this] { m_degrees->setValue(0); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->addWidget(m_slider, 1);
    row->addWidget(m_degrees);
    auto* rows = new QVBoxLayout(this);
    rows->addLayout(row);
    rows->addWidget(buttons);
}

void RotateDialog::showAngle(double degrees)
{
    const QSignalBlocker blockSlider(m_slider), blockDegrees(m_degrees);
    m_slider->setValue(static_cast<int>(std::lround(degrees * kStepsPerDegree)));
    if (m_degrees->value() != degrees) // or a number that is being typed would be rewritten after its first digits
        m_degrees->setValue(degrees);
}

/// An angle can be typed at once.
void RotateDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_degrees->setFocus();
    m_degrees->selectAll();
}

} // namespace nb
