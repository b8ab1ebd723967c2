// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/sqlite.h"

#include <cmath>
#include <sqlite3.h>

namespace nb
{

namespace
{

constexpr int kBusyMilliseconds = 2000; // a checkpoint of another connection is over sooner
constexpr int kLongestValue
    = 256 * 1024 * 1024; // bytes of a blob or text; the largest ours is a heatmap tile or a huge outline

ErrorCode codeOf(int sqlite)
{
    switch (sqlite & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::NoSpace;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::NotWritable;
    case SQLITE_NOTADB:
        return ErrorCode::Invalid;
    case SQLITE_NOMEM:
        return ErrorCode::OutOfMemory;
    default:
        return ErrorCode::Unreadable;
    }
}

const char* remedyOf(int sqlite)
{
    switch (sqlite & 0xff) {
    case SQLITE_FULL:
        return "The disk is full: make room and try again. What was saved before is safe";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "The file or its folder may not be written to: save the case somewhere else";
    case SQLITE_CANTOPEN:
        return "Check that the folder exists and that you may write to it";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "Another program has the case open: close it there";
    case SQLITE_NOTADB:
        return "It is not a Nucleoscope case: choose a file that ends in .nsc";
    case SQLITE_IOERR:
        return "The disk could not be read or written: check it, and that it is not full";
    case SQLITE_NOMEM:
        return "Close other programs and try again";
    default:
        return "The file is damaged: use a copy of it if there is one";
    }
}

void harden(sqlite3* handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValue);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
}

std::string immutableUri(const std::string& path)
{
    std::string uri = "file:";
    for (const char c : path) {
        const bool special = c == '%' || c == '?' || c == '#';
        uri += special ? std::string("%") + "0123456789abcdef"[c >> 4] + "0123456789abcdef"[c & 15] : std::string(1, c);
    }
    return uri + "?immutable=1";
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Mode mode)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= mode <= Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    flags |= mode == Mode::Create ? SQLITE_OPEN_CREATE : 0;
    flags |= mode == Mode::Immutable ? SQLITE_OPEN_URI : 0;
    sqlite3* handle = nullptr;
    const int result
        = sqlite3_open_v2((mode == Mode::Immutable ? immutableUri(path) : path).c_str(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(path, handle));
    if (result != SQLITE_OK)
        return Error{codeOf(result), "The case cannot be opened", path, remedyOf(result)};
    harden(handle);
    return database;
}

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

Error Database::lastError(const std::string& what) const
{
    const int code = sqlite3_extended_errcode(m_handle);
    return {codeOf(code), what + " (" + sqlite3_errmsg(m_handle) + ")", m_path, remedyOf(code)};
}

Status Database::run(const std::string& sql)
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError("The case cannot be changed");
    return {};
}

Result<std::int64_t> Database::number(const std::string& sql)
{
    Statement statement(*this, sql);
    const auto row = statement.step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorCode::Invalid, "The case lacks something that it should hold", m_path,
            "Use a copy of it if there is one"};
    return statement.integer(0);
}

Result<std::string> Database::text(const std::string& sql)
{
    Statement statement(*this, sql);
    const auto row = statement.step();
    if (!row)
        return row.error();
    return *row ? statement.text(0) : std::string();
}

Status Database::copyInto(Database& target)
{
    sqlite3_backup* const backup = sqlite3_backup_init(target.handle(), "main", m_handle, "main");
    if (!backup)
        return target.lastError("The case cannot be copied");
    sqlite3_backup_step(backup, -1);
    const int result = sqlite3_backup_finish(backup);
    if (result != SQLITE_OK)
        return target.lastError("The case cannot be copied");
    return {};
}

std::int64_t Database::lastRow() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

Statement::Statement(Database& database, std::string_view sql)
    : m_database(database)
{
    sqlite3_prepare_v3(
        database.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, double value)
{
    sqlite3_bind_double(m_statement, parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text)
{
    sqlite3_bind_text64(m_statement, parameter, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int parameter, std::span<const std::uint8_t> bytes)
{
    sqlite3_bind_blob64(m_statement, parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement, parameter);
    return *this;
}

Result<bool> Statement::step()
{
    if (!m_statement)
        return m_database.lastError("The case cannot be read");
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE)
        return false;
    const Error error = m_database.lastError("The case cannot be read or changed");
    sqlite3_reset(m_statement);
    return error;
}

Status Statement::execute()
{
    Result<bool> row = step();
    while (row && *row)
        row = step();
    if (!row)
        return row.error();
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}
double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string Statement::text(int column) const
{
    const auto* const data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return data ? std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
                : std::string();
}

std::span<const std::uint8_t> Statement::bytes(int column) const
{
    const auto* const data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
    return {data, data ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)) : 0};
}

Transaction::Transaction(Database& database)
    : m_database(database)
    , m_begun(database.run("BEGIN IMMEDIATE"))
    , m_open(m_begun.ok())
{
}

Transaction::~Transaction()
{
    if (m_open)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Status Transaction::commit()
{
    if (!m_open)
        return m_begun;
    Status status = m_database.run("COMMIT");
    m_open = !status.ok();
    return status;
}

} // namespace nb
