// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/editingcontroller.h"

#include "engine/annotation/figures.h"
#include "ui/banner.h"
#include "ui/casesession.h"
#include "ui/editing/brushediting.h"
#include "ui/editing/caselookup.h"
#include "ui/editing/edittexts.h"
#include "ui/editing/edittools.h"
#include "ui/editing/nucleuschoosing.h"
#include "ui/editing/regionediting.h"
#include "ui/editing/snapmaps.h"
#include "ui/mainwindow.h"
#include "ui/nucleusselection.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidescene.h"
#include "ui/viewactions.h"
#include "ui/viewtools.h"
#include "ui/windowactions.h"
#include "widgets/shapepath.h"
#include "widgets/slidecanvas.h"
#include "widgets/tooloverlay.h"

#include <QAction>
#include <QActionGroup>
#include <QKeyEvent>
#include <QMenuBar>

namespace nb
{

EditingController::EditingController(const Services& services, MainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_actions(new EditActions(window.actions(), window.viewTools().actions(), *window.menuBar(), this))
    , m_overlay(new ToolOverlay(window.canvas()))
    , m_tools(std::make_unique<EditTools>())
    , m_queue(new EditQueue(window.selection(), this))
    , m_choosing(new NucleusChoosing(window.canvas(), window.selection(), this))
    , m_regions(new RegionEditing(window.canvas(), this))
    , m_brush(new BrushEditing(
          window.canvas(), window.selection(), *m_queue, *m_regions, [this] { return context({}); },
          [this] { return m_actions->drawRegions->isChecked(); }, this))
    , m_snapMaps(std::make_unique<SnapMaps>(services.scheduler))
{
    wireTools();
    wireActions();
    wireChoices();
    wireRegions();
    window.canvas().installEventFilter(this);
    connect(&window, &MainWindow::caseChanged, this, &EditingController::caseChanged);
    caseChanged();
}

EditingController::~EditingController() = default;

bool EditingController::idle() const
{
    return m_queue->idle() && (!m_lookup || m_lookup->idle()) && !m_brush->painting();
}

void EditingController::caseChanged()
{
    if (m_session)
        m_session->disconnect(this);
    CaseSession* const session = m_window.caseSession();
    m_brush->abandon();
    m_queue->setCase(nullptr, nullptr);
    m_choosing->setCase(nullptr, nullptr);
    m_regions->setCase(nullptr);
    m_lookup.reset();
    m_snapMaps->stop();
    m_retry = nullptr;
    m_session = session;
    if (session) {
        m_lookup = std::make_unique<CaseLookup>(session->readerFactory());
        m_queue->setCase(session, m_lookup.get());
        m_choosing->setCase(session, m_lookup.get());
        m_regions->setCase(session);
        connect(session, &CaseSession::changed, this, [this](const EditOutcome& outcome) {
            if (outcome.lockedLeft > 0)
                m_overlay->say(lockedLeftText(outcome.lockedLeft));
        });
        // The case closes when nobody reads it any more.
        connect(session, &CaseSession::closing, this, [this] {
            m_brush->abandon();
            m_queue->setCase(nullptr, nullptr);
            m_choosing->setCase(nullptr, nullptr);
            m_regions->setCase(nullptr);
            m_lookup.reset();
        });
    }
    const QString reason = session && session->readOnly() ? session->readOnlyReason() : QString();
    m_actions->setState(session != nullptr, reason);
    if (!reason.isEmpty()) {
        m_window.actions().move->setChecked(true);
        m_overlay->say(tr("Nothing can be changed: %1").arg(reason));
    }
    takeTool();
}

void EditingController::wireTools()
{
    m_overlay->setHeldTool(Qt::Key_S, &m_tools->lasso);
    connect(m_window.actions().move, &QAction::toggled, this, &EditingController::takeTool);
    for (const auto& [id, action] : m_actions->tools)
        connect(action, &QAction::toggled, this, &EditingController::takeTool);
    for (BoxTool* tool : std::initializer_list<BoxTool*>{&m_tools->rectangle, &m_tools->ellipse})
        connect(tool, &BoxTool::drawn, this, [this](const QPolygonF& level0) { drawn(level0, false); });
    connect(&m_tools->polygon, &PolygonTool::drawn, this, [this](const QPolygonF& level0) { drawn(level0, true); });
    connect(&m_tools->freehand, &StrokeTool::stroked, this, [this](const QPolygonF& level0) { drawn(level0, true); });
    connect(&m_tools->knife, &StrokeTool::stroked, this, &EditingController::knife);
    connect(&m_tools->join, &StrokeTool::stroked, this, &EditingController::joinOver);
    connect(&m_tools->snap, &StrokeTool::clicked, this, &EditingController::snap);
    connect(&m_tools->snap, &StrokeTool::stroked, this, &EditingController::snapOutline);
    m_brush->listenTo(m_tools->brush, false);
    m_brush->listenTo(m_tools->wand, true);
    const auto failed = [this](const Error& error) { m_window.banner().tell(tr("The case could not be read"), error); };
    connect(m_brush, &BrushEditing::previewsChanged, m_overlay, &ToolOverlay::setPreviews);
    connect(m_brush, &BrushEditing::unfit, this, &EditingController::unfitFound);
    connect(m_brush, &BrushEditing::failed, this, failed);
    connect(m_queue, &EditQueue::previewsChanged, m_overlay, [this](const std::vector<ShapePreview>& previews) {
        if (!m_brush->painting()) // the next stroke is under the hand already
            m_overlay->setPreviews(previews);
    });
    connect(m_queue, &EditQueue::unfit, this, &EditingController::unfitFound);
    connect(m_queue, &EditQueue::failed, this, failed);
    connect(m_queue, &EditQueue::committed, this, [this](qint64 lockedLeft) {
        m_overlay->say(lockedLeftText(lockedLeft));
        m_retry = nullptr;
        if (m_worked && m_worked == m_overlay->tool())
            backToMove();
        m_worked = nullptr;
    });
    connect(m_queue, &EditQueue::shown, &m_window.scene(), &SlideScene::resultsGrew);
    connect(m_choosing, &NucleusChoosing::failed, this, failed);
}

bool EditingController::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window.canvas() && event->type() == QEvent::KeyPress && m_session && m_session->readOnly()) {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        const QKeySequence key(pressed->keyCombination());
        const auto actions = m_window.QWidget::actions();
        for (const QAction* action : actions)
            if (!action->isEnabled() && pressed->key() != Qt::Key_Escape && action->shortcuts().contains(key))
                m_overlay->say(tr("Nothing can be changed: %1").arg(m_session->readOnlyReason()));
    }
    return QObject::eventFilter(watched, event);
}

