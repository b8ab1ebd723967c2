// SPDX-License-Identifier: GPL-3.0-or-later
// The half of EvaluationPanel that is laid out, shows figures and writes them to files.
#include "engine/io/atomicfile.h"
#include "engine/io/evaluationcsv.h"
#include "ui/tables/evaluationpanel.h"
#include "ui/tables/evaluationreport.h"
#include "ui/tables/fileexport.h"
#include "ui/tables/findingtexts.h"
#include "ui/tables/nucleichoice.h"
#include "ui/tables/plotfiles.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace nb
{

namespace
{

constexpr int kControlsWidth = 270;

QTableWidgetItem* cell(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QTableWidgetItem* countCell(Finding finding, std::int64_t count)
{
    auto* item = cell(QLocale().toString(static_cast<qlonglong>(count)));
    item->setData(Qt::UserRole, static_cast<int>(finding));
    if (count > 0)
        item->setToolTip(EvaluationPanel::tr("Click or press Enter to see them one by one"));
    return item;
}

} // namespace

void EvaluationPanel::arrange()
{
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("faint"));
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("faint"));
    m_compare->setObjectName(QStringLiteral("primary"));
    m_where->addItems({tr("Within checked regions"), tr("Everywhere")});
    m_where->setAccessibleName(tr("Where to compare"));
    m_table->setAccessibleName(tr("How well the nuclei were found"));
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    auto* controls = new QWidget(this);
    controls->setFixedWidth(kControlsWidth);
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(4);
    form->addRow(tr("&Judge"), m_judged);
    form->addRow(tr("A&gainst"), m_truth);
    form->addRow(tr("W&here"), m_where);
    column->addLayout(form);
    arrangeButtons(*column);
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(8, 6, 8, 6);
    columns->addWidget(controls);
    columns->addWidget(m_pages, 1);
}

void EvaluationPanel::arrangeButtons(QVBoxLayout& column)
{
    auto* first = new QHBoxLayout;
    first->addWidget(m_compare, 1);
    first->addWidget(m_exportButton);
    column.addLayout(first);
    auto* second = new QHBoxLayout;
    second->addWidget(m_previous);
    second->addWidget(m_next);
    column.addLayout(second);
    column.addWidget(m_note);
    column.addWidget(m_export);
    column.addWidget(findingLegend(this));
    column.addStretch(1);
}

QString EvaluationPanel::nameOf(const AreaEvaluation& area) const
{
    if (!area.name.empty())
        return QString::fromStdString(area.name);
    return m_where->currentIndex() == 0 ? tr("Region without a name") : tr("Everywhere");
}

void EvaluationPanel::showFigures()
{
    const QStringList titles{tr("Region"), tr("True"), tr("Found"), findingText(Finding::Missed),
        findingText(Finding::False), findingText(Finding::Merged), findingText(Finding::Split), tr("F1"), tr("AJI"),
        tr("PQ"), tr("Dice"), tr("Precision"), tr("Recall"), tr("MDR"), tr("FDR"), tr("USR"), tr("OSR")};
    m_table->setColumnCount(static_cast<int>(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    const int lines = static_cast<int>(m_areas.size());
    m_table->setRowCount(lines > 1 ? lines + 1 : lines);
    for (int line = 0; line < m_table->rowCount(); ++line) {
        const auto* area = line < lines ? &m_areas[static_cast<std::size_t>(line)] : nullptr;
        const EvaluationCounts counts = area ? area->counts : pooled(m_areas);
        const EvaluationRates rates = ratesOf(counts);
        int column = 0;
        auto* name = cell(area ? nameOf(*area) : tr("All together"));
        name->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_table->setItem(line, column++, name);
        for (const std::int64_t count : {counts.truth, counts.prediction})
            m_table->setItem(line, column++, cell(QLocale().toString(static_cast<qlonglong>(count))));
        m_table->setItem(line, column++, countCell(Finding::Missed, counts.missed));
        m_table->setItem(line, column++, countCell(Finding::False, counts.falseDetections));
        m_table->setItem(line, column++, countCell(Finding::Merged, counts.merged));
        m_table->setItem(line, column++, countCell(Finding::Split, counts.split));
        for (const double rate : {rates.f1, rates.aji, rates.pq, rates.dice, rates.precision, rates.recall,
                 rates.missedDetection, rates.falseDetection, rates.underSegmentation, rates.overSegmentation})
            m_table->setItem(line, column++, cell(QLocale().toString(rate, 'f', 3)));
    }
    m_table->resizeColumnsToContents();
}

void EvaluationPanel::activate(int line, int column)
{
    const QVariant kind = m_table->item(line, column)->data(Qt::UserRole);
    if (!kind.isValid()) {
        if (static_cast<std::size_t>(line) < m_areas.size()) {
            const Rect& at = m_areas[static_cast<std::size_t>(line)].bounds;
            Q_EMIT placeRequested(QRectF(static_cast<double>(at.x), static_cast<double>(at.y),
                static_cast<double>(at.width), static_cast<double>(at.height)));
        }
        return;
    }
    const auto finding = static_cast<Finding>(kind.toInt());
    if (m_walk.line == line && m_walk.finding == finding)
        return walk(1); // once more: the next
    m_walk = {line, finding, {}, 0};
    for (std::size_t i = 0; i < m_areas.size(); ++i)
        if (static_cast<std::size_t>(line) == i || static_cast<std::size_t>(line) == m_areas.size())
            for (const JudgedPlace& place : m_areas[i].mistakes)
                if (place.finding == finding)
                    m_walk.places.push_back(place.bounds);
    walk(0);
    showState();
}

void EvaluationPanel::exportTo(const QString& path)
{
    if (QFileInfo(path).suffix().toLower() != QLatin1String("pdf")) {
        m_export->start(path, [areas = m_areas](const std::string& target, const CancelToken&, Progress&) {
            return writeEvaluationCsv(target, areas);
        });
        return;
    }
    EvaluationReport report;
    report.slide = slideName();
    report.judged = m_judged->currentText();
    report.truth = m_truth->currentText();
    report.areas = m_areas;
    for (const AreaEvaluation& area : m_areas)
        report.names.append(nameOf(area));
    report.pixels = m_pixels;
    report.pixelSize = listed()->slide.pixelSize;
    m_export->start(path, [report](const std::string& target, const CancelToken& cancel, Progress&) -> Status {
        const auto bytes = writeReport(report, cancel);
        return bytes ? writeWholeFile(target, bytes->toStdString()) : Status(bytes.error());
    });
}

void EvaluationPanel::askForExport()
{
    const QString path = m_export->choosePath(tr("Export the evaluation"), tr("%1 evaluation").arg(slideName()),
        tr("Report, one page (*.pdf);;Comma-separated values (*.csv)"), QStringLiteral(".pdf"));
    if (!path.isEmpty())
        exportTo(path);
}

} // namespace nb
