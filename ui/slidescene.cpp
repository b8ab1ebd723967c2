// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/slidescene.h"

#include "ui/layerstyle.h"
#include "widgets/heatmaptilesource.h"
#include "widgets/slidecanvas.h"

#include <QSettings>

#include <algorithm>

namespace nb
{

namespace
{

constexpr double kHeatmapOpacity = 0.8;
constexpr std::array kHeatmaps{
    LayerId::Combined, LayerId::Background, LayerId::Boundary, LayerId::Inside}; // from below

QString settingName(LayerId layer)
{
    static constexpr const char* kNames[] = {"outlines", "inside", "boundary", "background", "combined"};
    return QStringLiteral("layers/") + QLatin1String(kNames[static_cast<int>(layer)]);
}

} // namespace

SlideScene::SlideScene(SlideCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_settings{{LayerId::Outlines, {true, 1.0}}, {LayerId::Inside, {false, kHeatmapOpacity}},
          {LayerId::Boundary, {false, kHeatmapOpacity}}, {LayerId::Background, {false, kHeatmapOpacity}},
          {LayerId::Combined, {false, kHeatmapOpacity}}}
    , m_loader(std::make_unique<TileLoader>())
{
}

SlideScene::~SlideScene() = default;

QSizeF SlideScene::slideSize() const
{
    const SlideInfo& info = m_slide->info();
    return {static_cast<double>(info.width()), static_cast<double>(info.height())};
}

void SlideScene::setSlide(std::shared_ptr<const SlideSource> slide)
{
    m_outlines.reset();
    m_heatmaps.clear();
    m_slideLayer.reset();
    m_original.reset();
    m_slide = std::move(slide);
    m_recipe.reset();
    m_maps.reset();
    m_nuclei.reset();
    if (!m_slide) {
        m_canvas.setSlideSize(0, 0);
        return;
    }
    m_canvas.setSlideSize(m_slide->info().width(), m_slide->info().height());
    m_canvas.setPixelSize(m_slide->info().pixelSize);
    m_original = std::make_shared<SlideTileSource>(m_slide);
    m_slideLayer = std::make_unique<TileLayer>(m_original, *m_loader);
    connect(m_slideLayer.get(), &Layer::failed, this, &SlideScene::pixelsFailed);
    m_canvas.addLayer(m_slideLayer.get());
    setStainView(0);
}

void SlideScene::setResults(std::shared_ptr<const SlideRecipe> recipe, std::shared_ptr<const MapStore> maps,
    std::shared_ptr<const NucleusSource> nuclei)
{
    if (!m_slide)
        return;
    m_recipe = std::move(recipe);
    if (std::exchange(m_maps, std::move(maps)) != m_maps)
        makeHeatmaps();
    m_nuclei = std::move(nuclei);
    makeOutlines(); // above the heatmaps
    if (m_recipe)
        showStain();
    else
        setStainView(0);
    Q_EMIT resultsReplaced();
}

void SlideScene::makeHeatmaps()
{
    m_heatmaps.clear();
    if (!m_maps)
        return;
    for (const LayerId id : kHeatmaps) {
        auto source = std::make_shared<HeatmapTileSource>(m_maps, slideSize(), styleOf(id));
        m_heatmaps[id] = std::make_unique<TileLayer>(std::move(source), *m_loader);
        apply(id);
        m_canvas.addLayer(m_heatmaps[id].get());
    }
}

void SlideScene::makeOutlines()
{
    m_outlines.reset();
    if (!m_nuclei)
        return;
    m_outlines = std::make_unique<OutlineLayer>(m_nuclei, slideSize(), *m_loader);
    m_outlines->setStyle(outlineStyle());
    apply(LayerId::Outlines);
    m_canvas.addLayer(m_outlines.get());
}

void SlideScene::showNuclei(std::shared_ptr<const NucleusSource> nuclei)
{
    if (!m_slide || nuclei == m_nuclei) {
        resultsGrew();
        return;
    }
    m_nuclei = std::move(nuclei);
    makeOutlines();
    Q_EMIT resultsReplaced();
}

bool SlideScene::showsHeatmap() const
{
    return std::any_of(kHeatmaps.begin(), kHeatmaps.end(), [this](LayerId id) { return m_settings.at(id).visible; });
}

void SlideScene::retryFailed()
{
    if (m_slideLayer)
        m_slideLayer->retryFailed();
}

void SlideScene::resultsGrew()
{
    for (const auto& [id, layer] : m_heatmaps)
        layer->sourceChanged();
    if (m_outlines)
        m_outlines->sourceChanged();
}

Layer* SlideScene::layerOf(LayerId layer) const
{
    if (layer == LayerId::Outlines)
        return m_outlines.get();
    const auto found = m_heatmaps.find(layer);
    return found == m_heatmaps.end() ? nullptr : found->second.get();
}

void SlideScene::apply(LayerId id)
{
    Layer* layer = layerOf(id);
    if (!layer)
        return;
    layer->setVisible(m_settings[id].visible);
    layer->setOpacity(m_settings[id].opacity);
}

void SlideScene::setVisible(LayerId layer, bool visible)
{
    if (m_settings[layer].visible == visible)
        return;
    m_settings[layer].visible = visible;
    apply(layer);
    Q_EMIT settingChanged(layer);
}

void SlideScene::setOpacity(LayerId layer, double opacity)
{
    m_settings[layer].opacity = std::clamp(opacity, 0.0, 1.0);
    apply(layer);
    Q_EMIT settingChanged(layer);
}

void SlideScene::changeOpacity(double by)
{
    for (const LayerId id : kLayerIds)
        if (m_settings[id].visible)
            setOpacity(id, m_settings[id].opacity + by);
}

void SlideScene::hideHeatmaps()
{
    for (const LayerId id : kHeatmaps)
        setVisible(id, false);
}

void SlideScene::setFilled(bool filled)
{
    m_filled = filled;
    Q_EMIT filledChanged();
    recolourOutlines();
}

void SlideScene::setStainView(int view)
{
    m_stainView = view;
    showStain();
    Q_EMIT stainViewChanged();
}

void SlideScene::setSlideVisible(bool visible)
{
    if (m_slideLayer)
        m_slideLayer->setVisible(visible);
}

void SlideScene::showStain()
{
    if (!m_slideLayer)
        return;
    const StainView view = m_recipe ? static_cast<StainView>(m_stainView) : StainView::Original;
    if (view != StainView::Original)
        m_slideLayer->setSource(std::make_shared<SlideTileSource>(m_recipe, view));
    else if (m_slideLayer->source() != m_original)
        m_slideLayer->setSource(m_original); // its tiles may still be in the cache
}

void SlideScene::restoreSettings()
{
    const QSettings stored;
    for (const LayerId id : kLayerIds) {
        // Heatmaps start hidden: a slide is looked at first.
        const double opacity
            = stored.value(settingName(id) + QStringLiteral("Opacity"), m_settings[id].opacity).toDouble();
        m_settings[id].opacity = opacity >= 0.05 && opacity <= 1 ? opacity : 1.0;
        apply(id);
        Q_EMIT settingChanged(id);
    }
    restoreColours();
    setFilled(stored.value(QStringLiteral("layers/fill"), false).toBool());
}

void SlideScene::storeSettings() const
{
    QSettings stored;
    for (const LayerId id : kLayerIds)
        stored.setValue(settingName(id) + QStringLiteral("Opacity"), m_settings.at(id).opacity);
    stored.setValue(QStringLiteral("layers/fill"), m_filled);
    storeColours();
}

} // namespace nb
