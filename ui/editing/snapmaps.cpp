// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/snapmaps.h"

#include <cmath>
#include <utility>

namespace nb
{

namespace
{

constexpr int kCheckMs = 30;

} // namespace

SnapMaps::SnapMaps(NetworkScheduler& scheduler)
    : m_scheduler(scheduler)
{
    m_checks.setInterval(kCheckMs);
    QObject::connect(&m_checks, &QTimer::timeout, &m_checks, [this] { check(); });
}

SnapMaps::~SnapMaps() = default;

void SnapMaps::look(const std::shared_ptr<const SlideRecipe>& recipe, const std::shared_ptr<MapStore>& store,
    const Rect& level0Area, const ExtractionRecipe& extraction, Done done)
{
    const double scaleX = recipe->pixels.scaleX(), scaleY = recipe->pixels.scaleY();
    const auto model = [](std::int64_t level0, double scale) {
        return static_cast<std::int64_t>(std::floor(static_cast<double>(level0) / scale));
    };
    const Rect place{model(level0Area.x, scaleX), model(level0Area.y, scaleY), model(level0Area.width, scaleX) + 2,
        model(level0Area.height, scaleY) + 2};
    // A nucleus there and one beside it.
    const Rect area = place.grown(2LL * extraction.maxExtentPx + extraction.growSteps);
    m_maps = std::make_unique<LiveMaps>(recipe, m_scheduler, store);
    m_maps->setWanted(LiveMaps::cellsFromMiddle(recipe->grid, area));
    m_done = std::move(done);
    m_checks.start();
    check();
}

void SnapMaps::stop()
{
    m_checks.stop();
    m_maps.reset();
    m_done = nullptr;
}

void SnapMaps::check()
{
    if (!m_maps || m_maps->missing() > 0)
        return;
    const auto error = m_maps->takeError();
    const Done done = std::exchange(m_done, nullptr);
    stop();
    if (done)
        done(error);
}

} // namespace nb
