// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/nucleusindex.h"

#include "engine/geometry/polygon.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr std::int64_t kCell = 256; // level-0 pixels on a side: some tens of nuclei
constexpr std::size_t kMeasurements = 14;

using Packed = std::array<float, kMeasurements>;

Packed packed(const NucleusMeasurements& m)
{
    const auto f = [](double v) { return static_cast<float>(v); };
    return {f(m.areaUm2), f(m.perimeterUm), f(m.circularity), f(m.solidity), f(m.eccentricity), f(m.majorAxisUm),
        f(m.minorAxisUm), f(m.orientationDeg), f(m.haematoxylinMean), f(m.haematoxylinStd), f(m.eosinMean),
        f(m.eosinStd), f(m.insideMean), f(m.boundaryConfidence)};
}

NucleusMeasurements unpacked(const Packed& p)
{
    NucleusMeasurements m;
    double* const fields[kMeasurements] = {&m.areaUm2, &m.perimeterUm, &m.circularity, &m.solidity, &m.eccentricity,
        &m.majorAxisUm, &m.minorAxisUm, &m.orientationDeg, &m.haematoxylinMean, &m.haematoxylinStd, &m.eosinMean,
        &m.eosinStd, &m.insideMean, &m.boundaryConfidence};
    for (std::size_t i = 0; i < kMeasurements; ++i)
        *fields[i] = static_cast<double>(p[i]);
    return m;
}

struct Record {
    Uuid id{};
    std::int32_t x = 0; ///< bounds
    std::int32_t y = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;
    std::int32_t firstX = 0;
    std::int32_t firstY = 0;
    std::uint32_t firstPoint = 0;
    std::uint32_t points = 0;
    Packed measurements{};

    [[nodiscard]] Rect bounds() const { return {x, y, width, height}; }
};

struct Batch {
    std::vector<Record> records;
    std::vector<OutlinePoint> points;

    [[nodiscard]] NucleusOutline outline(std::size_t index) const
    {
        const Record& r = records[index];
        return {r.id, r.bounds(), static_cast<double>(r.x), static_cast<double>(r.y),
            {points.data() + r.firstPoint, r.points}, 0, 0, r.measurements};
    }
    [[nodiscard]] Nucleus nucleus(std::size_t index) const
    {
        const Record& r = records[index];
        Nucleus nucleus;
        nucleus.id = r.id;
        nucleus.firstX = r.firstX;
        nucleus.firstY = r.firstY;
        nucleus.measurements = unpacked(r.measurements);
        for (std::size_t i = r.firstPoint; i < r.firstPoint + r.points; ++i)
            nucleus.contour.push_back({static_cast<double>(r.x) + static_cast<double>(points[i].x),
                static_cast<double>(r.y) + static_cast<double>(points[i].y)});
        return nucleus;
    }
    void append(const Nucleus& nucleus, const Rect& bounds)
    {
        Record r;
        r.id = nucleus.id;
        r.x = static_cast<std::int32_t>(bounds.x);
        r.y = static_cast<std::int32_t>(bounds.y);
        r.width = static_cast<std::int32_t>(bounds.width);
        r.height = static_cast<std::int32_t>(bounds.height);
        r.firstX = static_cast<std::int32_t>(nucleus.firstX);
        r.firstY = static_cast<std::int32_t>(nucleus.firstY);
        r.firstPoint = static_cast<std::uint32_t>(points.size());
        r.points = static_cast<std::uint32_t>(nucleus.contour.size());
        r.measurements = packed(nucleus.measurements);
        for (const Point& p : nucleus.contour)
            points.push_back({static_cast<float>(p.x - static_cast<double>(bounds.x)),
                static_cast<float>(p.y - static_cast<double>(bounds.y))});
        records.push_back(r);
    }
};

struct Place {
    std::uint32_t batch = 0;
    std::uint32_t index = 0;
};

std::int64_t cellKey(std::int64_t column, std::int64_t row)
{
    return row << 32 | column;
}

/// The one cell of a nucleus: that of its bounds' middle.
std::int64_t cellOf(const Rect& bounds)
{
    return cellKey((bounds.x + bounds.width / 2) / kCell, (bounds.y + bounds.height / 2) / kCell);
}

} // namespace

struct NucleusIndex::Contents {
    std::vector<std::shared_ptr<const Batch>> batches;
    std::unordered_map<std::int64_t, std::vector<Place>> cells;
    std::int64_t reach = 0; ///< half the largest bounds: how far a nucleus may stick out of its cell

    [[nodiscard]] Rect cellsNear(const Rect& area, std::int64_t slideWidth, std::int64_t slideHeight) const
    {
        const Rect on = area.grown(reach + 1).intersected({0, 0, slideWidth, slideHeight});
        if (on.empty())
            return {};
        const std::int64_t left = on.x / kCell, top = on.y / kCell;
        return {left, top, (on.right() - 1) / kCell - left + 1, (on.bottom() - 1) / kCell - top + 1};
    }
    [[nodiscard]] bool has(const Uuid& id, std::int64_t key) const
    {
        const auto cell = cells.find(key);
        return cell != cells.end() && std::any_of(cell->second.begin(), cell->second.end(), [&](const Place& place) {
            return batches[place.batch]->records[place.index].id == id;
        });
    }
};

NucleusIndex::NucleusIndex(std::int64_t slideWidth, std::int64_t slideHeight)
    : m_slideWidth(slideWidth)
    , m_slideHeight(slideHeight)
    , m_contents(std::make_shared<Contents>())
    , m_stamps(slideWidth, slideHeight)
{
}

NucleusIndex::~NucleusIndex() = default;

