// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layerid.h"

#include <QObject>

#include <map>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QToolBar;

namespace nb
{

class RecentFiles;

/// What an action is called where it stands alone, outside its menu.
[[nodiscard]] QString commandName(const QAction& action);

/// Everything that can be done in the window, each thing once: menus, tool bar, buttons and keys all trigger these.
/// Keys are QuPath's where QuPath has one.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow& window);

    QAction* open;
    QAction* openDemo;
    QAction* openNuclei;
    QAction* exportNuclei;
    QAction* slideInfo;
    QAction* closeSlide;
    QAction* quit;
    QAction* move;
    QAction* fit;
    QAction* actual;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* hideHeatmaps;
    QAction* fill;
    QAction* hover; ///< measurements of the nucleus under the mouse
    QAction* live;
    QAction* segmentView;
    QAction* segmentSlide;
    QAction* stop;
    QAction* pixelSize;
    QAction* panel;
    QAction* keys;
    QAction* commands;
    QAction* preferences;
    QAction* about;
    std::map<LayerId, QAction*> layers;
    QActionGroup* const themes;
    QActionGroup* const stainViews;

    /// One more thing that can be done in the window: its key is listed with the others.
    QAction* make(const QString& text, const QString& iconName, const QList<QKeySequence>& keys, const QString& tip);
    /// Fills menu bar and tool bar of the window; `recent` goes into the File menu.
    void place(QMainWindow& window, RecentFiles& recent);
    [[nodiscard]] QMenu* fileMenu() const { return m_fileMenu; } ///< once placed
    [[nodiscard]] QMenu* editMenu() const { return m_editMenu; } ///< once placed
    [[nodiscard]] QMenu* viewMenu() const { return m_viewMenu; } ///< once placed
    [[nodiscard]] QToolBar* tools() const { return m_tools; } ///< once placed
    /// The tools have nothing to work on while no slide is open.
    void showTools(bool visible);
    /// Icons in the colours of the palette in use.
    void showIcons();
    /// All that `make` made, in that order.
    [[nodiscard]] const QList<QAction*>& all() const { return m_all; }

Q_SIGNALS:
    void recentChosen(const QString& path);

private:
    void makeFileActions();
    void makeViewActions();
    void makeNucleusActions();
    void makeLayerActions();
    QMenu* recentMenu(QMainWindow& window, RecentFiles& recent);
    void placeTools(QMainWindow& window);

    QMenu* m_fileMenu = nullptr;
    QMenu* m_editMenu = nullptr;
    QMenu* m_viewMenu = nullptr;
    QToolBar* m_tools = nullptr;
    QMainWindow& m_window;
    std::map<QAction*, QString> m_icons;
    QList<QAction*> m_all; ///< in the order in which they were made
};

} // namespace nb
