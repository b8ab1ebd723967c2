// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's slides: the dock that lists them, the second view beside the first, what is dropped.
#include "ui/dockroom.h"
#include "ui/mainwindow.h"

#include "ui/banner.h"
#include "ui/casecontroller.h"
#include "ui/casesession.h"
#include "ui/companionview.h"
#include "ui/filechooser.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"
#include "ui/slidesdock.h"
#include "ui/windowactions.h"
#include "ui/windowhabits.h"
#include "widgets/slidecanvas.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QTimer>

namespace nb
{

namespace
{
constexpr int kSlidesWidth = 210;
constexpr int kRoomForSlides = 1000; // of the window's width
}

void MainWindow::wireSlides()
{
    m_slidesDock = new SlidesDock(m_services, *m_recent, CaseController::unsavedFolder(), this);
    addDockWidget(Qt::LeftDockWidgetArea, m_slidesDock);
    m_slidesDock->hide();
    resizeDocks({m_slidesDock}, {kSlidesWidth}, Qt::Horizontal);
    QAction* show = m_actions->make(tr("Sli&des"), QStringLiteral("slide"), {QKeySequence(QStringLiteral("Shift+L"))},
        tr("Show or hide the list of slides at the left"));
    show->setCheckable(true);
    m_dockRoom->add(*m_slidesDock, kRoomForSlides, *show);
    connect(show, &QAction::triggered, m_slidesDock, &QWidget::setVisible);
    connect(m_slidesDock, &QDockWidget::visibilityChanged, show, &QAction::setChecked);
    connect(m_slidesDock, &SlidesDock::openRequested, this, [this](const QString& path) { openFile(path); });
    connect(m_slides, &SlideController::opened, this, [this] { m_slidesDock->setCurrent(m_slides->path()); });
    connect(m_slides, &SlideController::closed, this, [this] { m_slidesDock->setCurrent({}); });
    connect(this, &MainWindow::caseChanged, this, [this] {
        if (!caseSession())
            return;
        connect(caseSession(), &CaseSession::nucleiChanged, m_slidesDock, [this] {
            m_slidesDock->setNuclei(m_slides->path(), static_cast<qint64>(caseSession()->nuclei()->size()));
        });
    });
    m_actions->viewMenu()->insertAction(m_actions->panel, show);
    wireCompanion();
}

void MainWindow::wireCompanion()
{
    m_companion = new CompanionView(m_services, *m_canvas, this);
    m_companion->hide();
    m_habits->addCanvas(m_companion->canvas());
    m_canvasPage->addWidget(m_companion);
    for (const int view : {0, 1})
        m_canvasPage->setStretchFactor(view, 1);
    connect(m_banner, &Banner::heightChanged, m_companion, &CompanionView::setTopCovered);
    QAction* show = m_actions->make(tr("Two views side b&y side"), {}, {QKeySequence(QStringLiteral("Shift+T"))},
        tr("Compare with the slide as scanned, or with another slide"));
    show->setCheckable(true);
    show->setEnabled(false);
    m_actions->viewMenu()->insertAction(m_actions->panel, show);
    const auto setShown = [this, show](bool shown) {
        const bool fitted = m_canvas->fitted();
        m_companion->setVisible(shown);
        show->setChecked(shown);
        m_canvasPage->setSizes({m_canvasPage->width() / 2, m_canvasPage->width() / 2});
        if (fitted)
            QTimer::singleShot(0, m_canvas, [this] { m_canvas->fit(); }); // once the layout has settled
    };
    connect(show, &QAction::triggered, this, setShown);
    connect(m_companion, &CompanionView::closeRequested, this, [setShown] { setShown(false); });
    connect(m_companion, &CompanionView::failed, this,
        [this](const QString& headline, const Error& error) { m_banner->tell(headline, error); });
    connect(m_companion, &CompanionView::openOtherRequested, this,
        [this] { m_companion->openOther(chooseSlide(this)); });
    const auto showSlide = [this, show, setShown] {
        m_companion->setFirstSlide(m_slides->slide());
        show->setEnabled(m_slides->slide() != nullptr);
        if (!m_slides->slide())
            setShown(false);
    };
    connect(m_slides, &SlideController::opened, this, showSlide);
    connect(m_slides, &SlideController::closed, this, showSlide);
    connect(m_scene, &SlideScene::resultsReplaced, this, [this] {
        m_companion->setFirstResults(m_segmentation->recipe(), m_segmentation->maps(), m_scene->shownNuclei());
    });
    connect(m_segmentation, &SegmentationController::found, this, [this] { m_companion->resultsGrew(); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile())
        return;
    event->acceptProposedAction();
    drop(urls);
}

void MainWindow::drop(const QList<QUrl>& urls)
{
    QStringList paths;
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    const QString first = paths.value(0);
    if (QFileInfo(first).isDir()) {
        m_slidesDock->showFolder(first);
        m_dockRoom->show(*m_slidesDock);
    } else if (namesNuclei(first) && m_slides->slide()) {
        readNuclei(first);
    } else {
        if (paths.size() > 1) {
            m_slidesDock->showFiles(paths);
            m_dockRoom->show(*m_slidesDock);
        }
        openFile(first);
    }
}

} // namespace nb
