// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/banner.h"

#include "ui/enginetexts.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace nb
{

namespace
{
constexpr int kLeastText = 340; // screen pixels for icon, text and the cross beside the actions
} // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_rows(new QGridLayout(this))
    , m_actions(new QHBoxLayout)
{
    setObjectName(QStringLiteral("banner"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeBanner"));
    close->setAutoRaise(true);
    close->setIcon(icon(QStringLiteral("close")));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &Banner::dismiss);
    m_rows->setContentsMargins(12, 8, 8, 8);
    m_rows->setHorizontalSpacing(10);
    m_rows->setColumnStretch(1, 1);
    m_rows->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    m_rows->addWidget(m_text, 0, 1);
    m_rows->addLayout(m_actions, 0, 2);
    m_rows->addWidget(close, 0, 3, Qt::AlignVCenter);
    m_actions->addStretch(1); // before the actions, which stand at the right
    hide();
}

void Banner::tell(Severity severity, const QString& text, const QList<BannerAction>& actions, Cause cause)
{
    tell(Message{severity, text, text, actions, cause});
}

void Banner::tell(const QString& headline, const Error& error, const QList<BannerAction>& actions)
{
    const QString text = headline + QLatin1Char(' ') + describe(error);
    const QString path = QString::fromStdString(error.path);
    tell(Message{
        Severity::Failure, text, path.isEmpty() ? text : text + QLatin1Char('\n') + path, actions, Cause::None});
}

void Banner::tell(Message message)
{
    if (!isHidden() && m_message.severity != Severity::Note)
        m_below.append(m_message);
    m_below.removeIf([&message](const Message& older) {
        return older.text == message.text || (message.cause != Cause::None && older.cause == message.cause);
    });
    m_message = std::move(message);
    present();
}

void Banner::present()
{
    while (QLayoutItem* item = m_actions->takeAt(1)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button whose click brought us here
        delete item;
    }
    for (const BannerAction& action : m_message.actions) {
        auto* button = new QPushButton(action.label, this);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            dismiss();
            run();
        });
        m_actions->addWidget(button);
    }
    arrange();
    m_text->setText(m_message.text);
    m_text->setToolTip(m_message.toolTip); // whole where the window is too small for it
    static const char* const kSpoken[] = {QT_TR_NOOP("Note"), QT_TR_NOOP("Warning"), QT_TR_NOOP("Error")};
    setAccessibleName(tr(kSpoken[static_cast<int>(m_message.severity)]) + QStringLiteral(": ") + m_message.text);
    showIcon();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// Beside the text where there is room for both, else below it.
void Banner::arrange()
{
    const int beside = m_actions->sizeHint().width();
    const bool narrow = beside > 0 && width() < beside + kLeastText;
    if (std::exchange(m_narrow, narrow) == narrow)
        return;
    m_rows->removeItem(m_actions);
    if (narrow)
        m_rows->addLayout(m_actions, 1, 0, 1, 4);
    else
        m_rows->addLayout(m_actions, 0, 2);
}

void Banner::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
    Q_EMIT heightChanged(isVisible() ? height() : 0);
}

void Banner::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    Q_EMIT heightChanged(height());
}

void Banner::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    Q_EMIT heightChanged(0);
}

void Banner::dismiss()
{
    if (m_below.isEmpty()) {
        clear();
        return;
    }
    m_message = m_below.takeLast();
    present();
}

void Banner::withdraw(Cause cause)
{
    m_below.removeIf([cause](const Message& older) { return older.cause == cause; });
    if (!isHidden() && m_message.cause == cause)
        dismiss();
}

void Banner::clear()
{
    m_below.clear();
    m_message = {};
    hide();
    m_text->clear();
}

QStringList Banner::standing() const
{
    QStringList texts;
    if (!isHidden())
        texts.append(m_message.text);
    for (auto older = m_below.rbegin(); older != m_below.rend(); ++older)
        texts.append(older->text);
    return texts;
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        showIcon();
        if (auto* close = findChild<QToolButton*>(QStringLiteral("closeBanner")))
            close->setIcon(icon(QStringLiteral("close")));
    }
    QFrame::changeEvent(event);
}

void Banner::showIcon()
{
    static constexpr const char* kIcons[] = {"info", "warning", "error"};
    const QColor colors[] = {palette().color(QPalette::Link), warningColor(), errorColor()};
    const auto i = static_cast<std::size_t>(m_message.severity);
    m_icon->setPixmap(iconPixmap(QLatin1String(kIcons[i]), colors[i], 22, devicePixelRatioF()));
}

QString describe(const Error& error)
{
    QString line = engineText(error.what);
    if (!error.path.empty())
        line += QStringLiteral(" (%1)").arg(QFileInfo(QString::fromStdString(error.path)).fileName());
    if (!line.isEmpty() && !line.endsWith(QLatin1Char('.')))
        line += QLatin1Char('.');
    if (!error.remedy.empty())
        line += QLatin1Char(' ') + engineText(error.remedy)
            + (error.remedy.back() == '.' ? QString() : QStringLiteral("."));
    return line;
}

} // namespace nb
