// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"

#include <QTableView>

#include <optional>
#include <vector>

namespace nb
{

class NucleusSelection;
class NucleusTableModel;

/// The table on the screen, in step with the nuclei that are chosen elsewhere: what is drawn as chosen is what
/// NucleusSelection holds, at any number. Keeps its place when the rows come in another order. Enter and double click
/// ask for the nucleus to be shown.
class NucleusTableView : public QTableView
{
    Q_OBJECT

public:
    NucleusTableView(NucleusTableModel& model, NucleusSelection& selection, QWidget* parent = nullptr);

    /// Puts the chosen lines that are in the table (at most 10,000), or else the current one, on the clipboard: text
    /// with tabs, headers first.
    void copy();

Q_SIGNALS:
    void exportRequested();

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void chosenHere(const QItemSelection& selected, const QItemSelection& deselected);
    void chosenElsewhere();
    std::optional<int> takeOverSelection(); ///< where the first chosen line is
    void rememberPlace();
    void restorePlace();
    void showCurrent();
    [[nodiscard]] std::vector<NucleusRow> rowsOf(const QItemSelection& selection) const;
    [[nodiscard]] std::optional<NucleusRow> rowAt(int position) const;

    NucleusTableModel& m_model;
    NucleusSelection& m_selection;
    mutable QItemSelectionModel::SelectionFlags m_command; ///< the last that a hand gave
    bool m_following = false; ///< takes over what was chosen elsewhere
    bool m_partial = false; ///< more is chosen than Qt's own selection could hold
    std::optional<NucleusRow> m_topRow; ///< while the rows are replaced
    std::optional<NucleusRow> m_currentRow;
    int m_topPosition = 0;
    int m_currentColumn = 0;
};

} // namespace nb
