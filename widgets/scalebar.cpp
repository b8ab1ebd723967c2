// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scalebar.h"

#include <QPainter>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kMostPixels = 160;
constexpr int kMargin = 8;
constexpr int kTick = 5;

/// The largest of 1, 2, 5 · 10^n that is no more than `most`.
double roundBelow(double most)
{
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double step : {10.0, 5.0, 2.0})
        if (step * power <= most * (1 + 1e-9))
            return step * power;
    return power;
}

QString textOf(double value, bool inPixels)
{
    if (inPixels)
        return ScaleBar::tr("%1 px").arg(value, 0, 'g', 6);
    if (value >= 1000)
        return ScaleBar::tr("%1 mm").arg(value / 1000, 0, 'g', 6);
    if (value < 1)
        return ScaleBar::tr("%1 nm").arg(value * 1000, 0, 'g', 6);
    return ScaleBar::tr("%1 µm").arg(value, 0, 'g', 6);
}

} // namespace

ScaleBarLength scaleBarLength(double unitsPerScreenPixel, double maxPixels, bool inPixels)
{
    if (!std::isfinite(unitsPerScreenPixel) || unitsPerScreenPixel <= 0 || maxPixels <= 0)
        return {};
    ScaleBarLength length;
    length.value = roundBelow(unitsPerScreenPixel * maxPixels);
    length.screenPixels = length.value / unitsPerScreenPixel;
    length.text = textOf(length.value, inPixels);
    return length;
}

ScaleBar::ScaleBar(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Scale bar"));
}

void ScaleBar::setScale(double unitsPerScreenPixel, bool inPixels)
{
    const ScaleBarLength length = scaleBarLength(unitsPerScreenPixel, kMostPixels, inPixels);
    if (length.text == m_length.text && length.screenPixels == m_length.screenPixels)
        return;
    m_length = length;
    setAccessibleDescription(m_length.text);
    updateGeometry();
    resize(sizeHint());
    update();
}

QSize ScaleBar::sizeHint() const
{
    return {static_cast<int>(std::ceil(kMostPixels)) + 2 * kMargin, fontMetrics().height() + kTick + 2 * kMargin};
}

void ScaleBar::paintEvent(QPaintEvent* /*event*/)
{
    if (m_length.text.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = m_length.screenPixels;
    const QRectF plate(
        0, 0, std::max<double>(width, fontMetrics().horizontalAdvance(m_length.text)) + 2 * kMargin, height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 215));
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(QColor(20, 20, 20));
    painter.drawText(QRectF(kMargin, kMargin - 3, plate.width() - 2 * kMargin, fontMetrics().height()),
        Qt::AlignHCenter | Qt::AlignTop, m_length.text);
    // The bar's outer edges are the length, to the pixel's fraction.
    const double base = height() - kMargin;
    painter.fillRect(QRectF(kMargin, base - 2, width, 2), QColor(20, 20, 20));
    painter.fillRect(QRectF(kMargin, base - kTick, 1.5, kTick), QColor(20, 20, 20));
    painter.fillRect(QRectF(kMargin + width - 1.5, base - kTick, 1.5, kTick), QColor(20, 20, 20));
}

} // namespace nb
