// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/stoppedrun.h"
#include "ui/services.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace nb
{

class FindPanel;
class MainWindow;

/// A search of the whole slide that was stopped, or that ended with the program, is offered again when its case is
/// opened. Once: whoever says "not now" can still press the button for the whole slide, which says that it goes on.
class StoppedSearch : public QObject
{
    Q_OBJECT

public:
    StoppedSearch(const Services& services, MainWindow& window, FindPanel& find);

private:
    void look();
    void learn(std::optional<StoppedRun> stopped);
    void offer(const StoppedRun& stopped);
    void showOnButton();

    Services m_services;
    MainWindow& m_window;
    FindPanel& m_find;
    std::optional<StoppedRun> m_stopped; ///< of the case and the recipe that are there
    QTimer m_again; ///< the last tile of a search that was just stopped is in the case by then
    bool m_settled = false; ///< offered, or another search of the slide was begun since it was opened
};

} // namespace nb
