// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/nucleusfilterbar.h"

#include "ui/tables/nucleustexts.h"
#include "ui/tables/rangefilter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPixmap>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

namespace
{

constexpr std::size_t kMostRanges = 3; // they share a line

QIcon swatch(const QColor& color)
{
    QPixmap picture(10, 10);
    picture.fill(color);
    return picture;
}

QLabel* labelFor(QWidget* buddy, const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setBuddy(buddy);
    return label;
}

} // namespace

NucleusFilterBar::NucleusFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_class(new QComboBox(this))
    , m_origin(new QComboBox(this))
    , m_ranges(new QHBoxLayout)
    , m_clear(new QToolButton(this))
{
    m_class->setAccessibleName(tr("Show only nuclei of this class"));
    m_origin->setAccessibleName(tr("Show only nuclei of this origin"));
    m_origin->addItem(tr("All"));
    for (const NucleusOrigin origin : {NucleusOrigin::Model, NucleusOrigin::Corrected, NucleusOrigin::Drawn,
             NucleusOrigin::Accepted, NucleusOrigin::Imported})
        m_origin->addItem(originText(origin), static_cast<int>(origin));
    auto* add = new QToolButton(this);
    add->setText(tr("&Measurement…"));
    add->setToolTip(tr("Show only nuclei with a measurement in a range"));
    m_clear->setText(tr("Show &all"));
    m_clear->setToolTip(tr("Show all nuclei again"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    rows->addLayout(row);
    rows->addLayout(m_ranges);
    m_ranges->setSpacing(16);
    row->setSpacing(6);
    row->addWidget(labelFor(m_class, tr("C&lass"), this));
    row->addWidget(m_class);
    row->addWidget(labelFor(m_origin, tr("Ori&gin"), this));
    row->addWidget(m_origin);
    row->addWidget(add);
    row->addWidget(m_clear);
    row->addStretch(1);
    m_ranges->addStretch(1);
    setClasses({});
    connect(m_class, &QComboBox::activated, this, &NucleusFilterBar::changed);
    connect(m_origin, &QComboBox::activated, this, &NucleusFilterBar::changed);
    connect(add, &QToolButton::clicked, this, [this] { addRange(); });
    connect(m_clear, &QToolButton::clicked, this, &NucleusFilterBar::clear);
    connect(this, &NucleusFilterBar::changed, this, &NucleusFilterBar::showClear);
    showClear();
}

void NucleusFilterBar::setClasses(const std::vector<ClassRecord>& classes)
{
    const QVariant chosen = m_class->currentData();
    m_class->clear();
    m_class->addItem(tr("All"));
    for (const ClassRecord& record : classes)
        m_class->addItem(swatch(classColor(classes, record.id)), QString::fromStdString(record.name), record.id);
    m_class->setCurrentIndex(chosen.isValid() ? std::max(0, m_class->findData(chosen)) : 0);
    if (m_class->currentData() != chosen) // the class that was shown is gone
        Q_EMIT changed();
}

NucleusFilter NucleusFilterBar::filter() const
{
    NucleusFilter filter;
    if (m_class->currentIndex() > 0)
        filter.classId = m_class->currentData().toInt();
    if (m_origin->currentIndex() > 0)
        filter.origin = static_cast<NucleusOrigin>(m_origin->currentData().toInt());
    for (const RangeFilter* shown : m_shown)
        if (const auto range = shown->range())
            filter.ranges.push_back(*range);
    return filter;
}

bool NucleusFilterBar::filters() const
{
    const NucleusFilter chosen = filter();
    return chosen.classId || chosen.origin || !chosen.ranges.empty();
}

void NucleusFilterBar::addRange(const std::string& column)
{
    if (m_shown.size() >= kMostRanges)
        return;
    auto* range = new RangeFilter(column, this);
    m_shown.push_back(range);
    m_ranges->insertWidget(m_ranges->count() - 1, range);
    connect(range, &RangeFilter::changed, this, &NucleusFilterBar::changed);
    connect(range, &RangeFilter::removed, this, [this, range] { removeRange(range); });
    range->setFocus();
    showClear();
}

void NucleusFilterBar::removeRange(RangeFilter* range)
{
    const bool mattered = range->range().has_value();
    m_shown.erase(std::remove(m_shown.begin(), m_shown.end(), range), m_shown.end());
    range->deleteLater(); // it is telling us so
    showClear();
    if (mattered)
        Q_EMIT changed();
}

void NucleusFilterBar::clear()
{
    m_class->setCurrentIndex(0);
    m_origin->setCurrentIndex(0);
    for (RangeFilter* range : m_shown)
        range->deleteLater();
    m_shown.clear();
    Q_EMIT changed();
}

void NucleusFilterBar::showClear()
{
    m_clear->setVisible(filters() || !m_shown.empty());
}

} // namespace nb
