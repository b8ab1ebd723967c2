// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colourlegend.h"

#include "ui/outlinecolouring.h"

#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

namespace nb
{

namespace
{

constexpr int kStripHeight = 12;
constexpr int kGap = 6;

QImage strip(ColourTable table, const QSize& size, bool fading)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white); // what a slide mostly is under it
    QPainter painter(&image);
    for (int x = 0; x < size.width(); ++x) {
        const int value = 255 * x / std::max(size.width() - 1, 1);
        QColor colour = QColor::fromRgb(
            fading ? colours(table)[static_cast<std::size_t>(value)] : lineColour(colours(table), value / 255.0));
        if (fading)
            colour.setAlpha(value);
        painter.fillRect(x, 0, 1, size.height(), colour);
    }
    return image;
}

} // namespace

ColourLegend::ColourLegend(const QString& name, bool fading, QWidget* parent)
    : QToolButton(parent)
    , m_name(name)
    , m_fading(fading)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    for (const ColourTable table : allColourTables()) {
        QAction* action
            = menu->addAction(QPixmap::fromImage(strip(table, QSize(48, kStripHeight), false)), nameOf(table));
        connect(action, &QAction::triggered, this, [this, table] { Q_EMIT tableChosen(table); });
    }
    setMenu(menu);
    describe();
}

void ColourLegend::setTable(ColourTable table)
{
    m_table = table;
    describe();
}

void ColourLegend::setEnds(const QString& low, const QString& high)
{
    m_low = low;
    m_high = high;
    describe();
}

void ColourLegend::describe()
{
    setAccessibleName(tr("Colours of %1").arg(m_name));
    setAccessibleDescription(tr("%1, from %2 to %3").arg(nameOf(m_table), m_low, m_high));
    setToolTip(tr("Colours: %1. Click to choose others.").arg(nameOf(m_table)));
    updateGeometry();
    update();
}

QSize ColourLegend::sizeHint() const
{
    const int texts = fontMetrics().horizontalAdvance(m_low) + fontMetrics().horizontalAdvance(m_high);
    return {texts + 2 * kGap + 60, std::max(fontMetrics().height(), kStripHeight) + 6};
}

void ColourLegend::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect inner = rect().adjusted(2, 0, -2, 0);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, m_low);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, m_high);
    const int left = inner.left() + fontMetrics().horizontalAdvance(m_low) + kGap,
              right = inner.right() - fontMetrics().horizontalAdvance(m_high) - kGap;
    const QRect bar(left, (height() - kStripHeight) / 2, std::max(right - left, 10), kStripHeight);
    painter.drawImage(bar, strip(m_table, bar.size(), m_fading));
    painter.setPen(QColor(128, 128, 128));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    if (hasFocus() || underMouse()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace nb
