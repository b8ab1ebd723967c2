// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gotodialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace nb
{

GoToDialog::GoToDialog(
    const QSizeF& slide, const std::optional<PixelSize>& pixelSize, const QPointF& from, QWidget* parent)
    : QDialog(parent)
    , m_slide(slide)
    , m_pixelSize(pixelSize)
    , m_place(from)
    , m_x(new QDoubleSpinBox(this))
    , m_y(new QDoubleSpinBox(this))
    , m_unit(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Go to a place"));
    m_unit->addItem(tr("Pixels of the slide"));
    if (m_pixelSize)
        m_unit->addItem(tr("µm"));
    auto* form = new QFormLayout(this);
    form->addRow(tr("&x, from the left"), m_x);
    form->addRow(tr("&y, from the top"), m_y);
    form->addRow(tr("&In"), m_unit);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({}); // the style's own is black on dark
    buttons->addButton(tr("Go there"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &GoToDialog::showUnit);
    connect(m_x, &QDoubleSpinBox::valueChanged, this, [this](double x) { m_place.setX(x / unit().x); });
    connect(m_y, &QDoubleSpinBox::valueChanged, this, [this](double y) { m_place.setY(y / unit().y); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_place);
        accept();
    });
    showUnit();
    m_x->setFocus();
    m_x->selectAll();
}

PixelSize GoToDialog::unit() const
{
    return m_unit->currentIndex() == 1 ? *m_pixelSize : PixelSize{1, 1};
}

void GoToDialog::showUnit()
{
    const QSignalBlocker blockX(m_x), blockY(m_y); // the place stays, only its numbers change
    for (QDoubleSpinBox* field : {m_x, m_y})
        field->setDecimals(m_unit->currentIndex() == 1 ? 1 : 0);
    m_x->setRange(0, m_slide.width() * unit().x);
    m_y->setRange(0, m_slide.height() * unit().y);
    m_x->setValue(m_place.x() * unit().x);
    m_y->setValue(m_place.y() * unit().y);
}

} // namespace nb
