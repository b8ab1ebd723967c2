// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewtools.h"

#include "ui/displaypanel.h"
#include "ui/gotodialog.h"
#include "ui/magnification.h"
#include "ui/rotatedialog.h"
#include "ui/slidecontroller.h"
#include "ui/slidestatus.h"
#include "ui/statusline.h"
#include "ui/viewactions.h"
#include "ui/windowactions.h"
#include "widgets/countinggrid.h"
#include "widgets/ruler.h"
#include "widgets/slidecanvas.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QSettings>

#include <cmath>

namespace nb
{

namespace
{

constexpr int kRestMs = 700; // a view that is looked at for so long is one to come back to
constexpr double kSmallestSpacing = 1, kLargestSpacing = 100000; // µm
const auto kSpacingSetting = QStringLiteral("view/gridSpacing");

} // namespace

ViewTools::ViewTools(QWidget& window, SlideCanvas& canvas, WindowActions& actions, SlideController& slides,
    SlideStatus& slideStatus, StatusLine& status)
    : QObject(&window)
    , m_window(window)
    , m_canvas(canvas)
    , m_windowActions(actions)
    , m_slides(slides)
    , m_slideStatus(slideStatus)
    , m_status(status)
    , m_actions(new ViewActions(actions, this))
    , m_grid(new CountingGrid(canvas))
    , m_ruler(new Ruler(canvas))
    , m_display(new DisplayPanel(canvas))
{
    m_resting.setSingleShot(true);
    m_resting.setInterval(kRestMs);
    const double spacing = QSettings().value(kSpacingSetting, m_grid->spacing()).toDouble();
    if (spacing >= kSmallestSpacing && spacing <= kLargestSpacing)
        m_grid->setSpacing(spacing);
    window.installEventFilter(this);
    canvas.installEventFilter(this);
    wireWays();
    wireTurns();
    wireMeasures();
    wireDisplay();
    connect(&slides, &SlideController::opened, this, &ViewTools::slideChanged);
    connect(&slides, &SlideController::closed, this, &ViewTools::slideChanged);
    connect(&canvas, &SlideCanvas::viewChanged, this, &ViewTools::viewChanged);
    connect(&slideStatus, &SlideStatus::pixelSizeChanged, this, &ViewTools::showPixelSize);
}

void ViewTools::wireWays()
{
    connect(&m_resting, &QTimer::timeout, this, &ViewTools::rest);
    connect(m_actions->back, &QAction::triggered, this, [this] { go(true); });
    connect(m_actions->forward, &QAction::triggered, this, [this] { go(false); });
    connect(m_actions->goTo, &QAction::triggered, this, &ViewTools::askForPlace);
    connect(m_actions->zoomMenu, &QMenu::aboutToShow, this, &ViewTools::fillZoomMenu);
}

void ViewTools::wireTurns()
{
    connect(m_actions->rotateLeft, &QAction::triggered, this, [this] { m_canvas.rotateBy(-90); });
    connect(m_actions->rotateRight, &QAction::triggered, this, [this] { m_canvas.rotateBy(90); });
    connect(m_actions->rotateFreely, &QAction::triggered, this, &ViewTools::askForAngle);
    connect(m_actions->mirror, &QAction::triggered, &m_canvas, &SlideCanvas::setMirrored);
    connect(m_actions->upright, &QAction::triggered, this, [this] {
        m_canvas.setMirrored(false);
        turnTo(0);
    });
}

void ViewTools::wireMeasures()
{
    connect(m_actions->ruler, &QAction::toggled, m_ruler, &Ruler::setActive);
    connect(m_actions->grid, &QAction::toggled, m_grid, &QWidget::setVisible);
    connect(m_actions->gridSpacing, &QAction::triggered, this, &ViewTools::askForSpacing);
}

void ViewTools::wireDisplay()
{
    const auto reset = [this] { m_canvas.setDisplay({}); };
    connect(m_actions->resetDisplay, &QAction::triggered, this, reset);
    connect(&m_canvas, &SlideCanvas::displayChanged, this, &ViewTools::showDisplayNote);
    connect(&m_status, &StatusLine::displayResetRequested, this, [this, reset] {
        reset();
        m_actions->upright->trigger();
        Q_EMIT originalStainRequested();
    });
    showDisplayNote();
}

void ViewTools::slideChanged()
{
    const bool there = m_slides.slide() != nullptr;
    m_history.clear();
    m_flying = false;
    showWays();
    m_ruler->remove();
    m_windowActions.move->setChecked(true);
    m_actions->setSlideThere(there);
    m_grid->setVisible(there && m_actions->grid->isChecked());
    showPixelSize();
    showDisplayNote();
    m_resting.start();
}

void ViewTools::viewChanged()
{
    m_resting.start();
    if (m_canvas.fitted() && m_history.size() <= 1) { // where everybody begins; windows change their size meanwhile
        m_history.clear();
        m_history.visit(m_canvas.view());
    }
    showWays();
    m_actions->mirror->setChecked(m_canvas.view().mirrored);
    if (m_rotate)
        m_rotate->showAngle(m_canvas.view().rotationDeg);
    showDisplayNote();
}

void ViewTools::rest()
{
    m_resting.stop();
    if (m_slides.slide() && !m_canvas.slideSize().isEmpty())
        m_history.visit(m_canvas.view());
    m_flying = false;
    showWays();
}

void ViewTools::go(bool back)
{
    if (back && m_resting.isActive() && !m_flying)
        rest(); // so that one can come back to where one is now; what is flown over is no such place
    if (const auto view = back ? m_history.back() : m_history.forward()) {
        m_flying = true;
        m_resting.start();
        m_canvas.moveTo(*view);
    }
    showWays();
}

void ViewTools::showWays()
{
    // From a view that one has not rested on yet, back leads to the last one.
    m_actions->back->setEnabled(m_history.canGoBack() || (!m_flying && m_history.canReturn(m_canvas.view())));
    m_actions->forward->setEnabled(m_history.canGoForward());
}

bool ViewTools::eventFilter(QObject* watched, QEvent* event)
{
    const bool keyed = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (keyed && watched == &m_window && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape
        && (m_ruler->placed() || m_ruler->active())) {
        // Before the key's other meaning: who puts a ruler away does not want to stop a search.
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            m_ruler->remove();
            m_windowActions.move->setChecked(true);
        }
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress && watched == &m_canvas) {
        const Qt::MouseButton button = static_cast<QMouseEvent*>(event)->button();
        if (button == Qt::BackButton || button == Qt::ForwardButton) {
            go(button == Qt::BackButton);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void ViewTools::fillZoomMenu()
{
    m_actions->zoomMenu->clear();
    if (!m_slides.slide())
        return;
    // What is only assumed is no magnification to be named.
    const auto pixelSize = m_slideStatus.pixelSizeAssumed() ? std::nullopt : m_slideStatus.pixelSize();
    for (const ZoomPreset& preset : zoomPresets(fullMagnification(m_slides.slide()->info().objectivePower, pixelSize)))
        connect(m_actions->zoomMenu->addAction(preset.text), &QAction::triggered, this,
            [this, scale = preset.scale] { m_canvas.setScale(scale); });
}

void ViewTools::askForPlace()
{
    auto* dialog = new GoToDialog(m_canvas.slideSize(), m_slideStatus.pixelSize(), m_canvas.view().centre, &m_window);
    connect(dialog, &GoToDialog::chosen, this, [this](const QPointF& level0) {
        rest();
        ViewTransform view = m_canvas.view();
        view.centre = level0;
        m_canvas.moveTo(view);
    });
    dialog->open();
}

void ViewTools::turnTo(double degrees)
{
    const double by = degrees - m_canvas.view().rotationDeg;
    if (by != 0)
        m_canvas.rotateBy(by);
}

void ViewTools::askForAngle()
{
    if (!m_rotate) {
        m_rotate = new RotateDialog(&m_window);
        connect(m_rotate, &RotateDialog::angleChosen, this, &ViewTools::turnTo);
    }
    m_rotate->showAngle(m_canvas.view().rotationDeg);
    m_rotate->show();
    m_rotate->activateWindow();
}

void ViewTools::askForSpacing()
{
    auto* dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setWindowTitle(tr("Counting grid"));
    dialog->setLabelText(m_slideStatus.pixelSize() ? tr("Side of a square in µm") : tr("Side of a square in px"));
    dialog->setDoubleRange(kSmallestSpacing, kLargestSpacing);
    dialog->setDoubleDecimals(1);
    dialog->setDoubleValue(m_grid->spacing());
    connect(dialog, &QInputDialog::doubleValueSelected, this, [this](double spacing) {
        m_grid->setSpacing(spacing);
        QSettings().setValue(kSpacingSetting, spacing);
        m_actions->grid->setChecked(true);
    });
    dialog->open();
}

void ViewTools::showPixelSize()
{
    if (!m_slides.slide())
        return;
    m_ruler->setPixelSize(m_slideStatus.pixelSize(), m_slideStatus.pixelSizeAssumed());
    m_grid->setPixelSize(m_slideStatus.pixelSize(), m_slideStatus.pixelSizeAssumed());
}

void ViewTools::setStainView(const QString& name)
{
    m_stainView = name;
    showDisplayNote();
}

void ViewTools::showDisplayNote()
{
    const DisplayAdjustment& display = m_canvas.display();
    const ViewTransform& view = m_canvas.view();
    QStringList changes;
    if (!m_stainView.isEmpty())
        changes.append(tr("stain: %1").arg(m_stainView));
    if (display.brightness != 0)
        changes.append(tr("brightness"));
    if (display.contrast != 0)
        changes.append(tr("contrast"));
    if (display.gamma != 1)
        changes.append(tr("gamma"));
    if (view.rotationDeg != 0)
        changes.append(tr("turned %1°").arg(QLocale().toString(view.rotationDeg, 'g', 4)));
    if (view.mirrored)
        changes.append(tr("mirrored"));
    m_actions->resetDisplay->setEnabled(!display.neutral());
    m_status.showDisplayNote(
        changes.isEmpty() || !m_slides.slide() ? QString() : tr("Not as scanned: %1 – reset").arg(changes.join(tr(", "))));
}

} // namespace nb
