// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainingsettings.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace nb
{

/// How long a training has taken, how fast it goes, and how many steps a time limit still allows. One thread.
class TrainingClock
{
public:
    /// Begins to count now; `secondsSpent` went before.
    TrainingClock(const TrainingSettings& settings, double secondsSpent);

    void addEarlier(double seconds) { m_earlier += seconds; } ///< of runs that this one goes on with
    void addPause(double seconds) { m_paused += seconds; }
    void addStep(double seconds); ///< the first ones are not counted: memory and kernels are made in them
    void setValidation(double seconds) { m_validation = seconds; } ///< what one takes

    [[nodiscard]] double elapsed() const; ///< seconds, pauses left out
    [[nodiscard]] double secondsPerStep() const; ///< of late, without validations; 0: unknown
    /// For so many steps; never more than what the limit leaves. 0: unknown.
    [[nodiscard]] double secondsLeft(std::int64_t steps) const;
    [[nodiscard]] double patchesPerSecond() const; ///< over all steps of this run; 0: unknown
    [[nodiscard]] bool outOfTime() const; ///< no other step, and validation, fits into the limit

    /// Whether the number of steps should be planned anew: when the speed is first known, and now and then, since other
    /// programs come and go. Never without a time limit.
    [[nodiscard]] bool planDue() const;
    /// So many steps, and a validation after each epoch, as fit into what is left; only where `planDue`.
    [[nodiscard]] std::int64_t planSteps(std::int64_t stepsPerEpoch);

private:
    using Clock = std::chrono::steady_clock;
    const std::optional<double> m_limit; ///< seconds
    const int m_batch;
    const Clock::time_point m_start = Clock::now();
    double m_earlier;
    double m_paused = 0;
    double m_validation = 0;
    std::int64_t m_steps = 0;
    double m_stepSeconds = 0; ///< of those that count
    double m_recent = 0; ///< seconds of a step, a running mean
    double m_plannedAt = -1; ///< below 0: never
};

} // namespace nb
