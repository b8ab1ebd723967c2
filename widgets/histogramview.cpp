// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/histogramview.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace nb
{

HistogramView::HistogramView(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Histogram of what is seen"));
    setToolTip(tr("How often each value of red, green and blue is on the screen, from black to white (logarithmic)"));
    setMinimumHeight(60);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void HistogramView::setHistogram(const ChannelHistogram& histogram)
{
    m_histogram = histogram;
    update();
}

void HistogramView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(plot);
    std::uint32_t most = 0;
    for (const auto& channel : m_histogram)
        most = std::max(most, *std::max_element(channel.begin(), channel.end()));
    if (most == 0)
        return;
    const QColor colours[] = {QColor(214, 60, 50), QColor(50, 150, 70), QColor(60, 100, 220)};
    for (std::size_t c = 0; c < m_histogram.size(); ++c) {
        QPolygonF line{plot.bottomLeft()};
        for (std::size_t value = 0; value < 256; ++value) {
            const double share = std::log1p(m_histogram[c][value]) / std::log1p(most);
            line.append({plot.left() + static_cast<double>(value) / 255 * plot.width(),
                plot.bottom() - share * (plot.height() - 3)});
        }
        line.append(plot.bottomRight());
        QColor fill = colours[c];
        fill.setAlpha(50);
        painter.setBrush(fill);
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(line);
        painter.setPen(QPen(colours[c], 1.2));
        painter.drawPolyline(line);
    }
}

} // namespace nb
