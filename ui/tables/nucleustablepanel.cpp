// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/nucleustablepanel.h"

#include "engine/io/nucleuscsv.h"
#include "ui/nucleusselection.h"
#include "ui/tables/fileexport.h"
#include "ui/tables/nucleusfilterbar.h"
#include "ui/tables/nucleustablemodel.h"
#include "ui/tables/nucleustableview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace nb
{

NucleusTablePanel::NucleusTablePanel(JobPool& jobs, NucleusSelection& selection, QWidget* parent)
    : CasePanel(parent)
    , m_selection(selection)
    , m_model(new NucleusTableModel(jobs, this))
    , m_filter(new NucleusFilterBar(this))
    , m_view(new NucleusTableView(*m_model, selection, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_exportButton(new QPushButton(tr("&Export as CSV…"), this))
    , m_export(new FileExport(jobs, this))
{
    setFocusProxy(m_view);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("faint"));
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_exportButton->setToolTip(tr("Write all lines of the table, in this order, to a file"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_summary, 0, Qt::AlignTop);
    top->addWidget(m_export, 0, Qt::AlignTop);
    top->addWidget(m_exportButton, 0, Qt::AlignTop);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 6, 8, 6);
    rows->addLayout(top);
    rows->addWidget(m_pages, 1);
    connect(m_filter, &NucleusFilterBar::changed, this, [this] {
        m_model->setFilter(m_filter->filter());
        Q_EMIT filterChanged(m_filter->filter());
    });
    connect(m_model, &NucleusTableModel::listingChanged, this, &NucleusTablePanel::showState);
    connect(m_model, &NucleusTableModel::failed, this,
        [this](const Error& error) { Q_EMIT failed(tr("The nuclei could not be listed."), error); });
    connect(&selection, &NucleusSelection::changed, this, &NucleusTablePanel::showState);
    connect(m_exportButton, &QPushButton::clicked, this, &NucleusTablePanel::askForExport);
    connect(m_view, &NucleusTableView::exportRequested, this, &NucleusTablePanel::askForExport);
    connect(m_export, &FileExport::written, this, &NucleusTablePanel::exported);
    connect(m_export, &FileExport::failed, this,
        [this](const Error& error) { Q_EMIT failed(tr("The table could not be written."), error); });
    showState();
}

void NucleusTablePanel::caseTaken()
{
    m_model->setCase(std::nullopt);
    m_filter->clear(); // another case has other classes
    m_filter->setClasses(listed() ? listed()->classes : std::vector<ClassRecord>());
    m_model->setCase(listed());
}

void NucleusTablePanel::listsChanged()
{
    m_filter->setClasses(listed()->classes);
    m_model->setClasses(listed()->classes);
}

void NucleusTablePanel::nucleiChanged()
{
    m_model->refresh();
}

void NucleusTablePanel::clearFilter()
{
    m_filter->clear();
}

QString NucleusTablePanel::summary() const
{
    const QLocale locale;
    const int count = m_model->rowCount();
    QString text = m_filter->filters() ? tr("%Ln nucleus/nuclei pass(es) the filter", nullptr, count)
                                       : tr("%Ln nucleus/nuclei", nullptr, count);
    if (!m_selection.empty())
        text += tr(", %1 selected").arg(locale.toString(static_cast<qulonglong>(m_selection.size())));
    return m_model->listing() ? tr("Sorting…") : text;
}

QString NucleusTablePanel::emptyText() const
{
    if (!listed())
        return tr("Open a slide: its nuclei are listed here.");
    if (m_model->listing())
        return tr("Reading the nuclei…");
    if (m_filter->filters())
        return tr("No nucleus passes the filter. “Show all” lifts it.");
    return tr("No nuclei yet. Find them (F5: what you see, Shift+F5: the whole slide), draw them, or import them.");
}

void NucleusTablePanel::showState()
{
    const bool empty = m_model->rowCount() == 0;
    m_pages->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_view);
    m_empty->setText(empty ? emptyText() : QString());
    m_summary->setText(empty && !m_filter->filters() ? QString() : summary());
    m_exportButton->setEnabled(!empty && !m_export->running());
    m_filter->setEnabled(listed().has_value());
}

std::function<Status(const std::string&, const CancelToken&, Progress&)> NucleusTablePanel::writing() const
{
    // A reader of its own: the table goes on being read meanwhile.
    return [open = listed()->open, rows = m_model->rows(), classes = listed()->classes](
               const std::string& path, const CancelToken& cancel, Progress& progress) -> Status {
        const auto reader = open();
        if (!reader)
            return reader.error();
        const auto written = writeNucleusCsv(path, **reader, *rows, classes, cancel, progress);
        return written ? Status() : Status(written.error());
    };
}

void NucleusTablePanel::exportTo(const QString& path)
{
    m_export->start(path, writing());
}

void NucleusTablePanel::askForExport()
{
    if (m_model->rowCount() == 0)
        return;
    const QString path = m_export->choosePath(tr("Export the table"), tr("%1 nuclei").arg(slideName()),
        tr("Comma-separated values (*.csv);;Compressed (*.csv.gz)"), QStringLiteral(".csv"));
    if (!path.isEmpty())
        exportTo(path);
}

} // namespace nb
