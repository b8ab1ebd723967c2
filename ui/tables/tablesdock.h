// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "ui/services.h"

#include <QDockWidget>
#include <QPointer>
#include <QRectF>

class QTabWidget;

namespace nb
{

class CasePanel;
class CaseSession;
class EvaluationPanel;
class NucleusSelection;
class NucleusTablePanel;
class PlotsPanel;
class SummaryPanel;

/// The dock below the slide: the nuclei as a table, as sums and as plots, and how well
/// they were found. Hidden at first. Follows the case that is
/// open; its pages read only while they are seen.
class TablesDock : public QDockWidget
{
    Q_OBJECT

public:
    TablesDock(const Services& services, NucleusSelection& selection, QWidget* parent = nullptr);
    ~TablesDock() override;

    /// Null: no case. Lets go of it when it is closing.
    void setSession(CaseSession* session);
    /// Shows the dock and puts the focus into its page.
    void open();
    void openEvaluation(); ///< likewise, at that page

    [[nodiscard]] NucleusTablePanel& table() { return *m_table; }
    [[nodiscard]] PlotsPanel& plots() { return *m_plots; }
    [[nodiscard]] SummaryPanel& summary() { return *m_summary; }
    [[nodiscard]] EvaluationPanel& evaluation() { return *m_evaluation; }
    [[nodiscard]] QTabWidget& tabs() { return *m_tabs; }

Q_SIGNALS:
    void exported(const QString& path);
    void placeRequested(const QRectF& level0); ///< to be shown on the slide
    void failed(const QString& headline, const nb::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void add(CasePanel* panel, const QString& iconName, const QString& title);
    void showIcons();
    void follow();

    QPointer<CaseSession> m_session;
    QTabWidget* m_tabs;
    NucleusTablePanel* m_table;
    SummaryPanel* m_summary;
    PlotsPanel* m_plots;
    EvaluationPanel* m_evaluation;
    QList<CasePanel*> m_panels; ///< in the order of the tabs
    QStringList m_icons;
};

} // namespace nb
