// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/mapstore.h"
#include "engine/segment/slidesegmenter.h"
#include "ui/nucleusresults.h"
#include "ui/services.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace nb
{

/// Finds nuclei for the window: loads the model once, prepares each slide once, runs "what I see" and "the slide". What
/// is found lies in two stores that grow from the workers while the canvas draws them; here only their growth is told,
/// ten times a second.
class SegmentationController : public QObject
{
    Q_OBJECT

public:
    enum class Activity { Idle, Preparing, View, Region, Slide };

    explicit SegmentationController(const Services& services, QObject* parent = nullptr);
    ~SegmentationController() override;

    /// Loads the model if that is not done yet, and prepares `slide` in the background. All that was found before is
    /// let go. Null: no slide.
    void setSlide(std::shared_ptr<const SlideSource> slide);
    /// The person's µm/px, or nothing for what the file says. Prepares again; nuclei found at another µm/px are let go.
    void setPixelSize(std::optional<PixelSize> pixelSize);

    /// From now on another model finds the nuclei: maps and recipe are made anew, and what was found with the model
    /// before is let go here (a case keeps its nuclei, with the run that found them).
    void useNetwork(std::shared_ptr<const Network> network);

    /// All return at once and start when the slide is prepared. A run in progress is stopped, what it found stays; one
    /// of the whole slide goes on instead (`slideRunKept`): hours of work end only by `stop`.
    void segmentView(const Rect& view); ///< level-0 pixels on the screen; from the middle outwards
    void segmentRegion(const Rect& region); ///< level-0 pixels; all of it, in reading order
    void segmentSlide();
    /// Never waits: no further patch starts, and nothing of the run is told any more.
    void stop();
    /// Nuclei from a file, beside those that were found.
    void addNuclei(const std::vector<Nucleus>& nuclei);
    /// Tells that somebody else has put something into its stores.
    void resultsGrew() { Q_EMIT found(); }

    [[nodiscard]] Activity activity() const;
    /// Stain and tissue are being looked at, or the model is being loaded for that.
    [[nodiscard]] bool preparing() const;
    [[nodiscard]] const std::shared_ptr<const SlideRecipe>& recipe() const { return m_recipe; } ///< null until prepared
    [[nodiscard]] const std::shared_ptr<const Network>& network() const { return m_network; } ///< null until loaded
    [[nodiscard]] const std::optional<PixelSize>& chosenPixelSize() const { return m_pixelSize; }
    [[nodiscard]] const std::shared_ptr<MapStore>& maps() const { return m_maps; } ///< null until prepared
    /// Those of the settings chosen; null without a slide.
    [[nodiscard]] std::shared_ptr<NucleusIndex> nuclei() const { return m_results ? m_results->nuclei() : nullptr; }
    [[nodiscard]] bool nucleiOfFiles() const { return m_results && m_results->ofFiles(); } ///< some were not found here

    /// How nuclei are made from the maps from now on. What was found with other settings is kept and comes back with
    /// them. A search of the view in progress is stopped; one of the slide or a region keeps its settings: see
    /// `mayChooseExtraction`.
    void chooseExtraction(const ExtractionChoice& choice);
    [[nodiscard]] ExtractionChoice extractionChoice() const { return m_results ? m_results->choice() : std::nullopt; }
    [[nodiscard]] bool mayChooseExtraction() const;
    [[nodiscard]] ExtractionRecipe extraction() const; ///< with what is chosen; the network must be loaded

    struct Status {
        std::int64_t done = 0; ///< patches
        std::int64_t total = 0;
        std::optional<double> secondsLeft;
    };
    [[nodiscard]] Status status() const;
    /// Seconds of computing whose nuclei nobody has exported yet: what closing would lose.
    /// The run in progress counts.
    [[nodiscard]] double unsavedSeconds() const;
    void markSaved(const std::shared_ptr<const NucleusIndex>& exported);
    void countUnsaved(double seconds);

Q_SIGNALS:
    void networkChanged();
    void recipeChanged(); ///< with new, empty stores
    void extractionChanged(); ///< and with it `nuclei`
    void activityChanged();
    void progressed(); ///< while something runs, about ten times a second
    void found(); ///< nuclei or maps were added
    void cutToMiddle(); ///< the view was too large: only its middle is looked at
    void slideRunKept(); ///< asked for something while the whole slide is searched: it goes on
    void finished(const nb::SegmentSummary& summary);
    void failed(const QString& headline, const nb::Error& error);

private:
    struct Wanted {
        Activity what = Activity::View;
        Rect area; ///< level-0 pixels; not for Slide
    };

    void loadNetwork();
    void prepare();
    void forgetResults();
    void run(const Wanted& wanted);
    void start(const Rect& area, Activity activity);
    void runEnded(const Result<SegmentSummary>& summary);
    void forgetRun();
    void tick();

    Services m_services;
    std::shared_ptr<const SlideSource> m_slide;
    std::shared_ptr<const Network> m_network;
    std::optional<PixelSize> m_pixelSize;
    std::shared_ptr<const SlideRecipe> m_recipe;
    std::shared_ptr<MapStore> m_maps;
    std::optional<NucleusResults> m_results; ///< of the slide
    std::shared_ptr<Job> m_loading;
    std::shared_ptr<Job> m_preparing;
    std::shared_ptr<Job> m_run;
    std::optional<Wanted> m_wanted; ///< asked for before the slide was prepared
    Activity m_running = Activity::Idle;
    QTimer m_tick;
};

} // namespace nb
