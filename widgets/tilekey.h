// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>

namespace nb
{

/// A tile of one source. Level 0 is the source's finest.
struct TileKey {
    int level = 0;
    int column = 0;
    int row = 0;

    friend bool operator==(const TileKey&, const TileKey&) = default;
    friend size_t qHash(const TileKey& key, size_t seed = 0)
    {
        return qHashMulti(seed, key.level, key.column, key.row);
    }
};

} // namespace nb
