// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <memory>

namespace nb::bench
{

/// A region of demo tissue in memory, as a slide of 0.25 µm/px.
[[nodiscard]] std::shared_ptr<const SlideSource> demoRegion(int width, int height);

} // namespace nb::bench
