// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of MainWindow: who has to know of what.
#include "ui/mainwindow.h"

#include "ui/aboutdialog.h"
#include "ui/banner.h"
#include "ui/casecontroller.h"
#include "ui/democontroller.h"
#include "ui/filechooser.h"
#include "ui/findpanel.h"
#include "ui/livecontroller.h"
#include "ui/pixelsizedialog.h"
#include "ui/recentfiles.h"
#include "ui/seepanel.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"
#include "ui/startpage.h"
#include "ui/statusline.h"
#include "ui/viewtools.h"
#include "ui/windowactions.h"
#include "widgets/slidecanvas.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QFileInfo>

#include <cmath>

namespace nb
{

namespace
{

constexpr double kZoomStep = 1.5;
constexpr double kOpacityPerNotch = 0.1;

} // namespace

void MainWindow::wireFile()
{
    connect(m_actions->open, &QAction::triggered, this, &MainWindow::askForSlide);
    connect(m_actions->openDemo, &QAction::triggered, m_demo, &DemoController::open);
    connect(m_actions->openNuclei, &QAction::triggered, this, &MainWindow::askForNuclei);
    connect(m_actions->exportNuclei, &QAction::triggered, this, &MainWindow::askForExport);
    connect(m_actions->closeSlide, &QAction::triggered, m_slides, &SlideController::close);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions, &WindowActions::recentChosen, this, [this](const QString& path) { openFile(path); });
    connect(m_start, &StartPage::recentRequested, this, [this](const QString& path) { openFile(path); });
    connect(m_start, &StartPage::openRequested, m_actions->open, &QAction::trigger);
    connect(m_start, &StartPage::demoRequested, m_actions->openDemo, &QAction::trigger);
    connect(m_actions->about, &QAction::triggered, this, [this] { (new AboutDialog(this))->open(); });
}

void MainWindow::wireFileWork()
{
    connect(m_demo, &DemoController::ready, this, [this](const QString& path) { openFile(path); });
    connect(m_demo, &DemoController::failed, this,
        [this](const Error& error) { m_banner->tell(tr("The demo slide could not be made."), error); });
    connect(m_demo, &DemoController::changed, this, &MainWindow::showOpening);
    connect(m_slides, &SlideController::openingStarted, this, &MainWindow::showOpening);
    connect(m_start, &StartPage::stopRequested, this, &MainWindow::stopAll);
}

void MainWindow::wireSlide()
{
    connect(m_slides, &SlideController::opened, this, &MainWindow::slideOpened);
    connect(m_slides, &SlideController::closed, this, &MainWindow::slideClosed);
    connect(m_slides, &SlideController::failed, this, [this](const QString& path, const Error& error) {
        m_nucleiToRead.clear();
        showOpening();
        QList<BannerAction> ways{{tr("Open another…"), [this] { askForSlide(); }}};
        if (m_recent->paths().contains(QFileInfo(path).absoluteFilePath()))
            ways.append({tr("Forget this file"), [this, path] { m_recent->remove(path); }});
        m_banner->tell(tr("%1 could not be opened.").arg(QFileInfo(path).fileName()), error, ways);
    });
}

void MainWindow::showOpening()
{
    // With a slide on the screen the panel shows it; else the start page.
    if (m_demo->busy()) {
        const QString what = tr("Making the demo slide, once…");
        m_start->showWork(what, m_demo->share());
        m_find->showWork(what, m_demo->share());
    } else if (m_slides->opening() || m_cases->openingCase()) {
        const QString what = m_slides->opening() ? tr("Opening the slide…") : tr("Opening the case…");
        m_start->showWork(what, std::nullopt);
        m_find->showWork(what, std::nullopt);
    } else {
        m_start->endWork();
        m_find->endWork();
    }
    showActionStates();
}

void MainWindow::wireView()
{
    connect(m_actions->zoomIn, &QAction::triggered, this, [this] { m_canvas->zoomBy(kZoomStep); });
    connect(m_actions->zoomOut, &QAction::triggered, this, [this] { m_canvas->zoomBy(1 / kZoomStep); });
    connect(m_canvas, &SlideCanvas::overlayOpacityWheel, this,
        [this](double steps) { m_scene->changeOpacity(kOpacityPerNotch * steps); });
    connect(m_actions->fit, &QAction::triggered, m_canvas, &SlideCanvas::fit);
    connect(m_actions->actual, &QAction::triggered, m_canvas, &SlideCanvas::showActualPixels);
    connect(m_actions->panel, &QAction::triggered, m_dock, &QWidget::setVisible);
    connect(m_dock, &QDockWidget::visibilityChanged, m_actions->panel, &QAction::setChecked);
    connect(m_status, &StatusLine::pixelSizeRequested, this, &MainWindow::askForPixelSize);
}

