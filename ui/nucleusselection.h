// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"

#include <QObject>

#include <optional>
#include <vector>

namespace nb
{

/// Which nuclei the person has chosen, on the slide, in the table, in a plot or by a rule: one choice for all of them.
/// GUI thread. Rows of a case; those that are gone are passed over by whoever uses them.
class NucleusSelection : public QObject
{
    Q_OBJECT

public:
    explicit NucleusSelection(QObject* parent = nullptr);

    void set(std::vector<NucleusRow> rows); ///< in any order
    void add(const std::vector<NucleusRow>& rows);
    void remove(const std::vector<NucleusRow>& rows);
    void toggle(NucleusRow row);
    void clear() { set({}); }
    /// An edited nucleus has a new row: it stays chosen.
    void replace(NucleusRow before, NucleusRow after);

    [[nodiscard]] const std::vector<NucleusRow>& rows() const { return m_rows; } ///< ascending
    [[nodiscard]] bool contains(NucleusRow row) const;
    [[nodiscard]] bool empty() const { return m_rows.empty(); }
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] std::optional<NucleusRow> single() const; ///< where exactly one is chosen

Q_SIGNALS:
    void changed();
    /// Whoever lists or walks wants the canvas to show this nucleus.
    void showRequested(nb::NucleusRow row);

private:
    std::vector<NucleusRow> m_rows;
};

} // namespace nb
