// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teachcontroller.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace nb
{

class TrainingPlot;

/// A training under way: how long it takes, its curves, and how the model comes to see one patch.
class TeachProgress : public QWidget
{
    Q_OBJECT

public:
    explicit TeachProgress(TeachController& teach, QWidget* parent = nullptr);

    void takeFocus(); ///< to what pauses it
    [[nodiscard]] TrainingPlot& losses() { return *m_losses; }
    [[nodiscard]] TrainingPlot& scores() { return *m_scores; }

private:
    [[nodiscard]] QWidget* makeButtons();
    [[nodiscard]] QWidget* makeWatched();
    void begin();
    void showState();
    void showStep();
    void showEpoch(const TeachingFeed::Epoch& epoch);
    void showScores(double step, const std::optional<Validation>& validation);
    void exportPlot(TrainingPlot& plot);

    TeachController& m_teach;
    QLabel* m_what;
    QProgressBar* m_bar;
    QPushButton* m_pause = nullptr;
    QPushButton* m_finish = nullptr;
    QPushButton* m_discard = nullptr;
    TrainingPlot* m_losses;
    TrainingPlot* m_scores;
    QLabel* m_patch = nullptr;
    QLabel* m_map = nullptr;
    QLabel* m_mapText = nullptr;
};

} // namespace nb
