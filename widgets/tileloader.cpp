// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tileloader.h"

#include "engine/base/cancel.h"
#include "engine/base/cpubudget.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace nb
{

namespace
{

struct Id {
    quint64 source = 0;
    TileKey key;
    friend bool operator==(const Id&, const Id&) = default;
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHashMulti(seed, id.source, id.key); }
};

struct Finished {
    Id id;
    Result<QImage> image;
    quint64 version = 0;
    int loadMs = 0;
    bool keep = false;
};

struct Task {
    std::shared_ptr<const TileSource> source;
    TileKey key;
    CancelToken cancel;
};

/// What a source wants; entries before `next` have been taken.
struct Wishes {
    std::shared_ptr<const TileSource> source;
    std::vector<TileWant> wanted;
    std::size_t next = 0;
};

} // namespace

struct TileLoader::Shared {
    std::mutex mutex; ///< guards all below but the threads
    std::condition_variable wake;
    QHash<quint64, Wishes> wishes;
    QHash<Id, CancelSource> inHand; ///< until the GUI thread has taken the result in
    std::vector<Finished> finished;
    QHash<Id, int> failures; ///< GUI thread only
    bool stop = false;
    std::vector<std::thread> threads;

    /// The most urgent tile that nobody has in hand; mutex held.
    std::optional<Task> take()
    {
        Wishes* best = nullptr;
        for (Wishes& w : wishes) {
            while (w.next < w.wanted.size() && inHand.contains({w.source->id(), w.wanted[w.next].key}))
                ++w.next;
            if (w.next < w.wanted.size() && (!best || w.wanted[w.next].rank < best->wanted[best->next].rank))
                best = &w;
        }
        if (!best)
            return {};
        const TileKey key = best->wanted[best->next++].key;
        CancelSource cancel;
        inHand.insert({best->source->id(), key}, cancel);
        return Task{best->source, key, cancel.token()};
    }

    static Result<QImage> tileOrError(const TileSource& source, const Task& task)
    {
        try {
            return source.tile(task.key, task.cancel);
        } catch (const std::bad_alloc&) {
            return Error{ErrorCode::OutOfMemory, "Not enough memory", "", "Close other programs and try again"};
        } catch (const std::exception& failure) { // a library's; past here it would end the program
            return Error{ErrorCode::Internal, failure.what(), "", ""};
        }
    }

    void work(TileLoader* loader)
    {
        std::unique_lock lock(mutex);
        for (;;) {
            std::optional<Task> task;
            wake.wait(lock, [&] { return stop || (task = take()).has_value(); });
            if (stop)
                return;
            lock.unlock();
            QElapsedTimer timer;
            timer.start();
            const TileSource& source = *task->source;
            const quint64 version = source.version(task->key);
            Finished done{{source.id(), task->key}, tileOrError(source, *task), version, 0,
                task->key.level == source.grid().coarsest()};
            done.loadMs = static_cast<int>(timer.elapsed());
            task.reset(); // the source may be closed here, off the GUI thread and outside of the lock
            lock.lock();
            finished.push_back(std::move(done));
            if (finished.size() == 1)
                QMetaObject::invokeMethod(
                    loader, [loader] { loader->deliver(); }, Qt::QueuedConnection);
        }
    }
};

TileLoader::TileLoader(int threads, std::size_t cacheBytes, QObject* parent)
    : QObject(parent)
    , m_cache(cacheBytes)
    , m_shared(std::make_shared<Shared>())
{
    m_clock.start();
    if (threads <= 0)
        threads = std::max(1, cpuBudget() - 1);
    for (int i = 0; i < threads; ++i)
        m_shared->threads.emplace_back([this, shared = m_shared.get()] { shared->work(this); });
}

TileLoader::~TileLoader()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stop = true;
        for (CancelSource& cancel : m_shared->inHand)
            cancel.cancel();
    }
    m_shared->wake.notify_all();
    for (std::thread& thread : m_shared->threads)
        thread.join();
}

int TileLoader::threads() const
{
    return static_cast<int>(m_shared->threads.size());
}

void TileLoader::setWanted(const std::shared_ptr<const TileSource>& source, const std::vector<TileWant>& wanted)
{
    m_known.insert(source->id());
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->wishes.insert(source->id(), {source, wanted, 0});
        for (auto task = m_shared->inHand.begin(); task != m_shared->inHand.end(); ++task) {
            if (task.key().source != source->id())
                continue;
            const TileKey key = task.key().key;
            const bool slow = !source->grid().levels[static_cast<std::size_t>(key.level)].quick;
            if (slow && std::none_of(wanted.begin(), wanted.end(), [&](const TileWant& w) { return w.key == key; }))
                task->cancel();
        }
    }
    m_shared->wake.notify_all();
}

void TileLoader::forget(quint64 source)
{
    Wishes gone; // destroyed after the lock is let go
    {
        const std::lock_guard lock(m_shared->mutex);
        gone = m_shared->wishes.take(source);
        for (auto task = m_shared->inHand.begin(); task != m_shared->inHand.end(); ++task)
            if (task.key().source == source)
                task->cancel();
    }
    m_known.remove(source);
    m_failed.remove(source);
    m_shared->failures.removeIf([source](const auto& entry) { return entry.key().source == source; });
    m_cache.forget(source);
}

bool TileLoader::failed(quint64 source, const TileKey& key) const
{
    const auto keys = m_failed.constFind(source);
    return keys != m_failed.cend() && keys->contains(key);
}

bool TileLoader::anyFailed(quint64 source) const
{
    const auto keys = m_failed.constFind(source);
    return keys != m_failed.cend() && !keys->isEmpty();
}

void TileLoader::retryFailed(quint64 source)
{
    m_failed.remove(source);
    m_shared->failures.removeIf([source](const auto& entry) { return entry.key().source == source; });
}

void TileLoader::deliver()
{
    std::vector<Finished> finished;
    {
        const std::lock_guard lock(m_shared->mutex);
        finished.swap(m_shared->finished);
        for (const Finished& f : finished)
            m_shared->inHand.remove(f.id);
    }
    for (Finished& f : finished) {
        const auto [source, key] = f.id;
        if (!m_known.contains(source))
            continue;
        if (f.image) {
            m_cache.insert(source, key, {std::move(*f.image), f.version, nowMs(), f.loadMs}, f.keep);
            Q_EMIT loaded(source, key);
        } else if (f.image.error().code != ErrorCode::Cancelled && ++m_shared->failures[f.id] > 1) {
            m_failed[source].insert(key);
            Q_EMIT tileFailed(source, key, f.image.error());
        }
    }
    Q_EMIT delivered();
}

} // namespace nb
