// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layerrow.h"

#include "ui/colourlegend.h"
#include "ui/icons.h"
#include "ui/panelpieces.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace nb
{

namespace
{

constexpr int kPercentPerStep = 5;

} // namespace

LayerRow::LayerRow(const QString& name, const QString& shortcut, const QColor& color, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_eye(new QToolButton(this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_percent(new QLabel(this))
    , m_mark(new QLabel(this))
{
    m_eye->setCheckable(true);
    m_eye->setAutoRaise(true);
    m_eye->setIconSize(QSize(20, 20));
    m_eye->setAccessibleName(tr("Show %1").arg(name));
    m_eye->setToolTip(tr("Show or hide: %1 (key %2)").arg(name, shortcut));
    connect(m_eye, &QToolButton::toggled, this, [this](bool on) {
        showEye();
        Q_EMIT visibleChosen(on);
    });
    m_opacity->setRange(0, 100);
    m_opacity->setSingleStep(kPercentPerStep);
    m_opacity->setPageStep(4 * kPercentPerStep);
    m_opacity->setAccessibleName(tr("Opacity of %1").arg(name));
    m_opacity->setToolTip(m_opacity->accessibleName());
    connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
        m_percent->setText(tr("%1 %").arg(percent));
        Q_EMIT opacityChosen(percent / 100.0);
    });
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(tr("%1 %").arg(100)));
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_mark->setObjectName(QStringLiteral("swatch"));
    showColour(color);
    auto* label = new QLabel(name, this);
    auto* key = new QLabel(shortcut, this);
    key->setObjectName(QStringLiteral("faint"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_eye, 0, 0, 2, 1);
    grid->addWidget(m_mark, 0, 1);
    grid->addWidget(label, 0, 2);
    grid->addWidget(key, 0, 3, Qt::AlignRight);
    grid->addWidget(m_opacity, 1, 1, 1, 2);
    grid->addWidget(m_percent, 1, 3);
    grid->setColumnStretch(2, 1);
    showEye();
}

void LayerRow::showSetting(const LayerSetting& setting)
{
    const QSignalBlocker blockEye(m_eye), blockOpacity(m_opacity);
    m_eye->setChecked(setting.visible);
    const int percent = static_cast<int>(std::lround(setting.opacity * 100));
    m_opacity->setValue(percent);
    m_percent->setText(tr("%1 %").arg(percent));
    showEye();
}

void LayerRow::showColour(const QColor& color)
{
    m_mark->setPixmap(colourSwatch(color, devicePixelRatioF()));
}

void LayerRow::addNote(QWidget* note)
{
    m_below = note;
    static_cast<QGridLayout*>(layout())->addWidget(note, 2, 1, 1, 3);
    m_below->setVisible(m_eye->isChecked());
}

void LayerRow::addLegend(const QString& low, const QString& high)
{
    m_legend = new ColourLegend(m_name, true, this);
    m_legend->setEnds(low, high);
    connect(m_legend, &ColourLegend::tableChosen, this, &LayerRow::tableChosen);
    addNote(m_legend);
}

void LayerRow::showTable(ColourTable table)
{
    if (m_legend)
        m_legend->setTable(table);
}

void LayerRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        showEye();
    QWidget::changeEvent(event);
}

void LayerRow::showEye()
{
    if (m_below)
        m_below->setVisible(m_eye->isChecked());
    m_eye->setIcon(icon(m_eye->isChecked() ? QStringLiteral("eye") : QStringLiteral("eye-off")));
}

} // namespace nb
