// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/livemaps.h"
#include "ui/services.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace nb
{

class SegmentationController;
class SlideCanvas;
class SlideScene;

/// The live model: while it is on and a heatmap is shown, the maps of what is on the screen are computed, the middle
/// first; what leaves the screen is not computed any more. What is there stays in the maps of the slide. The GUI thread
/// only says what is wanted.
class LiveController : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off,
        Waiting, ///< for a slide that is ready, or for a search of the view
        Hidden, ///< no heatmap is shown
        TooFar, ///< the view holds more than can be computed while one waits: what is stored is shown
        Working,
        Settled ///< all that is on the screen has been looked at
    };

    LiveController(const Services& services, SlideCanvas& canvas, SegmentationController& segmentation,
        SlideScene& scene, QObject* parent = nullptr);
    ~LiveController() override;

    /// Shows the boundary map if no heatmap is shown.
    void setOn(bool on);
    [[nodiscard]] bool on() const { return m_on; }
    [[nodiscard]] State state() const { return m_state; }

    static constexpr double kMostMegapixels = 6; ///< of the model, on the screen; some seconds on two cores

Q_SIGNALS:
    void stateChanged();
    void failed(const QString& headline, const nb::Error& error);

private:
    void lookAtRecipe();
    void look(); ///< at the view as it is now
    [[nodiscard]] State want();
    [[nodiscard]] Rect visibleModelArea() const;
    void setState(State state);
    void tick();
    void tellResults(); ///< what came since the last tick

    Services m_services;
    SlideCanvas& m_canvas;
    SegmentationController& m_segmentation;
    SlideScene& m_scene;
    std::unique_ptr<LiveMaps> m_maps; ///< of the recipe; null until there is one
    std::uint64_t m_shown = 0; ///< generation of the map store that was told
    bool m_on = false;
    State m_state = State::Off;
    QTimer m_soon; ///< views that follow one another within a frame or two are looked at once
    QTimer m_tick;
};

} // namespace nb
