// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tileselection.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <optional>

namespace nb
{

namespace
{

// Classes of need; nearness (screen pixels) sorts within a class.
constexpr double kClass = 1e7;
enum Need { Coarsest = 0, StandIn = 1, Ideal = 2, Aged = 3, Ring = 4, SlowCoarsest = 5 };
constexpr int kStandInSteps = 2;

bool drawable(TileState state)
{
    return state == TileState::Ready || state == TileState::Old;
}

TileKey ancestorOf(const TileKey& key, int steps)
{
    return {key.level + steps, key.column >> steps, key.row >> steps};
}

/// Half-open ranges of columns and rows.
struct TileRange {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] bool contains(int column, int row) const
    {
        return column >= left && column < right && row >= top && row < bottom;
    }
};

TileRange rangeOf(const TileGrid& grid, int level, const QRectF& area)
{
    const TileLevel& l = grid.levels[static_cast<std::size_t>(level)];
    const double width = l.pixelWidth * TileGrid::kTileSize, height = l.pixelHeight * TileGrid::kTileSize;
    const auto index = [](double v, int count) { return static_cast<int>(std::clamp(v, 0.0, double(count))); };
    return {index(std::floor(area.left() / width), l.columns), index(std::floor(area.top() / height), l.rows),
        index(std::ceil(area.right() / width), l.columns), index(std::ceil(area.bottom() / height), l.rows)};
}

class Selector
{
public:
    Selector(const TileGrid& grid, const ViewTransform& view, const std::function<TileState(const TileKey&)>& state)
        : m_grid(grid)
        , m_view(view)
        , m_state(state)
        , m_slide(QPointF(0, 0), grid.slideSize)
    {
        m_result.level = tileLevelFor(grid, view);
    }

    TileSelection select()
    {
        const QRectF seen = m_view.visibleSlide().intersected(m_slide);
        wantCoarsest();
        if (!seen.isEmpty()) {
            const TileRange range = rangeOf(m_grid, m_result.level, seen);
            for (int row = range.top; row < range.bottom; ++row)
                for (int column = range.left; column < range.right; ++column)
                    if (onScreen({m_result.level, column, row}))
                        place({m_result.level, column, row});
            ring(range);
        }
        std::stable_sort(m_result.wanted.begin(), m_result.wanted.end(),
            [](const TileWant& a, const TileWant& b) { return a.rank < b.rank; });
        return std::move(m_result);
    }

private:
    /// A turned view's bounding rectangle holds tiles that it does not show.
    [[nodiscard]] bool onScreen(const TileKey& key) const
    {
        return m_view.upright() || m_view.toScreen(m_grid.area(key)).intersects(QRectF(QPointF(0, 0), m_view.viewport));
    }
    [[nodiscard]] double distance(const TileKey& key) const
    {
        const QPointF d = m_grid.area(key).center() - m_view.centre;
        return std::hypot(d.x(), d.y()) * m_view.scale;
    }
    void want(const TileKey& key, Need need)
    {
        if (m_asked.contains(key))
            return;
        m_asked.insert(key);
        m_result.wanted.push_back({key, static_cast<int>(need) * kClass + std::min(distance(key), kClass / 2)});
    }
    void wantCoarsest()
    {
        const TileKey key{m_grid.coarsest(), 0, 0};
        m_result.visible.push_back(key);
        const TileState state = m_state(key);
        const bool quick = m_grid.levels.back().quick;
        if (state == TileState::Missing) {
            want(key, quick ? Coarsest : SlowCoarsest);
            m_result.complete = false; // the minimap shows it
        } else if (state == TileState::Old)
            want(key, Aged);
    }
    void draw(const TileKey& key, const QRectF& area, bool failed)
    {
        m_result.draw.push_back({key, area, failed, true});
        m_result.visible.push_back(key);
    }

    void place(const TileKey& key)
    {
        const TileState state = m_state(key);
        const QRectF area = m_grid.area(key).intersected(m_slide);
        m_result.visible.push_back(key);
        if (state == TileState::Old) {
            want(key, Aged);
            m_result.complete = false;
        } else if (state == TileState::Missing) {
            want(key, Ideal);
            m_result.complete = false;
        }
        if (drawable(state)) {
            draw(key, area, false);
            return;
        }
        const bool failed = state == TileState::Failed;
        if (drawFiner(key, failed))
            return;
        drawCoarser(key, area, failed);
    }

    [[nodiscard]] bool drawFiner(const TileKey& key, bool failed)
    {
        std::vector<TileKey> finer;
        for (int i = 0; i < 4; ++i) {
            const TileKey child{key.level - 1, key.column * 2 + i % 2, key.row * 2 + i / 2};
            if (!m_grid.contains(child))
                continue;
            if (!drawable(m_state(child)))
                return false;
            finer.push_back(child);
        }
        for (const TileKey& child : finer)
            draw(child, m_grid.area(child).intersected(m_slide), failed);
        return !finer.empty();
    }

    void drawCoarser(const TileKey& key, const QRectF& area, bool failed)
    {
        for (int steps = 1; key.level + steps <= m_grid.coarsest(); ++steps) {
            const TileKey coarser = ancestorOf(key, steps);
            if (drawable(m_state(coarser))) {
                if (steps > kStandInSteps)
                    wantStandIn(key);
                draw(coarser, area, failed);
                return;
            }
        }
        wantStandIn(key);
        m_result.draw.push_back({key, area, failed, false});
    }
    void wantStandIn(const TileKey& key)
    {
        const TileKey coarser = ancestorOf(key, std::min(kStandInSteps, m_grid.coarsest() - key.level));
        if (coarser.level > key.level && m_grid.levels[static_cast<std::size_t>(coarser.level)].quick
            && m_state(coarser) == TileState::Missing)
            want(coarser, StandIn);
    }

    void ring(const TileRange& range)
    {
        for (int row = range.top - 1; row <= range.bottom; ++row)
            for (int column = range.left - 1; column <= range.right; ++column) {
                const TileKey key{m_result.level, column, row};
                if (!range.contains(column, row) && m_grid.contains(key) && m_state(key) == TileState::Missing)
                    want(key, Ring);
            }
    }

    const TileGrid& m_grid;
    const ViewTransform& m_view;
    const std::function<TileState(const TileKey&)>& m_state;
    const QRectF m_slide;
    TileSelection m_result;
    QSet<TileKey> m_asked;
};

} // namespace

int tileLevelFor(const TileGrid& grid, const ViewTransform& view)
{
    int level = 0;
    // A little slack, so that a view of exactly a level's resolution takes that level.
    while (level < grid.coarsest()
        && std::max(grid.levels[static_cast<std::size_t>(level) + 1].pixelWidth,
               grid.levels[static_cast<std::size_t>(level) + 1].pixelHeight)
                * view.deviceScale()
            <= 1.0001)
        ++level;
    return level;
}

TileSelection selectTiles(
    const TileGrid& grid, const ViewTransform& view, const std::function<TileState(const TileKey&)>& state)
{
    return Selector(grid, view, state).select();
}

} // namespace nb
