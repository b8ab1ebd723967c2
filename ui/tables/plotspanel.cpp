// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/plotspanel.h"

#include "engine/geometry/shapelocator.h"
#include "ui/nucleusselection.h"
#include "ui/tables/fileexport.h"
#include "ui/tables/nucleustexts.h"
#include "ui/tables/numberfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

#include <cmath>
#include <limits>

namespace nb
{

namespace
{

// A run stores nuclei many times a second and needs the processor itself.
constexpr int kReadAgainMs = 500;
constexpr int kRestPerSecond = 4000; // ms, for each second that it took

} // namespace

PlotsPanel::PlotsPanel(JobPool& jobs, NucleusSelection& selection, QWidget* parent)
    : CasePanel(parent)
    , m_jobs(jobs)
    , m_selection(selection)
    , m_plot(new PlotView(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new QLabel(this))
    , m_note(new QLabel(this))
    , m_x(new QComboBox(this))
    , m_y(new QComboBox(this))
    , m_byClass(new QCheckBox(tr("By &class"), this))
    , m_from(new NumberField(tr("Select from this value"), tr("from"), this))
    , m_to(new NumberField(tr("Select up to this value"), tr("to"), this))
    , m_chooseButton(new QPushButton(tr("Select t&hese"), this))
    , m_exportButton(new QPushButton(tr("&Export…"), this))
    , m_export(new FileExport(jobs, this))
{
    arrange();
    setFocusProxy(m_x);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(kReadAgainMs);
    connect(&m_readSoon, &QTimer::timeout, this, &PlotsPanel::read);
    connect(m_x, &QComboBox::activated, this, &PlotsPanel::read);
    connect(m_y, &QComboBox::activated, this, &PlotsPanel::read);
    connect(m_byClass, &QCheckBox::toggled, m_plot, &PlotView::setByClass);
    connect(m_plot, &PlotView::rangeChosen, this, &PlotsPanel::chooseRange);
    connect(m_plot, &PlotView::outlineChosen, this, &PlotsPanel::choose);
    connect(m_chooseButton, &QPushButton::clicked, this, &PlotsPanel::chooseByFields);
    connect(m_to, &QLineEdit::returnPressed, this, &PlotsPanel::chooseByFields);
    connect(m_exportButton, &QPushButton::clicked, this, &PlotsPanel::askForExport);
    connect(&selection, &NucleusSelection::changed, this, [this] { m_plot->setChosen(m_selection.rows()); });
    connect(m_export, &FileExport::written, this, &CasePanel::exported);
    connect(m_export, &FileExport::failed, this,
        [this](const Error& error) { Q_EMIT failed(tr("The plot could not be written."), error); });
    showState();
}

PlotsPanel::~PlotsPanel()
{
    for (const auto& job : {m_reading, m_choosing})
        if (job)
            job->cancel();
}

std::string PlotsPanel::xColumn() const
{
    return m_x->currentData().toString().toStdString();
}

std::string PlotsPanel::yColumn() const
{
    return m_y->currentData().toString().toStdString();
}

void PlotsPanel::setMeasurements(const std::string& x, const std::string& y)
{
    m_x->setCurrentIndex(std::max(0, m_x->findData(QString::fromStdString(x))));
    m_y->setCurrentIndex(std::max(0, m_y->findData(QString::fromStdString(y))));
    read();
}

void PlotsPanel::setFilter(const NucleusFilter& filter)
{
    m_filter = filter;
    refresh();
}

void PlotsPanel::caseTaken()
{
    m_reader = listed() ? std::make_shared<SharedReader>(listed()->open) : nullptr;
    m_shownColumns = {};
    takeClasses();
    read();
}

void PlotsPanel::nucleiChanged()
{
    if (m_reading && m_reading->running())
        m_changedMeanwhile = true;
    else if (!m_readSoon.isActive())
        m_readSoon.start();
}

void PlotsPanel::listsChanged()
{
    takeClasses();
}

void PlotsPanel::takeClasses()
{
    std::vector<PlotView::Class> classes;
    if (listed())
        for (const ClassRecord& record : listed()->classes)
            classes.push_back(
                {record.id, QString::fromStdString(record.name), classColor(listed()->classes, record.id)});
    m_plot->setClasses(classes);
}

void PlotsPanel::read()
{
    m_readSoon.stop();
    m_changedMeanwhile = false;
    if (m_reading)
        m_reading->cancel();
    m_reading.reset();
    if (!m_reader) {
        shown(Shown{std::make_shared<const PlotPoints>(), 0});
        return;
    }
    std::vector<std::string> columns{xColumn()};
    if (!yColumn().empty())
        columns.push_back(yColumn());
    m_reading = m_jobs.start(
        this,
        [reader = m_reader, columns, filter = m_filter](const CancelToken& cancel, Progress&) -> Result<Shown> {
            return reader->with([&](CaseReader& nuclei) -> Result<Shown> {
                auto points = std::make_shared<PlotPoints>();
                std::int64_t notMeasured = 0;
                const Status visited = nuclei.visitValues(
                    columns, filter, [&](NucleusRow row, int classId, std::span<const double> values) {
                        if (std::isnan(values.front()) || std::isnan(values.back())) {
                            ++notMeasured;
                            return true;
                        }
                        points->rows.push_back(row);
                        points->classes.push_back(classId);
                        points->x.push_back(values.front());
                        if (values.size() > 1)
                            points->y.push_back(values.back());
                        return points->size() % 4096 != 0 || !cancel.cancelled();
                    });
                if (!visited)
                    return visited.error();
                return Shown{points, notMeasured};
            });
        },
        [this](const Result<Shown>& read) { shown(read); });
    showState();
}

void PlotsPanel::shown(const Result<Shown>& shown)
{
    if (!shown) {
        Q_EMIT failed(tr("The measurements could not be read."), shown.error());
    } else {
        m_notMeasured = shown->notMeasured;
        const auto columns = std::pair(xColumn(), yColumn());
        const bool wasEmpty = m_plot->points()->size() == 0;
        if (std::exchange(m_shownColumns, columns) == columns && !wasEmpty)
            m_plot->updatePoints(shown->points);
        else
            m_plot->setPoints(shown->points, measurementText(columns.first),
                columns.second.empty() ? tr("Nuclei") : measurementText(columns.second));
        m_plot->setChosen(m_selection.rows());
    }
    showState();
    if (m_reading)
        m_readSoon.setInterval(std::max(kReadAgainMs, static_cast<int>(kRestPerSecond * m_reading->seconds())));
    if (m_changedMeanwhile)
        m_readSoon.start();
}

QString PlotsPanel::note() const
{
    if (!listed() || (m_reading && m_reading->running()))
        return listed() ? tr("Reading the measurements…") : QString();
    QString text = tr("%Ln nucleus/nuclei", nullptr, static_cast<int>(m_plot->points()->size()));
    if (m_notMeasured > 0)
        text += QLatin1Char('\n') + tr("%Ln more not measured", nullptr, static_cast<int>(m_notMeasured));
    if (m_filter.classId || m_filter.origin || !m_filter.ranges.empty())
        text += QLatin1Char('\n') + tr("Only those that pass the table's filter");
    return text;
}

void PlotsPanel::showState()
{
    const bool empty = m_plot->points()->size() == 0, reading = m_reading && m_reading->running();
    m_pages->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_plot);
    if (!listed())
        m_empty->setText(tr("Open a slide: the measurements of its nuclei are plotted here."));
    else if (reading)
        m_empty->setText(tr("Reading the measurements…"));
    else if (m_notMeasured > 0)
        m_empty->setText(tr("This was not measured on any of these nuclei. Choose another measurement."));
    else
        m_empty->setText(tr("No nuclei to plot. Find them (F5), or lift the table's filter."));
    m_note->setText(note());
    m_exportButton->setEnabled(!empty);
    m_chooseButton->setEnabled(!empty);
}

void PlotsPanel::chooseRange(double least, double most, Qt::KeyboardModifiers modifiers)
{
    const PlotPoints& points = *m_plot->points();
    std::vector<NucleusRow> rows;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points.x[i] >= least && points.x[i] <= most)
            rows.push_back(points.rows[i]);
    m_from->setText(QLocale().toString(least, 'g', 5));
    m_to->setText(QLocale().toString(most, 'g', 5));
    take(std::move(rows), modifiers);
}

