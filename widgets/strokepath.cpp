// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/strokepath.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kSteady = 1.5; // screen pixels

} // namespace

void StrokePath::begin(const QPointF& level0)
{
    m_points = {level0};
}

void StrokePath::extend(const QPointF& level0, double scale)
{
    const QPointF way = (level0 - m_points.last()) * scale;
    if (std::hypot(way.x(), way.y()) >= kSteady)
        m_points.append(level0);
}

double StrokePath::extent(double scale) const
{
    const QRectF box = m_points.boundingRect();
    return std::max(box.width(), box.height()) * scale;
}

} // namespace nb
