// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>

class QTabWidget;

namespace nb
{

class MainWindow;
class ModelShelf;
class TeachController;
class TeachPanel;
class TeachSwipe;

/// The tab "Teach" in the window, and what it has to do with the rest: which model finds the nuclei, which case is
/// open, where to look.
class WindowTeach : public QObject
{
    Q_OBJECT

public:
    WindowTeach(const Services& services, MainWindow& window, QTabWidget& tabs);

    [[nodiscard]] TeachController& controller() { return *m_teach; }
    [[nodiscard]] ModelShelf& shelf() { return *m_shelf; }
    [[nodiscard]] TeachPanel& panel() { return *m_panel; }
    [[nodiscard]] TeachSwipe& swipe() { return *m_swipe; }
    void showIcon(); ///< after the palette changed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addTab();
    void wireModels();
    void wireTeaching();
    void wireProof();
    void offerInterrupted();
    void showPlace(const Rect& level0Area);
    void tellDecision(bool accepted);

    MainWindow& m_window;
    QTabWidget& m_tabs;
    ModelShelf* m_shelf;
    TeachController* m_teach;
    TeachPanel* m_panel;
    TeachSwipe* m_swipe;
    QWidget* m_tab = nullptr;
    bool m_offered = false; ///< interrupted trainings, once in a run of the program
};

} // namespace nb
