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

/// While a person has chosen settings of their own, finds the nuclei on the screen with them from the stored maps,
/// without the network: when the settings change, the view moves, or maps are added. Off the GUI thread; what is found
/// is a preview: the case changes only by a search.
class VisibleExtraction : public QObject
{
    Q_OBJECT

public:
    VisibleExtraction(
        const Services& services, SlideCanvas& canvas, SegmentationController& segmentation, QObject* parent = nullptr);
    ~VisibleExtraction() override;

    /// Maps are missing for some of what is on the screen, as far as was known when it was last looked at.
    [[nodiscard]] bool incomplete() const { return m_incomplete; }

Q_SIGNALS:
    /// What to show: told when there is something to see, so that dragging a slider does not blank the screen.
    void ready(const std::shared_ptr<const nb::NucleusSource>& nuclei);
    void finished();
    void failed(const QString& headline, const nb::Error& error);

private:
    /// What a result depends on.
    struct Question {
        ExtractionChoice choice;
        Rect area; ///< level-0 pixels
        std::shared_ptr<const MapStore> maps;
        std::uint64_t generation = 0;
        bool operator==(const Question&) const = default;
    };
    void look();
    [[nodiscard]] Question question() const;
    void start(const Question& question);
    void tell(const std::shared_ptr<NucleusIndex>& nuclei);
    void stop();

    Services m_services;
    SlideCanvas& m_canvas;
    SegmentationController& m_segmentation;
    std::shared_ptr<Job> m_job;
    std::shared_ptr<NucleusIndex> m_found; ///< what the job adds to
    Question m_asked;
    bool m_incomplete = false;
    QTimer m_soon;
    QTimer m_tick;
};

} // namespace nb
