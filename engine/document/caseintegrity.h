// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/sqlite.h"

namespace nb
{

/// SQLite's own check of the whole file and the spatial index, and ours: every nucleus has an outline that is valid and
/// lies in its box, no outline or box is without nucleus, ids of present nuclei are unique, classes and steps are
/// there. Error: Unreadable, with the first thing found.
[[nodiscard]] Status checkIntegrity(Database& database);

} // namespace nb
