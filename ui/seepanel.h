// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layerid.h"
#include "widgets/colourtable.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QLabel;
class QVBoxLayout;

namespace nb
{

class LayerRow;
class OutlinePanel;

/// The tab "See": how the slide's stain is shown, and which layers lie over it.
class SeePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SeePanel(QWidget* parent = nullptr);

    void showLayer(LayerId layer, const LayerSetting& setting);
    void showFilled(bool filled);
    void showTable(LayerId layer, ColourTable table);
    void showCombinedColours(bool redGreenSafe);
    void showOutlineColour(const QColor& colour);
    [[nodiscard]] OutlinePanel& outlines() { return *m_outlines; }
    /// `view` is an index into the list of stain views; they need a prepared slide and are off until then.
    void showStainView(int view);
    void setStainViewsThere(bool there, const QString& whyNot);
    /// What a person has to know about the picture as it is shown; empty: it is the slide as scanned.
    void setDisplayNote(const QString& note);
    /// A group of its own directly below the heading of the layers.
    void addAboveLayers(QWidget* group);
    /// One more group at the end.
    void addGroup(QWidget* group);

Q_SIGNALS:
    void visibleChosen(nb::LayerId layer, bool visible);
    void opacityChosen(nb::LayerId layer, double opacity);
    void filledChosen(bool filled);
    void tableChosen(nb::LayerId layer, nb::ColourTable table);
    void stainViewChosen(int view);

private:
    [[nodiscard]] QWidget* makeStain();
    [[nodiscard]] QWidget* makeLayers();

    QComboBox* m_stain = nullptr;
    QLabel* m_note = nullptr;
    QCheckBox* m_filled = nullptr;
    QVBoxLayout* m_layers = nullptr; ///< of the heading and the layers
    QLabel* m_combined = nullptr; ///< legend of the three maps in one
    OutlinePanel* m_outlines = nullptr;
    std::map<LayerId, LayerRow*> m_rows;
};

/// The layer's name as a person reads it.
[[nodiscard]] QString layerName(LayerId layer);
/// The key that switches it.
[[nodiscard]] QString layerKey(LayerId layer);

} // namespace nb
