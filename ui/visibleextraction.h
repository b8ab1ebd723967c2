// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleusindex.h"
#include "ui/extractionchoice.h"
#include "ui/services.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace nb
{

class MapStore;
class SegmentationController;
class SlideCanvas;
struct StoredExtraction;

/// While a person has chosen settings of their own, finds the nuclei on the screen with them from the stored maps,
/// without the network: when the settings change, the view moves, or maps are added. Off the GUI thread; what is found
/// is a preview: the case changes only by a search. Where no map is at hand at full resolution, as in a case that was
/// opened again, the case's nuclei stay.
class VisibleExtraction : public QObject
{
    Q_OBJECT

public:
    VisibleExtraction(
        const Services& services, SlideCanvas& canvas, SegmentationController& segmentation, QObject* parent = nullptr);
    ~VisibleExtraction() override;

Q_SIGNALS:
    /// What to show: told when there is something to see, so that dragging a slider does not blank the screen. The
    /// case's own where the maps say nothing.
    void ready(const std::shared_ptr<const nb::NucleusSource>& nuclei);
    void finished();
    void failed(const QString& headline, const nb::Error& error);

private:
    /// What a result depends on.
    struct Question {
        ExtractionChoice choice;
        Rect area; ///< level-0 pixels
        std::shared_ptr<const MapStore> maps;
        std::shared_ptr<const NucleusIndex> into; ///< another one where the case is another
        std::uint64_t generation = 0;
        bool operator==(const Question&) const = default;
    };
    void look();
    [[nodiscard]] Question question() const;
    void start(const Question& question);
    void tellGrown();
    void tellAll(const StoredExtraction& found);
    void stop();

    Services m_services;
    SlideCanvas& m_canvas;
    SegmentationController& m_segmentation;
    std::shared_ptr<Job> m_job;
    std::shared_ptr<NucleusIndex> m_found; ///< what the job adds to
    Question m_asked;
    std::size_t m_foundBefore = 0; ///< held by it when the job began
    QTimer m_soon;
    QTimer m_tick;
};

} // namespace nb
