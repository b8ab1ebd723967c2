// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caselock.h"
#include "engine/document/sqlite.h"

#include <memory>
#include <string>

namespace nb
{

enum class CaseAccess { ReadWrite, ReadOnly };

/// A case's file, opened in the way that its place allows: for writing (write-ahead log; a rollback journal on network
/// shares and where no log can be), else for reading, else for reading without a trace. One thread at a time.
struct CaseFile {
    std::unique_ptr<Database> database;
    CaseLock lock; ///< held where the file is open for writing
    std::string readOnlyReason; ///< empty where it can be written; else one sentence for the person
    bool immutable = false; ///< nothing at all can be written in its place
    bool writeAheadLog = false;

    /// `wanted` ReadWrite comes back read-only, with the reason, where another program has the case, the file or folder
    /// may not be written, or the disk is full. Errors: NotFound, Invalid (no case, foreign tables), Unsupported (newer
    /// version, no regular file), Unreadable (broken), NotWritable (its last changes lie in a log that cannot be merged
    /// here).
    [[nodiscard]] static Result<CaseFile> open(const std::string& path, CaseAccess wanted);
    /// A further connection for reading, for one other thread.
    [[nodiscard]] static Result<std::unique_ptr<Database>> openReader(const std::string& path, bool immutable);
};

/// Puts `from`, a whole database, in the place of the case `target` by way of a temporary file: `target` is old or new,
/// never in between, and no log of the old one is left to be taken for the new one's. Errors: Exists (`target` is open
/// somewhere, or is there and `replace` is false), NotWritable, NoSpace.
[[nodiscard]] Status placeCase(Database& from, const std::string& target, bool replace);

} // namespace nb
