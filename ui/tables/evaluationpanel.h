// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tables/casepanel.h"
#include "ui/tables/comparison.h"

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

/// How well nuclei were found: a result (a model's, the case's, another case's, a file's) against the truth (the case's
/// checked regions, or a file), by the paper's criteria with AJI and PQ, for each region and pooled. A figure that
/// counts mistakes walks through them on the slide. A model looks at the regions when it is compared.
class EvaluationPanel : public CasePanel
{
    Q_OBJECT

public:
    using Places = std::shared_ptr<const std::vector<JudgedPlace>>;

    explicit EvaluationPanel(const Services& services, QWidget* parent = nullptr);
    ~EvaluationPanel() override;

    /// The slide's, for the pictures of the report; null: none.
    void setPixels(std::shared_ptr<const SlideSource> pixels);
    /// The models that can be judged. The one in use is proposed until the person chooses.
    void setModels(const std::vector<NucleiChoice::Model>& models, const QString& inUse);
    /// Chooses it, to be judged by the checked regions; nothing where it is not among the models.
    void judgeModel(const QString& hash);
    void compare();
    void stop(); ///< what is compared just now; figures of before are gone already
    /// The next (or, `by` -1, the last) example of what the current figure counts.
    void walk(int by);
    /// By the ending: .csv, .pdf.
    void exportTo(const QString& path);

    [[nodiscard]] NucleiChoice& judged() { return *m_judged; }
    [[nodiscard]] NucleiChoice& truth() { return *m_truth; }
    [[nodiscard]] QTableWidget& table() { return *m_table; }
    [[nodiscard]] const EvaluatedAreas& evaluated() const { return m_compared.evaluated; }
    [[nodiscard]] const std::vector<AreaEvaluation>& areas() const { return evaluated().areas; }
    [[nodiscard]] QString note() const;
    [[nodiscard]] const Job* work() const; ///< the comparison under way; null: none

Q_SIGNALS:
    void workChanged(); ///< `work` began or ended
    void shown(); ///< the page is seen: models are wanted
    void placesChanged(const nb::EvaluationPanel::Places& places); ///< all mistakes, to be drawn; null: none
    void placeRequested(const QRectF& level0);

protected:
    void showEvent(QShowEvent* event) override;
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
    void compared(const Result<Compared>& compared);
    void choiceChanged();
    void proposeModel();
    void forget();
    void showFigures();
    void showLine(int line, const QString& name, const EvaluationCounts& counts);
    void showState();
    void activate(int line, int column);
    void showWarnings();
    void askForExport();
    [[nodiscard]] std::vector<RegionRecord> checkedRegions() const;
    [[nodiscard]] QString obstacle() const; ///< why nothing can be compared, and the way out; empty: it can
    [[nodiscard]] bool within() const; ///< compares in regions only
    [[nodiscard]] QString nameOf(std::size_t area) const;
    [[nodiscard]] QString pooledName() const;

    Services m_services;
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
    QLabel* m_warnings;
    FileExport* m_export;
    std::shared_ptr<const SlideSource> m_pixels;
    Compared m_compared;
    std::vector<RegionRecord> m_regions; ///< within which was compared
    QString m_inUse; ///< hash of the model in use
    bool m_proposing = true; ///< the person has chosen nothing to be judged
    Walk m_walk;
    bool m_outdated = false; ///< nuclei were changed since
    std::shared_ptr<Job> m_job;
};

} // namespace nb
