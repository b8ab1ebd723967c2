// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewactions.h"

#include "ui/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QToolBar>

namespace nb
{

namespace
{

QList<QKeySequence> keyed(const char* name)
{
    return {QKeySequence(QLatin1String(name))};
}

} // namespace

ViewActions::ViewActions(WindowActions& actions, QObject* parent)
    : QObject(parent)
    , tools(new QActionGroup(this))
{
    makeWays(actions);
    makeTurns(actions);
    makeMeasures(actions);
    tools->addAction(actions.move);
    tools->addAction(ruler);
    place(actions);
    actions.showIcons();
    setSlideThere(false);
}

void ViewActions::makeWays(WindowActions& actions)
{
    back = actions.make(tr("&Back"), {}, keyed("Alt+Left"), tr("Back to the view before"));
    forward = actions.make(tr("Fo&rward"), {}, keyed("Alt+Right"), tr("Forward to the view after"));
    goTo = actions.make(tr("&Go to a place…"), {}, keyed("Ctrl+G"), tr("Go to a place by its coordinates"));
}

void ViewActions::makeTurns(WindowActions& actions)
{
    rotateLeft
        = actions.make(tr("Turn &left by 90°"), {}, keyed("Ctrl+Shift+Left"), tr("Turn the picture left by a quarter"));
    rotateRight = actions.make(
        tr("Turn &right by 90°"), {}, keyed("Ctrl+Shift+Right"), tr("Turn the picture right by a quarter"));
    rotateFreely = actions.make(tr("Turn by any &angle…"), {}, {}, tr("Turn the picture by any angle"));
    mirror = actions.make(tr("&Mirror"), {}, keyed("Ctrl+Shift+M"), tr("Swap left and right of the picture"));
    mirror->setCheckable(true);
    upright = actions.make(tr("As &scanned"), {}, {}, tr("Neither turned nor mirrored"));
}

void ViewActions::makeMeasures(WindowActions& actions)
{
    ruler = actions.make(tr("R&uler"), QStringLiteral("ruler"), keyed("L"), tr("Drag to measure a distance"));
    ruler->setCheckable(true);
    grid = actions.make(tr("&Counting grid"), {}, keyed("Shift+G"), tr("Show or hide a grid to count by"));
    grid->setCheckable(true);
    gridSpacing = actions.make(tr("Size of the grid's s&quares…"), {}, {}, tr("Set how large the grid's squares are"));
    resetDisplay = actions.make(tr("Reset brightness, contrast, gamma"), {}, {}, tr("Show the slide as scanned"));
}

void ViewActions::place(WindowActions& actions)
{
    QMenu* const view = actions.viewMenu();
    QAction* const after = actions.actual; // the zoom actions end with it
    const auto all = view->actions();
    QAction* const before = all.value(all.indexOf(after) + 1);
    zoomMenu = new QMenu(tr("&Zoom to"), view);
    view->insertMenu(before, zoomMenu);
    view->insertActions(before, {goTo, back, forward});
    auto* const turn = new QMenu(tr("&Turn and mirror"), view);
    turn->addActions({rotateLeft, rotateRight, rotateFreely, mirror});
    turn->addSeparator();
    turn->addAction(upright);
    view->insertMenu(before, turn);
    view->insertSeparator(before);
    view->insertActions(before, {ruler, grid, gridSpacing, resetDisplay});
    const auto placed = actions.tools()->actions();
    actions.tools()->insertAction(placed.value(placed.indexOf(actions.move) + 1), ruler);
}

void ViewActions::setSlideThere(bool there)
{
    for (QAction* action : {goTo, rotateLeft, rotateRight, rotateFreely, mirror, upright, ruler, grid, gridSpacing})
        action->setEnabled(there);
    zoomMenu->setEnabled(there);
    if (!there)
        for (QAction* action : {back, forward})
            action->setEnabled(false);
}

} // namespace nb
