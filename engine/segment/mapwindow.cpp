// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/mapwindow.h"

#include "engine/segment/slidesegmenter.h"

#include <algorithm>

namespace nb
{

namespace
{

/// Calls `copy(from, to, count)`, all in pixels, for each row that a picture at `at` shares with the window.
template <class Copy> void forCommonRows(const Rect& at, const Rect& window, const Copy& copy)
{
    const Rect common = at.intersected(window);
    for (std::int64_t y = common.y; y < common.bottom(); ++y)
        copy(static_cast<std::size_t>((y - at.y) * at.width + common.x - at.x),
            static_cast<std::size_t>((y - window.y) * window.width + common.x - window.x),
            static_cast<std::size_t>(common.width));
}

} // namespace

MapWindow backgroundWindow(const Rect& area)
{
    const int w = static_cast<int>(area.width), h = static_cast<int>(area.height);
    return {area, Plane<std::uint8_t>(w, h, 255), Plane<std::uint8_t>(w, h, 0), Plane<std::uint8_t>(w, h, 0),
        RgbImage(w, h)};
}

void pasteMaps(const MapCell& cell, MapWindow& window)
{
    forCommonRows(cell.area, window.area, [&](std::size_t from, std::size_t to, std::size_t count) {
        std::copy_n(cell.background.pixels.data() + from, count, window.background.pixels.data() + to);
        std::copy_n(cell.boundary.pixels.data() + from, count, window.boundary.pixels.data() + to);
        std::copy_n(cell.inside.pixels.data() + from, count, window.inside.pixels.data() + to);
    });
}

void pasteColours(const RgbImage& colours, const Rect& at, MapWindow& window)
{
    forCommonRows(at, window.area, [&](std::size_t from, std::size_t to, std::size_t count) {
        std::copy_n(colours.pixels.data() + from * 3, count * 3, window.rgb.pixels.data() + to * 3);
    });
}

} // namespace nb
