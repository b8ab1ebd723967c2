// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tilecache.h"
#include "widgets/tileselection.h"

#include <QElapsedTimer>
#include <QObject>
#include <memory>
#include <vector>

namespace nb
{

/// The decode pool of the window: takes the most urgent tile of all sources next, loads it on one of its threads and
/// puts it into the cache on the GUI thread. All members on the GUI thread; none waits but the destructor (for the
/// tiles in hand). Must outlive the layers that use it.
class TileLoader : public QObject
{
    Q_OBJECT

public:
    /// `threads` 0: cpuBudget() - 1, at least 1.
    explicit TileLoader(int threads = 0, std::size_t cacheBytes = 512ULL << 20, QObject* parent = nullptr);
    ~TileLoader() override;

    [[nodiscard]] TileCache& cache() { return m_cache; }
    /// Milliseconds since the loader was made.
    [[nodiscard]] qint64 nowMs() const { return m_clock.elapsed(); }

    /// Everything that `source` wants now, sorted by rank; replaces what it wanted before. Tiles in hand go on.
    void setWanted(const std::shared_ptr<const TileSource>& source, const std::vector<TileWant>& wanted);
    /// `source` is gone: its tiles are dropped, those in hand when they come.
    void forget(quint64 source);

    /// A tile that failed twice is not asked for again until `retryFailed`.
    [[nodiscard]] bool failed(quint64 source, const TileKey& key) const;
    [[nodiscard]] bool anyFailed(quint64 source) const;
    void retryFailed(quint64 source);
    [[nodiscard]] int threads() const;

Q_SIGNALS:
    /// What had come has been told; now is the time to look at the whole (also where a tile failed and is tried again).
    void delivered();
    /// The tile is in the cache.
    void loaded(quint64 source, const nb::TileKey& key);
    /// The tile could not be loaded, twice.
    void tileFailed(quint64 source, const nb::TileKey& key, const nb::Error& error);

private:
    struct Shared;
    void deliver(); ///< takes in what the threads have finished

    TileCache m_cache;
    QElapsedTimer m_clock;
    QHash<quint64, QSet<TileKey>> m_failed;
    QSet<quint64> m_known; ///< sources that have wanted something and are not forgotten
    std::shared_ptr<Shared> m_shared;
};

} // namespace nb