std::shared_ptr<NucleusIndex::Contents> NucleusIndex::contents() const
{
    const std::lock_guard lock(m_mutex);
    return m_contents;
}

std::size_t NucleusIndex::add(const std::vector<Nucleus>& nuclei)
{
    auto batch = std::make_shared<Batch>();
    const Rect slide{0, 0, m_slideWidth, m_slideHeight};
    const std::lock_guard lock(m_mutex);
    const auto number = static_cast<std::uint32_t>(m_contents->batches.size());
    m_contents->batches.push_back(batch); // found through it below, to leave out repeats within the batch
    const std::uint64_t stamp = m_generation.load() + 1;
    for (const Nucleus& nucleus : nuclei) {
        const Rect bounds = boundsOf(nucleus.contour).intersected(slide.grown(1 << 20));
        if (bounds.empty() || bounds.x + bounds.width / 2 < 0 || bounds.y + bounds.height / 2 < 0)
            continue;
        const std::int64_t key = cellOf(bounds);
        if (m_contents->has(nucleus.id, key))
            continue;
        m_contents->cells[key].push_back({number, static_cast<std::uint32_t>(batch->records.size())});
        m_contents->reach = std::max({m_contents->reach, (bounds.width + 1) / 2, (bounds.height + 1) / 2});
        batch->append(nucleus, bounds);
        m_stamps.mark(bounds.grown(2), stamp);
    }
    const std::size_t fresh = batch->records.size();
    if (fresh == 0) {
        m_contents->batches.pop_back();
        return 0;
    }
    m_size += fresh;
    m_generation = stamp;
    return fresh;
}

void NucleusIndex::clear()
{
    const std::lock_guard lock(m_mutex);
    m_contents = std::make_shared<Contents>();
    m_size = 0;
    const std::uint64_t stamp = ++m_generation;
    m_stamps.mark({0, 0, m_slideWidth, m_slideHeight}, stamp);
}

void NucleusIndex::visit(const Rect& level0Area, const std::function<bool(const NucleusOutline&)>& visitor) const
{
    struct Found {
        std::shared_ptr<const Batch> batch;
        std::uint32_t index;
    };
    const auto all = contents();
    Rect cells;
    {
        const std::lock_guard lock(m_mutex);
        cells = all->cellsNear(level0Area, m_slideWidth, m_slideHeight);
    }
    std::vector<Found> found;
    for (std::int64_t row = cells.y; row < cells.bottom(); ++row) {
        found.clear();
        { // a row of cells at a time: the lock is held for microseconds
            const std::lock_guard lock(m_mutex);
            for (std::int64_t column = cells.x; column < cells.right(); ++column) {
                const auto cell = all->cells.find(cellKey(column, row));
                if (cell == all->cells.end())
                    continue;
                for (const Place& place : cell->second)
                    found.push_back({all->batches[place.batch], place.index});
            }
        }
        for (const Found& f : found)
            if (!f.batch->records[f.index].bounds().intersected(level0Area).empty()
                && !visitor(f.batch->outline(f.index)))
                return;
    }
}

std::size_t NucleusIndex::countNear(const Rect& level0Area) const
{
    const std::lock_guard lock(m_mutex);
    const Rect cells = m_contents->cellsNear(level0Area, m_slideWidth, m_slideHeight);
    if (cells.width * cells.height > static_cast<std::int64_t>(m_contents->cells.size()))
        return m_size;
    std::size_t count = 0;
    for (std::int64_t row = cells.y; row < cells.bottom(); ++row)
        for (std::int64_t column = cells.x; column < cells.right(); ++column)
            if (const auto cell = m_contents->cells.find(cellKey(column, row)); cell != m_contents->cells.end())
                count += cell->second.size();
    return count;
}

std::optional<Nucleus> NucleusIndex::at(const Point& level0) const
{
    const Rect here{
        static_cast<std::int64_t>(std::floor(level0.x)), static_cast<std::int64_t>(std::floor(level0.y)), 1, 1};
    const auto all = contents();
    std::optional<Nucleus> best;
    double bestArea = 0;
    const auto look = [&](const Batch& batch, std::uint32_t index) {
        if (batch.records[index].bounds().intersected(here).empty())
            return;
        Nucleus nucleus = batch.nucleus(index);
        if (!contains(nucleus.contour, level0))
            return;
        const double area = std::abs(signedArea(nucleus.contour));
        if (best && area >= bestArea)
            return;
        bestArea = area;
        best = std::move(nucleus);
    };
    const std::lock_guard lock(m_mutex); // a handful of nuclei
    const Rect cells = all->cellsNear(here, m_slideWidth, m_slideHeight);
    for (std::int64_t row = cells.y; row < cells.bottom(); ++row)
        for (std::int64_t column = cells.x; column < cells.right(); ++column)
            if (const auto cell = all->cells.find(cellKey(column, row)); cell != all->cells.end())
                for (const Place& place : cell->second)
                    look(*all->batches[place.batch], place.index);
    return best;
}

std::uint64_t NucleusIndex::version(int level, std::int64_t column, std::int64_t row) const
{
    const std::lock_guard lock(m_mutex);
    return m_stamps.at(level, column, row);
}

void NucleusIndex::visitAll(const std::function<bool(const Nucleus&)>& visitor) const
{
    std::vector<std::shared_ptr<const Batch>> batches;
    {
        const std::lock_guard lock(m_mutex);
        batches = m_contents->batches;
    }
    for (const auto& batch : batches)
        for (std::size_t i = 0; i < batch->records.size(); ++i)
            if (!visitor(batch->nucleus(i)))
                return;
}

} // namespace nb
