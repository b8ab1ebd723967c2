// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tilekey.h"

#include <QHash>
#include <QImage>
#include <QSet>
#include <list>
#include <vector>

namespace nb
{

/// A tile's picture as it was loaded.
struct CachedTile {
    QImage image; ///< null: nothing to draw there
    quint64 version = 0; ///< of the source when loading began
    qint64 loadedAtMs = 0; ///< of the loader's clock
    int loadMs = 0; ///< how long it took
};

/// The tiles of all layers, bounded by bytes; the least recently used go first, but never one that is visible or of a
/// source's coarsest level. GUI thread.
class TileCache
{
public:
    explicit TileCache(std::size_t byteLimit = 512ULL << 20);

    /// Null if it is not here. Counts as use.
    [[nodiscard]] const CachedTile* find(quint64 source, const TileKey& key);
    /// `keep`: never evicted (the coarsest level).
    void insert(quint64 source, const TileKey& key, CachedTile tile, bool keep);
    /// What a source shows now; replaces what it showed before.
    void setVisible(quint64 source, const std::vector<TileKey>& keys);
    /// Drops all tiles of a source.
    void forget(quint64 source);

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t byteLimit() const { return m_byteLimit; }
    void setByteLimit(std::size_t bytes);

private:
    struct Id {
        quint64 source = 0;
        TileKey key;
        friend bool operator==(const Id&, const Id&) = default;
        friend size_t qHash(const Id& id, size_t seed = 0) { return qHashMulti(seed, id.source, id.key); }
    };
    struct Entry {
        CachedTile tile;
        std::size_t bytes = 0;
        bool keep = false;
        std::list<Id>::iterator use;
    };
    void evict();
    void remove(const Id& id);

    std::size_t m_byteLimit;
    std::size_t m_bytes = 0;
    QHash<Id, Entry> m_entries;
    QHash<quint64, QSet<TileKey>> m_visible;
    std::list<Id> m_use; ///< most recently used first
};

} // namespace nb
