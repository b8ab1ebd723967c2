// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowhabits.h"

#include "ui/commandpalette.h"
#include "ui/keybindings.h"
#include "ui/keysdialog.h"
#include "ui/preferencesdialog.h"
#include "ui/recentfiles.h"
#include "ui/slidecontroller.h"
#include "ui/slideinfodialog.h"
#include "ui/windowactions.h"
#include "widgets/slidecanvas.h"

#include <QAction>
#include <QActionGroup>

namespace nb
{

WindowHabits::WindowHabits(QWidget& window, const Services& services, WindowActions& actions, SlideCanvas& canvas,
    SlideController& slides, RecentFiles& recent)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_actions(actions)
    , m_slides(slides)
    , m_recent(recent)
{
    connect(actions.keys, &QAction::triggered, this, &WindowHabits::showKeys);
    connect(actions.commands, &QAction::triggered, this, &WindowHabits::showCommands);
    connect(actions.preferences, &QAction::triggered, this, &WindowHabits::showPreferences);
    connect(actions.slideInfo, &QAction::triggered, this, &WindowHabits::showSlideInfo);
    connect(actions.themes, &QActionGroup::triggered, this, [](const QAction* action) {
        const auto theme = static_cast<Theme>(action->data().toInt());
        storeTheme(theme);
        applyTheme(theme);
    });
    const auto showThere = [this] { m_actions.slideInfo->setEnabled(m_slides.slide() != nullptr); };
    connect(&slides, &SlideController::opened, this, showThere);
    connect(&slides, &SlideController::closed, this, showThere);
    showThere();
    addCanvas(canvas);
}

void WindowHabits::addCanvas(SlideCanvas& canvas)
{
    m_canvases.append(&canvas);
    applyToCanvases(Preferences::stored());
}

void WindowHabits::applyToCanvases(const Preferences& preferences)
{
    for (SlideCanvas* canvas : m_canvases) {
        canvas->setReducedMotion(preferences.reducedMotion);
        canvas->setWheelTowardsZoomsOut(preferences.wheelTowardsZoomsOut);
    }
}

void WindowHabits::apply(const Preferences& preferences)
{
    applyToCanvases(preferences);
    m_actions.themes->actions()[static_cast<int>(preferences.theme)]->setChecked(true);
    applyTheme(preferences.theme);
}

void WindowHabits::showKeys()
{
    QList<QAction*> others; // the classes' keys
    const auto actions = m_window.actions();
    for (QAction* action : actions)
        if (!action->shortcuts().isEmpty() && !m_actions.all().contains(action))
            others.append(action);
    (new KeysDialog(m_actions.all(), others, &m_window))->open();
}

void WindowHabits::showCommands()
{
    QList<QAction*> all = m_actions.all();
    all.removeOne(m_actions.commands);
    (new CommandPalette(std::move(all), &m_window))->open();
}

void WindowHabits::showPreferences()
{
    auto* dialog = new PreferencesDialog(&m_window);
    connect(dialog, &PreferencesDialog::changed, this, &WindowHabits::apply);
    connect(dialog, &PreferencesDialog::clearRecentRequested, &m_recent, &RecentFiles::clear);
    connect(dialog, &PreferencesDialog::resetRequested, this, [this] {
        for (QAction* action : m_actions.all())
            KeyBindings::restore(*action);
    });
    dialog->open();
}

void WindowHabits::showSlideInfo()
{
    if (m_slides.slide())
        (new SlideInfoDialog(m_services, m_slides.slide(), &m_window))->open();
}

} // namespace nb
