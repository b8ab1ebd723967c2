// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainer.h"

#include <cstdio>
#include <memory>
#include <string>

namespace nb::cli
{

/// Tells how a training goes: a line for each epoch in a CSV file and on standard error, and on a terminal a line that
/// moves.
class TrainLog
{
public:
    /// `path` may be empty: no file. An existing file is gone on with where `append`. Errors: NotWritable.
    [[nodiscard]] static Result<std::unique_ptr<TrainLog>> create(const std::string& path, bool append);
    ~TrainLog();
    TrainLog(const TrainLog&) = delete;
    TrainLog& operator=(const TrainLog&) = delete;

    void step(const StepReport& report);
    void epoch(const EpochReport& report);
    /// Errors: NoSpace, NotWritable, if any line could not be written.
    [[nodiscard]] Status finish();

private:
    TrainLog() = default;

    std::string m_path;
    std::FILE* m_file = nullptr;
    bool m_failed = false;
    bool m_terminal = false;
    double m_lastShown = 0;
};

} // namespace nb::cli
