// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"
#include "ui/services.h"

#include <QList>
#include <QObject>

class QWidget;

namespace nb
{

class RecentFiles;
class SlideCanvas;
class SlideController;
class WindowActions;

/// What a person sets up once and then has in the fingers: preferences, keys, the search for a command; and what a
/// slide says of itself.
class WindowHabits : public QObject
{
    Q_OBJECT

public:
    /// `window` is asked for dialogs.
    WindowHabits(QWidget& window, const Services& services, WindowActions& actions, SlideCanvas& canvas,
        SlideController& slides, RecentFiles& recent);

    void addCanvas(SlideCanvas& canvas); ///< a further one that moves as the person has set

private:
    void apply(const Preferences& preferences);
    void applyToCanvases(const Preferences& preferences);
    void showKeys();
    void showCommands();
    void showPreferences();
    void showSlideInfo();

    QWidget& m_window;
    Services m_services;
    WindowActions& m_actions;
    QList<SlideCanvas*> m_canvases;
    SlideController& m_slides;
    RecentFiles& m_recent;
};

} // namespace nb
