// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/banner.h"
#include "ui/caseactions.h"
#include "ui/casecontroller.h"
#include "ui/correct/windowcorrect.h"
#include "ui/democontroller.h"
#include "ui/displaypanel.h"
#include "ui/dockroom.h"
#include "ui/editing/editingcontroller.h"
#include "ui/exchangecontroller.h"
#include "ui/findpanel.h"
#include "ui/icons.h"
#include "ui/livecontroller.h"
#include "ui/nucleusselection.h"
#include "ui/panelpage.h"
#include "ui/recentfiles.h"
#include "ui/searchstatus.h"
#include "ui/seepanel.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"
#include "ui/slidestatus.h"
#include "ui/slidethumbnail.h"
#include "ui/startpage.h"
#include "ui/statusline.h"
#include "ui/stoppedsearch.h"
#include "ui/tables/windowevaluation.h"
#include "ui/tables/windowtables.h"
#include "ui/theme.h"
#include "ui/viewtools.h"
#include "ui/visibleextraction.h"
#include "ui/windowactions.h"
#include "ui/windowhabits.h"
#include "ui/windowteach.h"
#include "widgets/slidecanvas.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QGridLayout>
#include <QLocale>
#include <QMessageBox>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>

namespace nb
{

namespace
{

constexpr int kRoomForPanel = 720; // of the window's width
constexpr int kSqueezedPanel = 180;

QScrollArea* scrolling(QWidget* panel)
{
    auto* area = new QScrollArea;
    area->setWidget(panel);
    area->setWidgetResizable(true);
    area->viewport()->setAutoFillBackground(false);
    panel->setAutoFillBackground(false);
    return area;
}

} // namespace

MainWindow::MainWindow(const Services& services, QWidget* parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_recent(new RecentFiles(this))
    , m_slides(new SlideController(services, this))
    , m_cases(new CaseController(services, *m_slides, this))
    , m_selection(new NucleusSelection(this))
    , m_segmentation(new SegmentationController(services, this))
    , m_demo(new DemoController(services, this))
    , m_actions(new WindowActions(*this))
    , m_banner(new Banner(this))
    , m_start(new StartPage(*m_recent, this))
    , m_canvas(new SlideCanvas(this))
    , m_scene(new SlideScene(*m_canvas, this))
    , m_live(new LiveController(services, *m_canvas, *m_segmentation, *m_scene, this))
    , m_extraction(new VisibleExtraction(services, *m_canvas, *m_segmentation, this))
    , m_see(new SeePanel(this))
    , m_find(new FindPanel(*m_segmentation,
          {m_actions->segmentView, m_actions->segmentSlide, m_actions->stop, m_actions->exportNuclei}, this))
    , m_status(new StatusLine(this))
    , m_slideStatus(new SlideStatus(*m_status, *m_canvas, *m_slides, *m_segmentation, this))
    , m_exchange(new ExchangeController(services, *m_canvas, this))
{
    mayLose = [this](const QString& question) {
        return QMessageBox::warning(
                   this, tr("Nucleoscope"), question, QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Cancel)
            == QMessageBox::Discard;
    };
    build();
    wireFile();
    wireFileWork();
    wireSlide();
    wireView();
    wireScene();
    wireNuclei();
    wireLive();
    wireColours();
    wireSlides();
    wireCase();
    wireExchange();
    m_editing = new EditingController(m_services, *this);
    new StoppedSearch(m_services, *this, *m_find);
    auto* const tables = new WindowTables(m_services, *this);
    new WindowCorrect(m_services, *this, *m_tabs);
    m_teach = new WindowTeach(m_services, *this, *m_tabs); // last: the tabs are in the order of the work
    new WindowEvaluation(m_services, *this, tables->dock());
    restorePlaces();
    slideClosed();
}

MainWindow::~MainWindow()
{
    m_cases->close(); // while all that it tells is there
}

void MainWindow::build()
{
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    setMinimumSize(300, 200);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_startPage = scrolling(m_start));
    m_canvasPage = new QSplitter(Qt::Horizontal, this);
    m_canvasPage->addWidget(m_canvas);
    m_canvasPage->setChildrenCollapsible(false);
    m_pages->addWidget(m_canvasPage);
    m_canvas->setAccessibleName(tr("Slide"));
    m_canvas->setFocusPolicy(Qt::StrongFocus);
    auto* centre = new QWidget(this);
    auto* stacked = new QGridLayout(centre);
    stacked->setContentsMargins(0, 0, 0, 0);
    stacked->addWidget(m_pages, 0, 0);
    stacked->addWidget(m_banner, 0, 0, Qt::AlignTop); // over the picture, which stays where it is
    m_banner->raise();
    connect(m_banner, &Banner::heightChanged, m_canvas, &SlideCanvas::setTopCovered);
    setCentralWidget(centre);
    setStatusBar(m_status);
    m_status->addWork(new SearchStatus(*m_segmentation, *m_actions->stop, m_status));
    buildPanel();
    m_actions->place(*this, *m_recent);
    m_viewTools = new ViewTools(*this, *m_canvas, *m_actions, *m_slides, *m_slideStatus, *m_status);
    m_see->addGroup(&m_viewTools->displayPanel());
    m_habits = new WindowHabits(*this, m_services, *m_actions, *m_canvas, *m_slides, *m_recent);
}

void MainWindow::buildPanel()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Side panel"));
    m_tabs->addTab(new PanelPage(m_see), icon(QStringLiteral("eye")), tr("&See"));
    m_tabs->addTab(new PanelPage(m_find), icon(QStringLiteral("find")), tr("F&ind"));
    m_tabs->setUsesScrollButtons(false); // the panel is as wide as its tabs at least
    m_tabs->setCurrentIndex(1);
    m_dock = new QDockWidget(tr("Side panel"), this);
    m_dock->setObjectName(QStringLiteral("panel"));
    m_dock->setTitleBarWidget(new QWidget(m_dock)); // the tabs say what it is
    m_dock->setFeatures(QDockWidget::DockWidgetClosable);
    m_dock->setAllowedAreas(Qt::RightDockWidgetArea);
    m_dock->setWidget(m_tabs);
    addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_dockRoom = new DockRoom(*this);
    m_dockRoom->add(*m_dock, kRoomForPanel, *m_actions->panel);
    connect(m_dockRoom, &DockRoom::roomChanged, this, [this](const QDockWidget* dock, bool roomy) {
        if (dock == m_dock)
            squeezePanel(!roomy);
    });
}

