// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecording.h"
#include "engine/segment/extractedarea.h"
#include "engine/segment/mapstore.h"
#include "engine/segment/nucleusindex.h"
#include "ui/extractionchoice.h"
#include "ui/extractionpreview.h"
#include "ui/services.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace nb
{

class CaseSession;
class PreviewedNuclei;
struct SearchTarget;

/// Finds nuclei for the window: loads the model once, prepares each slide once, runs "what I see" and "the slide". The
/// nuclei go into the slide's case, tile by tile, the maps into a store; both grow from the workers while the canvas
/// draws them, and here only their growth is told, ten times a second. Without a case nuclei are kept in memory.
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
    /// The case of the slide, or null. `coming`: one will follow, and searches wait for it. The searches in progress go
    /// on where the new session is of the same case.
    void setCase(CaseSession* session, bool coming = false);
    [[nodiscard]] CaseSession* caseSession() const;
    /// The person's µm/px, or nothing for what the file says. Prepares again; nuclei in memory are let go.
    void setPixelSize(std::optional<PixelSize> pixelSize);
    void restorePixelSize(std::optional<PixelSize> pixelSize); ///< likewise; as was decided before

    /// From now on another model finds the nuclei: maps and recipe are made anew, and what was found with the model
    /// before is let go here (a case keeps its nuclei, with the run that found them).
    void useNetwork(std::shared_ptr<const Network> network);

    /// All return at once and start when the slide is prepared. A run in progress is stopped, what it found stays; one
    /// of the whole slide goes on instead (`slideRunKept`): hours of work end only by `stop`.
    void segmentView(const Rect& view); ///< level-0 pixels on the screen; from the middle outwards
    void segmentRegion(const Rect& region); ///< level-0 pixels; all of it, in reading order
    void segmentSlide();
    void resumeSlide(const ExtractionRecipe& begunWith); ///< likewise, with the settings of a search that was stopped
    /// Never waits: no further patch starts, and nothing of the run is told any more.
    void stop();
    /// Tells that somebody else has put something into its stores.
    void resultsGrew() { Q_EMIT found(); }

    [[nodiscard]] Activity activity() const;
    /// Stain and tissue are being looked at, or the model is being loaded for that.
    [[nodiscard]] bool preparing() const;
    [[nodiscard]] const std::shared_ptr<const SlideRecipe>& recipe() const { return m_recipe; } ///< null until prepared
    [[nodiscard]] const std::shared_ptr<const Network>& network() const { return m_network; } ///< null until loaded
    [[nodiscard]] const std::optional<PixelSize>& chosenPixelSize() const { return m_pixelSize; }
    [[nodiscard]] const std::shared_ptr<MapStore>& maps() const { return m_maps; } ///< null until prepared
    /// What is to be seen: those of the case, and while a person has chosen settings of their own, what these give in
    /// place of those that a search would replace, where that can be told. Null without a slide.
    [[nodiscard]] std::shared_ptr<const NucleusSource> nuclei() const;
    /// Those beside the case: of the settings chosen, or where there is no case; null without a slide.
    [[nodiscard]] const std::shared_ptr<NucleusIndex>& preview() const { return m_inMemory; }

    /// How nuclei are made from the maps from now on. A search of the view in progress is stopped; one of the slide or
    /// a region keeps its settings: see `mayChooseExtraction`. What is in the case changes only by a search.
    void chooseExtraction(const ExtractionChoice& choice);
    [[nodiscard]] const ExtractionChoice& extractionChoice() const { return m_choice; }
    [[nodiscard]] bool mayChooseExtraction() const;
    /// What the settings chosen find on the screen, as VisibleExtraction tells.
    [[nodiscard]] const ExtractionPreview& extractionPreview() const { return m_previewed; }
    void tellPreview(const ExtractionPreview& preview);
    /// The settings chosen answer for `area` from now on: there, what they do not find is not shown.
    void tellExtracted(const std::shared_ptr<const ExtractedArea>& area);
    [[nodiscard]] ExtractionRecipe modelExtraction() const; ///< the model file's own; the network must be loaded
    [[nodiscard]] ExtractionRecipe extraction() const; ///< with what is chosen; the network must be loaded

    struct Status {
        std::int64_t done = 0; ///< patches
        std::int64_t total = 0;
        std::optional<double> secondsLeft;
    };
    [[nodiscard]] Status status() const;

Q_SIGNALS:
    void networkChanged();
    void recipeChanged(); ///< with new, empty stores
    void extractionChanged(); ///< and with it `nuclei`
    void activityChanged();
    void progressed(); ///< while something runs, about ten times a second
    void found(); ///< nuclei or maps were added
    void cutToMiddle(); ///< the view was too large: only its middle is looked at
    void slideRunKept(); ///< asked for something while the whole slide is searched: it goes on
    void pixelSizeChosen(const std::optional<nb::PixelSize>& before); ///< by a person, now; nothing: the file's
    void wentOn(); ///< a search that was stopped is taken up where it ended
    void finished(const nb::CaseRunSummary& summary);
    void failed(const QString& headline, const nb::Error& error);

private:
    struct Wanted {
        Activity what = Activity::View;
        Rect area; ///< level-0 pixels; not for Slide
        std::optional<ExtractionRecipe> extraction = {}; ///< nothing: what is chosen when it starts
    };

    void loadNetwork();
    void prepare();
    void forgetResults();
    void beginPreview(); ///< of the settings and the case that are there now
    void loadStoredMaps(); ///< of earlier searches, once recipe and case are there
    void run(const Wanted& wanted);
    void start(const Rect& area, const Wanted& wanted);
    void runEnded(const Result<CaseRunSummary>& summary);
    [[nodiscard]] SearchTarget target();
    void forgetRun();
    void tick();

    Services m_services;
    std::shared_ptr<const SlideSource> m_slide;
    std::shared_ptr<const Network> m_network;
    std::optional<PixelSize> m_pixelSize;
    std::shared_ptr<const SlideRecipe> m_recipe;
    std::shared_ptr<MapStore> m_maps;
    QPointer<CaseSession> m_case;
    bool m_caseComing = false;
    ExtractionChoice m_choice;
    ExtractionPreview m_previewed;
    std::shared_ptr<NucleusIndex> m_inMemory; ///< see `preview`
    std::shared_ptr<PreviewedNuclei> m_overCase; ///< it, where a search would put it; null without a case or a choice
    std::shared_ptr<Job> m_loading;
    std::shared_ptr<Job> m_preparing;
    std::shared_ptr<Job> m_storedMaps;
    std::shared_ptr<const MapStore> m_mapsLoaded; ///< into which what the case holds was loaded
    std::shared_ptr<Job> m_run;
    std::optional<Wanted> m_wanted; ///< asked for before the slide was prepared
    Activity m_running = Activity::Idle;
    QTimer m_tick;
};

} // namespace nb
