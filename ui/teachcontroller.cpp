// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachcontroller.h"

#include "engine/geometry/polygon.h"
#include "ui/casesession.h"
#include "ui/teachpictures.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kTickMs = 100;
constexpr int kSettleMs = 300;
constexpr int kPreviews = 6;
constexpr double kMinutes = 5;
constexpr std::int64_t kPatchesPerEpoch = 200; // so that a training of minutes is judged more than a few times
constexpr double kDistillation = 0.5; // the parent's word where nobody knows better, against forgetting

using Regions = std::vector<TeachController::Region>;

Result<Regions> readRegions(const std::string& casePath, const std::shared_ptr<const SlideSource>& slide)
{
    auto records = checkedRegions(casePath);
    if (!records)
        return records.error();
    Regions regions;
    for (CheckedRegion& record : *records) {
        QImage picture = slide ? thumbnailOf(*slide, boundsOf(record.shape)) : QImage();
        regions.push_back({std::move(record), std::move(picture)});
    }
    return regions;
}

} // namespace

TeachController::TeachController(const Services& services, ModelShelf& shelf, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_shelf(shelf)
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &TeachController::look);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &TeachController::refreshRegions);
}

TrainingSettings TeachController::defaultSettings()
{
    TrainingSettings settings;
    settings.timeLimitMinutes = kMinutes;
    settings.patchesPerEpoch = kPatchesPerEpoch;
    settings.distillation = kDistillation;
    return settings;
}

TeachController::~TeachController()
{
    for (const auto& job : {m_reading, m_previewing, m_job})
        if (job)
            job->cancel();
    if (m_control)
        m_control->paused = false;
}

void TeachController::setCase(CaseSession* session, std::shared_ptr<const SlideSource> slide)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_slide = std::move(slide);
    m_regions.clear();
    m_roles.clear();
    if (session) {
        connect(session, &CaseSession::regionsChanged, this, [this] { m_settle.start(); });
        connect(session, &CaseSession::nucleiChanged, this, [this] { m_settle.start(); });
        connect(session, &CaseSession::closing, this, [this] { setCase(nullptr, nullptr); });
        refreshRegions();
    }
    Q_EMIT sourcesChanged();
}

void TeachController::refreshRegions()
{
    if (m_reading)
        m_reading->cancel();
    if (!m_session)
        return;
    const auto& list = m_session->regions();
    if (std::none_of(list.begin(), list.end(), [](const RegionRecord& r) { return r.checked; })) {
        m_regions.clear(); // nothing to read: most edits happen before anything is checked
        Q_EMIT sourcesChanged();
        return;
    }
    m_reading = m_services.jobs.start(
        this,
        [path = m_session->path().toStdString(), slide = m_slide](
            const CancelToken&, Progress&) { return readRegions(path, slide); },
        [this](Result<Regions> regions) {
            if (!regions) {
                Q_EMIT failed(tr("The checked regions could not be read."), regions.error());
                return;
            }
            m_regions = std::move(*regions);
            Q_EMIT sourcesChanged();
        });
}

RegionRole TeachController::roleOf(const Uuid& region) const
{
    if (const auto found = m_roles.find(region); found != m_roles.end())
        return found->second;
    std::vector<CheckedRegion> records;
    for (const Region& r : m_regions)
        records.push_back(r.record);
    const auto proposed = proposedRoles(records);
    const auto found = proposed.find(region);
    return found == proposed.end() ? RegionRole::Plain : found->second;
}

void TeachController::chooseRole(const Uuid& region, RegionRole role)
{
    for (const Region& r : m_regions) // what was only proposed stays as it is seen now
        m_roles.try_emplace(r.record.id, roleOf(r.record.id));
    m_roles[region] = role;
    if (m_session && !m_session->readOnly())
        for (RegionRecord record : m_session->regions())
            if (record.id == region && record.role != role) {
                record.role = role;
                Edit edit;
                edit.label = tr("What a region is for").toStdString();
                edit.putRegions.push_back(std::move(record));
                m_session->apply(std::move(edit));
            }
    Q_EMIT sourcesChanged();
}

std::optional<Rect> TeachController::heldOut() const
{
    const bool judgedElsewhere
        = std::any_of(m_others.begin(), m_others.end(), [](const Other& o) { return o.use == TeachingUse::Judge; });
    const Region* only = nullptr;
    for (const Region& region : m_regions) {
        const RegionRole role = roleOf(region.record.id);
        if (role == RegionRole::Validation || (role == RegionRole::Training && only))
            return {};
        if (role == RegionRole::Training)
            only = &region;
    }
    return only && !judgedElsewhere ? heldOutQuarter(only->record.shape) : std::nullopt;
}

void TeachController::addOther(const QString& path, TeachingUse use)
{
    m_others.push_back({path, use});
    Q_EMIT sourcesChanged();
}

void TeachController::setOther(std::size_t index, TeachingUse use)
{
    m_others.at(index).use = use;
    Q_EMIT sourcesChanged();
}

void TeachController::removeOther(std::size_t index)
{
    m_others.erase(m_others.begin() + static_cast<std::ptrdiff_t>(index));
    Q_EMIT sourcesChanged();
}

void TeachController::setCorrectedNuclei(bool on)
{
    m_correctedNuclei = on;
    Q_EMIT sourcesChanged();
}

