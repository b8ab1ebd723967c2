// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDockWidget>
#include <QPointer>

class QTabWidget;

namespace nb
{

class CaseSession;
class NucleusSelection;
class NucleusTablePanel;

/// The dock below the slide: the nuclei as a table, as sums and as plots. Hidden at first. Follows the case that is
/// open, and reads only while it is seen.
class TablesDock : public QDockWidget
{
    Q_OBJECT

public:
    TablesDock(const Services& services, NucleusSelection& selection, QWidget* parent = nullptr);

    /// Null: no case. The session may end at any time after this.
    void setSession(CaseSession* session);
    /// Shows the dock with this tab and puts the focus into it.
    void showTab(QWidget* panel);

    [[nodiscard]] NucleusTablePanel& table() { return *m_table; }
    [[nodiscard]] QTabWidget& tabs() { return *m_tabs; }

Q_SIGNALS:
    void told(const QString& text); ///< something good to know: a file was written
    void failed(const QString& headline, const nb::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addPanel(QWidget* panel, const QString& iconName, const QString& title);
    void takeSession();
    void nucleiChanged();

    QPointer<CaseSession> m_session;
    NucleusTablePanel* m_table;
    QTabWidget* m_tabs;
    bool m_stale = true; ///< the case has changed since the panels read it
};

} // namespace nb
