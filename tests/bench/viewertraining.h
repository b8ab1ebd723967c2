// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nb::bench
{

/// Milliseconds: the longest time between two rounds of the window's event loop while the person pans over a slide and
/// the tab Teach trains with its own settings; the median of five runs' maxima. Throws where it cannot measure.
[[nodiscard]] double trainingGuiGapMs();

} // namespace nb::bench
