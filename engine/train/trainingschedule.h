// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainingsettings.h"

#include <cstdint>
#include <vector>

namespace nb
{

/// How many steps a training takes and how large each is. With a time limit the number of steps is planned from the
/// measured speed and planned anew after each epoch; every plan is kept, so that the learning rate of a step is a
/// function of the record and not of the clock.
class TrainingSchedule
{
public:
    /// From `fromStep`, where the training is done to `fromDone` (0..1), it is to end at `totalSteps`.
    struct Plan {
        std::int64_t fromStep = 0;
        double fromDone = 0;
        std::int64_t totalSteps = 0;
    };

    /// With a time limit the first plan is only a guess: `replan` has to follow soon, during the warm-up.
    explicit TrainingSchedule(const TrainingSettings& settings);
    TrainingSchedule(const TrainingSettings& settings, std::vector<Plan> plans);

    [[nodiscard]] std::int64_t stepsPerEpoch() const { return m_stepsPerEpoch; }
    [[nodiscard]] std::int64_t totalSteps() const { return m_plans.back().totalSteps; }
    [[nodiscard]] double done(std::int64_t step) const; ///< 0..1
    [[nodiscard]] double learningRate(std::int64_t step) const;
    [[nodiscard]] const std::vector<Plan>& plans() const { return m_plans; }

    /// From `step` on it is to end at `totalSteps` (at least `step`).
    void replan(std::int64_t step, std::int64_t totalSteps);

private:
    double m_rate;
    bool m_cosine;
    std::int64_t m_warmUp;
    std::int64_t m_stepsPerEpoch;
    std::vector<Plan> m_plans;
};

} // namespace nb
