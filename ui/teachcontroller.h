// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainingverdict.h"
#include "ui/keptteaching.h"
#include "ui/modelshelf.h"
#include "ui/teachingjob.h"
#include "ui/teachmaterial.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace nb
{

/// Teaches the model in the background: runs one training at a time and keeps its proof until the person has decided.
/// A training has read all its pictures when it begins, so it goes on when the slide is closed; and it is kept on the
/// disk as it goes, so that one that was interrupted is offered again. GUI thread; nothing here waits.
class TeachController : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Reading, Training, Paused, Comparing, Decision };

    TeachController(const Services& services, ModelShelf& shelf, QObject* parent = nullptr);
    ~TeachController() override;

    [[nodiscard]] TeachMaterial& material() { return *m_material; }
    TrainingSettings settings = defaultSettings(); ///< of the next training
    /// For minutes on a person's own computer, from a model that is good already.
    [[nodiscard]] static TrainingSettings defaultSettings();
    StainChoice normalize = StainChoice::Auto;
    /// Asks before what was learnt is thrown away. The window puts in its own, tests theirs.
    std::function<bool(const QString& question)> mayLose = [](const QString&) { return true; };

    /// Why nothing can be taught now, in a sentence that says what to do; empty: it can.
    [[nodiscard]] QString obstacle() const;

    void start(); ///< nothing while another is under way or waits for its decision
    void pause(bool on);
    void finish(); ///< stops and keeps the best so far
    void discard(); ///< stops and forgets, or forgets the model that waits for its decision; asks nobody
    void askToDiscard(); ///< the same, if the person agrees
    /// Keeps the new model and uses it from now on.
    void accept();
    void preview();

    /// Trainings that an earlier program, or this one, could not bring to an end, the latest first.
    [[nodiscard]] const std::vector<KeptTeaching::Interrupted>& interrupted() const { return m_interrupted; }
    void lookForInterrupted(); ///< `stateChanged` follows
    void goOn(const QString& folder); ///< with an interrupted one, from its last checkpoint
    void forget(QString folder); ///< by value: the list that it may come from changes
    void askToForget(); ///< the latest of them, if the person agrees

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool busy() const { return m_state != State::Idle && m_state != State::Decision; }
    [[nodiscard]] const std::optional<StepReport>& lastStep() const { return m_lastStep; }
    [[nodiscard]] double secondsRunning() const;
    [[nodiscard]] std::optional<double> secondsLeft() const;
    [[nodiscard]] const WatchedPatch& watched() const { return m_watched; }
    [[nodiscard]] const TeachingResult* result() const { return m_result.get(); } ///< in State::Decision
    /// On the new model, in State::Decision; none where nothing was held out.
    [[nodiscard]] std::optional<TrainingVerdict> verdict() const;

Q_SIGNALS:
    void sourcesChanged(); ///< regions, roles, folders
    void stateChanged();
    void began(); ///< a new training: curves start anew
    void stepped(double step, double loss); ///< about ten times a second, the mean of the steps since
    void startJudged(const nb::StartReport& report); ///< the model before
    void judged(const nb::TeachingFeed::Epoch& epoch);
    void previewReady(const std::vector<nb::PreviewSample>& samples);
    void decided(bool accepted);
    void failed(const QString& headline, const nb::Error& error);

private:
    [[nodiscard]] TeachingRequest request() const;
    void run(std::shared_ptr<KeptTeaching> kept);
    void look();
    void ended(Result<TeachingResult> result);
    void putAway();
    [[nodiscard]] static QString lossOf(bool trained);
    void enter(State state);

    Services m_services;
    ModelShelf& m_shelf;
    TeachMaterial* m_material;
    std::shared_ptr<Job> m_previewing;
    std::shared_ptr<Job> m_searching; ///< for interrupted trainings
    std::vector<KeptTeaching::Interrupted> m_interrupted;

    State m_state = State::Idle;
    std::shared_ptr<Job> m_job;
    std::shared_ptr<KeptTeaching> m_kept; ///< the training that runs or waits for its decision
    std::shared_ptr<TeachingFeed> m_feed;
    std::shared_ptr<TrainingControl> m_control;
    std::optional<StepReport> m_lastStep;
    WatchedPatch m_watched;
    std::unique_ptr<TeachingResult> m_result;
    QTimer m_tick;
};

} // namespace nb
