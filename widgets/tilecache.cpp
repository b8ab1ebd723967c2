// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tilecache.h"

namespace nb
{

namespace
{

constexpr std::size_t kEntryOverhead = 256; // hash node, list node, QImage's own data, about

}

TileCache::TileCache(std::size_t byteLimit)
    : m_byteLimit(byteLimit)
{
}

const CachedTile* TileCache::find(quint64 source, const TileKey& key)
{
    const auto found = m_entries.find({source, key});
    if (found == m_entries.end())
        return nullptr;
    m_use.splice(m_use.begin(), m_use, found->use);
    return &found->tile;
}

void TileCache::insert(quint64 source, const TileKey& key, CachedTile tile, bool keep)
{
    const Id id{source, key};
    remove(id);
    m_use.push_front(id);
    const auto bytes = static_cast<std::size_t>(tile.image.sizeInBytes()) + kEntryOverhead;
    m_bytes += bytes;
    m_entries.insert(id, {std::move(tile), bytes, keep, m_use.begin()});
    evict();
}

void TileCache::setVisible(quint64 source, const std::vector<TileKey>& keys)
{
    m_visible[source] = QSet<TileKey>(keys.begin(), keys.end());
}

void TileCache::forget(quint64 source)
{
    m_visible.remove(source);
    for (auto use = m_use.begin(); use != m_use.end();) {
        const Id id = *use++; // before its node goes
        if (id.source == source)
            remove(id);
    }
}

void TileCache::setByteLimit(std::size_t bytes)
{
    m_byteLimit = bytes;
    evict();
}

void TileCache::remove(const Id& id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    m_bytes -= found->bytes;
    m_use.erase(found->use);
    m_entries.erase(found);
}

void TileCache::evict()
{
    for (auto use = m_use.end(); m_bytes > m_byteLimit && use != m_use.begin();) {
        const auto last = std::prev(use);
        const Id id = *last;
        const auto visible = m_visible.constFind(id.source);
        if (m_entries[id].keep || (visible != m_visible.cend() && visible->contains(id.key)))
            use = last;
        else
            remove(id); // `use` stays valid: it is the node after
    }
}

} // namespace nb
