// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>

class QTabWidget;

namespace nb
{

class CorrectPanel;
class MainWindow;

/// Puts the tab "Correct" into the window and ties it to the case, the slide and the canvas.
class WindowCorrect : public QObject
{
    Q_OBJECT

public:
    /// The window owns it. `tabs`: of the dock at the right.
    WindowCorrect(const Services& services, MainWindow& window, QTabWidget& tabs);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wire();
    void wireEditing();
    void bringToFront();
    void showIcon();

    MainWindow& m_window;
    QTabWidget& m_tabs;
    CorrectPanel* m_panel;
    QWidget* m_page; ///< what the panel scrolls in
};

} // namespace nb
