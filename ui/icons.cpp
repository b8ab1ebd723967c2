// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace nb
{

QPixmap iconPixmap(const QString& name, const QColor& color, int size, double pixelRatio)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QPixmap picture(QSize(size, size) * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    if (!file.open(QIODevice::ReadOnly))
        return picture;
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(drawing);
    QPainter painter(&picture);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return picture;
}

QIcon icon(const QString& name, const QColor& color)
{
    const QColor faint = qApp->palette().color(QPalette::Disabled, QPalette::WindowText);
    QIcon made;
    for (const double ratio : {1.0, 2.0}) {
        for (const int size : {16, 20, 24, 32}) {
            made.addPixmap(iconPixmap(name, color, size, ratio));
            made.addPixmap(iconPixmap(name, faint, size, ratio), QIcon::Disabled);
        }
    }
    return made;
}

QIcon icon(const QString& name)
{
    return icon(name, qApp->palette().color(QPalette::WindowText));
}

QIcon programIcon()
{
    return QIcon(QStringLiteral(":/icons/nucleoscope.svg"));
}

} // namespace nb
