// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/sqlite.h"

#include <span>

namespace nb
{

/// The version that this program writes. Older ones are migrated when they are opened for writing; newer ones are
/// refused.
inline constexpr int kSchemaVersion = 2;

/// Makes an empty database a case.
[[nodiscard]] Status createSchema(Database& database);

/// The version of a case. Errors: Invalid (no case), Unsupported (a newer program wrote it), those of Database.
[[nodiscard]] Result<int> schemaVersion(Database& database);

/// What brings version `from` to `from` + 1.
struct Migration {
    int from = 0;
    const char* sql = "";
};

/// Applies the migrations from version `from` on, in one transaction: all of them or none.
[[nodiscard]] Status migrate(Database& database, int from, std::span<const Migration> migrations);

/// Checks that the database is a case of a version that is known, brings an older one up to date (`mayWrite`; else it is
/// read as it is: what came later is only needed for changes), and refuses one that defines anything but the tables of
/// its version. Errors: Invalid, Unsupported, those of Database.
[[nodiscard]] Status checkSchema(Database& database, bool mayWrite);

} // namespace nb
