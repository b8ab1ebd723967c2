// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainer.h"

#include <optional>
#include <string>
#include <vector>

namespace nb
{

/// SHA-256 of all that decides a training but how long it goes on: settings, start, pictures. 64 hex digits.
[[nodiscard]] std::string trainingFingerprint(const TrainingPlan& plan);

/// What stands in the model's record: data, settings, steps, machine. JSON.
[[nodiscard]] std::string trainingText(const TrainingPlan& plan, const std::vector<TrainingSchedule::Plan>& plans,
    const TrainingOutcome& outcome, Precision precision);
/// The same record with the time (UTC, ISO 8601) at which a person took the model: its name may change. Not written by
/// trainModel, because equal trainings give equal files.
[[nodiscard]] std::string datedTraining(const std::string& training, const std::string& at);

/// Scores with their names as in shared/vectors/metrics, and what they were measured on. JSON.
[[nodiscard]] std::string metricsText(const TrainingPlan& plan, const TrainingOutcome& outcome);

/// The same record with these scores for those that the trainer saw: of networks as they are used afterwards, whose
/// precision may be another.
[[nodiscard]] std::string rejudgedMetrics(
    const std::string& metrics, const std::optional<Validation>& before, const std::optional<Validation>& after);

/// Errors: Invalid (nothing to learn from, and what to do).
[[nodiscard]] Status checkTrainingData(const TrainingData& data);

/// What a person should know before believing in the outcome; plain English.
[[nodiscard]] std::vector<std::string> trainingWarnings(const TrainingPlan& plan, const TrainingOutcome& outcome);

} // namespace nb
