// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/editactions.h"

#include "ui/viewactions.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
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

EditActions::EditActions(WindowActions& actions, ViewActions& view, QMenuBar& menus, QObject* parent)
    : QObject(parent)
{
    makeTools(actions, view);
    makeChanges(actions);
    makeChoices(actions);
    place(actions, view, menus);
    actions.showIcons();
    setState(false, {});
}

QAction* EditActions::tool(
    WindowActions& actions, ToolId id, const QString& text, const char* iconName, const char* key, const QString& tip)
{
    QAction* action = actions.make(text, QLatin1String(iconName), keyed(key), tip);
    action->setCheckable(true);
    tools[id] = action;
    return action;
}

void EditActions::makeTools(WindowActions& actions, ViewActions& view)
{
    tool(actions, ToolId::Rectangle, tr("&Rectangle"), "rectangle", "R", tr("Drag a rectangle"));
    tool(actions, ToolId::Ellipse, tr("&Ellipse"), "ellipse", "O", tr("Drag an ellipse"));
    tool(actions, ToolId::Polygon, tr("&Polygon"), "polygon", "P", tr("Draw an outline point by point"));
    tool(actions, ToolId::Freehand, tr("&Freehand"), "freehand", "Shift+P", tr("Draw an outline in one drag"));
    tool(actions, ToolId::Brush, tr("&Brush"), "brush", "B", tr("Paint nuclei; Alt takes away"));
    tool(actions, ToolId::Wand, tr("&Wand"), "wand", "W", tr("Paint what looks alike"));
    tool(actions, ToolId::Knife, tr("&Knife"), "knife", "K", tr("Split nuclei by one stroke"));
    tool(actions, ToolId::Join, tr("&Join"), "join", "J",
        tr("Make one of several nuclei: of the selected ones, or by a stroke"));
    tool(actions, ToolId::Snap, tr("S&nap"), "snap", "T",
        tr("Click a nucleus: its outline is found from the picture and the model's maps"));
    tool(
        actions, ToolId::Lasso, tr("&Lasso"), "lasso", "Shift+S", tr("Select nuclei by a line around them; or hold S"));
    for (const auto& [id, action] : tools)
        view.tools->addAction(action);
    drawRegions = actions.make(tr("&Draw regions"), QStringLiteral("region"), keyed("Shift+R"),
        tr("What is drawn is a region, not a nucleus"));
    drawRegions->setCheckable(true);
    keepTool
        = actions.make(tr("Keep the &tool in hand"), {}, {}, tr("Do not go back to Move after each figure"));
    keepTool->setCheckable(true);
    keepTool->setChecked(QSettings().value(QStringLiteral("tools/keep"), false).toBool());
    connect(keepTool, &QAction::toggled, this, [](bool on) { QSettings().setValue(QStringLiteral("tools/keep"), on); });
}

void EditActions::makeChanges(WindowActions& actions)
{
    remove = actions.make(tr("&Delete"), QStringLiteral("delete"),
        {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)},
        tr("Delete what is selected; undo brings it back"));
    fillHoles = actions.make(tr("Fill &holes"), {}, keyed("Shift+H"), tr("Fill the holes of the selected nuclei"));
    smooth = actions.make(tr("S&mooth"), {}, keyed("I"), tr("Smooth the outlines of the selected nuclei"));
    grow = actions.make(
        tr("&Grow"), {}, keyed("]"), tr("Grow the selected nuclei by one pixel, up to their neighbours"));
    shrink = actions.make(tr("Shrin&k"), {}, keyed("["), tr("Shrink the selected nuclei by one pixel"));
    lock = actions.make(tr("Loc&k or unlock"), {}, keyed("Ctrl+K"),
        tr("Lock what is selected, so that nothing changes or deletes it; again: unlock it"));
    wholeSlideRegion = actions.make(
        tr("Regi&on of the whole slide"), {}, keyed("Ctrl+Shift+A"), tr("Make a region that holds all of the slide"));
}

void EditActions::makeChoices(WindowActions& actions)
{
    selectAll = actions.make(tr("&All nuclei"), {}, keyed("Ctrl+Alt+D"), tr("Select all nuclei of the slide"));
    selectNone = actions.make(tr("&Nothing"), {}, keyed("Ctrl+Shift+D"), tr("Nothing is selected any more"));
    selectByMeasurement
        = actions.make(tr("By a &measurement…"), {}, {}, tr("Select nuclei whose measurement is in a range"));
    selectInRegion
        = actions.make(tr("In the selected &region"), {}, {}, tr("Select the nuclei in the selected region"));
}

void EditActions::place(WindowActions& actions, ViewActions& view, QMenuBar& menus)
{
    const QList<QAction*> inHand{tools[ToolId::Rectangle], tools[ToolId::Ellipse], tools[ToolId::Polygon],
        tools[ToolId::Freehand], tools[ToolId::Brush], tools[ToolId::Wand], tools[ToolId::Knife], tools[ToolId::Join],
        tools[ToolId::Snap], tools[ToolId::Lasso]};
    const auto placed = actions.tools()->actions();
    QAction* const after = placed.value(placed.indexOf(view.ruler) + 1);
    actions.tools()->insertActions(after, inHand);
    actions.tools()->insertAction(after, drawRegions);
    actions.tools()->insertSeparator(after);

    const auto all = menus.actions();
    QMenu* const edit = actions.editMenu();
    edit->addSeparator();
    edit->addActions({remove, fillHoles, smooth, grow, shrink, lock});
    edit->addSeparator();
    QMenu* const select = edit->addMenu(tr("&Select"));
    select->addActions({selectAll, selectNone});
    selectByClass = select->addMenu(tr("By &class"));
    select->addActions({selectByMeasurement, selectInRegion});
    auto* hand = new QMenu(tr("&Tools"), &menus);
    menus.insertMenu(all.isEmpty() ? nullptr : all.last(), hand); // before Help
    hand->addActions({actions.move, view.ruler});
    hand->addActions(inHand);
    hand->addSeparator();
    hand->addActions({drawRegions, keepTool, wholeSlideRegion});
}

void EditActions::setState(bool caseThere, const QString& readOnlyReason)
{
    const bool mayChange = caseThere && readOnlyReason.isEmpty();
    QList<QAction*> changing{remove, fillHoles, smooth, grow, shrink, lock, wholeSlideRegion, drawRegions, keepTool};
    for (const auto& [id, action] : tools)
        if (id != ToolId::Lasso)
            changing.append(action);
    for (QAction* action : changing) {
        action->setEnabled(mayChange);
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = action->property("tip").toString();
        const QString usual = key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key);
        action->setToolTip(readOnlyReason.isEmpty() ? usual : tr("%1\n%2").arg(usual, readOnlyReason));
    }
    for (QAction* action : {tools[ToolId::Lasso], selectAll, selectNone, selectByMeasurement, selectInRegion})
        action->setEnabled(caseThere);
    selectByClass->setEnabled(caseThere);
}

} // namespace nb
