// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand did becomes steps of the case's history.
#include "engine/annotation/figures.h"
#include "engine/annotation/overlap.h"
#include "engine/annotation/reshape.h"
#include "ui/casesession.h"
#include "ui/editing/brushediting.h"
#include "ui/editing/editingcontroller.h"
#include "ui/editing/edittools.h"
#include "ui/editing/measurementdialog.h"
#include "ui/editing/nucleuschoosing.h"
#include "ui/editing/regionediting.h"
#include "ui/mainwindow.h"
#include "ui/nucleusselection.h"
#include "widgets/shapepath.h"
#include "widgets/slidecanvas.h"
#include "widgets/tooloverlay.h"

#include <QAction>
#include <QMenu>

namespace nb
{

namespace
{

constexpr double kGrowPx = 1; // level-0 pixels a step

Point pointOf(const QPointF& p)
{
    return {p.x(), p.y()};
}

} // namespace

void EditingController::edit(std::function<EditQueue::Plan()> prepare)
{
    if (!m_session || m_session->readOnly() || m_brush->painting())
        return;
    m_worked = m_overlay->tool();
    m_queue->add(std::move(prepare));
}

void EditingController::wireActions()
{
    connect(m_actions->remove, &QAction::triggered, this, &EditingController::removeChosen);
    connect(m_actions->fillHoles, &QAction::triggered, this,
        [this] { reshape(tr("Fill holes"), [](const MultiPolygon& shape, auto) { return holesFilled(shape); }); });
    connect(m_actions->smooth, &QAction::triggered, this, [this] {
        reshape(tr("Smooth"),
            [](const MultiPolygon& shape, auto neighbours) { return yieldingTo(smoothed(shape), neighbours); });
    });
    connect(m_actions->grow, &QAction::triggered, this, [this] {
        reshape(
            tr("Grow"), [](const MultiPolygon& shape, auto neighbours) { return grown(shape, kGrowPx, neighbours); });
    });
    connect(m_actions->shrink, &QAction::triggered, this,
        [this] { reshape(tr("Shrink"), [](const MultiPolygon& shape, auto) { return grown(shape, -kGrowPx); }); });
    connect(m_actions->lock, &QAction::triggered, this, &EditingController::lockChosen);
    connect(m_actions->selectAll, &QAction::triggered, this, [this] { m_choosing->filtered({}); });
    connect(m_actions->selectNone, &QAction::triggered, this, [this] {
        m_window.selection().clear();
        m_regions->choose({});
    });
    connect(m_actions->selectInRegion, &QAction::triggered, this, [this] {
        if (const auto region = m_regions->chosenRegion())
            m_choosing->within(region->shape, {});
    });
    connect(m_actions->selectByMeasurement, &QAction::triggered, this, &EditingController::askForMeasurement);
    connect(m_actions->selectByClass, &QMenu::aboutToShow, this, &EditingController::fillClassMenu);
    connect(m_actions->wholeSlideRegion, &QAction::triggered, this, [this] {
        const QRectF slide = m_window.canvas().slideRect();
        m_regions->add(rectangleFigure(pointOf(slide.topLeft()), pointOf(slide.bottomRight())), tr("Whole slide"));
    });
}

void EditingController::fillClassMenu()
{
    m_actions->selectByClass->clear();
    if (!m_session)
        return;
    for (const ClassRecord& record : m_session->classes()) {
        const QString name = QString::fromStdString(record.name).replace(QLatin1Char('&'), QLatin1String("&&"));
        connect(m_actions->selectByClass->addAction(name), &QAction::triggered, this,
            [this, id = record.id] { selectByClass(id); });
    }
}

void EditingController::selectByClass(int classId)
{
    NucleusFilter filter;
    filter.classId = classId;
    m_choosing->filtered(filter);
}

void EditingController::askForMeasurement()
{
    auto* dialog = new MeasurementDialog(&m_window);
    connect(dialog, &MeasurementDialog::chosen, m_choosing, &NucleusChoosing::filtered);
    dialog->open();
}

void EditingController::drawn(const QPolygonF& level0, bool byHand)
{
    const Ring ring = ringOf(level0);
    const double tolerance = 0.5 / m_window.canvas().view().scale; // half a pixel of the screen
    const MultiPolygon shape = byHand ? freehandFigure(ring, std::min(tolerance, 2.0)) : polygonFigure(ring);
    if (m_actions->drawRegions->isChecked()) {
        if (m_session && !m_session->readOnly())
            m_regions->add(shape);
        return backToMove();
    }
    m_overlay->setPreviews({{shape, false}});
    edit([this, shape]() -> EditQueue::Plan {
        return [context = context(tr("Draw nucleus")), shape](
                   CaseReader& reader) { return drawPlan(reader, context, shape); };
    });
}

void EditingController::knife(const QPolygonF& level0)
{
    edit([this, stroke = ringOf(level0)]() -> EditQueue::Plan {
        return [context = context(tr("Split nucleus")), stroke, chosen = m_window.selection().single()](
                   CaseReader& reader) { return knifePlan(reader, context, stroke, chosen); };
    });
}

void EditingController::joinOver(const QPolygonF& level0)
{
    edit([this, stroke = ringOf(level0)]() -> EditQueue::Plan {
        return [context = context(tr("Join nuclei")), stroke](
                   CaseReader& reader) { return joinStrokePlan(reader, context, stroke); };
    });
}

void EditingController::joinChosen()
{
    edit([this]() -> EditQueue::Plan {
        return [context = context(tr("Join nuclei")), rows = m_window.selection().rows()](
                   CaseReader& reader) { return joinPlan(reader, context, rows); };
    });
}

void EditingController::removeChosen()
{
    if (m_regions->chosen())
        return m_regions->removeChosen();
    edit([this]() -> EditQueue::Plan {
        const auto rows = m_window.selection().rows();
        if (rows.empty())
            return {};
        const auto context = this->context(tr("Delete %n nuclei", nullptr, static_cast<int>(rows.size())));
        return [context, rows](CaseReader& reader) { return removePlan(reader, context, rows); };
    });
}

void EditingController::lockChosen()
{
    if (m_regions->chosen())
        return m_regions->lockChosen();
    edit([this]() -> EditQueue::Plan {
        const auto rows = m_window.selection().rows();
        if (rows.empty())
            return {};
        const int count = static_cast<int>(rows.size());
        EditContext context = this->context(tr("Lock %n nuclei", nullptr, count));
        context.unlockLabel = tr("Unlock %n nuclei", nullptr, count).toStdString();
        return [context, rows](CaseReader& reader) { return lockPlan(reader, context, rows); };
    });
}

void EditingController::reshape(const QString& label, ReshapeShape how)
{
    edit([this, label, how = std::move(how)]() -> EditQueue::Plan {
        const auto rows = m_window.selection().rows();
        if (rows.empty())
            return {};
        return [context = context(label), rows, how](
                   CaseReader& reader) { return reshapePlan(reader, context, rows, how); };
    });
}

void EditingController::vertex(
    const QString& label, std::function<std::optional<MultiPolygon>(const MultiPolygon&)> change)
{
    if (const auto region = m_regions->chosenRegion())
        return m_regions->reshape(change(region->shape).value_or(MultiPolygon()));
    reshape(label, [change = std::move(change)](const MultiPolygon& shape, std::span<const MultiPolygon> neighbours) {
        const auto changed = change(shape);
        return changed ? yieldingTo(*changed, neighbours) : MultiPolygon();
    });
}

} // namespace nb
