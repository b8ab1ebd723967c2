// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/viewerstage.h"

#include <nlohmann/json.hpp>

namespace nb::bench
{

/// Each adds its figures to `json`; throws where it cannot measure.

/// `tile_rate_over_openslide`: tiles of level 0 into the cache, by the window's loader and through its event loop, ÷
/// the same regions by bare OpenSlide on as many threads.
void measureTileRate(const ViewerSlides& slides, nlohmann::ordered_json& json);

/// `first_picture_ms`: from opening in the window to a picture with no undrawn place; `sharp_picture_ms`: to the final
/// one.
void measureFirstPicture(const ViewerSlides& slides, nlohmann::ordered_json& json);

/// `blank_frames`: of a random walk of 500 steps, those with an undrawn pixel inside the slide.
void measureWalk(const ViewerSlides& slides, nlohmann::ordered_json& json);

/// `cache_over_limit`: what the tile cache ever held, and what it takes of the heap, ÷ its limit − 1.
void measureCache(const ViewerSlides& slides, nlohmann::ordered_json& json);

/// `pan_cached_p95_ms`, `pan_million_p95_ms`, `pan_million_p99_ms`: the slowest of all zoom levels.
void measurePanning(const ViewerSlides& slides, nlohmann::ordered_json& json);

/// `gui_gap_max_ms`: the longest gap of the window's event loop while panning with live heatmaps and a slide run.
void measureGuiGap(const ViewerSlides& slides, nlohmann::ordered_json& json);

} // namespace nb::bench
