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
    painter.setPen(QPen(QColor(128, 128, 128), 1)); // so that one like the ground is still seen
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(0.5, 0.5, 11, 11), 3, 3);
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

} // namespace nb
