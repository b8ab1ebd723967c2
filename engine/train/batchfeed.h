// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/train/samplemaker.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace nb
{

/// The samples of one step.
struct TrainingBatch {
    int count = 0;
    int patch = 0;
    std::vector<std::uint8_t> rgb; ///< uint8 [count][patch][patch][3]
    std::vector<std::uint8_t> target; ///< uint8 [count][patch][patch]
};

/// Makes batches on threads of its own, a few ahead, so that the network never waits. Batches come in order and do not
/// depend on the number of threads. Memory is bounded by the batches ahead. One thread takes.
class BatchFeed
{
public:
    struct Layout {
        int batch = 8;
        std::int64_t stepsPerEpoch
            = 100; ///< sample i of step s is number (s % stepsPerEpoch)·batch + i of epoch s / stepsPerEpoch
        std::int64_t firstStep = 0;
    };
    /// Called before each sample, on the feed's threads: may block while somebody waits for the processor, until the
    /// token is cancelled: with `cancel`, and when the feed ends.
    using StandBack = std::function<void(const CancelToken&)>;
    BatchFeed(std::shared_ptr<const SampleMaker> maker, const Layout& layout, int threads = 1, StandBack standBack = {},
        CancelToken cancel = {});
    ~BatchFeed(); ///< waits for the samples in hand
    BatchFeed(const BatchFeed&) = delete;
    BatchFeed& operator=(const BatchFeed&) = delete;

    /// The next batch. Errors: OutOfMemory, Internal.
    [[nodiscard]] Result<TrainingBatch> next();

private:
    void work();
    [[nodiscard]] Result<TrainingBatch> makeBatch(std::int64_t step) const;

    const std::shared_ptr<const SampleMaker> m_maker;
    const Layout m_layout;
    const StandBack m_standBack;
    CancelSource m_ends;
    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    std::int64_t m_toMake = 0;
    std::int64_t m_toTake = 0;
    std::map<std::int64_t, Result<TrainingBatch>> m_ready;
    bool m_stop = false;
    std::vector<std::thread> m_threads;
};

} // namespace nb
