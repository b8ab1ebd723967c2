// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/evaluationpanel.h"

#include "ui/tables/fileexport.h"

#include <QApplication>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>

#include <algorithm>

namespace nb
{

EvaluationPanel::EvaluationPanel(const Services& services, QWidget* parent)
    : CasePanel(parent)
    , m_services(services)
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
    , m_warnings(new QLabel(this))
    , m_export(new FileExport(services.jobs, this))
{
    arrange();
    setFocusProxy(m_judged);
    for (NucleiChoice* choice : {m_judged, m_truth})
        connect(choice, &NucleiChoice::changed, this, &EvaluationPanel::choiceChanged);
    connect(m_where, &QComboBox::activated, this, [this] {
        forget();
        showState();
    });
    connect(m_compare, &QPushButton::clicked, this, [this] { work() ? stop() : compare(); });
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

bool EvaluationPanel::within() const
{
    return m_truth->kind() == NucleiChoice::Kind::Case || m_where->currentIndex() == 0;
}

QString EvaluationPanel::obstacle() const
{
    const bool ofModel = m_judged->kind() == NucleiChoice::Kind::Model;
    const bool ownTruth = m_truth->kind() == NucleiChoice::Kind::Case;
    if (!listed())
        return tr("Open a slide, then compare what was found with what is true.");
    if (ofModel && !within())
        return tr("A model is judged within checked regions, where it looks anew; everywhere would be all of the "
                  "slide. Choose “Within checked regions”, or find nuclei on the slide first and judge those.");
    if (within() && checkedRegions().empty())
        return ownTruth || ofModel
            ? tr("No region of this case is checked, so nobody knows where its nuclei are right. In the tab Correct "
                 "draw a region, correct the nuclei in it and mark it as checked; then compare.")
            : tr("No region of this case is checked. Compare everywhere instead.");
    if (m_judged->kind() == NucleiChoice::Kind::Case && ownTruth)
        return tr("These are the same nuclei. Choose a model, a file or another case to be judged, or a file as the "
                  "truth.");
    return {};
}

void EvaluationPanel::caseTaken()
{
    m_truth->setPath({});
    m_proposing = true;
    proposeModel();
    showState();
}

void EvaluationPanel::setModels(const std::vector<NucleiChoice::Model>& models, const QString& inUse)
{
    m_inUse = inUse;
    const bool proposing = m_proposing;
    m_judged->setModels(models); // what is chosen changes where the model is gone, and nobody chose that
    m_proposing = proposing;
    if (m_proposing && m_compared.evaluated.areas.empty() && !work() && m_judged->modelHash() != inUse)
        proposeModel();
    showState();
}

/// What a person most often wants to know: how good the model in use is on this slide.
void EvaluationPanel::proposeModel()
{
    if (!m_judged->setModel(m_inUse))
        m_judged->setPath({});
    m_proposing = true;
}

void EvaluationPanel::judgeModel(const QString& hash)
{
    if (m_judged->setModel(hash))
        m_truth->setPath({});
}

void EvaluationPanel::choiceChanged()
{
    m_proposing = false;
    forget();
    showState();
}

void EvaluationPanel::nucleiChanged()
{
    m_outdated = m_outdated || work() || !areas().empty(); // what is compared now was read before
    showState();
}

void EvaluationPanel::listsChanged()
{
    m_outdated = m_outdated || work() || !areas().empty(); // what is compared now was read before
    showState();
}

void EvaluationPanel::forget()
{
    stop();
    m_compared = {};
    m_regions.clear();
    m_walk = {};
    m_outdated = false;
    Q_EMIT placesChanged({});
}

const Job* EvaluationPanel::work() const
{
    return m_job && m_job->running() ? m_job.get() : nullptr;
}

void EvaluationPanel::stop()
{
    if (!work())
        return;
    m_job->cancel();
    m_job.reset();
    showState();
    Q_EMIT workChanged();
}

void EvaluationPanel::compare()
{
    if (!obstacle().isEmpty())
        return;
    forget();
    if (within())
        m_regions = checkedRegions();
    const auto side = [](const NucleiChoice& choice) {
        return Comparison::Side{choice.kind(), choice.path().toStdString()};
    };
    const Comparison comparison{*listed(), m_pixels, side(*m_judged), side(*m_truth), m_regions};
    m_job = m_services.jobs.start(
        this,
        [comparison, services = m_services](const CancelToken& cancel, Progress& progress) {
            return compareNuclei(comparison, services, cancel, progress);
        },
        [this](const Result<Compared>& done) { compared(done); });
    showState();
    Q_EMIT workChanged();
}

void EvaluationPanel::compared(const Result<Compared>& compared)
{
    if (!compared) {
        Q_EMIT failed(tr("The nuclei could not be compared."), compared.error());
    } else {
        m_compared = *compared;
        showFigures();
        Q_EMIT placesChanged(std::make_shared<const std::vector<JudgedPlace>>(evaluated().mistakes()));
        if (isAncestorOf(QApplication::focusWidget())) // a person who is elsewhere by now stays there
            m_table->setFocus();
    }
    showState();
    Q_EMIT workChanged();
}

void EvaluationPanel::showEvent(QShowEvent* event)
{
    CasePanel::showEvent(event);
    Q_EMIT shown();
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
    if (work())
        return tr("Comparing…");
    if (!m_walk.places.empty())
        return tr("%1 of %2").arg(m_walk.at + 1).arg(m_walk.places.size());
    if (m_outdated)
        return tr("The case was changed since. Compare again.");
    return areas().empty() ? QString() : tr("Click a number of mistakes to see them.");
}

void EvaluationPanel::showState()
{
    const QString why = obstacle();
    const bool comparing = work() != nullptr;
    m_pages->setCurrentWidget(areas().empty() ? static_cast<QWidget*>(m_empty) : m_table);
    m_empty->setText(comparing ? tr("Comparing…") : !why.isEmpty() ? why : tr("“Compare” says how well they agree."));
    m_compare->setText(comparing ? tr("&Stop") : tr("&Compare"));
    m_compare->setEnabled(why.isEmpty() || comparing);
    m_where->setEnabled(m_truth->kind() != NucleiChoice::Kind::Case);
    m_exportButton->setEnabled(!areas().empty());
    m_previous->setEnabled(!m_walk.places.empty());
    m_next->setEnabled(!m_walk.places.empty());
    m_note->setText(note());
    showWarnings();
}

} // namespace nb
