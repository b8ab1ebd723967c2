// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/sqlite.h"

namespace nb {

/// The version that this program writes. Older ones are migrated when they are opened for writing; newer ones are refused.
inline constexpr int kSchemaVersion = 1;

/// Makes an empty database a case.
[[nodiscard]] Status createSchema(Database& database);

/// Checks that the database is a case of a version that is known, and brings an older one up to date (`mayWrite`). Errors:
/// Invalid (no case), Unsupported (a newer program wrote it), those of Database.
[[nodiscard]] Status checkSchema(Database& database, bool mayWrite);

/// SQLite's own check of the whole file and the spatial index, and ours: every nucleus has its outline and its box, and no box is without one.
/// Slow on a large case. Error: Unreadable, with the first thing found.
[[nodiscard]] Status checkIntegrity(Database& database);

} // namespace nb