void PlotsPanel::chooseByFields()
{
    constexpr double kOpen = std::numeric_limits<double>::infinity();
    const auto least = m_from->number(-kOpen), most = m_to->number(kOpen);
    if (!least || !most)
        return;
    const QString from = m_from->text(), to = m_to->text();
    chooseRange(*least, *most, {});
    m_from->setText(from); // as the person wrote it
    m_to->setText(to);
}

void PlotsPanel::choose(const QPolygonF& outline, Qt::KeyboardModifiers modifiers)
{
    Ring ring;
    for (const QPointF& point : outline)
        ring.push_back({point.x(), point.y()});
    if (m_choosing)
        m_choosing->cancel();
    using Rows = std::vector<NucleusRow>;
    m_choosing = m_jobs.start(
        this,
        [points = m_plot->points(), ring](const CancelToken&, Progress&) -> Result<Rows> {
            const ShapeLocator locator({Polygon{ring, {}}});
            Rows rows;
            for (std::size_t i = 0; i < points->size(); ++i)
                if (locator.contains({points->x[i], points->y[i]}))
                    rows.push_back(points->rows[i]);
            return rows;
        },
        [this, modifiers](const Result<Rows>& rows) {
            if (rows)
                take(*rows, modifiers);
        });
}

void PlotsPanel::take(std::vector<NucleusRow> rows, Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ShiftModifier)) // as on the slide: Shift adds, Alt removes
        m_selection.add(rows);
    else if (modifiers.testFlag(Qt::AltModifier))
        m_selection.remove(rows);
    else
        m_selection.set(std::move(rows));
}

} // namespace nb
