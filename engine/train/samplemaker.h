// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/nn/modelinfo.h"
#include "engine/train/augmentation.h"
#include "engine/train/trainingsource.h"
#include "engine/train/trainingtarget.h"

#include <memory>
#include <vector>

namespace nb
{

/// One patch and what the network should say of it.
struct TrainingSample {
    RgbImage rgb; ///< what the network sees
    Plane<std::uint8_t> target; ///< class 0..2 or kUnknownTarget
};

/// What samples are drawn from and how.
struct SampleRecipe {
    TrainingPictures pictures;
    TrainingPictures rehearsal; ///< older pictures, against forgetting; may be empty
    double rehearsalShare = 0.2; ///< of the samples, where there are any
    int patch = 192; ///< model pixels, a multiple of 16
    TargetKind target = TargetKind::Nb;
    Augmentation augmentation;
    ModelInfo model; ///< erosion steps, stain target, input
    std::uint64_t seed = 0;
};

/// Draws samples: pictures in proportion to what is known of them, a place, a variation. A sample is a function of
/// seed, epoch and index alone, so it does not matter which thread makes it or when. Immutable; any thread.
class SampleMaker
{
public:
    explicit SampleMaker(SampleRecipe recipe);
    ~SampleMaker();
    SampleMaker(const SampleMaker&) = delete;
    SampleMaker& operator=(const SampleMaker&) = delete;

    [[nodiscard]] const SampleRecipe& recipe() const { return m_recipe; }

    /// Errors: OutOfMemory, Internal.
    [[nodiscard]] Result<TrainingSample> make(std::uint64_t epoch, std::uint64_t index) const;

private:
    struct Layers; ///< a picture with its target, ready to be warped
    struct Group { ///< pictures that are drawn from together
        std::vector<std::shared_ptr<const Layers>> pictures;
        std::vector<double> until; ///< running sum of known pixels
    };
    [[nodiscard]] Group grouped(const TrainingPictures& pictures) const;
    [[nodiscard]] const Layers& choose(SampleRandom& random) const;
    [[nodiscard]] TrainingSample draw(std::uint64_t epoch, std::uint64_t index) const;

    const SampleRecipe m_recipe;
    Group m_pictures;
    Group m_rehearsal;
};

} // namespace nb
