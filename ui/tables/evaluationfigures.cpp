// SPDX-License-Identifier: GPL-3.0-or-later
// The half of EvaluationPanel that is laid out, shows figures and writes them to files.
#include "engine/io/atomicfile.h"
#include "engine/io/evaluationcsv.h"
#include "ui/enginetexts.h"
#include "ui/scoretexts.h"
#include "ui/tables/evaluationpanel.h"
#include "ui/tables/evaluationreport.h"
#include "ui/tables/fileexport.h"
#include "ui/tables/findingtexts.h"

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

#include <algorithm>

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
    m_warnings->setWordWrap(true);
    m_warnings->setObjectName(QStringLiteral("evaluationWarnings"));
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
    auto* figures = new QVBoxLayout;
    figures->addWidget(m_pages, 1);
    figures->addWidget(m_warnings);
    columns->addLayout(figures, 1);
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

QString EvaluationPanel::nameOf(std::size_t area) const
{
    const std::string& name = areas()[area].name;
    if (area >= m_regions.size())
        return tr("Everywhere");
    const QString shown = name.empty() ? tr("Region without a name") : QString::fromStdString(name);
    if (m_judged->kind() != NucleiChoice::Kind::Model)
        return shown;
    switch (m_regions[area].role) {
    case RegionRole::Training:
        return tr("%1 (for training)").arg(shown);
    case RegionRole::Validation:
        return tr("%1 (held out)").arg(shown);
    case RegionRole::Plain:
        break;
    }
    return shown;
}

QString EvaluationPanel::pooledName() const
{
    return evaluated().overlapping ? tr("All together, overlaps once") : tr("All together");
}

/// What a reader of the figures has to know.
void EvaluationPanel::showWarnings()
{
    QStringList lines;
    const bool ofModel = m_judged->kind() == NucleiChoice::Kind::Model;
    const auto forTraining = [](const RegionRecord& region) { return region.role == RegionRole::Training; };
    if (ofModel && !areas().empty() && std::any_of(m_regions.begin(), m_regions.end(), forTraining))
        lines << tr("Regions for training flatter a model that learnt from them. Judge it by the others.");
    if (evaluated().overlapping)
        lines << tr("Some regions overlap: all together, what lies in several of them counts once.");
    if (!m_compared.complaint.empty())
        lines << engineText(m_compared.complaint);
    m_warnings->setText(lines.join(QLatin1Char('\n')));
    m_warnings->setVisible(!lines.isEmpty());
}

void EvaluationPanel::showFigures()
{
    QStringList titles{tr("Region"), tr("True"), tr("Found"), findingText(Finding::Missed), findingText(Finding::False),
        findingText(Finding::Merged), findingText(Finding::Split)};
    const std::vector<ScoreText> scores = scoreTexts();
    for (const ScoreText& score : scores)
        titles << score.shortName;
    m_table->setColumnCount(static_cast<int>(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    for (std::size_t i = 0; i < scores.size(); ++i)
        m_table->horizontalHeaderItem(static_cast<int>(titles.size() - static_cast<qsizetype>(scores.size() - i)))
            ->setToolTip(scores[i].meaning);
    const auto lines = areas().size();
    m_table->setRowCount(static_cast<int>(lines > 1 ? lines + 1 : lines));
    for (std::size_t line = 0; line < lines; ++line)
        showLine(static_cast<int>(line), nameOf(line), areas()[line].counts);
    if (lines > 1)
        showLine(static_cast<int>(lines), pooledName(), evaluated().pooled);
    m_table->resizeColumnsToContents();
}

void EvaluationPanel::showLine(int line, const QString& name, const EvaluationCounts& counts)
{
    int column = 0;
    auto* first = cell(name);
    first->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setItem(line, column++, first);
    for (const std::int64_t count : {counts.truth, counts.prediction})
        m_table->setItem(line, column++, cell(QLocale().toString(static_cast<qlonglong>(count))));
    m_table->setItem(line, column++, countCell(Finding::Missed, counts.missed));
    m_table->setItem(line, column++, countCell(Finding::False, counts.falseDetections));
    m_table->setItem(line, column++, countCell(Finding::Merged, counts.merged));
    m_table->setItem(line, column++, countCell(Finding::Split, counts.split));
    const EvaluationRates rates = ratesOf(counts);
    for (const ScoreText& score : scoreTexts())
        m_table->setItem(line, column++, cell(QLocale().toString(rates.*score.value, 'f', 3)));
}

void EvaluationPanel::activate(int line, int column)
{
    const QVariant kind = m_table->item(line, column)->data(Qt::UserRole);
    const auto area = static_cast<std::size_t>(line);
    if (!kind.isValid()) {
        if (area < areas().size()) {
            const Rect& at = areas()[area].bounds;
            Q_EMIT placeRequested(QRectF(static_cast<double>(at.x), static_cast<double>(at.y),
                static_cast<double>(at.width), static_cast<double>(at.height)));
        }
        return;
    }
    const auto finding = static_cast<Finding>(kind.toInt());
    if (m_walk.line == line && m_walk.finding == finding)
        return walk(1); // once more: the next
    m_walk = {line, finding, {}, 0};
    for (const JudgedPlace& place : area < areas().size() ? areas()[area].mistakes : evaluated().mistakes())
        if (place.finding == finding)
            m_walk.places.push_back(place.bounds);
    walk(0);
    showState();
}

void EvaluationPanel::exportTo(const QString& path)
{
    if (QFileInfo(path).suffix().toLower() != QLatin1String("pdf")) {
        m_export->start(path, [evaluated = evaluated()](const std::string& target, const CancelToken&, Progress&) {
            return writeEvaluationCsv(target, evaluated);
        });
        return;
    }
    EvaluationReport report;
    report.slide = slideName();
    report.judged = m_judged->currentText();
    report.truth = m_truth->currentText();
    report.evaluated = evaluated();
    for (std::size_t area = 0; area < areas().size(); ++area)
        report.names.append(nameOf(area));
    report.pooledName = pooledName();
    report.warnings = m_warnings->text();
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
