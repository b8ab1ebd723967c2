// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>
#include <QTimer>

namespace nb
{

class EvaluationPanel;
class MainWindow;
class ModelShelf;
class TablesDock;
class WorkStatus;

/// What the evaluation has to do with the rest of the window: which models can be judged, the way there from the tab
/// Teach, and a comparison under way in the status line.
class WindowEvaluation : public QObject
{
    Q_OBJECT

public:
    /// Owned by `window`, which is built already. Models that cannot be loaded (Services::makeNetwork) are not offered.
    WindowEvaluation(const Services& services, MainWindow& window, TablesDock& dock);

    [[nodiscard]] WorkStatus& status() { return *m_status; }

private:
    void offerModels();
    void showWork();

    MainWindow& m_window;
    TablesDock& m_dock;
    EvaluationPanel& m_panel;
    ModelShelf& m_shelf;
    const bool m_canLoad;
    WorkStatus* m_status;
    QTimer m_tick; ///< while something is compared
};

} // namespace nb
