// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/casefile.h"

#include "engine/document/networkplace.h"
#include "engine/document/schema.h"
#include "engine/io/atomicfile.h"

#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace nb
{

namespace
{

namespace fs = std::filesystem;

// The log is merged when nobody works; in between it may grow to 256 MiB before a commit has to wait for it.
constexpr const char* kWriterPragmas = "PRAGMA wal_autocheckpoint = 65536; PRAGMA cache_size = -65536; PRAGMA "
                                       "temp_store = MEMORY; PRAGMA cell_size_check = ON";
constexpr const char* kReaderPragmas
    = "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA query_only = ON";

std::string folderOf(const std::string& path)
{
    const std::string folder = fs::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

Status expectRegularFile(const std::string& path)
{
    struct stat info {
    };
    if (::stat(path.c_str(), &info) != 0)
        return Error{
            ErrorCode::NotFound, "The case is not there", path, "Check whether it was moved or its disk is missing"};
    if (!S_ISREG(info.st_mode))
        return Error{ErrorCode::Unsupported, "It is not a file", path, "Choose a file that ends in .nsc"};
    if (info.st_size == 0)
        return Error{ErrorCode::Invalid, "The file is empty", path, "Use a copy of it if there is one"};
    return {};
}

/// Why the case cannot be written where it lies; empty where it can.
std::string obstacle(const std::string& path)
{
    if (::access(path.c_str(), W_OK) != 0)
        return "The case is write-protected. Save it under another name to change it.";
    if (::access(folderOf(path).c_str(), W_OK) != 0)
        return "Nothing can be written in the case's folder. Save the case somewhere else to change it.";
    return {};
}

bool hasLog(const std::string& path)
{
    std::error_code failed;
    const auto bytes = fs::file_size(path + "-wal", failed);
    return !failed && bytes > 0;
}

/// Sets how commits reach the disk. The mode that results is asked for, since SQLite falls back silently.
Result<bool> setJournal(Database& database, bool onNetwork)
{
    const auto mode = database.text(onNetwork ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL");
    if (!mode)
        return mode.error();
    const bool log = *mode == "wal";
    if (Status status = database.run(log ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = EXTRA"); !status)
        return status.error();
    return log;
}

Result<CaseFile> openForReading(const std::string& path, std::string reason)
{
    CaseFile file;
    file.readOnlyReason = std::move(reason);
    auto database = CaseFile::openReader(path, false);
    const Status readable = database ? checkSchema(**database, false) : Status(database.error());
    if (!readable && readable.error().code == ErrorCode::NotWritable) { // no log can be made here, not even to read
        if (hasLog(path))
            return Error{ErrorCode::NotWritable,
                "The case was not closed; its last changes lie in a file beside it that cannot be merged in this place",
                path,
                "Copy the case together with the files named like it into a folder that you may write to, and open it "
                "there"};
        database = CaseFile::openReader(path, true);
        file.immutable = true;
        const Status again = database ? checkSchema(**database, false) : Status(database.error());
        if (!again)
            return again.error();
    } else if (!readable) {
        return readable.error();
    }
    file.database = std::move(*database);
    return file;
}

Result<CaseFile> openForWriting(const std::string& path)
{
    CaseFile file;
    auto lock = CaseLock::take(path);
    if (!lock)
        return lock.error();
    file.lock = std::move(*lock);
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    if (Status status = checkSchema(**database, true); !status)
        return status.error();
    if (Status status = (*database)->run(kWriterPragmas); !status)
        return status.error();
    const auto log = setJournal(**database, leadsToNetwork(path));
    if (!log)
        return log.error();
    file.writeAheadLog = *log;
    file.database = std::move(*database);
    return file;
}

/// Lets SQLite merge what an ended program left beside an old case, then takes the companions away: a new file must not
/// meet an old one's log.
Status clearCompanions(const std::string& target)
{
    std::error_code failed;
    if (hasLog(target) || fs::exists(target + "-journal", failed)) {
        const auto old = Database::open(target, Database::Mode::ReadWrite);
        if (old && !(*old)->number("PRAGMA wal_checkpoint(TRUNCATE)").ok())
            failed.clear(); // a broken old file is about to be replaced anyway
    }
    for (const char* end : {"-wal", "-shm", "-journal"}) {
        fs::remove(target + end, failed);
        if (failed)
            return Error{ErrorCode::NotWritable, "A file of the case that is to be replaced cannot be removed",
                target + end, "Choose another name"};
    }
    return {};
}

} // namespace

Result<std::unique_ptr<Database>> CaseFile::openReader(const std::string& path, bool immutable)
{
    auto database = Database::open(path, immutable ? Database::Mode::Immutable : Database::Mode::ReadOnly);
    if (!database)
        return database;
    if (Status status = (*database)->run(kReaderPragmas); !status)
        return status.error();
    return database;
}

Result<CaseFile> CaseFile::open(const std::string& path, CaseAccess wanted)
{
    if (Status status = expectRegularFile(path); !status)
        return status.error();
    if (wanted == CaseAccess::ReadOnly)
        return openForReading(path, "The case was opened for reading only.");
    if (std::string reason = obstacle(path); !reason.empty())
        return openForReading(path, std::move(reason));
    auto file = openForWriting(path);
    if (file)
        return file;
    switch (file.error().code) {
    case ErrorCode::Exists:
    case ErrorCode::NotWritable:
        return openForReading(path, file.error().what + ". " + file.error().remedy + ".");
    case ErrorCode::NoSpace:
        return openForReading(path, "The disk is full, so nothing can be changed. Make room and open the case again.");
    default:
        return file;
    }
}

Status placeCase(Database& from, const std::string& target, bool replace)
{
    const auto lock = CaseLock::take(target);
    if (!lock)
        return lock.error();
    auto file = AtomicFile::create(target, replace ? AtomicFile::Existing::Replace : AtomicFile::Existing::Refuse);
    if (!file)
        return file.error();
    {
        const auto copy = Database::open(file->temporaryPath(), Database::Mode::ReadWrite);
        if (!copy)
            return copy.error();
        // The new file is synced as a whole before it gets its name; a journal on the way there would be for nothing.
        Status done = (*copy)->run("PRAGMA synchronous = OFF");
        if (done)
            done = from.copyInto(**copy);
        if (!done)
            return Error{done.error().code, done.error().what, target, done.error().remedy};
        if (const auto mode = (*copy)->text("PRAGMA journal_mode = DELETE"); !mode)
            return Error{mode.error().code, mode.error().what, target, mode.error().remedy};
    }
    std::error_code failed;
    if (fs::exists(target, failed) || hasLog(target))
        if (Status status = clearCompanions(target); !status)
            return status;
    return file->commit();
}

} // namespace nb
