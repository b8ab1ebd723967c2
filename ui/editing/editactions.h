// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <map>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace nb
{

class ViewActions;
class WindowActions;

/// The tools that can be taken in the hand.
enum class ToolId { Rectangle, Ellipse, Polygon, Freehand, Brush, Wand, Knife, Join, Snap, Lasso };

/// The actions for choosing and changing nuclei: tool bar, menu and keys. Keys are QuPath's where QuPath has one.
class EditActions : public QObject
{
    Q_OBJECT

public:
    EditActions(WindowActions& actions, ViewActions& view, QMenuBar& menus, QObject* parent = nullptr);

    std::map<ToolId, QAction*> tools;
    QAction* drawRegions; ///< figures become regions, not nuclei
    QAction* keepTool; ///< a tool stays in the hand after its work
    QAction* remove;
    QAction* fillHoles;
    QAction* smooth;
    QAction* grow;
    QAction* shrink;
    QAction* lock;
    QAction* wholeSlideRegion;
    QAction* selectAll;
    QAction* selectNone;
    QAction* selectByMeasurement;
    QAction* selectInRegion;
    QMenu* selectByClass; ///< to be filled when it is about to show

    /// `readOnlyReason`: why nothing can be changed; empty: it can.
    void setState(bool caseThere, const QString& readOnlyReason);

private:
    QAction* tool(WindowActions& actions, ToolId id, const QString& text, const char* iconName, const char* key,
        const QString& tip);
    void makeTools(WindowActions& actions, ViewActions& view);
    void makeChanges(WindowActions& actions);
    void makeChoices(WindowActions& actions);
    void place(WindowActions& actions, ViewActions& view, QMenuBar& menus);
};

} // namespace nb
