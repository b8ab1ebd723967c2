// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferencesdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace nb
{

PreferencesDialog::PreferencesDialog(QWidget* parent)
    : QDialog(parent)
    , m_theme(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_motion(new QCheckBox(tr("&Reduce motion: no gliding, no flying zoom"), this))
    , m_wheel(new QComboBox(this))
    , m_author(new QLineEdit(this))
    , m_restart(new QLabel(tr("The language changes when the program is started again."), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the style's own is black on dark
    auto* reset = buttons->addButton(tr("Everything as at first"), QDialogButtonBox::ResetRole);
    reset->setToolTip(tr("All preferences, keys and places of panels. Slides and cases are not touched."));
    reset->setAutoDefault(false);
    auto* forget = buttons->addButton(tr("Forget recent files"), QDialogButtonBox::ActionRole);
    forget->setToolTip(tr("File names can identify a patient."));
    forget->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(forget, &QPushButton::clicked, this, &PreferencesDialog::clearRecentRequested);
    connect(reset, &QPushButton::clicked, this, [this] {
        Preferences::resetAll();
        show({});
        Q_EMIT resetRequested();
        Q_EMIT changed({});
    });
    auto* rows = new QVBoxLayout(this);
    rows->setSpacing(14);
    rows->addLayout(makeForm());
    m_restart->setObjectName(QStringLiteral("faint"));
    rows->addWidget(m_restart);
    rows->addStretch(1);
    rows->addWidget(buttons);
    m_restart->hide();
    show(Preferences::stored());
    for (QComboBox* box : {m_theme, m_language, m_wheel})
        connect(box, &QComboBox::currentIndexChanged, this, &PreferencesDialog::take);
    connect(m_motion, &QCheckBox::toggled, this, &PreferencesDialog::take);
    connect(m_author, &QLineEdit::editingFinished, this, &PreferencesDialog::take);
    resize(520, sizeHint().height());
}

QFormLayout* PreferencesDialog::makeForm()
{
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_wheel->addItems({tr("zooms out (as in QuPath)"), tr("zooms in")});
    m_author->setPlaceholderText(Preferences{}.authorName());
    auto* form = new QFormLayout;
    form->setSpacing(10);
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("Turning the &wheel towards you"), m_wheel);
    form->addRow(QString(), m_motion);
    form->addRow(tr("Your &name, noted with what you change"), m_author);
    return form;
}

void PreferencesDialog::show(const Preferences& preferences)
{
    m_showing = true;
    m_theme->setCurrentIndex(static_cast<int>(preferences.theme));
    m_language->setCurrentIndex(std::max(m_language->findData(preferences.language), 0));
    m_wheel->setCurrentIndex(preferences.wheelTowardsZoomsOut ? 0 : 1);
    m_motion->setChecked(preferences.reducedMotion);
    m_author->setText(preferences.author);
    m_showing = false;
}

void PreferencesDialog::take()
{
    if (m_showing)
        return;
    const Preferences before = Preferences::stored();
    Preferences value;
    value.theme = static_cast<Theme>(m_theme->currentIndex());
    value.language = m_language->currentData().toString();
    value.wheelTowardsZoomsOut = m_wheel->currentIndex() == 0;
    value.reducedMotion = m_motion->isChecked();
    value.author = m_author->text().trimmed();
    if (value == before)
        return;
    if (value.language != before.language)
        m_restart->show();
    value.store();
    Q_EMIT changed(value);
}

} // namespace nb
