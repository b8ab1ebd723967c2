// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace nb
{

/// When a training should write its state down: soon after it began, then now and then, so that a crash costs little;
/// but never so often that writing takes more than a fiftieth of the time (a slow disk). One thread.
class CheckpointRhythm
{
public:
    /// Seconds to the first checkpoint, and between two.
    CheckpointRhythm(double first, double every)
        : m_first(first)
        , m_every(every)
    {
    }
    void begin() { m_last = Clock::now(); } ///< the first step comes now
    void wrote(double seconds); ///< a checkpoint, just now, which took so long

    [[nodiscard]] bool due() const; ///< within an epoch
    [[nodiscard]] bool worthIt() const; ///< at an epoch's end, where it is welcome at any time

private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] double passed() const { return std::chrono::duration<double>(Clock::now() - m_last).count(); }

    double m_first;
    double m_every;
    Clock::time_point m_last = Clock::now();
    bool m_wroteBefore = false;
    double m_cost = 0; ///< seconds that the last one took
};

} // namespace nb
