// SPDX-License-Identifier: GPL-3.0-or-later
// The half of SegmentationController that gets the model, the slide and what was found earlier ready.
#include "ui/casesession.h"
#include "ui/segmentationcontroller.h"
#include "ui/storedmaps.h"

namespace nb
{

void SegmentationController::loadNetwork()
{
    if (m_network || (m_loading && m_loading->running()))
        return;
    m_loading = m_services.jobs.start(
        this, [load = m_services.loadNetwork](const CancelToken&, Progress&) { return load(); },
        [this](Result<std::shared_ptr<const Network>> network) {
            if (!network) {
                m_wanted.reset();
                Q_EMIT activityChanged();
                Q_EMIT failed(tr("The model could not be loaded, so no nuclei can be found."), network.error());
                return;
            }
            m_network = std::move(*network);
            Q_EMIT networkChanged();
            prepare();
        });
}

void SegmentationController::prepare()
{
    if (m_preparing)
        m_preparing->cancel();
    m_recipe.reset();
    m_maps.reset();
    Q_EMIT recipeChanged();
    if (!m_slide)
        return;
    if (!m_network) {
        loadNetwork(); // comes back here
        Q_EMIT activityChanged();
        return;
    }
    SegmentOptions options;
    options.pixelSize = m_pixelSize;
    using Recipe = Result<std::shared_ptr<const SlideRecipe>>;
    m_preparing = m_services.jobs.start(
        this,
        [slide = m_slide, network = m_network, options](
            const CancelToken& cancel, Progress&) { return prepareSlide(slide, network, options, cancel); },
        [this](Recipe recipe) {
            if (!recipe) {
                m_wanted.reset();
                Q_EMIT activityChanged();
                Q_EMIT failed(tr("Its nuclei cannot be found."), recipe.error());
                return;
            }
            m_recipe = std::move(*recipe);
            m_maps = std::make_shared<MapStore>(*m_recipe);
            Q_EMIT recipeChanged();
            loadStoredMaps();
            if (m_caseComing)
                return;
            if (const auto wanted = std::exchange(m_wanted, std::nullopt))
                run(*wanted);
        });
    Q_EMIT activityChanged();
}

void SegmentationController::loadStoredMaps()
{
    if (!m_case || !m_recipe || m_mapsLoaded == m_maps)
        return;
    m_mapsLoaded = m_maps;
    if (m_storedMaps)
        m_storedMaps->cancel();
    m_storedMaps = m_services.jobs.start(
        this,
        [document = m_case->sharedThread(), open = m_case->readerFactory(), recipe = m_recipe, maps = m_maps](
            const CancelToken& cancel, Progress&) {
            return nb::loadStoredMaps(*document, open, *recipe, *maps, cancel);
        },
        [this](const nb::Status& loaded) {
            if (!loaded)
                Q_EMIT failed(tr("The heatmaps of earlier searches cannot be shown."), loaded.error());
            Q_EMIT found();
        });
}

} // namespace nb
