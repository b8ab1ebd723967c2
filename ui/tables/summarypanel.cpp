// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/summarypanel.h"

#include "engine/io/areasummarycsv.h"
#include "ui/tables/fileexport.h"
#include "ui/tables/nucleustexts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

// A run stores nuclei many times a second and needs the processor itself.
constexpr int kCountAgainMs = 500;
constexpr int kRestPerSecond = 4000; // ms, for each second that it took
constexpr auto kColumns = "tables/medians";

QTableWidgetItem* cell(const QString& text, bool number = true)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setTextAlignment(number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    return item;
}

QString written(double value, int decimals)
{
    return std::isfinite(value) ? QLocale().toString(value, 'f', decimals) : QStringLiteral("–");
}

} // namespace

SummaryPanel::SummaryPanel(JobPool& jobs, QWidget* parent)
    : CasePanel(parent)
    , m_jobs(jobs)
    , m_table(new QTableWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new QLabel(this))
    , m_note(new QLabel(this))
    , m_exportButton(new QPushButton(tr("&Export as CSV…"), this))
    , m_export(new FileExport(jobs, this))
{
    const QStringList stored = QSettings()
                                   .value(QLatin1String(kColumns),
                                       QStringList{QStringLiteral("area_um2"), QStringLiteral("circularity"),
                                           QStringLiteral("haematoxylin_mean")})
                                   .toStringList();
    for (const QString& column : stored)
        if (measurementColumn(column.toStdString()))
            m_columns.push_back(column.toStdString());
    m_table->setAccessibleName(tr("Regions in figures"));
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("faint"));
    m_note->setObjectName(QStringLiteral("faint"));
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    auto* choose = new QToolButton(this);
    choose->setText(tr("&Medians of…"));
    choose->setToolTip(tr("Choose the measurements whose medians are shown"));
    choose->setPopupMode(QToolButton::InstantPopup);
    choose->setMenu(makeColumnMenu());
    auto* top = new QHBoxLayout;
    top->addWidget(choose);
    top->addWidget(m_note, 1);
    top->addWidget(m_export);
    top->addWidget(m_exportButton);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 6, 8, 6);
    rows->addLayout(top);
    rows->addWidget(m_pages, 1);
    setFocusProxy(m_table);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kCountAgainMs);
    connect(&m_soon, &QTimer::timeout, this, &SummaryPanel::count);
    connect(m_table, &QTableWidget::cellActivated, this, &SummaryPanel::requestRegion);
    connect(m_exportButton, &QPushButton::clicked, this, &SummaryPanel::askForExport);
    connect(m_export, &FileExport::written, this, &CasePanel::exported);
    connect(m_export, &FileExport::failed, this,
        [this](const Error& error) { Q_EMIT failed(tr("The figures could not be written."), error); });
    showState();
}

SummaryPanel::~SummaryPanel()
{
    if (m_job)
        m_job->cancel();
}

QMenu* SummaryPanel::makeColumnMenu()
{
    auto* menu = new QMenu(this);
    for (const MeasurementColumn& column : measurementColumns()) {
        QAction* action = menu->addAction(measurementText(column.name));
        action->setCheckable(true);
        action->setChecked(std::find(m_columns.begin(), m_columns.end(), column.name) != m_columns.end());
        connect(action, &QAction::toggled, this, [this, menu] {
            m_columns.clear();
            QStringList stored;
            for (int i = 0; i < menu->actions().size(); ++i)
                if (menu->actions()[i]->isChecked()) {
                    m_columns.emplace_back(measurementColumns()[static_cast<std::size_t>(i)].name);
                    stored.append(QString::fromStdString(m_columns.back()));
                }
            QSettings().setValue(QLatin1String(kColumns), stored);
            count();
        });
    }
    return menu;
}

void SummaryPanel::caseTaken()
{
    m_reader = listed() ? std::make_shared<SharedReader>(listed()->open) : nullptr;
    m_summaries.clear();
    m_table->setRowCount(0);
    count();
}

