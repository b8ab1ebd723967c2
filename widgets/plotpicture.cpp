// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plotpicture.h"

#include "widgets/customplot.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace nb
{

namespace
{

constexpr int kDotsPerInch = 96;
constexpr double kFiner = 2; // print is finer than a screen

void paint(QCustomPlot& plot, QPaintDevice& device, const QSize& size)
{
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized);
    plot.toPainter(&painter, size.width(), size.height());
}

} // namespace

QByteArray pictureOf(QCustomPlot& plot, PlotPicture kind, const QSize& size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (kind == PlotPicture::Png) {
        plot.toPixmap(size.width(), size.height(), kFiner).save(&buffer, "PNG");
    } else if (kind == PlotPicture::Svg) {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize(size);
        svg.setViewBox(QRect(QPoint(0, 0), size));
        paint(plot, svg, size);
    } else {
        QPdfWriter pdf(&buffer);
        pdf.setResolution(kDotsPerInch);
        pdf.setPageSize(QPageSize(QSizeF(size) * 72.0 / kDotsPerInch, QPageSize::Point));
        pdf.setPageMargins(QMarginsF());
        paint(plot, pdf, size);
    }
    return bytes;
}

} // namespace nb
