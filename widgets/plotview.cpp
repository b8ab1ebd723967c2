// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plotview.h"

#include "widgets/customplot.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr int kClickPixels = 4; // a shorter drag is a slip of the hand

PlotRange rangeOf(const QCPAxis& axis)
{
    return {axis.range().lower, axis.range().upper};
}

} // namespace

PlotView::PlotView(QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_density(new QCPItemPixmap(m_plot))
    , m_range(new QCPItemRect(m_plot))
    , m_outline(new QCPCurve(m_plot->xAxis, m_plot->yAxis))
    , m_points(std::make_shared<const PlotPoints>())
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 130);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus); // keys come here
    m_plot->setLocale(QLocale());
    m_plot->setInteraction(QCP::iRangeZoom);
    m_plot->axisRect()->setRangeZoomFactor(1 / kZoomStep);
    m_plot->legend->setVisible(false);
    m_density->setScaled(true, Qt::IgnoreAspectRatio, Qt::FastTransformation);
    m_density->setLayer(QStringLiteral("main"));
    m_density->setPen(Qt::NoPen);
    m_range->setVisible(false);
    m_range->setPen(QPen(kChosenInPlot, 1));
    m_range->setBrush(QColor(kChosenInPlot.red(), kChosenInPlot.green(), kChosenInPlot.blue(), 50));
    m_outline->setPen(QPen(kChosenInPlot, 1.5));
    m_outline->removeFromLegend();
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(0);
    connect(&m_countSoon, &QTimer::timeout, this, &PlotView::count);
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), &m_countSoon, soon);
    connect(m_plot->yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
        if (!histogram())
            m_countSoon.start();
    });
    connect(m_plot, &QCustomPlot::afterReplot, this, [this] { m_replotted = true; });
    connect(m_plot, &QCustomPlot::mousePress, this, &PlotView::press);
    connect(m_plot, &QCustomPlot::mouseMove, this, &PlotView::drag);
    connect(m_plot, &QCustomPlot::mouseRelease, this, &PlotView::release);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &PlotView::showAll);
    applyColors(palette());
}

PlotView::~PlotView() = default;

void PlotView::setPoints(std::shared_ptr<const PlotPoints> points, const QString& xTitle, const QString& yTitle)
{
    updatePoints(std::move(points));
    m_plot->xAxis->setLabel(xTitle);
    m_plot->yAxis->setLabel(yTitle);
    showAll();
}

void PlotView::updatePoints(std::shared_ptr<const PlotPoints> points)
{
    m_points = std::move(points);
    m_chosen = chosenPoints(*m_points, m_chosenRows);
    auto* rect = m_plot->axisRect();
    const auto axes = histogram() ? Qt::Orientations(Qt::Horizontal) : Qt::Horizontal | Qt::Vertical;
    rect->setRangeZoom(axes);
    rect->setRangeDrag(axes);
    m_countSoon.start();
}

void PlotView::setClasses(const std::vector<Class>& classes)
{
    m_classes = classes;
    m_countSoon.start();
}

void PlotView::setByClass(bool byClass)
{
    m_byClass = byClass;
    m_countSoon.start();
}

void PlotView::setChosen(const std::vector<std::int64_t>& rows)
{
    m_chosenRows = rows;
    m_chosen = chosenPoints(*m_points, rows);
    m_countSoon.start();
}

void PlotView::setMoves(bool moves)
{
    m_moves = moves;
    m_plot->setInteraction(QCP::iRangeDrag, moves);
    m_plot->setCursor(moves ? Qt::OpenHandCursor : Qt::CrossCursor);
}

void PlotView::showAll()
{
    const PlotRange x = nb::rangeOf(m_points->x);
    m_plot->xAxis->setRange(x.least, x.most);
    if (!histogram()) {
        const PlotRange y = nb::rangeOf(m_points->y);
        m_plot->yAxis->setRange(y.least, y.most);
    }
    m_countSoon.start();
}

void PlotView::zoomBy(double factor)
{
    m_plot->xAxis->scaleRange(1 / factor);
    if (!histogram())
        m_plot->yAxis->scaleRange(1 / factor);
}

void PlotView::panBy(double shareX, double shareY)
{
    m_plot->xAxis->moveRange(shareX * m_plot->xAxis->range().size());
    if (!histogram())
        m_plot->yAxis->moveRange(shareY * m_plot->yAxis->range().size());
}

PlotRange PlotView::shownX() const
{
    return rangeOf(*m_plot->xAxis);
}

PlotRange PlotView::shownY() const
{
    return rangeOf(*m_plot->yAxis);
}

QPointF PlotView::toScreen(const QPointF& value) const
{
    return {m_plot->xAxis->coordToPixel(value.x()), m_plot->yAxis->coordToPixel(value.y())};
}

QPointF PlotView::valueAt(const QPointF& screen) const
{
    return {m_plot->xAxis->pixelToCoord(screen.x()), m_plot->yAxis->pixelToCoord(screen.y())};
}

void PlotView::press(const QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (std::exchange(m_keyed, {}))
        hideDrawn();
    m_drawn.clear();
    if (!m_moves && event->button() == Qt::LeftButton && m_plot->axisRect()->rect().contains(event->pos()))
        m_drawn.append(valueAt(event->position()));
}

void PlotView::drag(const QMouseEvent* event)
{
    if (m_drawn.isEmpty())
        return;
    m_drawn.append(valueAt(event->position()));
    showDrawn(m_drawn);
}

void PlotView::showDrawn(const QPolygonF& values)
{
    if (histogram()) {
        m_range->topLeft->setCoords(values.first().x(), m_plot->yAxis->range().upper);
        m_range->bottomRight->setCoords(values.last().x(), m_plot->yAxis->range().lower);
        m_range->setVisible(true);
    } else {
        QVector<double> x, y;
        for (const QPointF& point : values) {
            x.append(point.x());
            y.append(point.y());
        }
        m_outline->setData(x, y);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::hideDrawn()
{
    m_range->setVisible(false);
    m_outline->data()->clear();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::release(const QMouseEvent* event)
{
    const QPolygonF drawn = std::exchange(m_drawn, {});
    hideDrawn();
    tellDrawn(drawn, event->modifiers());
}

void PlotView::tellDrawn(const QPolygonF& drawn, Qt::KeyboardModifiers modifiers)
{
    if (drawn.size() < 2)
        return;
    const QRectF bounds
        = QPolygonF({toScreen(drawn.boundingRect().topLeft()), toScreen(drawn.boundingRect().bottomRight())})
              .boundingRect();
    if (bounds.width() < kClickPixels && (histogram() || bounds.height() < kClickPixels))
        return;
    if (histogram())
        Q_EMIT rangeChosen(
            std::min(drawn.first().x(), drawn.last().x()), std::max(drawn.first().x(), drawn.last().x()), modifiers);
    else
        Q_EMIT outlineChosen(drawn, modifiers);
}

void PlotView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        applyColors(palette());
        m_countSoon.start();
    }
    QWidget::changeEvent(event);
}

void PlotView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_countSoon.start();
}

} // namespace nb
