// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/batchfeed.h"

#include <algorithm>
#include <new>

namespace nb
{

namespace
{

constexpr std::int64_t kAhead = 3; // batches: bridges what a validation or a visible region holds up

} // namespace

BatchFeed::BatchFeed(std::shared_ptr<const SampleMaker> maker, const Layout& layout, int threads, StandBack standBack,
    CancelToken cancel)
    : m_maker(std::move(maker))
    , m_layout(layout)
    , m_standBack(std::move(standBack))
    , m_ends(std::move(cancel))
    , m_toMake(layout.firstStep)
    , m_toTake(layout.firstStep)
{
    for (int i = 0; i < std::max(1, threads); ++i)
        m_threads.emplace_back([this] { work(); });
}

BatchFeed::~BatchFeed()
{
    m_ends.cancel();
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

Result<TrainingBatch> BatchFeed::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ready.contains(m_toTake); });
    Result<TrainingBatch> batch = std::move(m_ready.extract(m_toTake).mapped());
    ++m_toTake;
    lock.unlock();
    m_changed.notify_all();
    return batch;
}

void BatchFeed::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_stop || m_toMake < m_toTake + kAhead; });
        if (m_stop)
            return;
        const std::int64_t step = m_toMake++;
        lock.unlock();
        Result<TrainingBatch> batch = makeBatch(step);
        lock.lock();
        m_ready.emplace(step, std::move(batch));
        m_changed.notify_all();
    }
}

Result<TrainingBatch> BatchFeed::makeBatch(std::int64_t step) const
{
    try {
        TrainingBatch batch{m_layout.batch, m_maker->recipe().patch, {}, {}};
        for (int i = 0; i < m_layout.batch; ++i) {
            if (m_standBack)
                m_standBack(m_ends.token());
            const auto epoch = static_cast<std::uint64_t>(step / m_layout.stepsPerEpoch);
            const auto index = static_cast<std::uint64_t>((step % m_layout.stepsPerEpoch) * m_layout.batch + i);
            const auto sample = m_maker->make(epoch, index);
            if (!sample)
                return sample.error();
            batch.rgb.insert(batch.rgb.end(), sample->rgb.pixels.begin(), sample->rgb.pixels.end());
            batch.target.insert(batch.target.end(), sample->target.pixels.begin(), sample->target.pixels.end());
        }
        return batch;
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory to make training samples", "",
            "Choose a smaller patch or batch"};
    }
}

} // namespace nb
