// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/banner.h"

#include "ui/enginetexts.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace nb
{

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
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
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addLayout(m_actions);
    row->addWidget(close, 0, Qt::AlignVCenter);
    hide();
}

void Banner::tell(Severity severity, const QString& text, const QList<BannerAction>& actions)
{
    m_severity = severity;
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button whose click brought us here
        delete item;
    }
    for (const BannerAction& action : actions) {
        auto* button = new QPushButton(action.label, this);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            dismiss();
            run();
        });
        m_actions->addWidget(button);
    }
    m_text->setText(text);
    m_text->setToolTip(text); // whole where the window is too small for it
    static const char* const kSpoken[] = {QT_TR_NOOP("Note"), QT_TR_NOOP("Warning"), QT_TR_NOOP("Error")};
    setAccessibleName(tr(kSpoken[static_cast<int>(severity)]) + QStringLiteral(": ") + text);
    showIcon();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::tell(const QString& headline, const Error& error, const QList<BannerAction>& actions)
{
    tell(Severity::Failure, headline + QLatin1Char(' ') + describe(error), actions);
    if (!error.path.empty())
        m_text->setToolTip(m_text->text() + QLatin1Char('\n') + QString::fromStdString(error.path));
}

void Banner::dismiss()
{
    hide();
    m_text->clear();
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
    const auto i = static_cast<std::size_t>(m_severity);
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