void SummaryPanel::nucleiChanged()
{
    if (m_job && m_job->running())
        m_changedMeanwhile = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

void SummaryPanel::listsChanged()
{
    count();
}

void SummaryPanel::count()
{
    m_soon.stop();
    m_changedMeanwhile = false;
    if (m_job)
        m_job->cancel();
    m_job.reset();
    if (m_reader) {
        m_job = m_jobs.start(
            this,
            [reader = m_reader, slide = listed()->slide, regions = listed()->regions, columns = m_columns](
                const CancelToken& cancel, Progress&) {
                return reader->with(
                    [&](CaseReader& nuclei) { return summarize(nuclei, slide, regions, columns, cancel); });
            },
            [this](const Result<std::vector<AreaSummary>>& summaries) {
                if (summaries)
                    fill(*summaries);
                else
                    Q_EMIT failed(tr("The figures could not be made."), summaries.error());
                showState();
                m_soon.setInterval(std::max(kCountAgainMs, static_cast<int>(kRestPerSecond * m_job->seconds())));
                if (m_changedMeanwhile)
                    m_soon.start();
            });
    }
    showState();
}

QString SummaryPanel::areaName(const AreaSummary& summary) const
{
    if (!summary.region)
        return tr("Whole slide, glass included");
    return summary.name.empty() ? tr("Region without a name") : QString::fromStdString(summary.name);
}

void SummaryPanel::fill(const std::vector<AreaSummary>& summaries)
{
    m_summaries = summaries;
    QStringList titles{tr("Region"), tr("Area (mm²)"), tr("Nuclei"), tr("Nuclei per mm²")};
    std::vector<ClassRecord> classes; // that occur
    for (const ClassRecord& record : listed()->classes)
        if (summaries.front().share(record.id) > 0) {
            classes.push_back(record);
            titles.append(tr("%1 (%)").arg(QString::fromStdString(record.name)));
        }
    for (const std::string& column : m_columns)
        titles.append(tr("Median: %1").arg(measurementText(column)));
    m_table->setColumnCount(static_cast<int>(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->setRowCount(static_cast<int>(summaries.size()));
    for (int line = 0; line < m_table->rowCount(); ++line) {
        const AreaSummary& summary = summaries[static_cast<std::size_t>(line)];
        int column = 0;
        m_table->setItem(line, column++, cell(areaName(summary), false));
        m_table->setItem(line, column++, cell(written(summary.areaMm2, 3)));
        m_table->setItem(line, column++, cell(QLocale().toString(static_cast<qlonglong>(summary.nuclei))));
        m_table->setItem(line, column++, cell(written(summary.density(), 1)));
        for (const ClassRecord& record : classes)
            m_table->setItem(line, column++, cell(written(100 * summary.share(record.id), 1)));
        for (std::size_t i = 0; i < m_columns.size() && i < summary.medians.size(); ++i)
            m_table->setItem(line, column++, cell(measurementValue(m_columns[i], summary.medians[i])));
    }
    m_table->resizeColumnsToContents();
}

void SummaryPanel::showState()
{
    m_pages->setCurrentWidget(m_summaries.empty() ? static_cast<QWidget*>(m_empty) : m_table);
    m_empty->setText(
        listed() ? tr("Counting the nuclei…") : tr("Open a slide: its nuclei and regions are summed up here."));
    if (counting())
        m_note->setText(tr("Counting…"));
    else if (listed() && listed()->regions.empty())
        m_note->setText(tr("Draw a region (R, O or P) to compare it with the whole slide."));
    else
        m_note->setText(QString());
    m_exportButton->setEnabled(!m_summaries.empty());
}

void SummaryPanel::requestRegion(int line)
{
    if (line >= 0 && static_cast<std::size_t>(line) < m_summaries.size())
        if (const auto& region = m_summaries[static_cast<std::size_t>(line)].region)
            Q_EMIT regionRequested(*region);
}

void SummaryPanel::exportTo(const QString& path)
{
    m_export->start(path,
        [summaries = m_summaries, classes = listed()->classes, columns = m_columns,
            slide = tr("Whole slide, glass included").toStdString()](const std::string& target, const CancelToken&,
            Progress&) { return writeAreaSummaryCsv(target, summaries, classes, columns, slide); });
}

void SummaryPanel::askForExport()
{
    const QString path = m_export->choosePath(tr("Export the figures"), tr("%1 summary").arg(slideName()),
        tr("Comma-separated values (*.csv)"), QStringLiteral(".csv"));
    if (!path.isEmpty())
        exportTo(path);
}

} // namespace nb
