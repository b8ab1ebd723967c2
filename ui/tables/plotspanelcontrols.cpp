// SPDX-License-Identifier: GPL-3.0-or-later
// The half of PlotsPanel that is laid out and written to files.
#include "engine/io/atomicfile.h"
#include "ui/tables/fileexport.h"
#include "ui/tables/nucleustexts.h"
#include "ui/tables/numberfield.h"
#include "ui/tables/plotfiles.h"
#include "ui/tables/plotspanel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kControlsWidth = 250;
constexpr QSize kPictureSize(900, 560); // a column of a page

} // namespace

void PlotsPanel::arrange()
{
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("faint"));
    m_plot->setAccessibleName(tr("Plot of the measurements"));
    m_plot->setToolTip(tr("Drag to select nuclei (Shift adds, Alt removes), wheel to zoom, double-click to show all")
        + u'\n' + tr("Keys: Shift+arrows and Enter select, arrows move, + and − zoom, Home shows all"));
    m_pages->addWidget(m_plot);
    m_pages->addWidget(m_empty);
    m_y->addItem(tr("Number of nuclei"), QString());
    for (const MeasurementColumn& column : measurementColumns()) {
        m_x->addItem(measurementText(column.name), QString::fromLatin1(column.name));
        m_y->addItem(measurementText(column.name), QString::fromLatin1(column.name));
    }
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(8, 6, 8, 6);
    columns->addWidget(makeControls());
    columns->addWidget(m_pages, 1);
}

QWidget* PlotsPanel::makeControls()
{
    auto* controls = new QWidget(this);
    auto* form = new QFormLayout(controls);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    for (QComboBox* box : {m_x, m_y})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(tr("&Across"), m_x);
    form->addRow(tr("&Upwards"), m_y);
    auto* ways = new QHBoxLayout;
    auto* drags = new QRadioButton(tr("&Select"), controls);
    auto* moves = new QRadioButton(tr("&Move"), controls);
    drags->setChecked(true);
    drags->setToolTip(tr("A drag selects nuclei"));
    moves->setToolTip(tr("A drag moves the plot"));
    ways->addWidget(drags);
    ways->addWidget(moves);
    ways->addWidget(m_byClass);
    connect(moves, &QRadioButton::toggled, m_plot, &PlotView::setMoves);
    form->addRow(ways);
    auto* range = new QHBoxLayout;
    range->addWidget(m_from);
    range->addWidget(m_to);
    range->addWidget(m_chooseButton);
    form->addRow(range);
    auto* last = new QHBoxLayout;
    auto* all = new QPushButton(tr("Show a&ll"), controls);
    all->setToolTip(tr("The whole plot again (Home)"));
    connect(all, &QPushButton::clicked, m_plot, &PlotView::showAll);
    last->addWidget(all);
    last->addWidget(m_exportButton);
    form->addRow(last);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("faint"));
    form->addRow(m_note);
    form->addRow(m_export);
    controls->setFixedWidth(std::max(kControlsWidth, controls->minimumSizeHint().width())); // in some languages more
    return controls;
}

void PlotsPanel::askForExport()
{
    m_exportButton->setEnabled(false);
    const QString path = m_export->choosePath(tr("Export the plot"), tr("%1 plot").arg(slideName()),
        tr("Picture (*.png);;Drawing (*.svg);;Page (*.pdf);;The numbers (*.csv)"), QStringLiteral(".png"));
    m_exportButton->setEnabled(true);
    if (!path.isEmpty())
        exportTo(path);
}

void PlotsPanel::exportTo(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != QLatin1String("csv")) {
        const auto kind = ending == QLatin1String("svg") ? PlotView::Picture::Svg
            : ending == QLatin1String("pdf")             ? PlotView::Picture::Pdf
                                                         : PlotView::Picture::Png;
        const std::string bytes = m_plot->picture(kind, kPictureSize).toStdString();
        m_export->start(path, [bytes](const std::string& target, const CancelToken&, Progress&) {
            return writeWholeFile(target, bytes);
        });
        return;
    }
    std::map<int, std::string> names;
    std::vector<std::string> series;
    for (const ClassRecord& record : listed()->classes) {
        names[record.id] = record.name;
        series.push_back(record.name);
    }
    if (!m_byClass->isChecked())
        series.assign(1, "nuclei");
    const std::vector<std::string> columns{xColumn(), yColumn()};
    if (m_plot->histogram())
        m_export->start(
            path, [bins = m_plot->bins(), series](const std::string& target, const CancelToken&, Progress&) {
                return writeBinsCsv(target, bins, series);
            });
    else
        m_export->start(path,
            [points = m_plot->points(), columns, names](const std::string& target, const CancelToken& cancel,
                Progress& progress) { return writePointsCsv(target, *points, columns, names, cancel, progress); });
}

} // namespace nb
