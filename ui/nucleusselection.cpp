// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nucleusselection.h"

#include <algorithm>
#include <iterator>

namespace nb
{

namespace
{

std::vector<NucleusRow> ascending(std::vector<NucleusRow> rows)
{
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace

NucleusSelection::NucleusSelection(QObject* parent)
    : QObject(parent)
{
}

void NucleusSelection::set(std::vector<NucleusRow> rows)
{
    rows = ascending(std::move(rows));
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    Q_EMIT changed();
}

void NucleusSelection::add(const std::vector<NucleusRow>& rows)
{
    const auto added = ascending(rows);
    std::vector<NucleusRow> all;
    std::set_union(m_rows.begin(), m_rows.end(), added.begin(), added.end(), std::back_inserter(all));
    set(std::move(all));
}

void NucleusSelection::remove(const std::vector<NucleusRow>& rows)
{
    const auto gone = ascending(rows);
    std::vector<NucleusRow> rest;
    std::set_difference(m_rows.begin(), m_rows.end(), gone.begin(), gone.end(), std::back_inserter(rest));
    set(std::move(rest));
}

void NucleusSelection::toggle(NucleusRow row)
{
    if (contains(row))
        remove({row});
    else
        add({row});
}

void NucleusSelection::replace(NucleusRow before, NucleusRow after)
{
    if (!contains(before))
        return;
    auto rows = m_rows;
    std::replace(rows.begin(), rows.end(), before, after);
    set(std::move(rows));
}

bool NucleusSelection::contains(NucleusRow row) const
{
    return std::binary_search(m_rows.begin(), m_rows.end(), row);
}

std::optional<NucleusRow> NucleusSelection::single() const
{
    return m_rows.size() == 1 ? std::optional(m_rows.front()) : std::nullopt;
}

} // namespace nb
