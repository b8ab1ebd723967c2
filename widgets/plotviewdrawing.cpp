// SPDX-License-Identifier: GPL-3.0-or-later
// The half of PlotView that counts and draws.
#include "widgets/customplot.h"
#include "widgets/plotview.h"

#include <algorithm>
#include <cmath>

namespace nb
{

void PlotView::count()
{
    m_countSoon.stop();
    m_replotted = false;
    if (histogram())
        drawBins();
    else
        drawDensity();
    m_density->setVisible(!histogram());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::drawBins()
{
    std::vector<int> ids;
    if (m_byClass)
        for (const Class& each : m_classes)
            ids.push_back(each.id);
    m_bins = histogramOf(*m_points, shownX(), ids, m_chosen);
    for (QCPBars* bars : std::exchange(m_bars, {}))
        m_plot->removePlottable(bars);
    if (m_chosenBars)
        m_plot->removePlottable(std::exchange(m_chosenBars, nullptr));
    QVector<double> keys, total(static_cast<qsizetype>(m_bins.chosen.size()), 0);
    for (std::size_t bin = 0; bin < m_bins.chosen.size(); ++bin)
        keys.append(m_bins.least + (static_cast<double>(bin) + 0.5) * m_bins.width);
    const auto add = [&](const std::vector<std::int64_t>& counts, const QColor& color) {
        auto* bars = new QCPBars(m_plot->xAxis, m_plot->yAxis);
        bars->setWidth(m_bins.width);
        bars->setData(keys, QVector<double>(counts.begin(), counts.end()), true);
        bars->setPen(QPen(m_plot->axisRect()->backgroundBrush().color(), 0));
        bars->setBrush(color);
        return bars;
    };
    for (std::size_t series = 0; series < m_bins.counts.size(); ++series) {
        QCPBars* bars = add(m_bins.counts[series], ids.empty() ? m_ink : m_classes[series].color);
        bars->setName(ids.empty() ? QString() : m_classes[series].name);
        if (!m_bars.isEmpty())
            bars->moveAbove(m_bars.last());
        m_bars.append(bars);
        for (std::size_t bin = 0; bin < m_bins.chosen.size(); ++bin)
            total[static_cast<qsizetype>(bin)] += static_cast<double>(m_bins.counts[series][bin]);
    }
    m_chosenBars = add(m_bins.chosen, Qt::transparent);
    m_chosenBars->setPen(QPen(kChosenInPlot, 1.5));
    m_chosenBars->setBrush(QBrush(kChosenInPlot, Qt::BDiagPattern));
    m_chosenBars->removeFromLegend();
    m_plot->legend->setVisible(!ids.empty());
    const double most = total.isEmpty() ? 0 : *std::max_element(total.begin(), total.end());
    m_plot->yAxis->setRange(0, most > 0 ? most * 1.06 : 1);
}

void PlotView::drawDensity()
{
    for (QCPBars* bars : std::exchange(m_bars, {}))
        m_plot->removePlottable(bars);
    if (m_chosenBars)
        m_plot->removePlottable(std::exchange(m_chosenBars, nullptr));
    m_plot->legend->setVisible(false);
    m_density->setPixmap(QPixmap::fromImage(densityPicture()));
    m_density->topLeft->setCoords(m_plot->xAxis->range().lower, m_plot->yAxis->range().upper);
    m_density->bottomRight->setCoords(m_plot->xAxis->range().upper, m_plot->yAxis->range().lower);
}

QColor PlotView::classColor(int id) const
{
    const auto found = std::find_if(m_classes.begin(), m_classes.end(), [id](const Class& c) { return c.id == id; });
    return found == m_classes.end() ? QColor(Qt::gray) : found->color;
}

QImage PlotView::densityPicture() const
{
    // Cells of two pixels: one nucleus alone can still be seen.
    const QSize size = m_plot->axisRect()->size() / 2;
    const DensityGrid grid = densityOf(*m_points, shownX(), shownY(), size.width(), size.height(), m_chosen, m_byClass);
    QImage picture(grid.width, grid.height, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    const double most = std::log1p(static_cast<double>(grid.most()));
    for (int row = 0; row < grid.height; ++row) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(row));
        for (int column = 0; column < grid.width; ++column) {
            const auto cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.width)
                + static_cast<std::size_t>(column);
            if (grid.counts[cell] == 0)
                continue;
            QColor color = grid.chosen[cell] > 0 ? kChosenInPlot : m_byClass ? classColor(grid.classes[cell]) : m_ink;
            // From a third up, so that single nuclei are not lost beside the crowd.
            color.setAlphaF(
                static_cast<float>(0.35 + 0.65 * std::log1p(static_cast<double>(grid.counts[cell])) / most));
            line[column] = color.rgba();
        }
    }
    return picture;
}

void PlotView::applyColors(const QPalette& colors)
{
    m_ink = colors.color(QPalette::Highlight);
    const QColor text = colors.color(QPalette::Text), line = colors.color(QPalette::Mid);
    m_plot->setBackground(colors.color(QPalette::Base));
    m_plot->axisRect()->setBackground(colors.color(QPalette::Base));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setLabelColor(text);
        axis->setTickLabelColor(text);
        axis->setBasePen(QPen(text));
        axis->setTickPen(QPen(text));
        axis->setSubTickPen(QPen(text));
        axis->grid()->setPen(QPen(line, 0, Qt::DotLine));
        axis->grid()->setZeroLinePen(QPen(line));
    }
    m_plot->legend->setTextColor(text);
    m_plot->legend->setBrush(colors.color(QPalette::Base));
    m_plot->legend->setBorderPen(QPen(line));
}

QByteArray PlotView::picture(Picture kind, const QSize& size)
{
    QPalette paper = palette();
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    paper.setColor(QPalette::Mid, QColor(0xc6c6c6));
    applyColors(paper);
    count();
    QByteArray bytes = pictureOf(*m_plot, kind, size);
    applyColors(palette());
    count();
    return bytes;
}

} // namespace nb
