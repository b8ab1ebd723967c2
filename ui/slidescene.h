// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/mapstore.h"
#include "engine/segment/nucleusindex.h"
#include "ui/layerid.h"
#include "widgets/outlinelayer.h"
#include "widgets/slidetilesource.h"
#include "widgets/tilelayer.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace nb
{

class SlideCanvas;

/// What one canvas shows: the slide in a stain view, the heatmaps, the outlines, as the person has set them. The
/// settings live here and survive a change of slide; the layers are made anew for each slide and result.
class SlideScene : public QObject
{
    Q_OBJECT

public:
    explicit SlideScene(SlideCanvas& canvas, QObject* parent = nullptr);
    ~SlideScene() override;

    void setSlide(std::shared_ptr<const SlideSource> slide); ///< null: nothing to show
    /// Stores to draw from; null ones show nothing. Without a recipe only the original stain can be shown.
    void setResults(std::shared_ptr<const SlideRecipe> recipe, std::shared_ptr<const MapStore> maps,
        std::shared_ptr<const NucleusSource> nuclei);
    void showNuclei(std::shared_ptr<const NucleusSource> nuclei); ///< in place of those shown; cheap if they are the same
    void retryFailed(); ///< tiles of the slide that could not be read
    void resultsGrew(); ///< cheap; at most some ten times a second

    [[nodiscard]] const std::shared_ptr<const NucleusSource>& shownNuclei() const { return m_nuclei; }
    [[nodiscard]] LayerSetting setting(LayerId layer) const { return m_settings.at(layer); }
    void setVisible(LayerId layer, bool visible);
    void setOpacity(LayerId layer, double opacity);
    void changeOpacity(double by); ///< of all layers that are shown
    void hideHeatmaps();
    [[nodiscard]] bool showsHeatmap() const;
    [[nodiscard]] bool filled() const { return m_filled; }
    void setFilled(bool filled);
    [[nodiscard]] int stainView() const { return m_stainView; } ///< index as in SeePanel; 0: as scanned
    void setStainView(int view);

    void setSlideVisible(bool visible); ///< of the slide itself, until another is set

    void restoreSettings();
    void storeSettings() const;

Q_SIGNALS:
    void settingChanged(nb::LayerId layer);
    void filledChanged();
    void stainViewChanged();
    void pixelsFailed(const QString& message);

private:
    void makeHeatmaps();
    void makeOutlines();
    void showStain();
    [[nodiscard]] Layer* layerOf(LayerId layer) const;
    void apply(LayerId layer);
    [[nodiscard]] QSizeF slideSize() const;

    SlideCanvas& m_canvas;
    std::shared_ptr<const SlideSource> m_slide;
    std::shared_ptr<const SlideRecipe> m_recipe;
    std::shared_ptr<const MapStore> m_maps;
    std::shared_ptr<const NucleusSource> m_nuclei;
    std::map<LayerId, LayerSetting> m_settings;
    bool m_filled = false;
    int m_stainView = 0;
    std::unique_ptr<TileLoader> m_loader; // outlives the layers below
    std::shared_ptr<const TileSource> m_original; ///< the slide as scanned
    std::unique_ptr<TileLayer> m_slideLayer;
    std::map<LayerId, std::unique_ptr<TileLayer>> m_heatmaps;
    std::unique_ptr<OutlineLayer> m_outlines;
};

} // namespace nb
