// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainer.h"
#include "engine/train/trainingstep.h"

#include <memory>
#include <optional>

namespace nb
{

/// The weights that did best on validation.
struct BestWeights {
    WeightMap weights; ///< empty: none yet
    double score = -1; ///< below 0: none yet
    std::int64_t step = 0; ///< after which they were taken
    std::int64_t epochsSince = 0; ///< that were not better
};

/// Judges what a training has reached on the pictures that were held out, and keeps the best of it. One thread.
class TrainingJudge
{
public:
    /// Networks run in the precision that is trained in: Auto would measure, and could choose differently from epoch to
    /// epoch. `plan` and `scheduler` have to outlive it.
    TrainingJudge(const TrainingPlan& plan, NetworkScheduler& scheduler, CancelToken cancel, Precision precision);

    [[nodiscard]] bool canJudge() const { return !m_plan.data.validation.empty(); }
    [[nodiscard]] ModelFile model(WeightMap weights) const; ///< with the start's recipe, as its child
    [[nodiscard]] Result<std::shared_ptr<const Network>> network(WeightMap weights) const;

    /// Scores of the start, where it has weights; kept as `before`. Errors: as validate.
    [[nodiscard]] Status judgeStart();
    /// Errors: as validate.
    [[nodiscard]] Result<Validation> judge(const std::shared_ptr<const Network>& network);
    /// Keeps the weights if they are the best so far; true if so.
    bool offer(const Validation& validation, WeightMap weights, std::int64_t step);
    /// Scores of the best weights, where an earlier run found them; kept as `after`.
    [[nodiscard]] Status judgeBest();

    [[nodiscard]] const BestWeights& best() const { return m_best; }
    void goOnWith(BestWeights best) { m_best = std::move(best); } ///< of an earlier run
    [[nodiscard]] const std::optional<Validation>& before() const { return m_before; }
    [[nodiscard]] const std::optional<Validation>& after() const { return m_after; } ///< of the best
    [[nodiscard]] double secondsPerJudgement() const { return m_seconds; } ///< of the last; 0: none yet

private:
    const TrainingPlan& m_plan;
    NetworkScheduler& m_scheduler;
    const CancelToken m_cancel;
    const NetworkOptions m_options;
    BestWeights m_best;
    std::optional<Validation> m_before;
    std::optional<Validation> m_after;
    double m_seconds = 0;
};

} // namespace nb
