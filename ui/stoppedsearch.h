// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/stoppedrun.h"
#include "ui/services.h"

#include <QObject>

namespace nb
{

class MainWindow;

/// A search of the whole slide that was stopped, or that ended with the program, is offered again when its case is
/// opened. Once: whoever says "not now" can still press "Segment the whole slide", which goes on where it ended.
class StoppedSearch : public QObject
{
    Q_OBJECT

public:
    StoppedSearch(const Services& services, MainWindow& window);

private:
    void look();
    void offer(const StoppedRun& stopped);

    Services m_services;
    MainWindow& m_window;
    bool m_settled = false; ///< offered, or another search of the slide was begun since it was opened
};

} // namespace nb
