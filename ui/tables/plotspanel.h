// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/job/jobpool.h"
#include "ui/tables/casepanel.h"
#include "widgets/plotview.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace nb
{

class FileExport;
class NucleusSelection;
class NumberField;

/// How a measurement is spread over the nuclei, or two of them together. What is chosen in the plot is chosen on the
/// slide and in the table, and the other way round. Shows the nuclei that pass the table's filter.
class PlotsPanel : public CasePanel
{
    Q_OBJECT

public:
    PlotsPanel(JobPool& jobs, NucleusSelection& selection, QWidget* parent = nullptr);
    ~PlotsPanel() override;

    void setFilter(const NucleusFilter& filter); ///< the table's
    /// `y` empty: a histogram.
    void setMeasurements(const std::string& x, const std::string& y);
    /// By the ending: .png, .svg, .pdf, .csv.
    void exportTo(const QString& path);

    [[nodiscard]] PlotView& plot() { return *m_plot; }
    [[nodiscard]] bool reading() const { return (m_reading && m_reading->running()) || m_readSoon.isActive(); }
    [[nodiscard]] bool choosing() const { return m_choosing && m_choosing->running(); }
    [[nodiscard]] QString note() const; ///< how many are shown

protected:
    void caseTaken() override;
    void nucleiChanged() override;
    void listsChanged() override;

private:
    struct Shown {
        std::shared_ptr<const PlotPoints> points;
        std::int64_t notMeasured = 0;
    };
    void arrange();
    [[nodiscard]] QWidget* makeControls();
    void read();
    void shown(const Result<Shown>& shown);
    void showState();
    void takeClasses();
    void choose(const QPolygonF& outline, Qt::KeyboardModifiers modifiers);
    void chooseRange(double least, double most, Qt::KeyboardModifiers modifiers);
    void chooseByFields();
    void take(std::vector<NucleusRow> rows, Qt::KeyboardModifiers modifiers);
    void askForExport();
    [[nodiscard]] std::string xColumn() const;
    [[nodiscard]] std::string yColumn() const;

    JobPool& m_jobs;
    NucleusSelection& m_selection;
    PlotView* m_plot;
    QStackedWidget* m_pages;
    QLabel* m_empty;
    QLabel* m_note;
    QComboBox* m_x;
    QComboBox* m_y;
    QCheckBox* m_byClass;
    NumberField* m_from;
    NumberField* m_to;
    QPushButton* m_chooseButton;
    QPushButton* m_exportButton;
    FileExport* m_export;
    std::shared_ptr<SharedReader> m_reader;
    std::shared_ptr<Job> m_reading;
    std::shared_ptr<Job> m_choosing;
    NucleusFilter m_filter;
    std::int64_t m_notMeasured = 0;
    std::pair<std::string, std::string> m_shownColumns;
    bool m_changedMeanwhile = false;
    QTimer m_readSoon;
};

} // namespace nb
