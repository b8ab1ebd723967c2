// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"

#include <QPainterPath>
#include <QPolygonF>

namespace nb
{

[[nodiscard]] QPolygonF polygonOf(const Ring& ring); ///< same frame; first point not repeated
[[nodiscard]] Ring ringOf(const QPolygonF& polygon); ///< same frame; a repeated first point is left out
/// Filled by the even-odd rule, so that holes stay open.
[[nodiscard]] QPainterPath pathOf(const MultiPolygon& shape);
[[nodiscard]] QRectF boundsOf(const QPolygonF& polygon, double margin);

/// A dark line in a light casing, readable on any stain; widths in screen pixels at any zoom.
void drawCased(QPainter& painter, const QPainterPath& screenPath, Qt::PenStyle style = Qt::SolidLine);

} // namespace nb
