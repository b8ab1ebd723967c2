// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/areasummary.h"
#include "ui/job/jobpool.h"
#include "ui/tables/casepanel.h"

#include <QTimer>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace nb
{

class FileExport;

/// The whole slide and each region in figures: nuclei, nuclei per mm², class shares, medians.
class SummaryPanel : public CasePanel
{
    Q_OBJECT

public:
    explicit SummaryPanel(JobPool& jobs, QWidget* parent = nullptr);
    ~SummaryPanel() override;

    void exportTo(const QString& path);
    [[nodiscard]] QTableWidget& table() { return *m_table; }
    [[nodiscard]] bool counting() const { return (m_job && m_job->running()) || m_soon.isActive(); }

Q_SIGNALS:
    /// The person wants to see this region on the slide.
    void regionRequested(const nb::Uuid& region);

protected:
    void caseTaken() override;
    void nucleiChanged() override;
    void listsChanged() override;

private:
    void count();
    void fill(const std::vector<AreaSummary>& summaries);
    void showState();
    void requestRegion(int line);
    void askForExport();
    [[nodiscard]] QMenu* makeColumnMenu();
    [[nodiscard]] QString areaName(const AreaSummary& summary) const;

    JobPool& m_jobs;
    QTableWidget* m_table;
    QStackedWidget* m_pages;
    QLabel* m_empty;
    QLabel* m_note;
    QPushButton* m_exportButton;
    FileExport* m_export;
    std::vector<std::string> m_columns; ///< whose medians are shown
    std::vector<AreaSummary> m_summaries;
    std::shared_ptr<SharedReader> m_reader;
    std::shared_ptr<Job> m_job;
    bool m_changedMeanwhile = false;
    QTimer m_soon;
};

} // namespace nb
