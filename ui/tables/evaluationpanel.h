// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/areaevaluation.h"
#include "engine/slide/slidesource.h"
#include "ui/job/jobpool.h"
#include "ui/tables/casepanel.h"

#include <QRectF>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QVBoxLayout;

namespace nb
{

class FileExport;
class NucleiChoice;

/// How well nuclei were found: a result (the case's, another case's, a file's) against the truth (the case's checked
/// regions, or a file), by the paper's criteria with AJI and PQ, for each region and pooled. A figure that counts
/// mistakes walks through them on the slide.
class EvaluationPanel : public CasePanel
{
    Q_OBJECT

public:
    using Places = std::shared_ptr<const std::vector<JudgedPlace>>;

    explicit EvaluationPanel(JobPool& jobs, QWidget* parent = nullptr);
    ~EvaluationPanel() override;

    /// The slide's, for the pictures of the report; null: none.
    void setPixels(std::shared_ptr<const SlideSource> pixels);
    void compare();
    /// The next (or, `by` -1, the last) example of what the current figure counts.
    void walk(int by);
    /// By the ending: .csv, .pdf.
    void exportTo(const QString& path);

    [[nodiscard]] NucleiChoice& judged() { return *m_judged; }
    [[nodiscard]] NucleiChoice& truth() { return *m_truth; }
    [[nodiscard]] QTableWidget& table() { return *m_table; }
    [[nodiscard]] const std::vector<AreaEvaluation>& areas() const { return m_areas; }
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void placesChanged(const nb::EvaluationPanel::Places& places); ///< all mistakes, to be drawn; null: none
    void placeRequested(const QRectF& level0);

protected:
    void caseTaken() override;
    void nucleiChanged() override;
    void listsChanged() override;

private:
    /// What the current cell counts.
    struct Walk {
        int line = -1;
        Finding finding = Finding::Matched;
        std::vector<Rect> places;
        std::size_t at = 0;
    };
    void arrange();
    void arrangeButtons(QVBoxLayout& column);
    void compared(const Result<std::vector<AreaEvaluation>>& areas);
    void forget();
    void showFigures();
    void showState();
    void activate(int line, int column);
    void askForExport();
    [[nodiscard]] std::vector<RegionRecord> checkedRegions() const;
    [[nodiscard]] QString obstacle() const; ///< why nothing can be compared, and the way out; empty: it can
    [[nodiscard]] QString nameOf(const AreaEvaluation& area) const;

    JobPool& m_jobs;
    NucleiChoice* m_judged;
    NucleiChoice* m_truth;
    QComboBox* m_where;
    QPushButton* m_compare;
    QPushButton* m_previous;
    QPushButton* m_next;
    QPushButton* m_exportButton;
    QStackedWidget* m_pages;
    QTableWidget* m_table;
    QLabel* m_empty;
    QLabel* m_note;
    FileExport* m_export;
    std::shared_ptr<const SlideSource> m_pixels;
    std::vector<AreaEvaluation> m_areas;
    QString m_complaint; ///< of a file that could not be read as a whole
    Walk m_walk;
    bool m_outdated = false; ///< nuclei were changed since
    std::shared_ptr<Job> m_job;
};

} // namespace nb
