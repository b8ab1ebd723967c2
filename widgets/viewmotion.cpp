// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewmotion.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr int kFrameMs = 16;
constexpr double kZoomMs = 180;
constexpr double kFlightMs = 320;
constexpr double kGlideMs = 300; // the time in which a glide slows down to 1/e
constexpr double kSlowest = 0.02; // screen pixels per ms: standing still
constexpr double kFastest = 6; // so that one throw does not leave the slide behind
constexpr qint64 kHandMs = 80; // the hand's speed is that of its last moments
constexpr double kGlideFrom = 0.15; // slower hands meant to stop where they are

double easedOut(double t)
{
    return 1 - std::pow(1 - t, 3);
}

} // namespace

ViewMotion::ViewMotion(QObject* parent)
    : QObject(parent)
    , m_clock([this] { return m_elapsed.elapsed(); })
{
    m_elapsed.start();
    m_timer.setInterval(kFrameMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ViewMotion::step);
}

void ViewMotion::start(Kind kind, const ViewTransform& from)
{
    m_kind = kind;
    m_from = from;
    m_startedMs = m_clock();
    m_timer.start();
}

void ViewMotion::stop()
{
    m_timer.stop();
    if (std::exchange(m_kind, Kind::None) != Kind::None)
        Q_EMIT finished();
}

void ViewMotion::zoomTo(const ViewTransform& from, double scale, const QPointF& screen)
{
    m_anchor = screen;
    m_to = from.scaledAt(screen, scale);
    start(Kind::Zoom, from);
}

double ViewMotion::targetScale(const ViewTransform& from) const
{
    return zooming() ? m_to.scale : from.scale;
}

void ViewMotion::flyTo(const ViewTransform& from, const ViewTransform& to)
{
    m_to = to;
    start(Kind::Flight, from);
}

void ViewMotion::dragStarted()
{
    m_moves.clear();
}

void ViewMotion::dragged(const QPointF& screenDelta)
{
    const qint64 now = m_clock();
    m_moves.push_back({now, screenDelta});
    while (!m_moves.empty() && now - m_moves.front().atMs > kHandMs)
        m_moves.pop_front();
}

void ViewMotion::dragEnded(const ViewTransform& from)
{
    const qint64 now = m_clock();
    QPointF sum;
    for (const Move& move : m_moves)
        if (now - move.atMs <= kHandMs)
            sum += move.delta;
    m_moves.clear();
    m_velocity = sum / static_cast<double>(kHandMs);
    const double speed = std::hypot(m_velocity.x(), m_velocity.y());
    if (speed < kGlideFrom)
        return;
    if (speed > kFastest)
        m_velocity *= kFastest / speed;
    start(Kind::Glide, from);
}

ViewTransform ViewMotion::next(double elapsedMs, bool& done) const
{
    if (m_kind == Kind::Glide) {
        const double left = std::exp(-elapsedMs / kGlideMs);
        done = std::hypot(m_velocity.x(), m_velocity.y()) * left < kSlowest;
        return m_from.panned(m_velocity * kGlideMs * (1 - left));
    }
    const double t = std::min(elapsedMs / (m_kind == Kind::Zoom ? kZoomMs : kFlightMs), 1.0);
    done = t >= 1;
    if (done)
        return m_to;
    const double way = easedOut(t);
    const double scale = m_from.scale * std::pow(m_to.scale / m_from.scale, way);
    if (m_kind == Kind::Zoom)
        return m_from.scaledAt(m_anchor, scale);
    ViewTransform view = m_to;
    view.scale = scale;
    view.centre = m_from.centre + (m_to.centre - m_from.centre) * way;
    return view;
}

void ViewMotion::step()
{
    if (m_kind == Kind::None)
        return;
    bool done = false;
    const ViewTransform view = next(static_cast<double>(m_clock() - m_startedMs), done);
    if (done) {
        m_timer.stop();
        m_kind = Kind::None;
    }
    Q_EMIT stepped(view);
    if (done)
        Q_EMIT finished();
}

} // namespace nb
