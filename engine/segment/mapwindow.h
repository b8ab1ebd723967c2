// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleusextractor.h"

namespace nb
{

struct MapCell;

/// A window of `area` (model pixels of the slide) that nothing is known of: background, white. Maps and colours are
/// pasted in.
[[nodiscard]] MapWindow backgroundWindow(const Rect& area);

/// The part of the cell that lies in the window.
void pasteMaps(const MapCell& cell, MapWindow& window);

/// The part of `colours`, which lie at `at` (model pixels, the picture's size), that lies in the window.
void pasteColours(const RgbImage& colours, const Rect& at, MapWindow& window);

} // namespace nb
