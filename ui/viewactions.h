// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace nb
{

class WindowActions;

/// The actions for moving about, turning the picture and measuring on it; they stand in the View menu and the tool bar
/// beside those of WindowActions.
class ViewActions : public QObject
{
    Q_OBJECT

public:
    /// `actions` is placed already.
    explicit ViewActions(WindowActions& actions, QObject* parent = nullptr);

    QAction* back;
    QAction* forward;
    QAction* goTo;
    QAction* rotateLeft;
    QAction* rotateRight;
    QAction* rotateFreely;
    QAction* mirror;
    QAction* upright;
    QAction* ruler;
    QAction* grid;
    QAction* gridSpacing;
    QAction* resetDisplay;
    QActionGroup* const tools; ///< one of them is in the hand: move or ruler
    QMenu* zoomMenu; ///< to be filled when it is about to show

    void setSlideThere(bool there);

private:
    void makeWays(WindowActions& actions);
    void makeTurns(WindowActions& actions);
    void makeMeasures(WindowActions& actions);
    void place(WindowActions& actions);
};

} // namespace nb
