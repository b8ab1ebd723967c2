// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/checkedregions.h"
#include "ui/modelshelf.h"
#include "ui/teachingjob.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace nb
{

class CaseSession;

/// Teaches the model in the background: knows what there is to learn from in the open case, runs one training at a
/// time, keeps its proof until the person has decided. A training has read all its pictures when it begins, so it goes
/// on when the slide is closed. GUI thread; nothing here waits.
class TeachController : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Reading, Training, Paused, Comparing, Decision };

    TeachController(const Services& services, ModelShelf& shelf, QObject* parent = nullptr);
    ~TeachController() override;

    struct Region {
        CheckedRegion record;
        QImage thumbnail; ///< null where the slide could not be read
    };

    /// The open case and its slide; null: none.
    void setCase(CaseSession* session, std::shared_ptr<const SlideSource> slide);
    [[nodiscard]] const std::vector<Region>& regions() const { return m_regions; }
    /// What the case's regions are used for: the person's choice, else as proposed.
    [[nodiscard]] RegionRole roleOf(const Uuid& region) const;
    /// Kept in the case, too.
    void chooseRole(const Uuid& region, RegionRole role);
    [[nodiscard]] bool holdsOutAQuarter() const { return heldOut().has_value(); } ///< of the only region

    struct Other {
        QString path;
        TeachingUse use = TeachingUse::Learn;
    };
    [[nodiscard]] const std::vector<Other>& others() const { return m_others; }
    void addOther(const QString& path, TeachingUse use = TeachingUse::Learn);
    void setOther(std::size_t index, TeachingUse use);
    void removeOther(std::size_t index);

    void setCorrectedNuclei(bool on);
    [[nodiscard]] bool correctedNuclei() const { return m_correctedNuclei; }
    TrainingSettings settings = defaultSettings(); ///< of the next training
    /// For minutes on a person's own computer, from a model that is good already.
    [[nodiscard]] static TrainingSettings defaultSettings();
    StainChoice normalize = StainChoice::Auto;

    /// Why nothing can be taught now, in a sentence that says what to do; empty: it can.
    [[nodiscard]] QString obstacle() const;

    void start();
    void pause(bool on);
    void finish(); ///< stops and keeps the best so far
    void discard(); ///< stops and forgets; or, once decided, forgets the proof
    /// Keeps the new model and uses it from now on.
    void accept();
    void preview();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool busy() const { return m_state != State::Idle && m_state != State::Decision; }
    [[nodiscard]] const std::optional<StepReport>& lastStep() const { return m_lastStep; }
    [[nodiscard]] double secondsRunning() const;
    [[nodiscard]] std::optional<double> secondsLeft() const;
    [[nodiscard]] const WatchedPatch& watched() const { return m_watched; }
    [[nodiscard]] const TeachingResult* result() const { return m_result.get(); } ///< in State::Decision
    [[nodiscard]] bool better() const; ///< the new model, on what was held out; false where nothing was

Q_SIGNALS:
    void sourcesChanged(); ///< regions, roles, folders
    void stateChanged();
    void began(); ///< a new training: curves start anew
    void stepped(double step, double loss); ///< about ten times a second, the mean of the steps since
    void judged(const nb::TeachingFeed::Epoch& epoch);
    void previewReady(const std::vector<nb::PreviewSample>& samples);
    void decided(bool accepted);
    void failed(const QString& headline, const nb::Error& error);

private:
    [[nodiscard]] TeachingRequest request() const;
    [[nodiscard]] std::optional<Rect> heldOut() const;
    void refreshRegions();
    void look();
    void ended(Result<TeachingResult> result);
    void enter(State state);

    Services m_services;
    ModelShelf& m_shelf;
    QPointer<CaseSession> m_session;
    std::shared_ptr<const SlideSource> m_slide;
    std::vector<Region> m_regions;
    std::map<Uuid, RegionRole> m_roles;
    std::vector<Other> m_others;
    bool m_correctedNuclei = false;
    std::shared_ptr<Job> m_reading; ///< the list of regions
    std::shared_ptr<Job> m_previewing;
    QTimer m_settle; ///< edits come in bursts

    State m_state = State::Idle;
    std::shared_ptr<Job> m_job;
    std::shared_ptr<TeachingFeed> m_feed;
    std::shared_ptr<TrainingControl> m_control;
    std::optional<StepReport> m_lastStep;
    WatchedPatch m_watched;
    std::unique_ptr<TeachingResult> m_result;
    QTimer m_tick;
};

} // namespace nb
