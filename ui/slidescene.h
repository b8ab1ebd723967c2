// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/mapstore.h"
#include "engine/segment/nucleusindex.h"
#include "ui/layerid.h"
#include "ui/outlinecolouring.h"
#include "widgets/heatmaptilesource.h"
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
    void showNuclei(
        std::shared_ptr<const NucleusSource> nuclei); ///< in place of those shown; cheap if they are the same
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
    [[nodiscard]] bool lined() const { return m_lined; } ///< lines around the nuclei
    void setLined(bool lined);
    [[nodiscard]] int stainView() const { return m_stainView; } ///< index as in SeePanel; 0: as scanned
    void setStainView(int view);

    /// The colours of a heatmap that shows one map.
    [[nodiscard]] ColourTable heatmapTable(LayerId layer) const;
    void setHeatmapTable(LayerId layer, ColourTable table);
    /// For the view of all three maps and for the outlines.
    [[nodiscard]] bool redGreenSafe() const { return m_redGreenSafe; }
    void setRedGreenSafe(bool safe);
    [[nodiscard]] const OutlineColouring& outlineColouring() const { return m_colouring; }
    void setOutlineColouring(const OutlineColouring& colouring);
    /// The same with the range of what is on the screen.
    void setOutlineColouringAsSeen(OutlineColouring colouring);
    [[nodiscard]] const std::vector<ClassRecord>& classes() const { return m_classes; }
    void setClasses(std::vector<ClassRecord> classes);
    /// One nucleus drawn with emphasis, or none.
    void highlight(const std::optional<Nucleus>& nucleus);

    void setSlideVisible(bool visible); ///< of the slide itself, until another is set

    void restoreSettings();
    void storeSettings() const;

Q_SIGNALS:
    void settingChanged(nb::LayerId layer);
    void filledChanged();
    void resultsReplaced(); ///< other stores are drawn from: `shownNuclei`, maps
    void coloursChanged(); ///< of heatmaps or outlines, or lines on or off
    void stainViewChanged();
    void pixelsFailed(const nb::Error& error);

private:
    void makeHeatmaps();
    [[nodiscard]] HeatmapStyle styleOf(LayerId layer) const;
    [[nodiscard]] OutlineStyle outlineStyle() const;
    void recolourOutlines();
    void restoreColours();
    void storeColours() const;
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
    bool m_lined = true;
    std::map<LayerId, ColourTable> m_tables; ///< where a person has chosen another
    bool m_redGreenSafe = false;
    OutlineColouring m_colouring;
    std::vector<ClassRecord> m_classes;
    int m_stainView = 0;
    std::unique_ptr<TileLoader> m_loader; // outlives the layers below
    std::shared_ptr<const TileSource> m_original; ///< the slide as scanned
    std::unique_ptr<TileLayer> m_slideLayer;
    std::map<LayerId, std::unique_ptr<TileLayer>> m_heatmaps;
    std::unique_ptr<OutlineLayer> m_outlines;
};

} // namespace nb
