// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SegmentationController that has to do with what a person wants found otherwise than the model file.
#include "engine/document/previewednuclei.h"
#include "engine/segment/tileextraction.h"
#include "ui/casesession.h"
#include "ui/segmentationcontroller.h"

namespace nb
{

std::shared_ptr<const NucleusSource> SegmentationController::nuclei() const
{
    if (m_overCase && m_previewed.shown)
        return m_overCase;
    if (m_case)
        return m_case->nuclei();
    return m_inMemory;
}

bool SegmentationController::mayChooseExtraction() const
{
    return m_recipe && m_running != Activity::Slide && m_running != Activity::Region;
}

ExtractionRecipe SegmentationController::modelExtraction() const
{
    return extractionRecipeOf(m_network->info());
}

ExtractionRecipe SegmentationController::extraction() const
{
    ExtractionRecipe recipe = modelExtraction();
    if (const ExtractionChoice choice = extractionChoice()) {
        recipe.insideAbove = choice->insideAbove;
        recipe.minInsidePx = choice->minInsidePx;
    }
    return recipe;
}

void SegmentationController::chooseExtraction(const ExtractionChoice& choice)
{
    if (!mayChooseExtraction() || choice == m_choice)
        return;
    stop();
    m_choice = choice;
    if (!choice)
        m_previewed = {}; // else the one before stays until the new one is known: a slider in motion blanks nothing
    beginPreview();
    Q_EMIT extractionChanged();
    Q_EMIT found();
}

void SegmentationController::tellPreview(const ExtractionPreview& preview)
{
    m_previewed = preview;
    Q_EMIT found();
}

void SegmentationController::tellExtracted(const std::shared_ptr<const ExtractedArea>& area)
{
    if (m_overCase && area)
        m_overCase->addArea(area);
}

void SegmentationController::beginPreview()
{
    m_inMemory = std::make_shared<NucleusIndex>(m_slide->info().width(), m_slide->info().height());
    m_overCase.reset();
    if (!m_case || !m_choice)
        return;
    std::vector<MultiPolygon> checked;
    for (const RegionRecord& region : m_case->regions())
        if (region.checked)
            checked.push_back(region.shape);
    m_overCase = std::make_shared<PreviewedNuclei>(m_case->nuclei(), m_inMemory, std::move(checked));
}

} // namespace nb
