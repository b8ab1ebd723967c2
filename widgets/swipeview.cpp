// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/swipeview.h"

#include "widgets/minimap.h"
#include "widgets/slidecanvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <optional>

namespace nb
{

namespace
{

constexpr int kGrip = 24; // screen pixels: the knob's diameter, and the width that can be taken
constexpr double kStep = 0.02; // of what is seen, by an arrow key
constexpr double kBigStep = 0.1;
constexpr double kFrameAway = 4; // of the frame from what it marks
constexpr double kNameAway = 48;
constexpr double kNameDown = 22;
const QColor kLeft(213, 94, 0); // told apart by colour-blind eyes (Okabe and Ito)
const QColor kRight(0, 92, 190);

} // namespace

/// The divider: a line with a knob.
class SwipeView::Handle : public QWidget
{
public:
    explicit Handle(SwipeView& view, SlideCanvas& canvas)
        : QWidget(&canvas)
        , m_view(view)
    {
        setCursor(Qt::SplitHCursor);
        setFocusPolicy(Qt::StrongFocus);
        setObjectName(QStringLiteral("swipeDivider"));
        setAccessibleName(SwipeView::tr("Divider between before and after: move it with the arrow keys"));
        hide();
    }

protected:
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ShortcutOverride) // the window has other uses for some of its keys
            event->setAccepted(wanted(static_cast<QKeyEvent*>(event)).has_value());
        return QWidget::event(event);
    }
    void mousePressEvent(QMouseEvent* event) override
    {
        if (event->button() != Qt::LeftButton)
            event->ignore(); // the canvas's
    }
    void mouseMoveEvent(QMouseEvent* event) override
    {
        const QRectF seen = m_view.seenArea();
        if (!(event->buttons() & Qt::LeftButton) || seen.width() <= 0)
            return event->ignore();
        const double x = mapToParent(event->position().toPoint()).x();
        m_view.setDivider((x - seen.left()) / seen.width());
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        if (const auto share = wanted(event))
            m_view.setDivider(*share);
        else
            event->ignore();
    }
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF middle = QRectF(rect()).center();
        for (const QPen& pen : {QPen(QColor(20, 20, 20), 4), QPen(QColor(255, 255, 255), 2)}) {
            painter.setPen(pen);
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), height()));
        }
        painter.setPen(QPen(QColor(20, 20, 20), hasFocus() ? 3 : 1));
        painter.setBrush(QColor(255, 255, 255));
        const double radius = kGrip / 2.0 - 2;
        painter.drawEllipse(middle, radius, radius);
        painter.setPen(QPen(QColor(20, 20, 20), 2));
        for (const double side : {-1.0, 1.0}) { // arrow heads: it goes both ways
            painter.drawLine(middle + QPointF(side * 6, 0), middle + QPointF(side * 3, -3));
            painter.drawLine(middle + QPointF(side * 6, 0), middle + QPointF(side * 3, 3));
        }
    }

private:
    /// Where a key moves the divider to, if it does.
    [[nodiscard]] std::optional<double> wanted(const QKeyEvent* event) const
    {
        const double step = event->modifiers() & Qt::ShiftModifier ? kBigStep : kStep;
        switch (event->key()) {
        case Qt::Key_Left:
            return m_view.divider() - step;
        case Qt::Key_Right:
            return m_view.divider() + step;
        case Qt::Key_Home:
            return 0;
        case Qt::Key_End:
            return 1;
        default:
            return {};
        }
    }

    SwipeView& m_view;
};

SwipeView::SwipeView(SlideCanvas& canvas)
    : CanvasOverlay(canvas)
    , m_handle(new Handle(*this, canvas))
{
    setObjectName(QStringLiteral("swipe"));
    m_handle->stackUnder(canvas.minimap());
    connect(&canvas, &SlideCanvas::viewChanged, this, &SwipeView::place);
}

SwipeView::~SwipeView() = default;

