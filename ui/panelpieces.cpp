// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panelpieces.h"

#include <QAction>
#include <QBuffer>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace nb
{

QLabel* panelHeading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(QStringLiteral("heading"));
    return label;
}

QLabel* panelParagraph(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(QStringLiteral("faint"));
    return label;
}

QVBoxLayout* panelRows(QWidget* group)
{
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    return rows;
}

QPushButton* panelButton(QAction* action, const QString& text, QWidget* parent)
{
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    auto* button = new QPushButton(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key), parent);
    button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    const auto follow = [action, button] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    follow();
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, follow);
    return button;
}

QPixmap colourSwatch(const QColor& colour, double pixelRatio)
{
    QPixmap picture(QSize(12, 12) * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(150, 150, 150), 1.5)); // so that one like the ground is still seen
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(0.75, 0.75, 10.5, 10.5), 3, 3);
    return picture;
}

QString colourSwatchHtml(const QColor& colour)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    colourSwatch(colour, 2).save(&buffer, "PNG");
    return QStringLiteral("<img width=\"11\" height=\"11\" src=\"data:image/png;base64,%1\">")
        .arg(QString::fromLatin1(png.toBase64()));
}

QString colourKeyHtml(const QList<std::pair<QColor, QString>>& entries)
{
    constexpr int kBeside = 2; // entries in a row
    QString rows;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (i % kBeside == 0)
            rows += i == 0 ? QStringLiteral("<tr>") : QStringLiteral("</tr><tr>");
        rows += QStringLiteral("<td>%1</td><td style=\"padding-right:10px\">%2</td>")
                    .arg(colourSwatchHtml(entries[i].first), entries[i].second.toHtmlEscaped());
    }
    return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"2\">%1</tr></table>").arg(rows);
}

} // namespace nb
