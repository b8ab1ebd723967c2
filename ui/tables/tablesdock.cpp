// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/tablesdock.h"

#include "engine/geometry/polygon.h"
#include "ui/casesession.h"
#include "ui/icons.h"
#include "ui/tables/evaluationpanel.h"
#include "ui/tables/nucleustablepanel.h"
#include "ui/tables/plotspanel.h"
#include "ui/tables/summarypanel.h"

#include <QEvent>
#include <QMainWindow>
#include <QScrollArea>
#include <QSettings>
#include <QTabWidget>

namespace nb
{

namespace
{

constexpr auto kHeight = "tables/height";
constexpr int kDefaultHeight = 260;

} // namespace

TablesDock::TablesDock(const Services& services, NucleusSelection& selection, QWidget* parent)
    : QDockWidget(tr("Table and plots"), parent)
    , m_tabs(new QTabWidget(this))
    , m_table(new NucleusTablePanel(services.jobs, selection, this))
    , m_summary(new SummaryPanel(services.jobs, this))
    , m_plots(new PlotsPanel(services.jobs, selection, this))
    , m_evaluation(new EvaluationPanel(services, this))
{
    setObjectName(QStringLiteral("tables"));
    setTitleBarWidget(new QWidget(this)); // the tabs say what it is
    setFeatures(DockWidgetClosable);
    setAllowedAreas(Qt::BottomDockWidgetArea);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(windowTitle());
    setWidget(m_tabs);
    add(m_table, QStringLiteral("table"), tr("&Table"));
    add(m_summary, QStringLiteral("sum"), tr("S&ummary"));
    add(m_plots, QStringLiteral("plot"), tr("&Plots"));
    add(m_evaluation, QStringLiteral("evaluate"), tr("E&valuation"));
    connect(m_evaluation, &EvaluationPanel::placeRequested, this, &TablesDock::placeRequested);
    connect(m_table, &NucleusTablePanel::filterChanged, m_plots, &PlotsPanel::setFilter);
    connect(m_summary, &SummaryPanel::regionRequested, this, [this](const Uuid& id) {
        if (m_session)
            for (const RegionRecord& region : m_session->regions())
                if (region.id == id) {
                    const Rect at = boundsOf(region.shape);
                    Q_EMIT placeRequested(QRectF(static_cast<double>(at.x), static_cast<double>(at.y),
                        static_cast<double>(at.width), static_cast<double>(at.height)));
                }
    });
    showIcons();
    hide();
}

TablesDock::~TablesDock()
{
    if (height() > 60) // hidden or never shown: nothing to remember
        QSettings().setValue(QLatin1String(kHeight), height());
}

void TablesDock::add(CasePanel* panel, const QString& iconName, const QString& title)
{
    auto* area = new QScrollArea; // a narrow window scrolls the page rather than grows
    area->setWidget(panel);
    area->setWidgetResizable(true);
    m_tabs->addTab(area, title);
    m_panels.append(panel);
    m_icons.append(iconName);
    connect(panel, &CasePanel::exported, this, &TablesDock::exported);
    connect(panel, &CasePanel::failed, this, &TablesDock::failed);
}

void TablesDock::showIcons()
{
    for (int i = 0; i < m_icons.size(); ++i)
        m_tabs->setTabIcon(i, icon(m_icons[i]));
}

void TablesDock::setSession(CaseSession* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &CaseSession::closing, this, [this] { setSession(nullptr); });
        connect(session, &CaseSession::nucleiChanged, this, [this] {
            for (CasePanel* panel : m_panels)
                panel->refresh();
        });
        connect(session, &CaseSession::changed, this, [this](const EditOutcome& outcome) {
            if (outcome.pixelSize) // all that is told in µm is another now
                setSession(m_session);
        });
        connect(session, &CaseSession::classesChanged, this, &TablesDock::follow);
        connect(session, &CaseSession::regionsChanged, this, &TablesDock::follow);
    }
    std::optional<ListedCase> listed;
    if (session)
        listed = ListedCase{session->readerFactory(), session->slide(), session->classes(), session->regions(),
            session->path().toStdString()};
    for (CasePanel* panel : m_panels)
        panel->setCase(listed);
}

void TablesDock::follow()
{
    for (CasePanel* panel : m_panels)
        panel->setLists(m_session->classes(), m_session->regions());
}

void TablesDock::open()
{
    const bool wasHidden = isHidden();
    show();
    if (auto* window = qobject_cast<QMainWindow*>(parentWidget()); window && wasHidden)
        window->resizeDocks({this}, {QSettings().value(QLatin1String(kHeight), kDefaultHeight).toInt()}, Qt::Vertical);
    if (CasePanel* panel = m_panels.value(m_tabs->currentIndex()))
        panel->setFocus(); // passes it on
}

void TablesDock::openEvaluation()
{
    m_tabs->setCurrentIndex(static_cast<int>(m_panels.indexOf(m_evaluation)));
    open();
}

void TablesDock::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        showIcons();
    QDockWidget::changeEvent(event);
}

} // namespace nb
