// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/evaluationpanel.h"

#include "engine/geometry/polygon.h"
#include "ui/tables/fileexport.h"
#include "ui/tables/nucleichoice.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>

#include <algorithm>

namespace nb
{

namespace
{

/// What is to be compared, as values for a worker.
struct Comparison {
    ListedCase listed;
    std::string judged; ///< path; empty: the case's nuclei
    std::string truth; ///< likewise
    std::vector<RegionRecord> regions; ///< within these; none: everywhere
};

Result<NucleiFile> read(
    const Comparison& c, const std::string& path, std::span<const Rect> areas, const CancelToken& cancel)
{
    if (!path.empty())
        return readComparedNuclei(path, areas, c.listed.slide.width, c.listed.slide.height, cancel);
    const auto reader = c.listed.open();
    if (!reader)
        return reader.error();
    return readCaseNuclei(**reader, "", areas, cancel);
}

Result<std::vector<AreaEvaluation>> compareNuclei(const Comparison& c, const CancelToken& cancel)
{
    std::vector<Rect> areas;
    for (const RegionRecord& region : c.regions)
        areas.push_back(boundsOf(region.shape));
    const auto truth = read(c, c.truth, areas, cancel);
    if (!truth)
        return truth.error();
    const auto judged = read(c, c.judged, areas, cancel);
    if (!judged)
        return judged.error();
    return evaluateAreas(*truth, *judged, c.regions, cancel);
}

} // namespace

EvaluationPanel::EvaluationPanel(JobPool& jobs, QWidget* parent)
    : CasePanel(parent)
    , m_jobs(jobs)
    , m_judged(new NucleiChoice(tr("This case's nuclei"), tr("The nuclei to be judged"), this))
    , m_truth(new NucleiChoice(tr("This case's checked regions"), tr("The truth"), this))
    , m_where(new QComboBox(this))
    , m_compare(new QPushButton(tr("&Compare"), this))
    , m_previous(new QPushButton(tr("Pre&vious"), this))
    , m_next(new QPushButton(tr("&Next"), this))
    , m_exportButton(new QPushButton(tr("&Export…"), this))
    , m_pages(new QStackedWidget(this))
    , m_table(new QTableWidget(this))
    , m_empty(new QLabel(this))
    , m_note(new QLabel(this))
    , m_export(new FileExport(jobs, this))
{
    arrange();
    setFocusProxy(m_judged);
    for (NucleiChoice* choice : {m_judged, m_truth})
        connect(choice, &NucleiChoice::changed, this, [this] {
            forget();
            showState();
        });
    connect(m_where, &QComboBox::activated, this, [this] {
        forget();
        showState();
    });
    connect(m_compare, &QPushButton::clicked, this, &EvaluationPanel::compare);
    connect(m_previous, &QPushButton::clicked, this, [this] { walk(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { walk(1); });
    connect(m_exportButton, &QPushButton::clicked, this, &EvaluationPanel::askForExport);
    connect(m_table, &QTableWidget::cellActivated, this, &EvaluationPanel::activate);
    connect(m_table, &QTableWidget::cellClicked, this, &EvaluationPanel::activate);
    connect(m_export, &FileExport::written, this, &CasePanel::exported);
    connect(m_export, &FileExport::failed, this,
        [this](const Error& error) { Q_EMIT failed(tr("The evaluation could not be written."), error); });
    showState();
}

void EvaluationPanel::setPixels(std::shared_ptr<const SlideSource> pixels)
{
    m_pixels = std::move(pixels);
    const QFileInfo slide(m_pixels ? QString::fromStdString(m_pixels->info().path) : QString());
    for (NucleiChoice* choice : {m_judged, m_truth})
        choice->setFolder(m_pixels && slide.exists() ? slide.absolutePath() : QString());
}

EvaluationPanel::~EvaluationPanel()
{
    if (m_job)
        m_job->cancel();
}

std::vector<RegionRecord> EvaluationPanel::checkedRegions() const
{
    std::vector<RegionRecord> regions;
    if (listed())
        std::copy_if(listed()->regions.begin(), listed()->regions.end(), std::back_inserter(regions),
            [](const RegionRecord& region) { return region.checked; });
    return regions;
}

QString EvaluationPanel::obstacle() const
{
    const bool within = m_truth->path().isEmpty() || m_where->currentIndex() == 0;
    if (!listed())
        return tr("Open a slide, then compare what was found with what is true.");
    if (m_judged->path().isEmpty() && m_truth->path().isEmpty())
        return tr("These are the same nuclei. Choose a file or another case, either to be judged or as the truth.");
    if (within && checkedRegions().empty())
        return m_truth->path().isEmpty() ? tr("No region of this case is checked. Draw a region, correct its nuclei "
                                              "and mark it as checked; or choose a "
                                              "file as the truth.")
                                         : tr("No region of this case is checked. Compare everywhere instead.");
    return {};
}

void EvaluationPanel::caseTaken()
{
    forget();
    m_judged->setPath({});
    m_truth->setPath({});
    showState();
}

void EvaluationPanel::nucleiChanged()
{
    m_outdated = !m_areas.empty();
    showState();
}

void EvaluationPanel::listsChanged()
{
    m_outdated = !m_areas.empty();
    showState();
}

void EvaluationPanel::forget()
{
    if (m_job)
        m_job->cancel();
    m_job.reset();
    m_areas.clear();
    m_walk = {};
    m_outdated = false;
    m_complaint.clear();
    Q_EMIT placesChanged({});
}

void EvaluationPanel::compare()
{
    if (!obstacle().isEmpty())
        return;
    forget();
    const bool within = m_truth->path().isEmpty() || m_where->currentIndex() == 0;
    const Comparison comparison{*listed(), m_judged->path().toStdString(), m_truth->path().toStdString(),
        within ? checkedRegions() : std::vector<RegionRecord>()};
    m_job = m_jobs.start(
        this, [comparison](const CancelToken& cancel, Progress&) { return compareNuclei(comparison, cancel); },
        [this](const Result<std::vector<AreaEvaluation>>& areas) { compared(areas); });
    showState();
}

void EvaluationPanel::compared(const Result<std::vector<AreaEvaluation>>& areas)
{
    if (!areas) {
        Q_EMIT failed(tr("The nuclei could not be compared."), areas.error());
    } else {
        m_areas = *areas;
        showFigures();
        auto places = std::make_shared<std::vector<JudgedPlace>>();
        for (const AreaEvaluation& area : m_areas)
            places->insert(places->end(), area.mistakes.begin(), area.mistakes.end());
        Q_EMIT placesChanged(places);
        m_table->setFocus();
    }
    showState();
}

void EvaluationPanel::walk(int by)
{
    const auto count = static_cast<std::ptrdiff_t>(m_walk.places.size());
    if (count == 0)
        return;
    m_walk.at = static_cast<std::size_t>((static_cast<std::ptrdiff_t>(m_walk.at) + by + count) % count);
    const Rect& at = m_walk.places[m_walk.at];
    showState();
    Q_EMIT placeRequested(QRectF(static_cast<double>(at.x), static_cast<double>(at.y), static_cast<double>(at.width),
        static_cast<double>(at.height)));
}

QString EvaluationPanel::note() const
{
    if (m_job && m_job->running())
        return tr("Comparing…");
    if (!m_walk.places.empty())
        return tr("%1 of %2").arg(m_walk.at + 1).arg(m_walk.places.size());
    if (m_outdated)
        return tr("The case was changed since. Compare again.");
    return m_areas.empty() ? QString() : tr("Click a number of mistakes to see them.");
}

void EvaluationPanel::showState()
{
    const QString why = obstacle();
    const bool comparing = m_job && m_job->running();
    m_pages->setCurrentWidget(m_areas.empty() ? static_cast<QWidget*>(m_empty) : m_table);
    m_empty->setText(comparing ? tr("Comparing…") : !why.isEmpty() ? why : tr("“Compare” says how well they agree."));
    m_compare->setEnabled(why.isEmpty() && !comparing);
    m_where->setEnabled(!m_truth->path().isEmpty());
    m_exportButton->setEnabled(!m_areas.empty());
    m_previous->setEnabled(!m_walk.places.empty());
    m_next->setEnabled(!m_walk.places.empty());
    m_note->setText(note());
}

} // namespace nb
