// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segmentationcontroller.h"

#include "ui/casesession.h"
#include "ui/nucleussearch.h"
#include "ui/timeleft.h"
#include "ui/visibleregion.h"

namespace nb
{

namespace
{
constexpr int kTickMs = 100;
constexpr int kLastTileMs = 500; // the tile in hand when a run was stopped is stored by then
} // namespace

SegmentationController::SegmentationController(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &SegmentationController::tick);
}

SegmentationController::~SegmentationController()
{
    for (const auto& job : {m_loading, m_preparing, m_storedMaps, m_run})
        if (job)
            job->cancel();
}

SegmentationController::Activity SegmentationController::activity() const
{
    return m_run ? m_running : m_wanted ? Activity::Preparing : Activity::Idle;
}

bool SegmentationController::preparing() const
{
    const auto underWay = [](const std::shared_ptr<Job>& job) { return job && job->running(); };
    return m_slide && !m_recipe && (underWay(m_loading) || underWay(m_preparing));
}

SegmentationController::Status SegmentationController::status() const
{
    if (!m_run)
        return {};
    const std::int64_t done = m_run->progress().done, total = m_run->progress().total;
    return {done, total, secondsLeft(done, total, m_run->seconds())};
}

void SegmentationController::setSlide(std::shared_ptr<const SlideSource> slide)
{
    forgetRun();
    m_slide = std::move(slide);
    m_pixelSize.reset();
    forgetResults();
    prepare();
    Q_EMIT activityChanged();
}

void SegmentationController::setPixelSize(std::optional<PixelSize> pixelSize)
{
    const auto before = m_pixelSize;
    restorePixelSize(pixelSize);
    if (m_slide)
        Q_EMIT pixelSizeChosen(before);
}

void SegmentationController::restorePixelSize(std::optional<PixelSize> pixelSize)
{
    m_pixelSize = pixelSize;
    if (!m_slide)
        return;
    forgetRun();
    Q_EMIT activityChanged();
    forgetResults();
    prepare();
}

void SegmentationController::useNetwork(std::shared_ptr<const Network> network)
{
    if (m_loading)
        m_loading->cancel();
    forgetRun();
    m_network = std::move(network);
    Q_EMIT networkChanged();
    Q_EMIT activityChanged();
    forgetResults();
    prepare();
}

void SegmentationController::forgetResults()
{
    m_choice.reset();
    m_previewed = {};
    m_inMemory.reset();
    m_overCase.reset();
    if (m_slide)
        m_inMemory = std::make_shared<NucleusIndex>(m_slide->info().width(), m_slide->info().height());
}

void SegmentationController::setCase(CaseSession* session, bool coming)
{
    if (!session && m_case && m_run)
        forgetRun(); // its case goes
    m_case = session;
    m_caseComing = coming;
    const auto again = [this] {
        if (m_slide && m_choice)
            beginPreview();
    };
    again(); // over what this case holds
    if (session)
        connect(session, &CaseSession::regionsChanged, this, [this, again] {
            again(); // those that are checked may be others
            Q_EMIT found();
        });
    loadStoredMaps();
    Q_EMIT found();
    Q_EMIT activityChanged();
    if (!coming && m_recipe)
        if (const auto wanted = std::exchange(m_wanted, std::nullopt))
            run(*wanted);
}

CaseSession* SegmentationController::caseSession() const
{
    return m_case;
}

void SegmentationController::segmentView(const Rect& view)
{
    run({Activity::View, view});
}

void SegmentationController::segmentRegion(const Rect& region)
{
    run({Activity::Region, region});
}

void SegmentationController::segmentSlide()
{
    run({Activity::Slide, {}});
}

void SegmentationController::resumeSlide(const ExtractionRecipe& begunWith)
{
    run({Activity::Slide, {}, begunWith});
}

void SegmentationController::run(const Wanted& wanted)
{
    if (!m_slide)
        return;
    const bool slideWanted = m_wanted && m_wanted->what == Activity::Slide; // and starts as soon as it can
    if ((m_run && m_running == Activity::Slide) || (slideWanted && wanted.what != Activity::Slide)) {
        Q_EMIT slideRunKept();
        return;
    }
    forgetRun();
    if (!m_recipe || m_caseComing) {
        m_wanted = wanted;
        if (!m_recipe && !(m_network && m_preparing && m_preparing->running()))
            prepare(); // it failed before, or the model did: try again, and say so again
        Q_EMIT activityChanged();
        return;
    }
    if (wanted.what != Activity::View) {
        const Rect all{0, 0, m_slide->info().width(), m_slide->info().height()};
        start(wanted.what == Activity::Slide ? all : wanted.area, wanted);
        return;
    }
    const VisibleRegion region = visibleRegion(*m_recipe, wanted.area);
    start(region.area, wanted);
    if (region.cut)
        Q_EMIT cutToMiddle();
}

void SegmentationController::start(const Rect& area, const Wanted& wanted)
{
    const Activity activity = wanted.what;
    SegmentRequest request;
    request.area = area;
    request.priority = activity == Activity::View ? Priority::Visible : Priority::SlideRun;
    request.order = activity == Activity::View ? PatchOrder::FromCentre : PatchOrder::Reading;
    request.extraction = wanted.extraction.value_or(extraction()); // the model's own, where nothing else is chosen
    m_running = activity;
    m_run = m_services.jobs.start(
        this,
        [recipe = m_recipe, &scheduler = m_services.scheduler, request, to = target()](const CancelToken& cancel,
            Progress& progress) { return searchNuclei(recipe, scheduler, request, to, cancel, progress); },
        [this](const Result<CaseRunSummary>& summary) { runEnded(summary); });
    m_tick.start();
    Q_EMIT activityChanged();
}

SearchTarget SegmentationController::target()
{
    SearchTarget to;
    to.maps = m_maps;
    if (!m_case || m_choice)
        to.nuclei = m_inMemory;
    if (!m_case)
        return to;
    to.document = m_case->sharedThread();
    to.stored = m_case->storedSink();
    to.author = m_case->author().toStdString();
    to.resumed = [jobs = &m_services.jobs, here = QPointer<SegmentationController>(this)](std::int64_t) {
        QMetaObject::invokeMethod(
            jobs,
            [here] {
                if (here && here->m_run)
                    Q_EMIT here->wentOn();
            },
            Qt::QueuedConnection);
    };
    return to;
}

void SegmentationController::runEnded(const Result<CaseRunSummary>& summary)
{
    m_tick.stop();
    m_run.reset();
    m_running = Activity::Idle;
    Q_EMIT found();
    Q_EMIT activityChanged();
    if (summary)
        Q_EMIT finished(*summary);
    else
        Q_EMIT failed(tr("The search for nuclei ended early. What was found so far is kept."), summary.error());
}

void SegmentationController::stop()
{
    if (activity() == Activity::Idle)
        return;
    forgetRun();
    Q_EMIT activityChanged();
    QTimer::singleShot(kLastTileMs, this, [this] { Q_EMIT found(); });
}

void SegmentationController::forgetRun()
{
    if (m_run)
        m_run->cancel(); // what it found stays
    m_run.reset();
    m_wanted.reset();
    m_running = Activity::Idle;
    m_tick.stop();
}

void SegmentationController::tick()
{
    Q_EMIT progressed();
    Q_EMIT found();
}

} // namespace nb
