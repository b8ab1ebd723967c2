// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewlink.h"

#include <cmath>

namespace nb
{

ViewLink::ViewLink(SlideCanvas& first, SlideCanvas& second, QObject* parent)
    : QObject(parent)
    , m_first(first)
    , m_second(second)
{
    connect(&first, &SlideCanvas::viewChanged, this, [this] { follow(m_first, m_second); });
    connect(&second, &SlideCanvas::viewChanged, this, [this] { follow(m_second, m_first); });
}

double ViewLink::lengthRatio() const
{
    const auto &first = m_first.pixelSize(), &second = m_second.pixelSize();
    return first && second ? first->x / second->x : 1;
}

void ViewLink::setLinked(bool linked)
{
    m_linked = linked;
    const ViewTransform &first = m_first.view(), &second = m_second.view();
    m_firstAnchor = first.centre;
    m_secondAnchor = second.centre;
    m_scaleRatio = second.scale / first.scale;
    m_turn = second.rotationDeg - first.rotationDeg;
}

void ViewLink::align()
{
    m_linked = true;
    m_firstAnchor = m_secondAnchor = {};
    m_scaleRatio = 1 / lengthRatio();
    m_turn = 0;
    follow(m_first, m_second);
}

void ViewLink::follow(SlideCanvas& leader, SlideCanvas& follower)
{
    if (!m_linked || m_following || follower.slideSize().isEmpty() || leader.slideSize().isEmpty())
        return;
    const bool leadsFirst = &leader == &m_first;
    const double length = leadsFirst ? lengthRatio() : 1 / lengthRatio();
    const double turn = leadsFirst ? m_turn : -m_turn;
    const QPointF from = leadsFirst ? m_firstAnchor : m_secondAnchor, to = leadsFirst ? m_secondAnchor : m_firstAnchor;
    const ViewTransform& led = leader.view();
    ViewTransform view = led;
    // A follower that is turned against the leader sees the way turned by as much.
    const QPointF way = (led.centre - from) * length;
    const double radians = -turn * M_PI / 180, c = std::cos(radians), s = std::sin(radians);
    view.centre = to + QPointF(c * way.x() - s * way.y(), s * way.x() + c * way.y());
    view.scale = led.scale * (leadsFirst ? m_scaleRatio : 1 / m_scaleRatio);
    view.rotationDeg = std::fmod(led.rotationDeg + turn + 720, 360);
    view.viewport = follower.view().viewport;
    view.devicePixelRatio = follower.view().devicePixelRatio;
    m_following = true;
    follower.setView(view);
    m_following = false;
}

} // namespace nb