void EditingController::unfitFound(Unfit why)
{
    if (why == Unfit::NoMaps && m_retry)
        return std::exchange(m_retry, nullptr)();
    m_retry = nullptr;
    m_worked = nullptr;
    m_overlay->setPreviews({});
    m_overlay->say(unfitText(why));
    showHandles(); // what the hand has moved goes back
}

void EditingController::wireChoices()
{
    MoveTool& move = m_tools->move;
    connect(&move, &MoveTool::picked, m_choosing, &NucleusChoosing::pick);
    connect(&move, &MoveTool::climbed, m_choosing, &NucleusChoosing::climb);
    connect(&move, &MoveTool::swept, m_choosing, &NucleusChoosing::sweep);
    connect(&m_tools->lasso, &StrokeTool::clicked, m_choosing, &NucleusChoosing::pick);
    connect(
        &m_tools->lasso, &StrokeTool::stroked, this, [this](const QPolygonF& level0, Qt::KeyboardModifiers modifiers) {
            m_choosing->within(polygonFigure(ringOf(level0), false), modifiers);
        });
    connect(m_choosing, &NucleusChoosing::selected, this, [this] {
        m_queue->handBegins();
        if (m_window.selection().size() > 1)
            m_overlay->say(tr("%n nuclei are selected.", nullptr, static_cast<int>(m_window.selection().size())));
    });
    connect(&m_window.selection(), &NucleusSelection::changed, this, [this] {
        if (!m_window.selection().empty())
            m_regions->choose({});
    });
    connect(m_choosing, &NucleusChoosing::handlesChanged, this, [this](const MultiPolygon& shape) {
        m_handles = shape;
        showHandles();
    });
    connect(&move, &MoveTool::vertexMoved, this, [this](const VertexPlace& place, const QPointF& to) {
        vertex(tr("Move point"), [place, to](const MultiPolygon& shape) {
            return vertexMoved(shape, place, {to.x(), to.y()});
        });
    });
    connect(&move, &MoveTool::vertexInserted, this, [this](const VertexPlace& edge, const QPointF& at) {
        vertex(tr("Add point"), [edge, at](const MultiPolygon& shape) {
            return vertexInserted(shape, edge, {at.x(), at.y()});
        });
    });
    connect(&move, &MoveTool::vertexRemoved, this, [this](const VertexPlace& place) {
        vertex(tr("Remove point"), [place](const MultiPolygon& shape) { return vertexDeleted(shape, place); });
    });
}

