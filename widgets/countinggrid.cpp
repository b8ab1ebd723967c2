// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/countinggrid.h"

#include "widgets/slidecanvas.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kSmallestSquare = 6; // screen pixels
constexpr double kMostLines = 10000;

} // namespace

QSizeF countingGridStep(double spacing, const std::optional<PixelSize>& pixelSize)
{
    const PixelSize unit = pixelSize.value_or(PixelSize{1, 1});
    return {spacing / unit.x, spacing / unit.y};
}

std::vector<double> countingGridLines(double from, double to, double step)
{
    if (!(step > 0) || !(to >= from) || (to - from) / step > kMostLines)
        return {};
    std::vector<double> lines;
    // By whole numbers: adding steps up would drift over 100,000 pixels.
    const double last = std::floor(to / step);
    for (double i = std::ceil(from / step); i <= last; ++i)
        lines.push_back(i * step);
    return lines;
}

CountingGrid::CountingGrid(SlideCanvas& canvas)
    : CanvasOverlay(canvas)
{
    setAccessibleName(tr("Counting grid"));
}

void CountingGrid::setSpacing(double spacing)
{
    m_spacing = spacing;
    update();
}

void CountingGrid::setPixelSize(const std::optional<PixelSize>& pixelSize, bool assumed)
{
    m_pixelSize = pixelSize;
    m_assumed = assumed;
    update();
}

bool CountingGrid::tooDense() const
{
    const QSizeF step = countingGridStep(m_spacing, m_pixelSize) * canvas().view().scale;
    return std::min(step.width(), step.height()) < kSmallestSquare;
}

QString CountingGrid::text() const
{
    const QString number = QLocale().toString(m_spacing, 'g', 6);
    QString size = m_pixelSize ? tr("Squares of %1 µm").arg(number) : tr("Squares of %1 px").arg(number);
    if (m_pixelSize && m_assumed)
        size = tr("%1, if the assumed µm/px is right").arg(size);
    return tooDense() ? tr("%1: too small to be seen here, zoom in").arg(size) : size;
}

void CountingGrid::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const ViewTransform& view = canvas().view();
    if (canvas().slideSize().isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing, std::fmod(view.rotationDeg, 90) != 0);
    const QRectF seen = view.visibleSlide().intersected(canvas().slideRect());
    if (!tooDense() && !seen.isEmpty()) {
        const QSizeF step = countingGridStep(m_spacing, m_pixelSize);
        QList<QLineF> lines;
        for (const double x : countingGridLines(seen.left(), seen.right(), step.width()))
            lines.append({view.toScreen(QPointF(x, seen.top())), view.toScreen(QPointF(x, seen.bottom()))});
        for (const double y : countingGridLines(seen.top(), seen.bottom(), step.height()))
            lines.append({view.toScreen(QPointF(seen.left(), y)), view.toScreen(QPointF(seen.right(), y))});
        painter.setPen(QPen(QColor(255, 255, 255, 120), 3));
        painter.drawLines(lines);
        painter.setPen(QPen(QColor(20, 20, 20, 200), 1));
        painter.drawLines(lines);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    drawPlate(painter, {width() / 2.0, 20}, text());
}

} // namespace nb
