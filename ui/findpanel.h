// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/segmentationcontroller.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace nb
{

/// The tab "Find": the model, the search for nuclei with its progress, and what was found. Other long work
/// shows here, too.
class FindPanel : public QWidget
{
    Q_OBJECT

public:
    struct Actions {
        QAction* view;
        QAction* slide;
        QAction* stop;
        QAction* exportNuclei;
    };
    FindPanel(SegmentationController& segmentation, const Actions& actions, QWidget* parent = nullptr);

    /// Other work than the search, shown in the same place. `share` 0..1, or nothing where it cannot be told.
    void showWork(const QString& what, std::optional<double> share);
    void endWork();
    /// A search of the whole slide that was stopped, and that its button goes on with: per cent done. Nothing: none.
    void showStoppedSlide(std::optional<int> percent);

private:
    [[nodiscard]] QWidget* makeModel();
    [[nodiscard]] QWidget* makeSearch(const Actions& actions);
    [[nodiscard]] QWidget* makeProgress(const Actions& actions);
    [[nodiscard]] QWidget* makeFound(const Actions& actions);
    void showNetwork();
    void showRecipe();
    void showStain();
    void showActivity();
    void showProgress();
    void showCount();
    [[nodiscard]] QString previewText(int inCase) const;
    void showSummary(const CaseRunSummary& run);

    SegmentationController& m_segmentation;
    QLabel* m_model = nullptr;
    QLabel* m_stain = nullptr;
    QWidget* m_work = nullptr;
    QLabel* m_what = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_last = nullptr;
    QPushButton* m_slide = nullptr;
    bool m_otherWork = false;
};

} // namespace nb
