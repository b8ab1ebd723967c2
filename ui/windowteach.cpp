// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowteach.h"

#include "ui/banner.h"
#include "ui/foundby.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/modelshelf.h"
#include "ui/modelspanel.h"
#include "ui/panelpage.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/statusline.h"
#include "ui/teachpanel.h"
#include "ui/teachsources.h"
#include "ui/teachstatus.h"
#include "ui/teachswipe.h"
#include "ui/teachverdict.h"
#include "ui/windowactions.h"
#include "widgets/slidecanvas.h"
#include "widgets/swipeview.h"

#include <QAction>
#include <QEvent>
#include <QTabWidget>

namespace nb
{

namespace
{
constexpr double kAround = 3; // times the size of what is shown
constexpr double kLeastSide = 160; // level-0 pixels
} // namespace

WindowTeach::WindowTeach(const Services& services, MainWindow& window, QTabWidget& tabs)
    : QObject(&window)
    , m_window(window)
    , m_tabs(tabs)
    , m_shelf(new ModelShelf(services, this))
    , m_teach(new TeachController(services, *m_shelf, this))
    , m_panel(new TeachPanel(*m_teach, *m_shelf))
    , m_swipe(new TeachSwipe(*m_teach, m_panel->verdict(), window.canvas(), window.scene(), this))
{
    m_panel->models().add(*new FoundBy(services, *m_shelf, window, m_panel));
    addTab();
    wireModels();
    wireTeaching();
    wireProof();
    window.installEventFilter(this);
}

void WindowTeach::addTab()
{
    auto* area = new PanelPage(m_panel);
    m_tab = area;
    m_tabs.addTab(area, tr("&Teach"));
    showIcon();
    // The models are read from the disk when somebody wants to see them.
    connect(&m_tabs, &QTabWidget::currentChanged, this, [this](int index) {
        if (m_tabs.widget(index) == m_tab && m_shelf->models().empty() && !m_shelf->busy())
            m_shelf->refresh();
    });
}

void WindowTeach::showIcon()
{
    m_tabs.setTabIcon(m_tabs.indexOf(m_tab), icon(QStringLiteral("teach")));
}

void WindowTeach::wireModels()
{
    SegmentationController& segmentation = m_window.segmentation();
    const auto tellInUse = [this, &segmentation] {
        if (!segmentation.network())
            return;
        const std::string& hash = segmentation.network()->info().hash;
        m_shelf->setInUse(hash);
        if (const std::string chosen = ModelShelf::chosenPath();
            !chosen.empty() && !chosen.ends_with(hash + ".safetensors"))
            m_window.banner().tell(Severity::Warning,
                tr("The model that you chose is gone or broken. The program's own is in use. Choose another in the tab "
                   "Teach, or import it again."));
    };
    connect(&segmentation, &SegmentationController::networkChanged, this, tellInUse);
    tellInUse();
    const auto tellName = [this, &segmentation] {
        const auto& network = segmentation.network();
        const StoredModel* model = network ? m_shelf->find(network->info().hash) : nullptr;
        if (auto* status = m_window.findChild<StatusLine*>(); status && model)
            status->showNetwork(network.get(), QString::fromStdString(model->name));
    };
    connect(&segmentation, &SegmentationController::networkChanged, this, tellName);
    connect(m_shelf, &ModelShelf::changed, this, tellName);
    if (!ModelShelf::chosenPath().empty()) // it may have a name of the person's own
        m_shelf->refresh();
    connect(m_shelf, &ModelShelf::chosen, &segmentation, &SegmentationController::useNetwork);
    connect(m_shelf, &ModelShelf::failed, this,
        [this](const QString& headline, const Error& error) { m_window.banner().tell(headline, error); });
}

void WindowTeach::wireTeaching()
{
    connect(&m_window, &MainWindow::caseChanged, this,
        [this] { m_teach->material().setCase(m_window.caseSession(), m_window.slides().slide()); });
    connect(m_teach, &TeachController::failed, this,
        [this](const QString& headline, const Error& error) { m_window.banner().tell(headline, error); });
    m_teach->mayLose = [this](const QString& question) { return m_window.mayLose(question); };
    connect(m_teach, &TeachController::decided, this, &WindowTeach::tellDecision);
    connect(m_teach, &TeachController::stateChanged, this, [this] {
        if (m_teach->state() == TeachController::State::Decision && m_tabs.currentWidget() != m_tab)
            m_window.banner().tell(Severity::Note, tr("The model has learnt. See whether it got better."),
                {{tr("Show me"), [this] { m_tabs.setCurrentWidget(m_tab); }}});
    });
    auto* const status = new TeachStatus(*m_teach, &m_window);
    m_window.statusLine().addWork(status);
    connect(status, &WorkStatus::visited, this, [this] {
        if (!m_window.actions().panel->isChecked())
            m_window.actions().panel->trigger();
        m_tabs.setCurrentWidget(m_tab);
    });
    connect(&m_panel->sources(), &TeachSources::regionChosen, this, &WindowTeach::showPlace);
    connect(&m_window.slides(), &SlideController::opened, this, &WindowTeach::offerInterrupted);
}

/// Once, when there is a slide and with it the tab: what an earlier program could not bring to an end.
void WindowTeach::offerInterrupted()
{
    if (m_offered || m_teach->interrupted().empty())
        return;
    m_offered = true;
    m_window.banner().tell(Severity::Note,
        tr("A training was interrupted. What the model had learnt until then is kept in the tab Teach."),
        {{tr("Show me"), [this] { m_tabs.setCurrentWidget(m_tab); }}});
}

void WindowTeach::wireProof()
{
    connect(&m_panel->verdict(), &TeachVerdict::swipeAsked, this, [this](bool on) {
        const auto& slide = m_window.slides().slide();
        const bool begun = on && slide && m_swipe->begin(slide->info().hash);
        if (!begun)
            m_swipe->end();
        m_panel->verdict().showSwipe(begun);
        if (on && !begun)
            m_window.banner().tell(Severity::Note,
                tr("The models were compared on the slide that the model learnt from. Open it again to see it there."));
    });
    connect(&m_window.slides(), &SlideController::opened, m_swipe, &TeachSwipe::end);
    connect(&m_window.slides(), &SlideController::closed, m_swipe, &TeachSwipe::end);
    connect(&m_panel->verdict(), &TeachVerdict::placeChosen, this, [this](const Rect& area, const std::string& hash) {
        const auto& slide = m_window.slides().slide();
        if (slide && slide->info().hash == hash) {
            showPlace(area);
            m_swipe->view().mark(QRectF(static_cast<double>(area.x), static_cast<double>(area.y),
                static_cast<double>(area.width), static_cast<double>(area.height)));
        } else
            m_window.banner().tell(Severity::Note,
                tr("That nucleus is on the slide that the model learnt from. Open it again to see it there."));
    });
}

void WindowTeach::showPlace(const Rect& level0Area)
{
    const double width = std::max(kLeastSide, kAround * static_cast<double>(level0Area.width));
    const double height = std::max(kLeastSide, kAround * static_cast<double>(level0Area.height));
    const QPointF centre(static_cast<double>(level0Area.x) + static_cast<double>(level0Area.width) / 2,
        static_cast<double>(level0Area.y) + static_cast<double>(level0Area.height) / 2);
    m_window.canvas().fitTo({centre.x() - width / 2, centre.y() - height / 2, width, height});
}

void WindowTeach::tellDecision(bool accepted)
{
    if (accepted)
        m_window.banner().tell(Severity::Note,
            tr("The new model is in use from now on. Find nuclei again to see what it finds; what you corrected "
               "stays."),
            {{tr("Segment what I see"), [this] { m_window.actions().segmentView->trigger(); }}});
    else
        m_window.banner().tell(Severity::Note, tr("The new model was given up. The one in use is as it was."));
}

/// The outlines that the swipe view hides are the person's setting, which is stored when the window closes.
bool WindowTeach::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Close)
        m_swipe->end();
    return QObject::eventFilter(watched, event);
}

} // namespace nb
