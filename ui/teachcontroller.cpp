// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachcontroller.h"

#include "engine/train/trainingrecord.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr int kTickMs = 100;
constexpr int kPreviews = 6;
constexpr double kMinutes = 5;
constexpr std::int64_t kPatchesPerEpoch = 200; // the person's wish where it is another
constexpr double kPatchesPerMinute = 40; // in a round: a slow computer learns 240 a minute, and is judged 5 times
constexpr std::int64_t kLeastPatches = 8, kMostPatches = 800;
constexpr double kDistillation = 0.5; // the parent's word where nobody knows better, against forgetting

} // namespace

TeachController::TeachController(const Services& services, ModelShelf& shelf, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_shelf(shelf)
    , m_material(new TeachMaterial(services, this))
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &TeachController::look);
    connect(m_material, &TeachMaterial::changed, this, &TeachController::sourcesChanged);
    connect(m_material, &TeachMaterial::failed, this, &TeachController::failed);
    lookForInterrupted();
}

TrainingSettings TeachController::defaultSettings()
{
    TrainingSettings settings;
    settings.timeLimitMinutes = kMinutes;
    settings.patchesPerEpoch = kPatchesPerEpoch;
    settings.distillation = kDistillation;
    return settings;
}

/// What runs leaves a checkpoint and can go on later.
TeachController::~TeachController()
{
    for (const auto& job : {m_searching, m_previewing, m_job})
        if (job)
            job->cancel();
    if (m_control)
        m_control->paused = false;
}

QString TeachController::obstacle() const
{
    if (!m_services.train)
        return tr("This program was built without what teaching needs. Install a complete one.");
    if (m_shelf.inUse().empty())
        return tr("The model is still being loaded.");
    if (!m_shelf.find(m_shelf.inUse()))
        return tr("The model in use is not among your models. Choose one of them first.");
    return m_material->obstacle();
}

TeachingRequest TeachController::request() const
{
    TeachingRequest request;
    if (const StoredModel* parent = m_shelf.find(m_shelf.inUse()))
        request.parentPath = parent->path;
    m_material->describe(request);
    request.settings = settings;
    if (settings.timeLimitMinutes && settings.patchesPerEpoch == kPatchesPerEpoch)
        request.settings.patchesPerEpoch = std::clamp<std::int64_t>(
            std::llround(kPatchesPerMinute * *settings.timeLimitMinutes), kLeastPatches, kMostPatches);
    if (m_material->rehearses() && settings.distillation == kDistillation)
        request.settings.distillation = 0; // the parent's own data say more than its word
    request.normalize = normalize;
    return request;
}

void TeachController::start()
{
    if (m_state == State::Idle && obstacle().isEmpty())
        run(std::make_shared<KeptTeaching>(request()));
}

void TeachController::goOn(const QString& folder)
{
    if (m_state == State::Idle && m_services.train)
        run(std::make_shared<KeptTeaching>(folder));
}