void MainWindow::wireScene()
{
    connect(m_see, &SeePanel::visibleChosen, m_scene, &SlideScene::setVisible);
    connect(m_see, &SeePanel::opacityChosen, m_scene, &SlideScene::setOpacity);
    connect(m_see, &SeePanel::stainViewChosen, m_scene, &SlideScene::setStainView);
    connect(m_actions->stainViews, &QActionGroup::triggered, this,
        [this](const QAction* action) { m_scene->setStainView(action->data().toInt()); });
    for (const auto& [layer, action] : m_actions->layers)
        connect(action, &QAction::triggered, this, [this, id = layer](bool visible) { layerChosen(id, visible); });
    connect(m_actions->hideHeatmaps, &QAction::triggered, m_scene, &SlideScene::hideHeatmaps);
    connect(m_actions->fill, &QAction::triggered, m_scene, &SlideScene::setFilled);
    connect(m_see, &SeePanel::filledChosen, m_scene, &SlideScene::setFilled);
    connect(m_scene, &SlideScene::filledChanged, this, [this] {
        m_actions->fill->setChecked(m_scene->filled());
        m_see->showFilled(m_scene->filled());
    });
    const auto show = [this](LayerId layer) {
        m_see->showLayer(layer, m_scene->setting(layer));
        m_actions->layers[layer]->setChecked(m_scene->setting(layer).visible);
    };
    connect(m_scene, &SlideScene::settingChanged, this, show);
    for (const LayerId layer : kLayerIds)
        show(layer);
    connect(m_scene, &SlideScene::stainViewChanged, this, [this] {
        m_see->showStainView(m_scene->stainView());
        m_actions->stainViews->actions()[m_scene->stainView()]->setChecked(true);
        m_see->setDisplayNote(
            m_scene->stainView() == 0 ? QString() : tr("This changes what is shown, never what is computed."));
        m_viewTools->setStainView(m_scene->stainView() == 0
                ? QString()
                : m_actions->stainViews->actions()[m_scene->stainView()]->text().remove(QLatin1Char('&')));
    });
    connect(m_viewTools, &ViewTools::originalStainRequested, m_scene, [this] { m_scene->setStainView(0); });
    connect(m_scene, &SlideScene::pixelsFailed, this, [this](const Error& error) {
        m_banner->tell(tr("Parts of the slide cannot be shown; they are marked."), error,
            {{tr("Try again"), [this] { m_scene->retryFailed(); }}});
    });
}

void MainWindow::layerChosen(LayerId layer, bool visible)
{
    if (layer != LayerId::Outlines && visible)
        m_scene->hideHeatmaps(); // by key one at a time; the eyes in the panel combine them
    m_scene->setVisible(layer, visible);
    const auto& maps = m_segmentation->maps();
    if (layer != LayerId::Outlines && visible && !m_live->on() && (!maps || maps->generation() == 0))
        m_banner->tell(Severity::Note,
            tr("The heatmaps show what the model believes, where it has looked. It has not looked yet."),
            {{tr("Segment what I see"), [this] { m_actions->segmentView->trigger(); }},
                {tr("Show it live"), [this] { m_live->setOn(true); }}});
}

void MainWindow::wireNuclei()
{
    connect(m_actions->segmentView, &QAction::triggered, this, [this] {
        const QRectF seen = m_canvas->view().visibleSlide();
        const auto left = static_cast<std::int64_t>(std::floor(seen.left())),
                   top = static_cast<std::int64_t>(std::floor(seen.top()));
        m_scene->setVisible(LayerId::Outlines, true);
        m_segmentation->segmentView({left, top, static_cast<std::int64_t>(std::ceil(seen.right())) - left,
            static_cast<std::int64_t>(std::ceil(seen.bottom())) - top});
    });
    connect(m_actions->segmentSlide, &QAction::triggered, this, [this] {
        m_scene->setVisible(LayerId::Outlines, true);
        m_segmentation->segmentSlide();
    });
    connect(m_actions->stop, &QAction::triggered, this, &MainWindow::stopAll);
    connect(m_actions->pixelSize, &QAction::triggered, this, &MainWindow::askForPixelSize);
    connect(m_segmentation, &SegmentationController::recipeChanged, this, &MainWindow::recipeChanged);
    connect(m_segmentation, &SegmentationController::activityChanged, this, &MainWindow::showActionStates);
    connect(m_segmentation, &SegmentationController::found, this, [this] {
        m_scene->resultsGrew();
        showActionStates();
    });
    connect(m_segmentation, &SegmentationController::failed, this,
        [this](const QString& headline, const Error& error) { m_banner->tell(headline, error); });
    connect(m_segmentation, &SegmentationController::slideRunKept, this, [this] {
        m_banner->tell(Severity::Note,
            tr("The whole slide is being searched already, and that goes on. To search only what you see, stop it "
               "first; what it found stays."),
            {}, Cause::SlideRun);
    });
    connect(m_segmentation, &SegmentationController::activityChanged, this, [this] {
        if (m_segmentation->activity() == SegmentationController::Activity::Idle)
            m_banner->withdraw(Cause::SlideRun);
    });
    connect(m_segmentation, &SegmentationController::cutToMiddle, this, [this] {
        m_banner->tell(Severity::Note,
            tr("You see more than can be searched while you wait: only the middle is searched. Zoom in, or segment the "
               "whole slide."),
            {{tr("Segment the whole slide"), [this] { m_actions->segmentSlide->trigger(); }}});
    });
}

void MainWindow::askForSlide()
{
    if (const QString path = chooseSlide(this); !path.isEmpty())
        openFile(path);
}

void MainWindow::askForPixelSize()
{
    const auto& slide = m_slides->slide();
    if (!slide)
        return;
    const auto& recipe = m_segmentation->recipe();
    const auto& nuclei = m_segmentation->nuclei();
    auto* dialog = new PixelSizeDialog(slide->info(),
        recipe ? std::optional(recipe->pixelSize) : slide->info().pixelSize, nuclei && nuclei->size() > 0, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PixelSizeDialog::chosen, this,
        [this](const std::optional<PixelSize>& pixelSize) { m_segmentation->setPixelSize(pixelSize); });
    dialog->open();
}

} // namespace nb