void SwipeView::compare(std::vector<QRectF> areas, Side left, Side right)
{
    m_areas = std::move(areas);
    m_left = std::move(left);
    m_right = std::move(right);
    m_divider = 0.5;
    m_marked = {};
    m_standsAside = false;
    setVisible(true);
    place();
    update();
}

void SwipeView::end()
{
    setVisible(false);
    m_areas.clear();
    m_marked = {};
    m_standsAside = false;
    m_left = m_right = {};
    place();
}

void SwipeView::setDivider(double share)
{
    share = std::clamp(share, 0.0, 1.0);
    if (share == m_divider)
        return;
    m_standsAside = false;
    m_divider = share;
    place();
    update();
    Q_EMIT dividerMoved(share);
}

void SwipeView::mark(const QRectF& place)
{
    m_marked = place;
    m_standsAside = true;
    this->place();
    update();
}

/// While the view moves there, too.
void SwipeView::standAside(const QRectF& seen)
{
    const double left = canvas().view().toScreen(m_marked).left() - kFrameAway - kGrip / 2.0;
    const double share = std::clamp((left - seen.left()) / seen.width(), 0.0, 1.0);
    if (share == m_divider)
        return;
    m_divider = share;
    Q_EMIT dividerMoved(share);
}

QRectF SwipeView::seenArea() const
{
    QRectF seen;
    for (const QRectF& area : m_areas)
        seen = seen.united(canvas().view().toScreen(area).intersected(QRectF(canvas().rect())));
    return seen;
}

void SwipeView::place()
{
    const QRectF seen = seenArea();
    m_handle->setVisible(active() && !seen.isEmpty());
    if (seen.isEmpty())
        return;
    if (m_standsAside && active())
        standAside(seen);
    const double x = seen.left() + m_divider * seen.width();
    m_handle->setGeometry(QRectF(x - kGrip / 2.0, seen.top(), kGrip, seen.height()).toRect());
}

void SwipeView::paintSide(QPainter& painter, const Side& side, const QRectF& clip, bool left) const
{
    painter.save();
    painter.setClipRect(clip);
    const QTransform toScreen = canvas().view().slideToScreen();
    std::vector<QPolygonF> shown;
    for (const QPolygonF& outline : side.outlines)
        if (toScreen.mapRect(outline.boundingRect()).intersects(clip))
            shown.push_back(toScreen.map(outline));
    QPen line(left ? kLeft : kRight, 2);
    if (left)
        line.setDashPattern({3, 2});
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(QColor(255, 255, 255, 200), 4), line}) { // on a light casing: to be seen on any stain
        painter.setPen(pen);
        for (const QPolygonF& outline : shown)
            painter.drawPolygon(outline);
    }
    painter.restore();
}

void SwipeView::paintEvent(QPaintEvent* /*event*/)
{
    const QRectF seen = seenArea();
    if (seen.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double x = seen.left() + m_divider * seen.width();
    paintSide(painter, m_left, QRectF(QPointF(0, 0), QPointF(x, height())), true);
    paintSide(painter, m_right, QRectF(QPointF(x, 0), QPointF(width(), height())), false);
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(QColor(255, 255, 255, 200), 3), QPen(QColor(20, 20, 20), 1)}) {
        painter.setPen(pen);
        for (const QRectF& area : m_areas)
            painter.drawPolygon(canvas().view().slideToScreen().map(QPolygonF(area)));
    }
    if (!m_marked.isEmpty()) {
        painter.setPen(QPen(QColor(20, 20, 20), 2, Qt::DotLine));
        painter.drawRect(canvas().view().toScreen(m_marked).adjusted(-kFrameAway, -kFrameAway, kFrameAway, kFrameAway));
    }
    const QFontMetricsF metrics(painter.font());
    drawPlate(
        painter, {x - kNameAway - metrics.horizontalAdvance(m_left.name) / 4, seen.top() + kNameDown}, m_left.name);
    drawPlate(
        painter, {x + kNameAway + metrics.horizontalAdvance(m_right.name) / 4, seen.top() + kNameDown}, m_right.name);
}

} // namespace nb
