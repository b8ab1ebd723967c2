// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <map>

class QAction;
class QDockWidget;
class QMainWindow;
class QToolButton;

namespace nb
{

/// In a small window the slide needs the room more than what lies around it: a dock that would leave too little is put
/// away when the window becomes small, and comes back when it is large again. Until then the menu bar has a button for
/// it. Whoever opens a dock in a small window has it.
class DockRoom : public QObject
{
    Q_OBJECT

public:
    explicit DockRoom(QMainWindow& window);

    /// `leastPx`: of the window's side that the dock takes from (width for docks at the sides, height for others), from
    /// which on it may stay; `toggle` shows and hides it.
    void add(QDockWidget& dock, int leastPx, QAction& toggle);
    /// Shows it now, or as soon as there is room.
    void show(QDockWidget& dock);
    /// It is wanted no more, now or later.
    void hide(QDockWidget& dock);

Q_SIGNALS:
    void roomChanged(QDockWidget* dock, bool roomy);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Place {
        int leastPx = 0;
        bool roomy = true; ///< the window was large enough when last looked at
        bool waiting = false; ///< comes when there is room
        bool wanted = false; ///< in a window with room for it, it would be there
        QToolButton* button = nullptr; ///< brings it back
    };
    [[nodiscard]] bool roomFor(const QDockWidget& dock, const Place& place) const;
    void look();
    void showButtons();

    QMainWindow& m_window;
    QWidget* m_buttons; ///< in the menu bar's corner
    std::map<QDockWidget*, Place> m_places;
};

} // namespace nb
