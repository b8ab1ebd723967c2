// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/steplog.h"

namespace nb
{

/// Regions and classes: few, so every change makes a new version. The caller holds the transaction. One thread at a
/// time.
class RegionTable
{
public:
    explicit RegionTable(Database& database)
        : m_sql(database)
    {
    }
    [[nodiscard]] Result<std::vector<RegionRecord>> regions();
    [[nodiscard]] Status put(std::int64_t step, const RegionRecord& region);
    [[nodiscard]] Status remove(std::int64_t step, const Uuid& id);

    [[nodiscard]] Result<std::vector<ClassRecord>> classes();
    /// Errors: Invalid (no name, or a name or key that another class has).
    [[nodiscard]] Status putClass(std::int64_t step, const ClassRecord& record);
    /// Errors: Invalid (the first class, or nuclei or regions have it).
    [[nodiscard]] Status removeClass(std::int64_t step, int id);

private:
    [[nodiscard]] Status retire(std::int64_t step, const std::string& table, std::int64_t row);
    [[nodiscard]] Status logNew(std::int64_t step, const std::string& table, std::int64_t row);
    [[nodiscard]] Result<std::optional<std::int64_t>> classRow(int id);
    [[nodiscard]] Result<int> nextClassId();
    StatementCache m_sql;
};

} // namespace nb
