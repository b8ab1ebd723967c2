// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/steplog.h"
#include "engine/document/storableshape.h"

#include <utility>
#include <vector>

namespace nb
{

/// What can change of a stored version in place; everything else makes a new version.
struct NucleusState {
    bool alive = false;
    int classId = kNucleusClass;
    NucleusOrigin origin = NucleusOrigin::Model;
    friend bool operator==(const NucleusState&, const NucleusState&) = default;
};

/// The nuclei's tables, written so that every change is in the log of its step. The caller holds the transaction. One
/// thread at a time.
class NucleusTable
{
public:
    explicit NucleusTable(Database& database)
        : m_sql(database)
    {
    }

    /// Stores a new version. The shape must be `storable`.
    [[nodiscard]] Result<NucleusRow> insert(std::int64_t step, const NucleusRecord& record);
    /// Nothing where there is no such row.
    [[nodiscard]] Result<std::optional<NucleusState>> state(NucleusRow row);
    /// A person said that nothing may change it.
    [[nodiscard]] Result<bool> locked(NucleusRow row);
    [[nodiscard]] Status change(
        std::int64_t step, NucleusRow row, const NucleusState& before, const NucleusState& after);
    /// The present version of a nucleus.
    [[nodiscard]] Result<std::optional<NucleusRow>> present(const Uuid& id);
    /// Present nuclei that a run found and no person has touched, whose boxes meet `box` (level-0 pixels). Errors also:
    /// Unreadable where stored bytes are no outline.
    [[nodiscard]] Result<std::vector<std::pair<NucleusRow, MultiPolygon>>> untouched(const BoxF& box);

private:
    [[nodiscard]] Status insertMeasurements(NucleusRow row, const NucleusMeasurements& measurements);
    [[nodiscard]] Status insertProvenance(NucleusRow row, const NucleusRecord& record);
    StatementCache m_sql;
};

} // namespace nb
