// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pixelsizedialog.h"

#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace nb
{

namespace
{

constexpr double kMostTyped = 100000;

void inWarningColour(QLabel& label)
{
    QPalette colors = label.palette();
    colors.setColor(QPalette::WindowText, warningColor());
    label.setPalette(colors);
}

} // namespace

QString PixelSizeDialog::whatTheFileSays(const SlideInfo& slide)
{
    if (slide.pixelSize)
        return tr("The file says %1 µm/px. Change it only if you know that this is wrong.")
            .arg(QLocale().toString(slide.pixelSize->x, 'g', 4));
    if (!slide.impossiblePixelSize.empty())
        return tr(
            "The file says %1 µm/px, which no microscope has. Your scanner's settings say how large its pixels are.")
            .arg(QString::fromStdString(slide.impossiblePixelSize));
    return tr("The file does not say how large its pixels are. Your scanner's settings do.");
}

PixelSizeDialog::PixelSizeDialog(
    const SlideInfo& slide, std::optional<PixelSize> inUse, bool nucleiFound, QWidget* parent)
    : QDialog(parent)
    , m_value(new QDoubleSpinBox(this))
{
    setWindowTitle(tr("Pixel size"));
    auto* text = new QLabel(whatTheFileSays(slide), this);
    text->setWordWrap(true);
    m_value->setDecimals(4);
    m_value->setRange(0, kMostTyped); // so that what is wrong can be said of it
    m_value->setSingleStep(0.01);
    m_value->setSuffix(tr(" µm/px"));
    m_value->setValue(inUse ? inUse->x : 0.25);
    auto* form = new QFormLayout;
    form->addRow(tr("A pixel of the slide &measures"), m_value);
    form->addRow(tr("Scanned at"), makePresets());
    auto* objection = new QLabel(
        tr("A pixel of a microscope's slide measures 0.01 to 100 µm; scanned at 40×, it is about 0.25 µm."), this);
    objection->setObjectName(QStringLiteral("objection"));
    objection->setWordWrap(true);
    inWarningColour(*objection);
    QDialogButtonBox* const buttons = makeButtons(*objection, slide.pixelSize.has_value());
    auto* rows = new QVBoxLayout(this);
    rows->setSpacing(12);
    rows->addWidget(text);
    rows->addLayout(form);
    rows->addWidget(objection);
    if (nucleiFound) {
        auto* warning
            = new QLabel(tr("The nuclei found so far are removed, because at another pixel size they are others. "
                            "Undo brings them back, with the pixel size as it is now."),
                this);
        warning->setWordWrap(true);
        inWarningColour(*warning);
        rows->addWidget(warning);
    }
    rows->addWidget(buttons);
    m_value->selectAll();
    m_value->setFocus();
}

QHBoxLayout* PixelSizeDialog::makePresets()
{
    auto* presets = new QHBoxLayout;
    for (const auto& [label, size] : {std::pair{tr("40×"), 0.25}, {tr("20×"), 0.5}, {tr("10×"), 1.0}}) {
        auto* preset = new QPushButton(label, this);
        preset->setToolTip(tr("As scanned at %1: %2 µm/px").arg(label, QLocale().toString(size)));
        preset->setAutoDefault(false);
        connect(preset, &QPushButton::clicked, this, [this, value = size] { m_value->setValue(value); });
        presets->addWidget(preset);
    }
    return presets;
}

/// `objection` is shown while the number cannot be.
QDialogButtonBox* PixelSizeDialog::makeButtons(QLabel& objection, bool fileSays)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({}); // the style's own is black on dark
    auto* use = buttons->addButton(tr("Use this"), QDialogButtonBox::AcceptRole);
    const auto judge = [this, use, &objection] {
        const bool possible = PixelSize{m_value->value(), m_value->value()}.plausible();
        use->setEnabled(possible);
        objection.setVisible(!possible);
    };
    connect(m_value, &QDoubleSpinBox::valueChanged, this, judge);
    judge();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(PixelSize{m_value->value(), m_value->value()});
        accept();
    });
    if (fileSays) {
        auto* back = buttons->addButton(tr("Use the file's"), QDialogButtonBox::ResetRole);
        connect(back, &QPushButton::clicked, this, [this] {
            Q_EMIT chosen(std::nullopt);
            accept();
        });
    }
    return buttons;
}

} // namespace nb
