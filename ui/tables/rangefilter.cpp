// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/rangefilter.h"

#include "ui/icons.h"
#include "ui/tables/nucleustexts.h"
#include "ui/tables/numberfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <limits>

namespace nb
{

RangeFilter::RangeFilter(const std::string& column, QWidget* parent)
    : QWidget(parent)
    , m_column(new QComboBox(this))
    , m_least(new NumberField(tr("Least value"), tr("from"), this))
    , m_most(new NumberField(tr("Largest value"), tr("to"), this))
{
    m_column->setAccessibleName(tr("Measurement"));
    for (const MeasurementColumn& each : measurementColumns())
        m_column->addItem(measurementText(each.name), QString::fromLatin1(each.name));
    m_column->setCurrentIndex(std::max(0, m_column->findData(QString::fromStdString(column))));
    auto* remove = new QToolButton(this);
    remove->setIcon(icon(QStringLiteral("close")));
    remove->setAutoRaise(true);
    remove->setAccessibleName(tr("Remove this range"));
    remove->setToolTip(remove->accessibleName());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_column);
    row->addWidget(m_least);
    row->addWidget(new QLabel(QStringLiteral("–"), this));
    row->addWidget(m_most);
    row->addWidget(remove);
    connect(m_column, &QComboBox::activated, this, &RangeFilter::changed);
    connect(m_least, &QLineEdit::editingFinished, this, &RangeFilter::changed);
    connect(m_most, &QLineEdit::editingFinished, this, &RangeFilter::changed);
    connect(remove, &QToolButton::clicked, this, &RangeFilter::removed);
}

std::optional<NucleusFilter::Range> RangeFilter::range() const
{
    constexpr double kOpen = std::numeric_limits<double>::infinity();
    const auto least = m_least->number(-kOpen), most = m_most->number(kOpen);
    if (!least || !most || (*least == -kOpen && *most == kOpen))
        return std::nullopt;
    return NucleusFilter::Range{m_column->currentData().toString().toStdString(), *least, *most};
}

} // namespace nb
