// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teachcontroller.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace nb
{

class ModelsPanel;
class SampleSheet;
class TeachProgress;
class TeachSettings;
class TeachSources;
class TeachVerdict;

/// The tab "Teach": what the model will learn from, one button and a time, the training as it goes, the proof, and the
/// models.
class TeachPanel : public QWidget
{
    Q_OBJECT

public:
    TeachPanel(TeachController& teach, ModelShelf& shelf, QWidget* parent = nullptr);

    [[nodiscard]] TeachProgress& progress() { return *m_progress; }
    [[nodiscard]] TeachVerdict& verdict() { return *m_verdict; }
    [[nodiscard]] ModelsPanel& models() { return *m_models; }
    [[nodiscard]] TeachSources& sources() { return *m_sources; }

private:
    [[nodiscard]] QWidget* makeStart();
    [[nodiscard]] QWidget* makeAdvanced();
    void showState();
    void followTo(TeachController::State state);
    void showPreview(const std::vector<PreviewSample>& samples);

    TeachController& m_teach;
    TeachSources* m_sources;
    TeachProgress* m_progress;
    TeachVerdict* m_verdict;
    ModelsPanel* m_models;
    TeachSettings* m_settings = nullptr;
    QPushButton* m_start = nullptr;
    QDoubleSpinBox* m_minutes = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_preview = nullptr;
    SampleSheet* m_samples = nullptr;
    QLabel* m_samplesKey = nullptr;
    TeachController::State m_shown = TeachController::State::Idle;
};

} // namespace nb
