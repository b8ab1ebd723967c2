// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seepanel.h"

#include "ui/layerrow.h"
#include "ui/layerstyle.h"
#include "ui/outlinepanel.h"
#include "ui/panelpieces.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nb
{

namespace
{

QString say(const char* text)
{
    return QCoreApplication::translate("nb::SeePanel", text);
}

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(QStringLiteral("heading"));
    return label;
}

} // namespace

QString layerName(LayerId layer)
{
    switch (layer) {
    case LayerId::Outlines:
        return say(QT_TRANSLATE_NOOP("nb::SeePanel", "Outlines of nuclei"));
    case LayerId::Inside:
        return say(QT_TRANSLATE_NOOP("nb::SeePanel", "Inside of nuclei"));
    case LayerId::Boundary:
        return say(QT_TRANSLATE_NOOP("nb::SeePanel", "Boundary"));
    case LayerId::Combined:
        return say(QT_TRANSLATE_NOOP("nb::SeePanel", "All three in one"));
    case LayerId::Background:
        break;
    }
    return say(QT_TRANSLATE_NOOP("nb::SeePanel", "Background"));
}

QString layerKey(LayerId layer)
{
    static constexpr const char* kKeys[] = {"D", "3", "2", "1", "U"};
    return QLatin1String(kKeys[static_cast<int>(layer)]);
}

SeePanel::SeePanel(QWidget* parent)
    : QWidget(parent)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(16);
    rows->addWidget(makeStain());
    rows->addWidget(makeLayers());
    m_outlines = new OutlinePanel(this);
    m_filled = new QCheckBox(tr("&Fill nuclei (F)"), this);
    connect(m_filled, &QCheckBox::clicked, this, &SeePanel::filledChosen);
    m_outlines->addRow(m_filled);
    rows->addWidget(m_outlines);
    rows->addStretch(1);
}

QWidget* SeePanel::makeStain()
{
    auto* group = new QWidget(this);
    auto* title = heading(tr("Stain view"), group);
    m_stain = new QComboBox(group);
    m_stain->addItems({tr("Original"), tr("Normalised, as the model sees it"), tr("Haematoxylin"), tr("Eosin"),
        tr("Residual: neither stain")});
    m_stain->setAccessibleName(title->text());
    m_stain->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    title->setBuddy(m_stain);
    connect(m_stain, &QComboBox::activated, this, &SeePanel::stainViewChosen);
    m_note = new QLabel(group);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("faint"));
    m_note->hide();
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(title);
    rows->addWidget(m_stain);
    rows->addWidget(m_note);
    return group;
}

QWidget* SeePanel::makeLayers()
{
    auto* group = new QWidget(this);
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(heading(tr("Layers"), group));
    m_layers = rows;
    for (const LayerId id : kLayerIds) {
        auto* row = new LayerRow(layerName(id), layerKey(id), layerColor(id), group);
        connect(row, &LayerRow::visibleChosen, this, [this, id](bool visible) { Q_EMIT visibleChosen(id, visible); });
        connect(row, &LayerRow::opacityChosen, this, [this, id](double opacity) { Q_EMIT opacityChosen(id, opacity); });
        row->setObjectName(QStringLiteral("layer%1").arg(static_cast<int>(id)));
        rows->addWidget(row);
        m_rows[id] = row;
        if (id == LayerId::Combined) {
            m_combined = new QLabel(row);
            m_combined->setWordWrap(true);
            m_combined->setTextFormat(Qt::RichText);
            row->addNote(m_combined);
        } else if (id != LayerId::Outlines) {
            row->addLegend(tr("0 %"), tr("100 %"));
            connect(
                row, &LayerRow::tableChosen, this, [this, id](ColourTable table) { Q_EMIT tableChosen(id, table); });
        }
    }
    showCombinedColours(false);
    auto* hint = new QLabel(tr("These maps show how sure the model is, where it has looked. Ctrl and the mouse wheel "
                               "change their opacity."),
        group);
    hint->setWordWrap(true);
    hint->setObjectName(QStringLiteral("faint"));
    rows->addWidget(hint);
    return group;
}

void SeePanel::addAboveLayers(QWidget* group)
{
    m_layers->insertWidget(1, group); // below the heading
}

void SeePanel::addGroup(QWidget* group)
{
    auto* rows = static_cast<QVBoxLayout*>(layout());
    rows->insertWidget(rows->count() - 1, group); // before the stretch
}

void SeePanel::showLayer(LayerId layer, const LayerSetting& setting)
{
    m_rows.at(layer)->showSetting(setting);
}

void SeePanel::showFilled(bool filled)
{
    m_filled->setChecked(filled);
}

void SeePanel::showTable(LayerId layer, ColourTable table)
{
    m_rows.at(layer)->showTable(table);
    m_rows.at(layer)->showColour(typicalColour(table));
}

void SeePanel::showCombinedColours(bool redGreenSafe)
{
    const auto& three = combinedColours(redGreenSafe);
    m_combined->setText(colourKeyHtml({{QColor(three[0]), layerName(LayerId::Background)},
        {QColor(three[1]), layerName(LayerId::Boundary)}, {QColor(three[2]), tr("Inside")}}));
    m_rows.at(LayerId::Combined)->showColour(QColor(three[1]));
}

void SeePanel::showOutlineColour(const QColor& colour)
{
    m_rows.at(LayerId::Outlines)->showColour(colour);
}

void SeePanel::showStainView(int view)
{
    const QSignalBlocker block(m_stain);
    m_stain->setCurrentIndex(view);
}

void SeePanel::setStainViewsThere(bool there, const QString& whyNot)
{
    m_stain->setEnabled(there);
    m_stain->setToolTip(whyNot);
}

void SeePanel::setDisplayNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace nb
