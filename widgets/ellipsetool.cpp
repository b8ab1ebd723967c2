// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ellipsetool.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kDeviation = 0.25; // screen pixels between the ellipse and its polygon
constexpr int kFewest = 12, kMost = 96; // vertices

} // namespace

QString EllipseTool::name() const
{
    return tr("Ellipse");
}

QString EllipseTool::hint() const
{
    return tr("Drag an ellipse. Shift makes it a circle.");
}

QPolygonF EllipseTool::outline(const QRectF& box) const
{
    const double radius = std::max(box.width(), box.height()) / 2;
    // A chord over the angle a is r(1 - cos(a/2)) away from its arc.
    const double half = std::acos(std::max(1 - kDeviation / std::max(radius, 1.0), 0.0));
    const int count = std::clamp(static_cast<int>(std::ceil(M_PI / half)), kFewest, kMost);
    QPolygonF ring;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * M_PI * i / count;
        ring.append(box.center() + QPointF(box.width() / 2 * std::cos(angle), box.height() / 2 * std::sin(angle)));
    }
    return ring;
}

} // namespace nb
