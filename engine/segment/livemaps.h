// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/mapstore.h"
#include "engine/segment/networkscheduler.h"
#include "engine/segment/sliderecipe.h"

#include <memory>
#include <optional>
#include <vector>

namespace nb
{

/// Maps of what somebody looks at, without looking for nuclei: computes wanted cells of the recipe's grid into a
/// MapStore, in the order of the list, at Priority::Live. The cells are those of segmentSlide bit for bit. A new list
/// replaces the old one with the next patch: no more than the patches in hand (one for each worker) are computed for
/// what is not wanted any more; a cell that stays wanted keeps what it has. Any thread; no member waits for a patch.
class LiveMaps
{
public:
    struct Cell {
        std::int64_t column = 0;
        std::int64_t row = 0;
    };

    /// `scheduler` must outlive this; `store` is of this recipe.
    LiveMaps(std::shared_ptr<const SlideRecipe> recipe, NetworkScheduler& scheduler, std::shared_ptr<MapStore> store);
    ~LiveMaps(); ///< never waits: the patches in hand end on their own
    LiveMaps(const LiveMaps&) = delete;
    LiveMaps& operator=(const LiveMaps&) = delete;

    /// Cells, most wanted first. Those in the store, without tissue or off the grid cost nothing. Memory while they are
    /// computed: about 20 bytes for each of their pixels.
    void setWanted(const std::vector<Cell>& cells);

    /// Wanted cells that are still to come.
    [[nodiscard]] std::size_t missing() const;
    /// The first failure since the last call. The patch that failed is not tried again and its cells stay away; the
    /// others come.
    [[nodiscard]] std::optional<Error> takeError();

    /// The cells that `area` (model pixels) touches, the one nearest to its middle first.
    [[nodiscard]] static std::vector<Cell> cellsFromMiddle(const PatchGrid& grid, const Rect& area);

private:
    struct Work;
    const std::shared_ptr<Work> m_work; ///< shared with the tasks that are posted
};

} // namespace nb
