// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleusextractor.h"
#include "engine/segment/slidesegmenter.h"

namespace nb::bench
{

/// Runs the network over a whole small slide, whose pixels have to be those of the model, and puts its maps and pixels
/// into one window.
[[nodiscard]] MapWindow mapsOf(const std::shared_ptr<const SlideRecipe>& recipe, NetworkScheduler& scheduler);

} // namespace nb::bench