QString TeachController::obstacle() const
{
    if (!m_services.train)
        return tr("This program was built without what teaching needs. Install a complete one.");
    if (m_shelf.inUse().empty())
        return tr("The model is still being loaded.");
    if (!m_shelf.find(m_shelf.inUse()))
        return tr("The model in use is not among your models. Choose one of them first.");
    const bool learnsElsewhere
        = std::any_of(m_others.begin(), m_others.end(), [](const Other& o) { return o.use == TeachingUse::Learn; });
    if (learnsElsewhere || (m_session && m_correctedNuclei))
        return {};
    if (m_regions.empty())
        return tr("No region is checked yet. Draw a region, correct all nuclei in it, and mark it as checked; or add a "
                  "folder of pictures with labels.");
    if (std::none_of(m_regions.begin(), m_regions.end(),
            [this](const Region& r) { return roleOf(r.record.id) == RegionRole::Training; }))
        return tr("No checked region is for learning. Choose one.");
    return {};
}

TeachingRequest TeachController::request() const
{
    TeachingRequest request;
    if (const StoredModel* parent = m_shelf.find(m_shelf.inUse()))
        request.parentPath = parent->path;
    if (m_session) {
        request.casePath = m_session->path().toStdString();
        request.slide = m_slide;
        request.heldOut = heldOut();
        request.correctedNuclei = m_correctedNuclei;
        for (const Region& region : m_regions)
            request.roles[region.record.id] = roleOf(region.record.id);
    }
    for (const Other& other : m_others)
        request.others.emplace_back(other.path.toStdString(), other.use);
    request.settings = settings;
    if (std::any_of(m_others.begin(), m_others.end(), [](const Other& o) { return o.use == TeachingUse::Rehearse; })
        && settings.distillation == kDistillation)
        request.settings.distillation = 0; // the parent's own data say more than its word
    request.normalize = normalize;
    return request;
}

void TeachController::start()
{
    if (busy() || !obstacle().isEmpty())
        return;
    m_feed = std::make_shared<TeachingFeed>();
    m_control = std::make_shared<TrainingControl>();
    m_result.reset();
    m_lastStep.reset();
    m_watched = {};
    Q_EMIT began();
    m_job = m_services.jobs.start(
        this,
        [request = request(), services = m_services, feed = m_feed, control = m_control](
            const CancelToken& cancel, Progress&) { return teach(request, services, *feed, *control, cancel); },
        [this](Result<TeachingResult> result) { ended(std::move(result)); });
    m_tick.start();
    enter(State::Reading);
}

void TeachController::enter(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void TeachController::look()
{
    if (!m_feed)
        return;
    std::vector<StepReport> steps;
    std::vector<TeachingFeed::Epoch> epochs;
    TeachingPhase phase;
    {
        const std::lock_guard lock(m_feed->mutex);
        steps.swap(m_feed->steps);
        epochs.swap(m_feed->epochs);
        phase = m_feed->phase;
        if (m_watched.rgb.empty())
            m_watched = m_feed->watched;
    }
    if (!steps.empty()) {
        double sum = 0;
        for (const StepReport& step : steps)
            sum += step.loss;
        m_lastStep = steps.back();
        Q_EMIT stepped(static_cast<double>(steps.back().step), sum / static_cast<double>(steps.size()));
    }
    for (const TeachingFeed::Epoch& epoch : epochs)
        Q_EMIT judged(epoch);
    if (!busy())
        return;
    if (phase == TeachingPhase::Training)
        enter(m_control->paused ? State::Paused : State::Training);
    else if (phase == TeachingPhase::Comparing)
        enter(State::Comparing);
}

void TeachController::ended(Result<TeachingResult> result)
{
    look();
    m_tick.stop();
    m_feed.reset();
    m_control.reset();
    if (!result) {
        enter(State::Idle);
        Q_EMIT failed(tr("The model could not be taught. The one in use is as it was."), result.error());
        return;
    }
    m_result = std::make_unique<TeachingResult>(std::move(*result));
    enter(State::Decision);
}

void TeachController::pause(bool on)
{
    if (!m_control)
        return;
    m_control->paused = on;
    look();
}

void TeachController::finish()
{
    if (m_control)
        m_control->finish = true;
}

void TeachController::discard()
{
    if (m_job)
        m_job->cancel();
    if (m_control)
        m_control->paused = false;
    m_tick.stop();
    m_feed.reset();
    m_control.reset();
    const bool undecided = m_result != nullptr;
    m_result.reset();
    enter(State::Idle);
    if (undecided)
        Q_EMIT decided(false);
}

void TeachController::accept()
{
    if (!m_result)
        return;
    ModelFile model = m_result->outcome->model;
    const StoredModel* parent = m_shelf.find(model.info.parent);
    const QString from
        = QString::fromStdString(parent ? parent->name : model.info.name).section(QStringLiteral(" · "), 0, 0);
    model.info.name = QStringLiteral("%1 · %2")
                          .arg(from, QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                          .toStdString();
    m_shelf.add(std::move(model), [this](const StoredModel& kept) {
        m_shelf.use(kept.info.hash);
        m_result.reset();
        enter(State::Idle);
        Q_EMIT decided(true);
    });
}

void TeachController::preview()
{
    if (!obstacle().isEmpty())
        return;
    if (m_previewing)
        m_previewing->cancel();
    m_previewing = m_services.jobs.start(
        this,
        [request = request(), services = m_services](
            const CancelToken& cancel, Progress&) { return previewSamples(request, services, kPreviews, cancel); },
        [this](const Result<std::vector<PreviewSample>>& samples) {
            if (samples)
                Q_EMIT previewReady(*samples);
            else
                Q_EMIT failed(tr("No samples can be shown."), samples.error());
        });
}

bool TeachController::better() const
{
    return m_result && m_result->outcome->before && m_result->outcome->after
        && m_result->outcome->after->score() > m_result->outcome->before->score();
}

double TeachController::secondsRunning() const
{
    return m_job ? m_job->seconds() : 0;
}

std::optional<double> TeachController::secondsLeft() const
{
    if (!m_lastStep || m_lastStep->secondsLeft <= 0)
        return {};
    return m_lastStep->secondsLeft;
}

} // namespace nb
