// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/document/sqlite.h"

#include <map>
#include <memory>

namespace nb
{

/// Statements of one connection, prepared when first used and kept. One thread at a time.
class StatementCache
{
public:
    explicit StatementCache(Database& database)
        : m_database(database)
    {
    }
    /// Ready to bind. The text is the key.
    [[nodiscard]] Statement& operator()(const std::string& sql);
    [[nodiscard]] Database& database() { return m_database; }

private:
    Database& m_database;
    std::map<std::string, std::unique_ptr<Statement>> m_statements;
};

/// The steps that undo and redo walk along. A step is applied, undone, or given up (undone, and then something else was
/// done); the rows that only given-up steps made are removed later, piece by piece, when nobody waits. No member opens
/// a transaction; the caller holds one. One thread at a time.
class StepLog
{
public:
    explicit StepLog(Database& database)
        : m_sql(database)
    {
    }

    /// A new step; what was undone cannot be redone any more.
    [[nodiscard]] Result<std::int64_t> begin(const std::string& label, const std::string& author);
    /// Gives up what was undone: something new is about to change under it.
    [[nodiscard]] Status giveUpUndone();
    /// The step that undo (`applied`) or redo would take; nothing where there is none.
    [[nodiscard]] Result<std::optional<HistoryEntry>> next(bool applied);
    [[nodiscard]] Result<bool> isApplied(std::int64_t step);
    /// Sets the slide's µm/px as part of a step.
    [[nodiscard]] Status setPixelSize(std::int64_t step, const PixelSizeDecision& decision);
    /// Puts every touched row, and the slide's µm/px, into its state before (`applied` false) or after the step.
    [[nodiscard]] Result<EditOutcome> turn(const HistoryEntry& entry, bool applied);
    /// Newest first, given-up steps left out.
    [[nodiscard]] Result<std::vector<HistoryEntry>> entries(std::int64_t limit);
    /// Removes at most `limit` rows that only given-up steps knew; true while there may be more.
    [[nodiscard]] Result<bool> purge(std::int64_t limit);

private:
    [[nodiscard]] Result<std::optional<HistoryEntry>> entry(Statement& statement);
    [[nodiscard]] Result<std::int64_t> touched(std::int64_t step, const std::string& table);
    [[nodiscard]] Result<std::optional<Rect>> areaOf(std::int64_t step);
    [[nodiscard]] Status purgeNucleus(std::int64_t row);
    [[nodiscard]] Result<std::optional<PixelSizeDecision>> turnPixelSize(std::int64_t step, const std::string& to);
    StatementCache m_sql;
};

} // namespace nb
