// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"
#include "engine/slide/modelpixels.h"
#include "engine/stain/stainnormalizer.h"
#include "engine/train/trainingpicture.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace nb
{

/// Cuts training pictures out of a slide, with the nuclei that its case holds. Model pixels, if nothing else is said.
/// What it is made of has to outlive it. One thread at a time. Errors: those of CaseReader and of reading the slide.
class CasePictures
{
public:
    /// `slide`: what the pictures are judged on; null where they are only learnt from.
    CasePictures(CaseReader& reader, const ModelPixels& pixels, const StainNormalizer& normalizer,
        std::shared_ptr<const PictureSlide> slide)
        : m_reader(reader)
        , m_pixels(pixels)
        , m_normalizer(normalizer)
        , m_slide(std::move(slide))
    {
    }

    /// Shapes of which nothing must be known: what is held out. Level-0 pixels.
    void keepOut(const std::vector<MultiPolygon>& shapes);

    /// The truth within `shape` (level-0 pixels) and `core`; around it the picture goes on, with nothing known, so that
    /// the network sees the tissue that is there. Null where nothing is known.
    [[nodiscard]] Result<std::shared_ptr<const TrainingPicture>> region(
        const std::string& name, const MultiPolygon& shape, const Rect& core);

    /// Of all nuclei in and around `core` only `rows` and their nearest neighbourhood are known. Null where none of
    /// them is there.
    [[nodiscard]] Result<std::shared_ptr<const TrainingPicture>> aroundNuclei(
        const std::string& name, const std::set<NucleusRow>& rows, const Rect& core);

    /// A shape of level-0 pixels in model pixels.
    [[nodiscard]] MultiPolygon toModel(const MultiPolygon& level0) const;

private:
    struct Labelled {
        LabelImage labels;
        std::set<std::uint32_t> chosen; ///< labels of the rows asked for
    };
    [[nodiscard]] Rect withContext(const Rect& core) const;
    [[nodiscard]] Result<Labelled> labelsOf(const Rect& area, const std::set<NucleusRow>& rows);
    [[nodiscard]] Status maskKeptOut(const Rect& area, Plane<std::uint8_t>& known) const;
    [[nodiscard]] Result<std::shared_ptr<const TrainingPicture>> finished(
        const std::string& name, const Rect& area, LabelImage labels, Plane<std::uint8_t> known) const;

    CaseReader& m_reader;
    const ModelPixels& m_pixels;
    const StainNormalizer& m_normalizer;
    const std::shared_ptr<const PictureSlide> m_slide;
    std::vector<MultiPolygon> m_keptOut;
};

} // namespace nb
