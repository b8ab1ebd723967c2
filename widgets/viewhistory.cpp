// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewhistory.h"

#include <cmath>

namespace nb
{

namespace
{

constexpr double kSameCentre = 2; // screen pixels
constexpr double kSameScale = 0.005;
constexpr double kSameAngle = 0.05; // degrees

} // namespace

bool samePlace(const ViewTransform& a, const ViewTransform& b)
{
    const QPointF apart = (a.centre - b.centre) * a.scale;
    const double turned = std::abs(std::remainder(a.rotationDeg - b.rotationDeg, 360.0));
    return std::hypot(apart.x(), apart.y()) < kSameCentre && std::abs(a.scale - b.scale) < kSameScale * a.scale
        && turned < kSameAngle && a.mirrored == b.mirrored;
}

bool ViewHistory::isCurrent(const ViewTransform& view) const
{
    return !m_views.empty() && samePlace(m_views[m_current], view);
}

void ViewHistory::visit(const ViewTransform& view)
{
    if (isCurrent(view))
        return;
    if (!m_views.empty())
        m_views.resize(m_current + 1);
    m_views.push_back(view);
    if (m_views.size() > kMost)
        m_views.erase(m_views.begin());
    m_current = m_views.size() - 1;
}

std::optional<ViewTransform> ViewHistory::back()
{
    if (!canGoBack())
        return {};
    return m_views[--m_current];
}

std::optional<ViewTransform> ViewHistory::forward()
{
    if (!canGoForward())
        return {};
    return m_views[++m_current];
}

void ViewHistory::clear()
{
    m_views.clear();
    m_current = 0;
}

} // namespace nb
