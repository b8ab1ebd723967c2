// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "ui/icons.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QSettings>
#include <QStyleFactory>
#include <QStyleOption>

namespace nb
{

namespace
{

bool systemIsDark = false;
bool dark = false;

struct Greys {
    QColor window, base, button, text, faint, line;
};

Greys greys()
{
    if (dark)
        return {0x2c2c2c, 0x232323, 0x3a3a3a, 0xe8e8e8, 0x8c8c8c, 0x1c1c1c};
    return {0xefefef, 0xffffff, 0xf8f8f8, 0x1e1e1e, 0x8a8a8a, 0xc6c6c6};
}

QPalette paletteOf(const Greys& g)
{
    QPalette palette(g.button, g.window);
    palette.setColor(QPalette::WindowText, g.text);
    palette.setColor(QPalette::Text, g.text);
    palette.setColor(QPalette::ButtonText, g.text);
    palette.setColor(QPalette::Base, g.base);
    palette.setColor(QPalette::AlternateBase, g.window);
    palette.setColor(QPalette::ToolTipBase, g.base);
    palette.setColor(QPalette::ToolTipText, g.text);
    palette.setColor(QPalette::PlaceholderText, g.faint);
    palette.setColor(QPalette::Mid, g.line);
    palette.setColor(QPalette::Highlight, accentColor());
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, dark ? QColor(0x6db8f0) : accentColor());
    palette.setColor(QPalette::LinkVisited, palette.color(QPalette::Link));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, g.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, g.faint);
    return palette;
}

/// Fusion's boxes to tick and to choose are edged in a shade of the window's grey, which on dark grey is not to be
/// seen.
class EdgedStyle : public QProxyStyle
{
public:
    EdgedStyle()
        : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    {
    }
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget = nullptr) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool round = element == PE_IndicatorRadioButton;
        if (!round && element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck)
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(greys().faint, 1));
        painter->setBrush(Qt::NoBrush);
        const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        if (round)
            painter->drawEllipse(edge);
        else
            painter->drawRoundedRect(edge, 1, 1);
        painter->restore();
    }
    /// Qt's own are black and 8 pixels small: that tools are missing went unnoticed.
    QIcon standardIcon(
        StandardPixmap which, const QStyleOption* option = nullptr, const QWidget* widget = nullptr) const override
    {
        if (which == SP_ToolBarVerticalExtensionButton)
            return icon(QStringLiteral("more-down"), kMarkGrey);
        if (which == SP_ToolBarHorizontalExtensionButton)
            return icon(QStringLiteral("more-right"), kMarkGrey);
        return QProxyStyle::standardIcon(which, option, widget);
    }
    int pixelMetric(
        PixelMetric metric, const QStyleOption* option = nullptr, const QWidget* widget = nullptr) const override
    {
        return metric == PM_ToolBarExtensionExtent ? kExtension : QProxyStyle::pixelMetric(metric, option, widget);
    }

private:
    static constexpr int kExtension = 20; // screen pixels
    static constexpr QRgb kMarkGrey = 0xFF888888; // seen in both themes: Qt asks for it once only
};

// Only what the palette cannot say; the names of colours are filled in below.
constexpr auto kStyleSheet = R"(
QToolTip { color: %text; background: %base; border: 1px solid %faint; padding: 3px; }
QToolBar { border: none; background: %window; spacing: 2px; padding: 4px; }
QToolBar QToolButton { padding: 5px; border-radius: 4px; border: 1px solid transparent; }
QToolBar QToolButton#qt_toolbar_ext_button { padding: 0; border-color: %faint; background: %button; }
QToolBar QToolButton:hover, QToolBar QToolButton:focus { border-color: %faint; }
QToolBar QToolButton:checked, QToolBar QToolButton:pressed { background: %button; border-color: %faint; }
QStatusBar { background: %window; }
QStatusBar::item { border: none; }
QMainWindow::separator { width: 1px; height: 1px; background: %line; }
QPushButton#primary { background: %accent; color: white; border: 1px solid %accent; border-radius: 4px; padding: 7px 14px; font-weight: 600; }
QPushButton#primary:hover { background: %accentHover; }
QPushButton#primary:focus { border: 2px solid %text; padding: 6px 13px; }
QPushButton#primary:disabled { background: %button; color: %faint; border-color: %line; }
QFrame#banner { background: %base; border: none; border-bottom: 1px solid %line; }
QLabel#title { font-size: 17pt; font-weight: 600; }
QLabel#heading { font-weight: 600; }
QLabel#faint, QLabel#modelAbout { color: %quiet; }
QListWidget#recent { background: transparent; border: none; }
QListWidget#recent::item { padding: 5px 4px; border-radius: 4px; }
QListWidget#recent::item:hover { background: %button; }
QListWidget#recent::item:selected { background: %button; color: %text; border: 1px solid %faint; }
QScrollArea { background: transparent; border: none; }
)";

QString styleSheetOf(const Greys& g)
{
    QString sheet = QString::fromLatin1(kStyleSheet);
    // Longer names first: %accent is the beginning of %accentHover.
    sheet.replace(QLatin1String("%accentHover"), accentColor().lighter(112).name());
    sheet.replace(QLatin1String("%accent"), accentColor().name());
    sheet.replace(QLatin1String("%window"), g.window.name());
    sheet.replace(QLatin1String("%base"), g.base.name());
    sheet.replace(QLatin1String("%button"), g.button.name());
    sheet.replace(QLatin1String("%text"), g.text.name());
    sheet.replace(QLatin1String("%faint"), g.faint.name());
    sheet.replace(QLatin1String("%quiet"), dark ? QStringLiteral("#b4b4b4") : QStringLiteral("#585858"));
    sheet.replace(QLatin1String("%line"), g.line.name());
    return sheet;
}

} // namespace

void rememberSystemTheme()
{
    systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
}

void applyTheme(Theme theme)
{
    dark = theme == Theme::Dark || (theme == Theme::System && systemIsDark);
    QApplication::setStyle(new EdgedStyle);
    QApplication::setPalette(paletteOf(greys()));
    qApp->setStyleSheet(styleSheetOf(greys()));
}

bool darkTheme()
{
    return dark;
}

Theme storedTheme()
{
    const QString name = QSettings().value(QStringLiteral("window/theme")).toString();
    if (name == QLatin1String("light"))
        return Theme::Light;
    return name == QLatin1String("dark") ? Theme::Dark : Theme::System;
}

void storeTheme(Theme theme)
{
    static constexpr const char* kNames[] = {"system", "light", "dark"};
    QSettings().setValue(QStringLiteral("window/theme"), QLatin1String(kNames[static_cast<int>(theme)]));
}

QColor warningColor()
{
    return dark ? QColor(0xf0b429) : QColor(0x8a5a00);
}

QColor errorColor()
{
    return dark ? QColor(0xff8a80) : QColor(0xb3261e);
}

QColor accentColor()
{
    return {0x2a76b8};
}

} // namespace nb
