// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/document/casereader.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace nb
{

/// Walks the rows of a case for queries that take a while, over a reader's connection and on its thread; looks at the
/// token now and then. Errors: CaseReader's; Cancelled.
class CaseRows
{
public:
    CaseRows(CaseReader& reader, CancelToken cancel)
        : m_reader(reader)
        , m_cancel(std::move(cancel))
    {
    }
    /// Every row of a query without parameters.
    [[nodiscard]] Status visit(const std::string& sql, const std::function<void(Statement&)>& visitor);
    /// What a query with one parameter, the nucleus's row, gives for each of `rows`: nothing or one line.
    [[nodiscard]] Status visitEach(
        const std::string& sql, std::span<const NucleusRow> rows, const std::function<void(Statement&)>& visitor);
    [[nodiscard]] Result<std::int64_t> number(const std::string& sql);
    /// Present nuclei whose boxes' centres lie in any of the shapes, ascending, each once.
    [[nodiscard]] Result<std::vector<NucleusRow>> within(std::span<const MultiPolygon> shapes);

private:
    [[nodiscard]] Status stopped(std::int64_t count) const;
    CaseReader& m_reader;
    const CancelToken m_cancel;
};

} // namespace nb
