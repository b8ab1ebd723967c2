// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/classdialog.h"

#include "engine/document/classpalette.h"
#include "ui/panelpieces.h"

#include <QButtonGroup>
#include <QColorDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace nb
{

const std::vector<std::uint32_t>& classColours()
{
    // Those that new cases begin with, then some more that are told apart by lightness.
    static const std::vector<std::uint32_t> kColours = [] {
        std::vector<std::uint32_t> colours(kClassPalette.begin(), kClassPalette.end());
        colours.insert(colours.end(), {0xffff00, 0x00c8c8, 0xffffff});
        return colours;
    }();
    return kColours;
}

ClassDialog::ClassDialog(const ClassRecord& record, std::vector<ClassRecord> others,
    std::function<std::optional<QString>(const QKeySequence&)> takenBy, QWidget* parent)
    : QDialog(parent)
    , m_record(record)
    , m_others(std::move(others))
    , m_takenBy(std::move(takenBy))
    , m_name(new QLineEdit(QString::fromStdString(record.name), this))
    , m_key(new QKeySequenceEdit(QKeySequence(QString::fromStdString(record.key), QKeySequence::PortableText), this))
    , m_complaint(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(record.id == 0 ? tr("New class") : tr("Class"));
    setWindowModality(Qt::WindowModal);
    m_name->setMaxLength(60);
    m_key->setToolTip(tr("Press the key that shall give this class to the selected nuclei"));
    auto* noKey = new QToolButton(this);
    noKey->setText(tr("None"));
    noKey->setToolTip(tr("No key for this class"));
    auto* keyRow = new QHBoxLayout;
    keyRow->addWidget(m_key, 1);
    keyRow->addWidget(noKey);
    m_complaint->setWordWrap(true);
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("Colour:"), makeColours());
    form->addRow(tr("&Key:"), keyRow);
    form->addRow(m_complaint);
    form->addRow(m_buttons);
    connect(noKey, &QToolButton::clicked, m_key, &QKeySequenceEdit::clear);
    connect(m_name, &QLineEdit::textChanged, this, &ClassDialog::check);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, [this](const QKeySequence& keys) {
        if (keys.count() > 1) // one press, not several after each other
            m_key->setKeySequence(QKeySequence(keys[0]));
        check();
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(this->record()); });
    check();
}

QWidget* ClassDialog::makeColours()
{
    auto* group = new QWidget(this);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_colours = new QButtonGroup(this);
    const auto add = [&](const QString& name) {
        auto* button = new QToolButton(group);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(name);
        row->addWidget(button);
        return button;
    };
    for (std::size_t i = 0; i < classColours().size(); ++i) {
        const QColor colour = QColor::fromRgb(classColours()[i]);
        auto* button = add(tr("Colour %1").arg(colour.name()));
        button->setIcon(colourSwatch(colour, devicePixelRatioF()));
        m_colours->addButton(button, static_cast<int>(i));
    }
    m_other = add(tr("Another colour…"));
    m_colours->addButton(m_other, -2); // -1 is "give me a number"
    connect(m_colours, &QButtonGroup::idClicked, this, [this](int id) {
        if (id >= 0)
            m_record.color = classColours()[static_cast<std::size_t>(id)];
        else
            chooseOtherColour();
        showColour();
    });
    showColour();
    return group;
}

void ClassDialog::chooseOtherColour()
{
    auto* dialog = new QColorDialog(QColor::fromRgb(m_record.color), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor& colour) {
        m_record.color = colour.rgb() & 0xffffffU;
        showColour();
    });
    dialog->open();
}

void ClassDialog::showColour()
{
    const auto& safe = classColours();
    const auto found = std::find(safe.begin(), safe.end(), m_record.color);
    if (found != safe.end())
        m_colours->button(static_cast<int>(found - safe.begin()))->setChecked(true);
    else
        m_other->setChecked(true);
    const QColor other = found == safe.end() ? QColor::fromRgb(m_record.color) : QColor(128, 128, 128);
    static_cast<QToolButton*>(m_other)->setIcon(colourSwatch(other, devicePixelRatioF()));
    static_cast<QToolButton*>(m_other)->setText(tr("…"));
    static_cast<QToolButton*>(m_other)->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

ClassRecord ClassDialog::record() const
{
    ClassRecord record = m_record;
    record.name = m_name->text().trimmed().toStdString();
    record.key = m_key->keySequence().toString(QKeySequence::PortableText).toStdString();
    return record;
}

/// Why it cannot be taken so; empty where it can.
QString ClassDialog::complaint() const
{
    const ClassRecord now = record();
    if (now.name.empty())
        return tr("The class needs a name.");
    for (const ClassRecord& other : m_others) {
        if (other.name == now.name)
            return tr("There is a class “%1” already.").arg(QString::fromStdString(now.name));
        if (!now.key.empty() && other.key == now.key)
            return tr("The key %1 belongs to the class “%2”.")
                .arg(m_key->keySequence().toString(QKeySequence::NativeText), QString::fromStdString(other.name));
    }
    if (const auto what = now.key.empty() ? std::nullopt : m_takenBy(m_key->keySequence()))
        return tr("The key %1 is taken: %2. Choose another, such as Z or F6.")
            .arg(m_key->keySequence().toString(QKeySequence::NativeText), *what);
    return {};
}

void ClassDialog::check()
{
    const QString what = complaint();
    m_complaint->setText(what);
    m_complaint->setVisible(!what.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(what.isEmpty());
}

} // namespace nb