void EditingController::wireRegions()
{
    constexpr double kReach = 6; // screen pixels
    connect(m_choosing, &NucleusChoosing::missed, this,
        [this](const QPointF& level0) { m_regions->pickLine(level0, kReach / m_window.canvas().view().scale); });
    connect(m_choosing, &NucleusChoosing::missedTwice, m_regions, &RegionEditing::pickAround);
    connect(m_regions, &RegionEditing::chosenChanged, this, [this] {
        m_actions->selectInRegion->setEnabled(m_regions->chosen().has_value());
        showHandles();
    });
    connect(m_regions, &RegionEditing::uncheckedByChange, this, [this](const QString& name) {
        m_overlay->say(tr("%1 was changed and is no longer marked as checked.").arg(name));
    });
    connect(m_regions, &RegionEditing::locked, this, [this](const QString& name) {
        m_overlay->say(tr("%1 is locked. Unlock it in the tab Correct, under Regions, to change it.").arg(name));
    });
}

void EditingController::showHandles()
{
    const bool mayChange = m_session && !m_session->readOnly();
    const auto region = m_regions->chosenRegion();
    m_tools->move.setHandles(!mayChange ? MultiPolygon() : region ? region->shape : m_handles);
}

/// The tool whose action is checked; none while another (the ruler) has the hand or there is no slide.
void EditingController::takeTool()
{
    CanvasTool* tool = m_window.actions().move->isChecked() && m_session ? &m_tools->move : nullptr;
    for (const auto& [id, action] : m_actions->tools)
        if (action->isChecked() && m_session)
            tool = &m_tools->of(id);
    m_overlay->setTool(tool);
    if (tool == &m_tools->join && m_window.selection().size() >= 2) {
        joinChosen();
        if (!m_actions->keepTool->isChecked())
            m_window.actions().move->setChecked(true); // what was asked for is done
    }
}

/// After a figure was drawn, as in QuPath. Tools that correct nucleus after nucleus stay in the hand: one stroke or click
/// each is the promise.
void EditingController::backToMove()
{
    const auto inHand = [this](ToolId id) { return m_overlay->tool() == &m_tools->of(id); };
    const bool drawing = inHand(ToolId::Rectangle) || inHand(ToolId::Ellipse) || inHand(ToolId::Polygon)
        || inHand(ToolId::Freehand);
    if (drawing && !m_actions->keepTool->isChecked())
        m_window.actions().move->setChecked(true);
}

EditContext EditingController::context(const QString& label) const
{
    EditContext context;
    context.ground.recipe = m_window.segmentation().recipe();
    context.ground.maps = m_window.segmentation().maps();
    if (m_window.segmentation().network())
        context.ground.extraction = m_window.segmentation().extraction();
    if (m_session) {
        const PixelSize& size = m_session->slide().pixelSize;
        if (size.x > 0 && size.y > 0)
            context.ground.pixelSize = size;
        context.note.author = m_session->author().toStdString();
    }
    context.note.label = label.toStdString();
    context.note.seconds = m_queue->secondsSpent();
    return context;
}

} // namespace nb
