// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samplesheet.h"

#include "ui/teachpictures.h"

#include <QPainter>

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kGap = 4;
constexpr int kColumns = 3;
constexpr int kLeastSide = 96, kMostSide = 192; // pixels of the screen; a usual patch has 192
constexpr int kHeadingFlags = Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap;

} // namespace

SampleSheet::SampleSheet(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Samples: what is shown, what the model should say, what it says now"));
}

QStringList SampleSheet::headings() const
{
    return {tr("Is shown"), tr("Should say"), tr("Says now")};
}

void SampleSheet::show(const std::vector<PreviewSample>& samples)
{
    m_rows.clear();
    for (const PreviewSample& preview : samples)
        m_rows.push_back({imageOf(preview.sample.rgb), targetPicture(preview.sample.rgb, preview.sample.target),
            mapPicture(preview.sample.rgb, preview.now)});
    updateGeometry();
    update();
    QWidget::show();
}

int SampleSheet::sideFor(int width) const
{
    return std::clamp((width - (kColumns - 1) * kGap) / kColumns, kLeastSide, kMostSide);
}

int SampleSheet::headingHeight(int side) const
{
    int height = 0;
    for (const QString& heading : headings())
        height = std::max(height, fontMetrics().boundingRect(QRect(0, 0, side, 1000), kHeadingFlags, heading).height());
    return height + kGap;
}

int SampleSheet::heightForWidth(int width) const
{
    const int side = sideFor(width);
    return headingHeight(side) + static_cast<int>(m_rows.size()) * (side + kGap);
}

QSize SampleSheet::minimumSizeHint() const
{
    const int width = kColumns * kLeastSide + (kColumns - 1) * kGap;
    return {width, heightForWidth(width)};
}

QSize SampleSheet::sizeHint() const
{
    return minimumSizeHint();
}

QRect SampleSheet::place(int row, int column) const
{
    const int side = sideFor(width());
    return {column * (side + kGap), headingHeight(side) + row * (side + kGap), side, side};
}

void SampleSheet::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(palette().color(QPalette::WindowText));
    const QStringList texts = headings();
    for (int column = 0; column < kColumns; ++column) {
        const QRect first = place(0, column);
        painter.drawText(QRect(first.left(), 0, first.width(), first.top() - kGap), kHeadingFlags, texts[column]);
        for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
            painter.drawImage(
                place(row, column), m_rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
    }
}

} // namespace nb
