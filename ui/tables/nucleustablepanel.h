// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"
#include "ui/job/jobpool.h"
#include "ui/tables/casepanel.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace nb
{

class FileExport;
class NucleusFilterBar;
class NucleusSelection;
class NucleusTableModel;
class NucleusTableView;

/// The nuclei table with its filter, how many there are, and the way out as CSV; or what to do where there is nothing
/// to list.
class NucleusTablePanel : public CasePanel
{
    Q_OBJECT

public:
    NucleusTablePanel(JobPool& jobs, NucleusSelection& selection, QWidget* parent = nullptr);

    void exportTo(const QString& path); ///< all lines of the table, in its order
    void askForExport();
    void clearFilter();

    [[nodiscard]] NucleusTableModel& model() { return *m_model; }
    [[nodiscard]] NucleusTableView& view() { return *m_view; }
    [[nodiscard]] NucleusFilterBar& filterBar() { return *m_filter; }
    [[nodiscard]] QString summary() const; ///< "12 of 40 nuclei, 3 chosen"

Q_SIGNALS:
    void filterChanged(const nb::NucleusFilter& filter);

protected:
    void caseTaken() override;
    void nucleiChanged() override;
    void listsChanged() override;

private:
    void showState();
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] std::function<Status(const std::string&, const CancelToken&, Progress&)> writing() const;

    NucleusSelection& m_selection;
    NucleusTableModel* m_model;
    NucleusFilterBar* m_filter;
    NucleusTableView* m_view;
    QStackedWidget* m_pages;
    QLabel* m_empty;
    QLabel* m_summary;
    QPushButton* m_exportButton;
    FileExport* m_export;
};

} // namespace nb
