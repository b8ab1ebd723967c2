// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/findingtexts.h"

#include "widgets/findinglayer.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>

namespace nb
{

namespace
{

struct FindingTexts {
    Q_DECLARE_TR_FUNCTIONS(nb::FindingTexts)
};

constexpr Finding kMistakes[] = {Finding::Missed, Finding::False, Finding::Merged, Finding::Split};

QPixmap sample(Finding finding, double pixelRatio)
{
    QPixmap picture(QSize(30, 12) * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const FindingStyle style = findingStyle(finding);
    // With a light casing, as on the slide: dark blue on a dark window would hardly be seen.
    for (const QPen& pen : {QPen(QColor(255, 255, 255, 210), 5), QPen(style.color, 2.5, style.line, Qt::FlatCap)}) {
        painter.setPen(pen);
        painter.drawLine(QPointF(0, 6), QPointF(30, 6));
    }
    return picture;
}

} // namespace

QString findingText(Finding finding)
{
    switch (finding) {
    case Finding::Missed:
        return FindingTexts::tr("Missed");
    case Finding::False:
        return FindingTexts::tr("False");
    case Finding::Merged:
        return FindingTexts::tr("Merged");
    case Finding::Split:
        return FindingTexts::tr("Split");
    case Finding::Matched:
        return FindingTexts::tr("Found");
    }
    return {};
}

QString findingMeaning(Finding finding)
{
    switch (finding) {
    case Finding::Missed:
        return FindingTexts::tr("A nucleus that nothing found");
    case Finding::False:
        return FindingTexts::tr("Found where there is no nucleus");
    case Finding::Merged:
        return FindingTexts::tr("A nucleus swallowed by what was found for its neighbour");
    case Finding::Split:
        return FindingTexts::tr("A piece of a nucleus that was found already");
    case Finding::Matched:
        return FindingTexts::tr("Found");
    }
    return {};
}

QWidget* findingLegend(QWidget* parent)
{
    auto* legend = new QWidget(parent);
    auto* grid = new QGridLayout(legend);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    int at = 0;
    for (const Finding finding : kMistakes) {
        auto* line = new QLabel(legend);
        line->setPixmap(sample(finding, parent->devicePixelRatioF()));
        auto* text = new QLabel(findingText(finding), legend);
        for (QLabel* label : {line, text})
            label->setToolTip(findingMeaning(finding));
        grid->addWidget(line, at / 2, 2 * (at % 2));
        grid->addWidget(text, at / 2, 2 * (at % 2) + 1);
        ++at;
    }
    grid->setColumnStretch(4, 1);
    return legend;
}

} // namespace nb