void TeachController::run(std::shared_ptr<KeptTeaching> kept)
{
    m_kept = std::move(kept);
    m_feed = std::make_shared<TeachingFeed>();
    m_control = std::make_shared<TrainingControl>();
    m_result.reset();
    m_lastStep.reset();
    m_watched = {};
    Q_EMIT began();
    m_job = m_services.jobs.start(
        this,
        [kept = m_kept, open = m_material->openCase(), services = m_services, feed = m_feed, control = m_control](
            const CancelToken& cancel, Progress&) {
            Result<TeachingResult> result = teachKept(*kept, open.path, open.slide, services, *feed, *control, cancel);
            if (!result) {
                if (result.error().code != ErrorCode::Cancelled && !kept->begun())
                    kept->forget(); // it would fail again
                kept->close(); // free to be gone on with when the window hears of it
            }
            return result;
        },
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
    std::optional<StartReport> before;
    TeachingPhase phase;
    {
        const std::lock_guard lock(m_feed->mutex);
        steps.swap(m_feed->steps);
        epochs.swap(m_feed->epochs);
        before.swap(m_feed->start);
        phase = m_feed->phase;
        if (m_watched.rgb.empty())
            m_watched = m_feed->watched;
    }
    if (before)
        Q_EMIT startJudged(*before);
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
        m_kept.reset(); // where there is a checkpoint, it can go on from there
        enter(State::Idle);
        Q_EMIT failed(tr("The model could not be taught. The one in use is as it was."), result.error());
        lookForInterrupted();
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
    putAway();
    if (undecided)
        Q_EMIT decided(false);
}

void TeachController::askToDiscard()
{
    const bool nothingYet = busy() && !m_lastStep;
    if (nothingYet || mayLose(lossOf(m_state == State::Decision)))
        discard();
}

/// What the person is asked about: a training, or a model that has learnt all it will.
QString TeachController::lossOf(bool trained)
{
    return trained ? tr("The new model would be thrown away, with all that it has learnt.")
                   : tr("The training would be thrown away, with all that the model has learnt until now.");
}

/// What was kept of the training goes: it is decided about, and the model, if it was accepted, lies among the others.
void TeachController::putAway()
{
    if (m_kept)
        m_kept->forget();
    m_kept.reset();
    m_result.reset();
    enter(State::Idle);
}

void TeachController::accept()
{
    if (!m_result)
        return;
    ModelFile model = m_result->outcome->model;
    const StoredModel* parent = m_shelf.find(model.info.parent);
    const QString from
        = QString::fromStdString(parent ? parent->name : model.info.name).section(QStringLiteral(" · "), 0, 0);
    const QDateTime now = QDateTime::currentDateTime();
    model.info.name
        = QStringLiteral("%1 · %2").arg(from, now.toString(QStringLiteral("yyyy-MM-dd HH:mm"))).toStdString();
    model.info.training = datedTraining(model.info.training, now.toUTC().toString(Qt::ISODate).toStdString());
    model.info.metrics = rejudgedMetrics(model.info.metrics, m_result->before, m_result->after);
    m_shelf.add(std::move(model), [this](const StoredModel& kept) {
        m_shelf.use(kept.info.hash);
        putAway();
        Q_EMIT decided(true);
    });
}

void TeachController::lookForInterrupted()
{
    if (!m_services.train)
        return;
    using Found = Result<std::vector<KeptTeaching::Interrupted>>;
    m_searching = m_services.jobs.start(
        this, [](const CancelToken&, Progress&) -> Found { return KeptTeaching::interrupted(); },
        [this](Found found) {
            m_interrupted = std::move(*found);
            Q_EMIT stateChanged();
        });
}

void TeachController::askToForget()
{
    if (m_interrupted.empty())
        return;
    const KeptTeaching::Interrupted one = m_interrupted.front(); // the list may change while the person thinks
    if (!one.begun || mayLose(lossOf(one.trained)))
        forget(one.folder);
}

void TeachController::forget(QString folder)
{
    std::erase_if(m_interrupted, [&folder](const auto& one) { return one.folder == folder; });
    Q_EMIT stateChanged();
    m_services.jobs.start(
        this,
        [folder](const CancelToken&, Progress&) -> Status {
            KeptTeaching kept(folder);
            kept.forget();
            return kept.open();
        },
        [this](const Status& status) {
            if (!status && status.error().code == ErrorCode::Exists)
                Q_EMIT failed(tr("The training was not thrown away."), status.error());
            lookForInterrupted();
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

std::optional<TrainingVerdict> TeachController::verdict() const
{
    if (!m_result || !m_result->before || !m_result->after)
        return {};
    std::int64_t changed = 0;
    for (const PictureComparison& picture : m_result->comparison)
        changed += static_cast<std::int64_t>(picture.changes.size());
    return compareValidations(*m_result->before, *m_result->after, changed);
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
