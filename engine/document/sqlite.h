// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace nb
{

/// One connection to an SQLite file that may be hostile: defensive, with an untrusted schema, and limits on lengths,
/// expressions and attachments (design.md section 12). One thread at a time. Errors name the file: NoSpace,
/// NotWritable, Unreadable (broken), Invalid (not a database), OutOfMemory.
class Database
{
public:
    /// Immutable: read-only, without locks and without looking for companion files; for a file in a place where nothing
    /// can be written.
    enum class Mode { Immutable, ReadOnly, ReadWrite, Create };
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& path, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Statements without results, separated by semicolons.
    [[nodiscard]] Status run(const std::string& sql);
    /// The first column of the first row, as a number; an Error where there is no row.
    [[nodiscard]] Result<std::int64_t> number(const std::string& sql);
    /// Likewise, as text.
    [[nodiscard]] Result<std::string> text(const std::string& sql);
    /// Makes `target`, an open and empty database, a copy of this one as it is now; readers and this connection go on
    /// meanwhile.
    [[nodiscard]] Status copyInto(Database& target);
    [[nodiscard]] std::int64_t lastRow() const; ///< the row id of the last insert on this connection
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] sqlite3* handle() const { return m_handle; }
    /// The failure of the last call on this connection, in words for a person; `what` says what was being done.
    [[nodiscard]] Error lastError(const std::string& what) const;

private:
    Database(std::string path, sqlite3* handle)
        : m_path(std::move(path))
        , m_handle(handle)
    {
    }
    std::string m_path;
    sqlite3* m_handle;
};

/// A prepared statement, kept and used again. Parameters and columns count from 1 and from 0, as in SQLite.
class Statement
{
public:
    /// A statement that cannot be prepared reports so from its first step.
    Statement(Database& database, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value); ///< NaN becomes NULL
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, std::span<const std::uint8_t> bytes);
    Statement& bindNull(int parameter);

    /// True while there is a row.
    [[nodiscard]] Result<bool> step();
    /// Runs a statement to its end and makes it ready for the next use.
    [[nodiscard]] Status execute();
    /// Calls `visit` for each row; then, whichever way it ended, the statement is ready for its next use and the read
    /// is over, so that the log can be merged. `visit` returns nothing, a bool (false: enough) or a Status (a failure
    /// ends it).
    template <class Visit> [[nodiscard]] Status forEachRow(Visit&& visit);
    /// What `read` makes of the first row, nothing where there is none; then ready for the next use.
    template <class Read> [[nodiscard]] auto firstRow(Read&& read) -> Result<std::optional<std::invoke_result_t<Read>>>;
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::span<const std::uint8_t> bytes(int column) const; ///< valid until the next step

private:
    Database& m_database;
    sqlite3_stmt* m_statement = nullptr;
};

template <class Visit> Status Statement::forEachRow(Visit&& visit)
{
    using Answer = std::invoke_result_t<Visit>;
    Status status;
    for (bool more = true; more && status;) {
        const auto row = step();
        if (!row)
            status = row.error();
        else if (!*row)
            more = false;
        else if constexpr (std::is_same_v<Answer, bool>)
            more = visit();
        else if constexpr (std::is_same_v<Answer, Status>)
            status = visit();
        else
            visit();
    }
    reset();
    return status;
}

template <class Read> auto Statement::firstRow(Read&& read) -> Result<std::optional<std::invoke_result_t<Read>>>
{
    std::optional<std::invoke_result_t<Read>> found;
    const Status status = forEachRow([&] {
        found = read();
        return false;
    });
    if (!status)
        return status.error();
    return found;
}

/// A transaction that is rolled back unless `commit` succeeded.
class Transaction
{
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    [[nodiscard]] Status begun() const { return m_begun; }
    [[nodiscard]] Status commit();

private:
    Database& m_database;
    Status m_begun;
    bool m_open = false;
};

} // namespace nb
