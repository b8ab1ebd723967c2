// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rectangletool.h"

namespace nb
{

QString RectangleTool::name() const
{
    return tr("Rectangle");
}

QString RectangleTool::hint() const
{
    return tr("Drag a rectangle. Shift makes it a square.");
}

QPolygonF RectangleTool::outline(const QRectF& box) const
{
    return QPolygonF({box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()});
}

} // namespace nb
