// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowactions.h"

#include "ui/icons.h"
#include "ui/keybindings.h"
#include "ui/recentfiles.h"
#include "ui/seepanel.h"
#include "ui/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace nb
{

WindowActions::WindowActions(QMainWindow& window)
    : QObject(&window)
    , themes(new QActionGroup(this))
    , stainViews(new QActionGroup(this))
    , m_window(window)
{
    makeFileActions();
    makeViewActions();
    makeLayerActions();
    makeNucleusActions();
    keys = make(tr("&Keys and mouse"), {}, {QKeySequence(QStringLiteral("?")), QKeySequence(QStringLiteral("F1"))},
        tr("Which keys do what"));
    commands = make(tr("Find a &command…"), {}, {QKeySequence(QStringLiteral("Ctrl+L"))},
        tr("Find anything that can be done, by its name"));
    preferences = make(tr("&Preferences…"), {}, {QKeySequence(QStringLiteral("Ctrl+,"))}, tr("Set how the program behaves"));
    preferences->setMenuRole(QAction::PreferencesRole);
    about = make(tr("&About Nucleoscope"), {}, {}, tr("Version, licence, what it is for"));
    showIcons();
}

QString commandName(const QAction& action)
{
    const QVariant named = action.property("command");
    QString name = named.isValid() ? named.toString() : action.text();
    return name.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

QAction* WindowActions::make(
    const QString& text, const QString& iconName, const QList<QKeySequence>& keySequences, const QString& tip)
{
    auto* action = new QAction(text, &m_window);
    action->setStatusTip({});
    action->setProperty("tip", tip);
    KeyBindings::begin(*action, keySequences);
    if (!iconName.isEmpty())
        m_icons[action] = iconName;
    m_window.addAction(action); // its key works wherever the focus is
    m_all.append(action);
    return action;
}

void WindowActions::makeFileActions()
{
    open = make(tr("&Open a slide or case…"), QStringLiteral("open"), {QKeySequence::Open},
        tr("Open a slide, a picture or a case"));
    openDemo
        = make(tr("Open the &demo slide"), QStringLiteral("demo"), {}, tr("Make and open a slide to try things out"));
    openNuclei = make(tr("&Import…"), QStringLiteral("import"),
        {QKeySequence(QStringLiteral("Ctrl+I"))}, tr("Read nuclei and regions of other programs: GeoJSON, ASAP, ImageScope, label images"));
    exportNuclei = make(tr("&Export…"), QStringLiteral("export"),
        {QKeySequence(QStringLiteral("Ctrl+E"))}, tr("Write nuclei for QuPath or a spreadsheet, training pictures, or a picture of what you see"));
    slideInfo = make(tr("About this s&lide…"), {}, {QKeySequence(QStringLiteral("Alt+Return"))},
        tr("What the file says of itself, and its label"));
    closeSlide = make(tr("&Close slide"), {}, {QKeySequence::Close}, tr("Close the slide, back to the start page"));
    quit = make(tr("&Quit"), {}, {QKeySequence::Quit}, tr("Close the program"));
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::makeViewActions()
{
    const auto keysOf = [](std::initializer_list<const char*> names) {
        QList<QKeySequence> list;
        for (const char* name : names)
            list.append(QKeySequence(QLatin1String(name)));
        return list;
    };
    move = make(tr("&Move"), QStringLiteral("move"), keysOf({"M"}), tr("Drag the slide to move it"));
    move->setCheckable(true);
    move->setChecked(true);
    zoomIn = make(tr("Zoom &in"), QStringLiteral("zoom-in"), keysOf({"+", "=", "Ctrl++", "Shift+Up"}), tr("Zoom in"));
    zoomOut = make(tr("Zoom &out"), QStringLiteral("zoom-out"), keysOf({"-", "Ctrl+-", "Shift+Down"}), tr("Zoom out"));
    fit = make(tr("&Fit the slide"), QStringLiteral("fit"), keysOf({"Home", "Ctrl+0"}), tr("Show the whole slide"));
    actual = make(tr("&Every pixel of the slide"), QStringLiteral("actual"), keysOf({"End", "Ctrl+1"}),
        tr("One screen pixel for each pixel of the slide"));
    panel = make(tr("Side &panel"), QStringLiteral("panel"), keysOf({"Shift+A"}), tr("Show or hide the panel at the right"));
    panel->setCheckable(true);
    for (const auto& [theme, text] :
        {std::pair{Theme::System, tr("As the &system")}, {Theme::Light, tr("&Light")}, {Theme::Dark, tr("&Dark")}}) {
        QAction* action = make(text, {}, {}, tr("Change the colours of the window"));
        action->setProperty("command", tr("Theme: %1").arg(commandName(*action)));
        action->setCheckable(true);
        themes->addAction(action);
        action->setData(static_cast<int>(theme));
        action->setChecked(theme == storedTheme());
    }
}

void WindowActions::makeLayerActions()
{
    int view = 0;
    for (const QString& text :
        {tr("&Original"), tr("&Normalised"), tr("&Haematoxylin"), tr("&Eosin"), tr("&Residual")}) {
        QAction* action = make(text, {}, {}, tr("Change which stain is shown, never what is computed"));
        action->setProperty("command", tr("Stain view: %1").arg(commandName(*action)));
        action->setCheckable(true);
        stainViews->addAction(action);
        action->setChecked(view == 0);
        action->setData(view++);
    }
    for (const LayerId id : {LayerId::Background, LayerId::Boundary, LayerId::Inside, LayerId::Combined, LayerId::Outlines}) {
        QAction* action = make(layerName(id), id == LayerId::Outlines ? QStringLiteral("outlines") : QString(),
            {QKeySequence(layerKey(id))}, tr("Show or hide: %1").arg(layerName(id)));
        action->setCheckable(true);
        layers[id] = action;
    }
    hideHeatmaps = make(tr("No &heatmap"), {}, {QKeySequence(QStringLiteral("0"))}, tr("Hide all heatmaps"));
    fill = make(
        tr("Fill &nuclei"), {}, {QKeySequence(QStringLiteral("F"))}, tr("Fill the nuclei or draw outlines alone"));
    fill->setCheckable(true);
    hover = make(tr("&Measurements under the mouse"), {}, {QKeySequence(QStringLiteral("H"))},
        tr("Show what the nucleus under the resting mouse measures"));
    hover->setCheckable(true);
    hover->setChecked(true);
    live = make(tr("The model &live"), {}, {QKeySequence(QStringLiteral("Shift+V"))},
        tr("Show what the model believes wherever you look"));
    live->setCheckable(true);
}

void WindowActions::makeNucleusActions()
{
    segmentView = make(tr("Segment &what I see"), QStringLiteral("find"), {QKeySequence(QStringLiteral("F5"))},
        tr("Find the nuclei on the screen, from the middle outwards"));
    segmentSlide = make(tr("Segment the whole &slide"), QStringLiteral("slide"),
        {QKeySequence(QStringLiteral("Shift+F5"))}, tr("Find all nuclei of the slide"));
    stop = make(tr("S&top"), QStringLiteral("stop"), {QKeySequence(Qt::Key_Escape)},
        tr("Stop what is running; what was found stays"));
    pixelSize = make(tr("&Pixel size…"), QStringLiteral("ruler"), {}, tr("Set how large a pixel of the slide is"));
}

void WindowActions::place(QMainWindow& window, RecentFiles& recent)
{
    QMenu* file = window.menuBar()->addMenu(tr("&File"));
    file->addActions({open, openDemo});
    file->addMenu(recentMenu(window, recent));
    file->addSeparator();
    file->addActions({openNuclei, exportNuclei});
    file->addSeparator();
    file->addActions({slideInfo, closeSlide});
    file->addSeparator();
    file->addActions({preferences, quit});
    m_fileMenu = file;
    m_editMenu = window.menuBar()->addMenu(tr("&Edit"));
    QMenu* view = window.menuBar()->addMenu(tr("&View"));
    m_viewMenu = view;
    view->addActions({zoomIn, zoomOut, fit, actual});
    view->addSeparator();
    for (const LayerId id : {LayerId::Background, LayerId::Boundary, LayerId::Inside, LayerId::Combined})
        view->addAction(layers[id]);
    view->addActions({hideHeatmaps, live});
    view->addActions({layers[LayerId::Outlines], fill, hover});
    view->addMenu(tr("&Stain"))->addActions(stainViews->actions());
    view->addSeparator();
    view->addAction(panel);
    view->addMenu(tr("&Theme"))->addActions(themes->actions());
    QMenu* nuclei = window.menuBar()->addMenu(tr("&Nuclei"));
    nuclei->addActions({segmentView, segmentSlide, stop});
    nuclei->addSeparator();
    nuclei->addAction(pixelSize);
    window.menuBar()->addMenu(tr("&Help"))->addActions({commands, keys, about});
    placeTools(window);
}

void WindowActions::placeTools(QMainWindow& window)
{
    auto* tools = new QToolBar(tr("Tools"), &window);
    tools->setObjectName(QStringLiteral("tools"));
    tools->setMovable(false);
    tools->setIconSize(QSize(22, 22));
    tools->setToolButtonStyle(Qt::ToolButtonIconOnly);
    tools->addActions({open});
    tools->addSeparator();
    tools->addActions({move, zoomIn, zoomOut, fit, actual});
    tools->addSeparator();
    tools->addActions({segmentView, layers[LayerId::Outlines]});
    tools->toggleViewAction()->setVisible(false); // what is closed by accident would be missed
    window.addToolBar(Qt::LeftToolBarArea, tools);
    m_tools = tools;
    if (auto* mark = tools->findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"))) {
        mark->setAccessibleName(tr("More tools"));
        mark->setToolTip(tr("More tools"));
    }
}

QMenu* WindowActions::recentMenu(QMainWindow& window, RecentFiles& recent)
{
    auto* menu = new QMenu(tr("Open &recent"), &window);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, &recent] {
        menu->clear();
        const QStringList paths = recent.paths();
        for (const QString& path : paths) {
            QAction* action
                = menu->addAction(QFileInfo(path).fileName().replace(QLatin1Char('&'), QLatin1String("&&")));
            action->setToolTip(path);
            connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentChosen(path); });
        }
        if (paths.isEmpty())
            menu->addAction(tr("Slides that you open are listed here"))->setEnabled(false);
        menu->addSeparator();
        menu->addAction(tr("&Clear the list"), &recent, &RecentFiles::clear)->setEnabled(!paths.isEmpty());
    });
    return menu;
}

void WindowActions::showTools(bool visible)
{
    m_tools->setVisible(visible);
}

void WindowActions::showIcons()
{
    for (const auto& [action, name] : m_icons)
        action->setIcon(icon(name));
}

} // namespace nb
