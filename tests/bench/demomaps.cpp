// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/demomaps.h"

#include "tests/bench/measured.h"

namespace nb::bench
{

MapWindow mapsOf(const std::shared_ptr<const SlideRecipe>& recipe, NetworkScheduler& scheduler)
{
    const Rect area{0, 0, recipe->slide->info().width(), recipe->slide->info().height()};
    const int width = static_cast<int>(area.width), height = static_cast<int>(area.height);
    MapWindow window{area, Plane<std::uint8_t>(width, height, 255), Plane<std::uint8_t>(width, height),
        Plane<std::uint8_t>(width, height), orThrow(recipe->slide->read(0, area))};
    SegmentSinks sinks;
    sinks.maps = [&](const std::shared_ptr<const MapCell>& cell) {
        for (int y = 0; y < cell->background.height; ++y) {
            const auto put = [&](const Plane<std::uint8_t>& from, Plane<std::uint8_t>& to) {
                std::copy_n(from.row(y), from.width, to.row(static_cast<int>(cell->area.y) + y) + cell->area.x);
            };
            put(cell->background, window.background);
            put(cell->boundary, window.boundary);
            put(cell->inside, window.inside);
        }
    };
    Progress progress;
    (void)orThrow(segmentSlide(recipe, scheduler, {area}, sinks, {}, progress));
    return window;
}

} // namespace nb::bench
