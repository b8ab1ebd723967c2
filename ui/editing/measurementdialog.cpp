// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/measurementdialog.h"

#include "engine/document/measurementcolumns.h"
#include "ui/tables/nucleustexts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>

namespace nb
{

namespace
{

constexpr double kFurthest = 1e6;

QDoubleSpinBox* bound(QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(-kFurthest, kFurthest);
    box->setDecimals(3);
    return box;
}

} // namespace

MeasurementDialog::MeasurementDialog(QWidget* parent)
    : QDialog(parent)
    , m_column(new QComboBox(this))
    , m_least(bound(this))
    , m_most(bound(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Select by a measurement"));
    for (const MeasurementColumn& column : measurementColumns())
        m_column->addItem(measurementText(column.name), QString::fromLatin1(column.name));
    m_most->setValue(100);
    auto* form = new QFormLayout;
    form->addRow(tr("&Measurement"), m_column);
    form->addRow(tr("At &least"), m_least);
    form->addRow(tr("At m&ost"), m_most);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({}); // the style's own is black on dark
    auto* select = buttons->addButton(tr("&Select"), QDialogButtonBox::AcceptRole);
    select->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(filter());
        accept();
    });
    const auto inOrder = [this, select] { select->setEnabled(m_least->value() <= m_most->value()); };
    connect(m_least, &QDoubleSpinBox::valueChanged, this, inOrder);
    connect(m_most, &QDoubleSpinBox::valueChanged, this, inOrder);
    auto* rows = new QVBoxLayout(this);
    rows->addLayout(form);
    rows->addWidget(buttons);
}

NucleusFilter MeasurementDialog::filter() const
{
    NucleusFilter filter;
    filter.ranges.push_back({m_column->currentData().toString().toStdString(), m_least->value(), m_most->value()});
    return filter;
}

} // namespace nb
