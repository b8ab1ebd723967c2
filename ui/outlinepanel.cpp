// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outlinepanel.h"

#include "engine/document/measurementcolumns.h"
#include "ui/colourlegend.h"
#include "ui/panelpieces.h"
#include "ui/tables/nucleustexts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

namespace
{

enum Line { OneColour, ByClass, FirstMeasurement };

int lineOf(const OutlineColouring& colouring)
{
    switch (colouring.by) {
    case OutlineColouring::By::Nothing:
        return OneColour;
    case OutlineColouring::By::Class:
        return ByClass;
    case OutlineColouring::By::Measurement:
        break;
    }
    return FirstMeasurement + colouring.measurement;
}

} // namespace

OutlinePanel::OutlinePanel(QWidget* parent)
    : QWidget(parent)
    , m_lines(new QCheckBox(tr("&Lines around nuclei"), this))
    , m_by(new QComboBox(this))
    , m_classes(new QLabel(this))
    , m_hand(panelParagraph(this))
    , m_safe(new QCheckBox(tr("Colours safe for &red-green blindness"), this))
{
    auto* rows = panelRows(this);
    rows->addWidget(panelHeading(tr("Outlines"), this));
    rows->addWidget(m_lines);
    auto* title = new QLabel(tr("C&olour"), this);
    title->setBuddy(m_by);
    m_by->addItems({tr("one for all"), tr("by class")});
    for (const MeasurementColumn& column : measurementColumns())
        m_by->addItem(measurementText(column.name));
    m_by->setAccessibleName(tr("What the outlines' colour says"));
    m_by->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* line = new QHBoxLayout;
    line->addWidget(title);
    line->addWidget(m_by, 1);
    rows->addLayout(line);
    rows->addWidget(makeRange());
    m_classes->setWordWrap(true);
    m_classes->setTextFormat(Qt::RichText);
    rows->addWidget(m_classes);
    m_hand->setText(tr("What a person corrected or drew has a light edge, what the model found a dark one. "
                       "A dot in the middle: a person accepted it as the model found it."));
    rows->addWidget(m_hand);
    m_safe->setObjectName(QStringLiteral("redGreenSafe"));
    m_safe->setToolTip(tr("Changes the outlines and the view of all three maps in one"));
    rows->addWidget(m_safe);
    connect(m_lines, &QCheckBox::clicked, this, &OutlinePanel::linesChosen);
    connect(m_by, &QComboBox::activated, this, &OutlinePanel::chosen);
    connect(m_safe, &QCheckBox::clicked, this, &OutlinePanel::redGreenSafeChosen);
}

QWidget* OutlinePanel::makeRange()
{
    m_range = new QWidget(this);
    m_legend = new ColourLegend(tr("the outlines"), false, m_range);
    connect(m_legend, &ColourLegend::tableChosen, this, [this](ColourTable table) {
        m_colouring.table = table;
        Q_EMIT colouringChosen(m_colouring);
    });
    m_least = new QDoubleSpinBox(m_range);
    m_most = new QDoubleSpinBox(m_range);
    for (QDoubleSpinBox* box : {m_least, m_most}) {
        box->setRange(-1e6, 1e6);
        box->setKeyboardTracking(false);
        connect(box, &QDoubleSpinBox::valueChanged, this, &OutlinePanel::rangeEdited);
    }
    m_least->setAccessibleName(tr("Lowest colour from"));
    m_most->setAccessibleName(tr("Highest colour at"));
    auto* seen = new QPushButton(tr("&As seen"), m_range);
    seen->setToolTip(tr("From the smallest to the largest of nearly all nuclei on the screen"));
    connect(seen, &QPushButton::clicked, this, [this] { Q_EMIT rangeWanted(m_colouring); });
    auto* line = new QHBoxLayout;
    line->addWidget(m_least, 1);
    line->addWidget(m_most, 1);
    line->addWidget(seen);
    auto* rows = panelRows(m_range);
    rows->addWidget(m_legend);
    rows->addLayout(line);
    return m_range;
}

void OutlinePanel::addRow(QWidget* row)
{
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, row);
}

void OutlinePanel::chosen(int line)
{
    OutlineColouring colouring = m_colouring;
    colouring.by = line == OneColour ? OutlineColouring::By::Nothing
        : line == ByClass            ? OutlineColouring::By::Class
                                     : OutlineColouring::By::Measurement;
    if (line < FirstMeasurement) {
        Q_EMIT colouringChosen(colouring);
        return;
    }
    colouring.measurement = line - FirstMeasurement;
    Q_EMIT rangeWanted(colouring);
}

void OutlinePanel::rangeEdited()
{
    m_colouring.least = m_least->value();
    m_colouring.most = m_most->value();
    Q_EMIT colouringChosen(m_colouring);
}

void OutlinePanel::show(const OutlineColouring& colouring, const std::vector<ClassRecord>& classes, bool redGreenSafe)
{
    m_colouring = colouring;
    const QSignalBlocker blockBy(m_by), blockLeast(m_least), blockMost(m_most);
    m_by->setCurrentIndex(lineOf(colouring));
    m_safe->setChecked(redGreenSafe);
    const bool measured = colouring.by == OutlineColouring::By::Measurement;
    m_range->setVisible(measured);
    m_classes->setVisible(colouring.by == OutlineColouring::By::Class && !classes.empty());
    if (measured) {
        const std::string column = measurementColumns()[static_cast<std::size_t>(colouring.measurement)].name;
        for (QDoubleSpinBox* box : {m_least, m_most})
            box->setDecimals(measurementDecimals(column));
        m_least->setValue(colouring.least);
        m_most->setValue(colouring.most);
        m_legend->setTable(redGreenSafe ? ColourTable::Cividis : colouring.table);
        m_legend->setEnabled(!redGreenSafe);
        m_legend->setEnds(measurementValue(column, colouring.least), measurementValue(column, colouring.most));
    }
    showClasses(classes, redGreenSafe);
}

void OutlinePanel::showClasses(const std::vector<ClassRecord>& classes, bool redGreenSafe)
{
    QList<std::pair<QColor, QString>> entries;
    for (const ClassRecord& record : classes)
        entries.append({outlineColour(classes, record.id, redGreenSafe), QString::fromStdString(record.name)});
    m_classes->setText(colourKeyHtml(entries));
}

void OutlinePanel::showLines(bool lines)
{
    m_lines->setChecked(lines);
}

} // namespace nb
