// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nb
{

/// From now on Ctrl-C and SIGTERM end the event loop with status 130, so that everything is put away; a second one ends
/// the process. Call once, with the application there.
void endOnInterrupt();

} // namespace nb
