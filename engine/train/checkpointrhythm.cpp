// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/checkpointrhythm.h"

namespace nb
{

namespace
{
constexpr double kShare = 0.02; // of the time, at most, goes into checkpoints
} // namespace

void CheckpointRhythm::wrote(double seconds)
{
    m_cost = seconds;
    m_last = Clock::now();
    m_wroteBefore = true;
}

bool CheckpointRhythm::due() const
{
    return passed() >= (m_wroteBefore ? m_every : m_first) && worthIt();
}

bool CheckpointRhythm::worthIt() const
{
    return passed() * kShare >= m_cost;
}

} // namespace nb
