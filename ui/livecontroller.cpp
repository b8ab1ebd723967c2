// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/livecontroller.h"

#include "engine/segment/tileextraction.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidescene.h"
#include "widgets/slidecanvas.h"

#include <cmath>

namespace nb
{

namespace
{
constexpr int kSoonMs = 30;
constexpr int kTickMs = 100;
} // namespace

LiveController::LiveController(const Services& services, SlideCanvas& canvas, SegmentationController& segmentation,
    SlideScene& scene, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_canvas(canvas)
    , m_segmentation(segmentation)
    , m_scene(scene)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    m_tick.setInterval(kTickMs);
    connect(&m_soon, &QTimer::timeout, this, &LiveController::look);
    connect(&m_tick, &QTimer::timeout, this, &LiveController::tick);
    const auto soon = [this] {
        if (m_on && !m_soon.isActive())
            m_soon.start();
    };
    connect(&canvas, &SlideCanvas::viewChanged, this, soon);
    connect(&scene, &SlideScene::settingChanged, this, soon);
    connect(&segmentation, &SegmentationController::activityChanged, this, soon);
    connect(&segmentation, &SegmentationController::recipeChanged, this, &LiveController::lookAtRecipe);
}

LiveController::~LiveController() = default;

void LiveController::setOn(bool on)
{
    if (m_on == on)
        return;
    m_on = on;
    if (m_on && !m_scene.showsHeatmap())
        m_scene.setVisible(LayerId::Inside, true);
    lookAtRecipe(); // places that could not be read are tried again
}

void LiveController::lookAtRecipe()
{
    m_maps.reset();
    const auto& recipe = m_segmentation.recipe();
    if (m_on && recipe && m_segmentation.maps())
        m_maps = std::make_unique<LiveMaps>(recipe, m_services.scheduler, m_segmentation.maps());
    look();
}

Rect LiveController::visibleModelArea() const
{
    const QRectF seen = m_canvas.view().visibleSlide();
    const auto left = static_cast<std::int64_t>(std::floor(seen.left())),
               top = static_cast<std::int64_t>(std::floor(seen.top()));
    return modelArea(*m_segmentation.recipe(),
        {left, top, static_cast<std::int64_t>(std::ceil(seen.right())) - left,
            static_cast<std::int64_t>(std::ceil(seen.bottom())) - top});
}

void LiveController::look()
{
    m_soon.stop();
    const State state = want();
    if (m_maps && state != State::Working)
        m_maps->setWanted({});
    if (state == State::Working && !m_tick.isActive())
        m_tick.start();
    if (m_on)
        tellResults();
    setState(state);
}

/// Says what is wanted, and what is to be expected of it.
LiveController::State LiveController::want()
{
    if (!m_on)
        return State::Off;
    if (!m_maps || m_segmentation.activity() == SegmentationController::Activity::View)
        return State::Waiting; // a search of the view brings the same maps
    if (!m_scene.showsHeatmap())
        return State::Hidden;
    const Rect area = visibleModelArea();
    if (static_cast<double>(area.width) * static_cast<double>(area.height) > kMostMegapixels * 1e6)
        return State::TooFar;
    if (area.empty())
        return State::Settled;
    // As much around it as nuclei at the edge need to be found from the maps; it comes last.
    const PatchGrid& grid = m_segmentation.recipe()->grid;
    const std::int64_t around = regionHalo(m_segmentation.extraction());
    m_maps->setWanted(LiveMaps::cellsFromMiddle(grid, area.grown(around)));
    return m_maps->missing() > 0 ? State::Working : State::Settled;
}

void LiveController::tick()
{
    const bool working = m_state == State::Working && m_maps && m_maps->missing() > 0;
    if (!working)
        m_tick.stop();
    tellResults();
    if (m_state == State::Working && !working)
        setState(State::Settled);
}

void LiveController::tellResults()
{
    const std::uint64_t generation = m_segmentation.maps() ? m_segmentation.maps()->generation() : 0;
    if (std::exchange(m_shown, generation) != generation)
        m_segmentation.resultsGrew();
    if (const auto error = m_maps ? m_maps->takeError() : std::nullopt)
        Q_EMIT failed(tr("The model cannot be shown live everywhere."), *error);
}

void LiveController::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

} // namespace nb
