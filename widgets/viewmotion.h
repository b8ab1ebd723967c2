// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewtransform.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <deque>
#include <functional>
#include <optional>

namespace nb
{

/// What moves the view without a hand on it: the rest of a zoom, a glide after a drag, a flight to another place. Tells
/// each step by `stepped`. Times come from a clock that tests may replace.
class ViewMotion : public QObject
{
    Q_OBJECT

public:
    explicit ViewMotion(QObject* parent = nullptr);

    [[nodiscard]] bool active() const { return m_kind != Kind::None; }
    [[nodiscard]] bool zooming() const { return m_kind == Kind::Zoom || m_kind == Kind::Flight; }
    void stop();

    /// Zooms towards `scale` with the slide point under `screen` staying there. Called again while zooming: goes on
    /// from here to the new target.
    void zoomTo(const ViewTransform& from, double scale, const QPointF& screen);
    /// The scale that a running zoom is heading for; `from`'s if there is none.
    [[nodiscard]] double targetScale(const ViewTransform& from) const;
    void flyTo(const ViewTransform& from, const ViewTransform& to);

    /// While dragging: remembers how the hand moves.
    void dragStarted();
    void dragged(const QPointF& screenDelta);
    /// The hand let go: glides on if it was moving.
    void dragEnded(const ViewTransform& from);

    /// Milliseconds; for tests.
    void setClock(std::function<qint64()> clock) { m_clock = std::move(clock); }
    void step(); ///< what the timer calls

Q_SIGNALS:
    void stepped(const nb::ViewTransform& view);
    void finished();

private:
    enum class Kind { None, Zoom, Glide, Flight };
    void start(Kind kind, const ViewTransform& from);
    [[nodiscard]] ViewTransform next(double elapsedMs, bool& done) const;

    struct Move {
        qint64 atMs = 0;
        QPointF delta;
    };
    Kind m_kind = Kind::None;
    ViewTransform m_from;
    ViewTransform m_to;
    QPointF m_anchor;
    QPointF m_velocity; ///< screen pixels per ms
    qint64 m_startedMs = 0;
    std::deque<Move> m_moves;
    std::function<qint64()> m_clock;
    QElapsedTimer m_elapsed;
    QTimer m_timer;
};

} // namespace nb
