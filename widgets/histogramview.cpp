// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/histogramview.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

// Values side by side drawn as one: a stretched contrast leaves values out, and a comb says nothing.
constexpr std::size_t kBinWidth = 4;
constexpr std::size_t kBins = 256 / kBinWidth;

std::array<std::uint32_t, kBins> binned(const std::array<std::uint32_t, 256>& channel)
{
    std::array<std::uint32_t, kBins> bins{};
    for (std::size_t value = 0; value < channel.size(); ++value)
        bins[value / kBinWidth] += channel[value];
    return bins;
}

} // namespace

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
    for (const auto& channel : m_histogram) {
        const auto bins = binned(channel);
        most = std::max(most, *std::max_element(bins.begin(), bins.end()));
    }
    if (most == 0)
        return;
    const QColor colours[] = {QColor(214, 60, 50), QColor(50, 150, 70), QColor(60, 100, 220)};
    for (std::size_t c = 0; c < m_histogram.size(); ++c) {
        QPolygonF line{plot.bottomLeft()};
        const auto bins = binned(m_histogram[c]);
        for (std::size_t bin = 0; bin < kBins; ++bin) {
            const double share = std::log1p(bins[bin]) / std::log1p(most);
            line.append({plot.left() + static_cast<double>(bin) / (kBins - 1) * plot.width(),
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
