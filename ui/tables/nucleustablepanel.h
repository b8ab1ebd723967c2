// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/job/jobpool.h"
#include "ui/tables/listedcase.h"

#include <QWidget>

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
class NucleusTablePanel : public QWidget
{
    Q_OBJECT

public:
    NucleusTablePanel(JobPool& jobs, NucleusSelection& selection, QWidget* parent = nullptr);

    void setCase(const std::optional<ListedCase>& listed);
    void setClasses(const std::vector<ClassRecord>& classes);
    void refresh(); ///< the nuclei have changed
    void exportTo(const QString& path); ///< all lines of the table, in its order
    void askForExport();
    void clearFilter();

    [[nodiscard]] NucleusTableModel& model() { return *m_model; }
    [[nodiscard]] NucleusTableView& view() { return *m_view; }
    [[nodiscard]] NucleusFilterBar& filterBar() { return *m_filter; }
    [[nodiscard]] QString summary() const; ///< "12 of 40 nuclei, 3 chosen"

Q_SIGNALS:
    void filterChanged(const nb::NucleusFilter& filter);
    void exported(const QString& path);
    void failed(const QString& headline, const nb::Error& error);

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
    std::vector<ClassRecord> m_classes;
    QString m_name; ///< of the slide, for the file's name
    SharedReader::Factory m_open; ///< empty: no case
};

} // namespace nb
