// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>

namespace nb
{

class FindingLayer;
class MainWindow;
class NucleusGuide;
class TablesDock;

/// Puts the dock with table and plots into the window: its action and key, the case it follows, its messages, and the
/// canvas that goes to what is chosen there.
class WindowTables : public QObject
{
    Q_OBJECT

public:
    /// Owned by `window`, which is built already.
    WindowTables(const Services& services, MainWindow& window);

    [[nodiscard]] TablesDock& dock() { return *m_dock; }
    [[nodiscard]] NucleusGuide& guide() { return *m_guide; }

private:
    MainWindow& m_window;
    TablesDock* m_dock;
    NucleusGuide* m_guide;
    FindingLayer* m_mistakes;
    bool m_shownWithSlide = false; ///< the dock, when the slide was closed
};

} // namespace nb
