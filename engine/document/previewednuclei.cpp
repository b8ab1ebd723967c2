// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/previewednuclei.h"

#include "engine/document/caserecords.h"
#include "engine/document/measurementcolumns.h"
#include "engine/document/nucleusplace.h"
#include "engine/geometry/polygon.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace nb
{

namespace
{

constexpr std::int64_t kReach = 128; // level-0 pixels: nuclei that meet reach no farther from what is looked at
constexpr std::int64_t kCell = 64; // level-0 pixels on a side: a few nuclei
constexpr std::size_t kMostAreas = 64; // earlier ones have left the screen, and are looked at again when they come back

bool untouched(const NucleusOutline& n)
{
    return n.origin == static_cast<std::uint8_t>(NucleusOrigin::Model) && n.classId == kNucleusClass && !n.ownHistory;
}

Ring ringOf(const NucleusOutline& n)
{
    Ring ring;
    ring.reserve(n.points.size());
    for (const OutlinePoint& p : n.points)
        ring.push_back({n.originX + static_cast<double>(p.x), n.originY + static_cast<double>(p.y)});
    return ring;
}

std::int64_t cellOf(std::int64_t v)
{
    return v >= 0 ? v / kCell : -((kCell - 1 - v) / kCell);
}

Nucleus nucleusOf(const NucleusOutline& outline)
{
    Nucleus nucleus;
    nucleus.id = outline.id;
    nucleus.contour = ringOf(outline);
    std::size_t i = 0;
    for (const MeasurementColumn& column : measurementColumns()) {
        if (i < outline.measurements.size())
            nucleus.measurements.*column.member = static_cast<double>(outline.measurements[i]);
        ++i;
    }
    return nucleus;
}

} // namespace

/// What was found near an area, by place.
struct PreviewedNuclei::Found {
    struct One {
        Uuid id{};
        MultiPolygon shape;
        Rect bounds;
        bool yields = false;
    };
    std::vector<One> all;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> cells;

    template <class Visit> void eachCell(const Rect& bounds, const Visit& visit)
    {
        for (std::int64_t row = cellOf(bounds.y); row <= cellOf(bounds.bottom() - 1); ++row)
            for (std::int64_t column = cellOf(bounds.x); column <= cellOf(bounds.right() - 1); ++column)
                visit(row << 32 ^ (column & 0xFFFFFFFF));
    }
    void add(const NucleusOutline& n, bool yields)
    {
        eachCell(n.bounds, [&](std::int64_t key) { cells[key].push_back(all.size()); });
        all.push_back({n.id, {Polygon{ringOf(n), {}}}, n.bounds, yields});
    }
    /// Whether it is to be shown; what has come meanwhile waits for the next time.
    [[nodiscard]] bool stands(const NucleusOutline& n)
    {
        bool stands = false;
        eachCell({n.bounds.x, n.bounds.y, 1, 1}, [&](std::int64_t key) {
            for (const std::size_t index : cells[key])
                stands = stands || (all[index].id == n.id && !all[index].yields);
        });
        return stands;
    }
    /// Those that take the place of `n`, or have theirs taken by it; until `visit` returns false.
    template <class Visit> void eachUpon(const NucleusOutline& n, const Visit& visit)
    {
        MultiPolygon shape;
        bool goOn = true;
        eachCell(n.bounds, [&](std::int64_t key) {
            const auto cell = cells.find(key);
            if (!goOn || cell == cells.end())
                return;
            for (const std::size_t index : cell->second) {
                One& one = all[index];
                if (!goOn || one.yields || one.bounds.intersected(n.bounds).empty())
                    continue;
                if (shape.empty())
                    shape = {Polygon{ringOf(n), {}}};
                if (takeOnePlace(one.shape, shape))
                    goOn = visit(one);
            }
        });
    }
};

PreviewedNuclei::PreviewedNuclei(std::shared_ptr<const NucleusSource> stored,
    std::shared_ptr<const NucleusSource> found, std::vector<MultiPolygon> checked)
    : m_stored(std::move(stored))
    , m_found(std::move(found))
    , m_checked(std::move(checked))
{
}

void PreviewedNuclei::addArea(std::shared_ptr<const ExtractedArea> area)
{
    const std::lock_guard lock(m_mutex);
    m_areaStamps.push_back(area->within());
    std::erase_if(m_areas, [&](const auto& older) { return area->within().contains(older->within()); });
    m_areas.push_back(std::move(area));
    if (m_areas.size() > kMostAreas) {
        m_areaStamps.push_back(m_areas.front()->within());
        m_areas.erase(m_areas.begin());
    }
}

bool PreviewedNuclei::inChecked(const Rect& bounds) const
{
    const Point centre{static_cast<double>(bounds.x) + static_cast<double>(bounds.width) / 2,
        static_cast<double>(bounds.y) + static_cast<double>(bounds.height) / 2};
    return std::any_of(
        m_checked.begin(), m_checked.end(), [&](const MultiPolygon& region) { return contains(region, centre); });
}

PreviewedNuclei::Found PreviewedNuclei::foundNear(const Rect& level0Area) const
{
    Found found;
    m_found->visit(level0Area.grown(kReach), [&](const NucleusOutline& n) {
        found.add(n, inChecked(n.bounds));
        return true;
    });
    if (found.all.empty())
        return found;
    m_stored->visit(level0Area.grown(2 * kReach), [&](const NucleusOutline& n) {
        if (!untouched(n) || inChecked(n.bounds))
            found.eachUpon(n, [](Found::One& one) { return one.yields = true; });
        return true;
    });
    return found;
}

void PreviewedNuclei::visit(const Rect& level0Area, const std::function<bool(const NucleusOutline&)>& visitor) const
{
    Areas areas;
    {
        const std::lock_guard lock(m_mutex);
        areas = m_areas;
    }
    Found found = foundNear(level0Area);
    bool goOn = true;
    m_stored->visit(level0Area, [&](const NucleusOutline& n) {
        if (untouched(n) && !inChecked(n.bounds)) {
            bool replaced
                = std::any_of(areas.begin(), areas.end(), [&](const auto& area) { return area->holds(n.bounds); });
            if (!replaced)
                found.eachUpon(n, [&](const Found::One&) { return !(replaced = true); });
            if (replaced)
                return true;
        }
        return goOn = visitor(n);
    });
    if (found.all.empty())
        return;
    m_found->visit(level0Area, [&](const NucleusOutline& n) {
        if (!goOn || !found.stands(n))
            return goOn;
        NucleusOutline shown = n;
        shown.classId = kNucleusClass;
        return goOn = visitor(shown);
    });
}

std::size_t PreviewedNuclei::countNear(const Rect& level0Area) const
{
    return std::max(m_stored->countNear(level0Area), m_found->countNear(level0Area)); // most stand in for others
}

std::optional<Nucleus> PreviewedNuclei::at(const Point& level0) const
{
    const Rect pixel{
        static_cast<std::int64_t>(std::floor(level0.x)), static_cast<std::int64_t>(std::floor(level0.y)), 1, 1};
    std::optional<Nucleus> best;
    double bestArea = 0;
    visit(pixel, [&](const NucleusOutline& n) {
        const Ring ring = ringOf(n);
        if (!contains(ring, level0))
            return true;
        if (best && best->id == n.id) {
            best.reset(); // one of its holes, which follow it
            return true;
        }
        const double area = std::abs(signedArea(ring));
        if (!best || area < bestArea) {
            bestArea = area;
            best = nucleusOf(n);
        }
        return true;
    });
    return best;
}

/// The parts count on their own; what is drawn wants one number that rises with each change of any of them.
void PreviewedNuclei::noteMoment() const
{
    const Moment now{m_stored->generation(), m_found->generation(), m_areaStamps.size()};
    if (m_moments.empty() || !(m_moments.back() == now))
        m_moments.push_back(now);
}

std::uint64_t PreviewedNuclei::generation() const
{
    const std::lock_guard lock(m_mutex);
    noteMoment();
    return m_moments.size();
}

/// The generation at which a part's stamp was first known.
std::uint64_t PreviewedNuclei::numberOf(std::uint64_t Moment::*part, std::uint64_t stamp) const
{
    if (stamp == 0)
        return 0;
    const auto first = std::lower_bound(m_moments.begin(), m_moments.end(), stamp,
        [part](const Moment& moment, std::uint64_t value) { return moment.*part < value; });
    return static_cast<std::uint64_t>(first - m_moments.begin()) + 1;
}

std::uint64_t PreviewedNuclei::version(int level, std::int64_t column, std::int64_t row) const
{
    const std::uint64_t stored = m_stored->version(level, column, row), found = m_found->version(level, column, row);
    const std::int64_t side = AreaStamps::kBase << std::min(level, 40);
    const Rect square{column * side, row * side, side, side};
    const std::lock_guard lock(m_mutex);
    noteMoment(); // which all stamps read above have come to
    const auto changed = std::find_if(m_areaStamps.rbegin(), m_areaStamps.rend(),
        [&](const Rect& area) { return !area.intersected(square).empty(); });
    const auto areas = static_cast<std::uint64_t>(m_areaStamps.rend() - changed);
    if (stored == 0 && found == 0)
        return 0; // nothing there that an area could hide
    return std::max(
        {numberOf(&Moment::stored, stored), numberOf(&Moment::found, found), numberOf(&Moment::areas, areas)});
}

} // namespace nb