/// Whoever opens the panel in a small window gets it as narrow as the window needs it: tabs and pages scroll then.
void MainWindow::squeezePanel(bool squeezed)
{
    m_tabs->setMinimumWidth(squeezed ? kSqueezedPanel : 0);
    m_tabs->setUsesScrollButtons(squeezed);
    for (int i = 0; i < m_tabs->count(); ++i)
        if (auto* page = qobject_cast<QScrollArea*>(m_tabs->widget(i)))
            page->setHorizontalScrollBarPolicy(squeezed ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void MainWindow::openFile(const QString& path, const QString& nucleiPath)
{
    m_nucleiToRead = nucleiPath;
    m_banner->clear();
    if (namesCase(path))
        m_cases->openCase(path);
    else
        m_slides->open(path);
}

void MainWindow::slideOpened()
{
    const auto& slide = m_slides->slide();
    m_exchange->stopReading(); // for the slide before
    showOpening();
    m_scene->setSlide(slide);
    m_segmentation->setSlide(slide); // tells the scene its new stores
    m_pages->setCurrentWidget(m_canvasPage);
    m_dockRoom->show(*m_dock);
    m_actions->showTools(true);
    m_canvas->setFocus();
    showTitle();
    m_slideStatus->refresh();
    showActionStates();
}

void MainWindow::slideClosed()
{
    for (const Cause cause : {Cause::PixelSize, Cause::StoppedSearch, Cause::SlideRun, Cause::LiveTooFar, Cause::ReadOnly})
        m_banner->withdraw(cause); // of the slide that was open
    m_exchange->stopReading();
    m_segmentation->setSlide(nullptr);
    m_scene->setSlide(nullptr);
    m_pages->setCurrentWidget(m_startPage);
    m_dockRoom->hide(*m_dock);
    m_actions->showTools(false);
    m_slideStatus->refresh();
    m_start->setFocus();
    showTitle();
    showActionStates();
}

void MainWindow::recipeChanged()
{
    const auto& recipe = m_segmentation->recipe();
    m_scene->setResults(recipe, m_segmentation->maps(), m_segmentation->nuclei());
    m_see->setStainViewsThere(recipe != nullptr, recipe ? QString() : tr("The slide's stain is still being looked at"));
    m_actions->stainViews->setEnabled(recipe != nullptr);
    if (!recipe)
        return;
    if (recipe->warning.empty()) {
        m_banner->withdraw(Cause::PixelSize);
        return;
    }
    const QString assumed = QLocale().toString(recipe->pixelSize.x, 'g', 4);
    const QString said = QString::fromStdString(m_slides->slide()->info().impossiblePixelSize);
    m_banner->tell(Severity::Warning,
        said.isEmpty()
            ? tr("The file does not say its µm/px; %1, the model's own, is assumed. If that is wrong, nuclei and sizes "
                 "are wrong too.")
                  .arg(assumed)
            : tr("The file says %1 µm/px, which no microscope has; %2, the model's own, is assumed instead. If that is "
                 "wrong, nuclei and sizes are wrong too.")
                  .arg(said, assumed),
        {{tr("Set the pixel size…"), [this] { askForPixelSize(); }}}, Cause::PixelSize);
}

void MainWindow::showTitle()
{
    QStringList parts{m_slides->name(), m_caseActions ? m_caseActions->titlePart() : QString(), tr("Nucleoscope")};
    parts.removeAll(QString());
    setWindowTitle(parts.join(QStringLiteral(" – ")));
}

void MainWindow::showActionStates()
{
    const bool slide = m_slides->slide() != nullptr;
    const auto& nuclei = m_segmentation->nuclei();
    const bool files = m_exchange->busy();
    const bool busy = m_segmentation->activity() != SegmentationController::Activity::Idle || files || m_demo->busy()
        || m_slides->opening() || m_cases->openingCase();
    const bool looksOnly = caseSession() && caseSession()->readOnly();
    m_actions->openNuclei->setEnabled(slide && !looksOnly && !m_exchange->busy());
    for (QAction* action : {m_actions->closeSlide, m_actions->fit, m_actions->actual, m_actions->zoomIn,
             m_actions->zoomOut, m_actions->pixelSize, m_actions->hideHeatmaps, m_actions->live, m_actions->fill,
             m_actions->hover, m_actions->move, m_actions->panel})
        action->setEnabled(slide);
    for (QAction* action : {m_actions->segmentView, m_actions->segmentSlide})
        action->setEnabled(slide && !looksOnly);
    for (const auto& [layer, action] : m_actions->layers)
        action->setEnabled(slide);
    m_actions->exportNuclei->setEnabled(
        slide && !files && (caseSession() || (nuclei && nuclei->size() > 0 && m_segmentation->recipe())));
    m_actions->stop->setEnabled(busy);
}

void MainWindow::stopAll()
{
    m_segmentation->stop();
    m_exchange->stop();
    m_demo->stop();
    m_slides->stop();
    m_cases->stop();
    showOpening();
    showActionStates();
}

} // namespace nb
