// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/casenuclei.h"

#include "engine/geometry/polygon.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr std::int64_t kBlock = 2048; // level-0 pixels on a side: some hundreds of nuclei, read in milliseconds
constexpr std::int64_t kReach = 512; // how far a nucleus may stick out of the block of its centre and still be drawn
constexpr std::size_t kMostWanted = 256; // what was asked for earlier has left the screen

std::int64_t blocksAcross(std::int64_t length)
{
    return std::max<std::int64_t>(1, (length + kBlock - 1) / kBlock);
}

} // namespace

struct CaseNuclei::Slot {
    std::shared_ptr<const NucleusBlock> block; ///< null until it was read
    bool stale = true;
};

Result<std::shared_ptr<CaseNuclei>> CaseNuclei::open(
    const std::string& casePath, bool immutable, std::int64_t slideWidth, std::int64_t slideHeight)
{
    auto reader = CaseReader::open(casePath, immutable);
    if (!reader)
        return reader.error();
    return std::shared_ptr<CaseNuclei>(new CaseNuclei(std::move(*reader), slideWidth, slideHeight));
}

CaseNuclei::CaseNuclei(std::unique_ptr<CaseReader> reader, std::int64_t slideWidth, std::int64_t slideHeight)
    : m_reader(std::move(reader))
    , m_slideWidth(slideWidth)
    , m_slideHeight(slideHeight)
    , m_columns(blocksAcross(slideWidth))
    , m_rows(blocksAcross(slideHeight))
    , m_slots(static_cast<std::size_t>(m_columns * m_rows))
    , m_stale(m_slots.size())
    , m_stamps(slideWidth, slideHeight)
{
    m_thread = std::thread([this] { load(); });
}

CaseNuclei::~CaseNuclei()
{
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

/// The slots in which a nucleus that meets the area may lie; those at the edge hold what lies outside of the slide.
Rect CaseNuclei::slotsNear(const Rect& level0Area) const
{
    const Rect near = level0Area.grown(kReach);
    const auto column = [&](std::int64_t x) { return std::clamp<std::int64_t>(x / kBlock, 0, m_columns - 1); };
    const auto row = [&](std::int64_t y) { return std::clamp<std::int64_t>(y / kBlock, 0, m_rows - 1); };
    const std::int64_t left = column(near.x), top = row(near.y);
    return {left, top, column(near.right() - 1) - left + 1, row(near.bottom() - 1) - top + 1};
}

Rect CaseNuclei::areaOf(std::size_t slot) const
{
    const auto index = static_cast<std::int64_t>(slot);
    return {index % m_columns * kBlock, index / m_columns * kBlock, kBlock, kBlock};
}

void CaseNuclei::want(const Rect& slots) const
{
    for (std::int64_t row = slots.bottom() - 1; row >= slots.y; --row)
        for (std::int64_t column = slots.right() - 1; column >= slots.x; --column)
            if (const auto slot = static_cast<std::size_t>(row * m_columns + column); m_slots[slot].stale)
                m_wanted.push_back(slot);
    if (m_wanted.size() > kMostWanted)
        m_wanted.erase(m_wanted.begin(), m_wanted.end() - static_cast<std::ptrdiff_t>(kMostWanted));
}

std::vector<std::shared_ptr<const NucleusBlock>> CaseNuclei::blocksNear(const Rect& level0Area) const
{
    const Rect slots = slotsNear(level0Area);
    std::vector<std::shared_ptr<const NucleusBlock>> blocks;
    const std::lock_guard lock(m_mutex);
    for (std::int64_t row = slots.y; row < slots.bottom(); ++row)
        for (std::int64_t column = slots.x; column < slots.right(); ++column)
            if (const auto& block = m_slots[static_cast<std::size_t>(row * m_columns + column)].block)
                blocks.push_back(block);
    want(slots);
    return blocks;
}

void CaseNuclei::visit(const Rect& level0Area, const std::function<bool(const NucleusOutline&)>& visitor) const
{
    for (const auto& block : blocksNear(level0Area)) {
        for (const NucleusBlock::Outline& r : block->outlines) {
            if (r.bounds.intersected(level0Area).empty())
                continue;
            if (!visitor(block->drawn(r)))
                return;
        }
    }
}

std::size_t CaseNuclei::countNear(const Rect& level0Area) const
{
    const Rect slots = slotsNear(level0Area);
    const std::lock_guard lock(m_mutex);
    const std::size_t guess = m_total.load() / m_slots.size();
    std::size_t count = 0;
    for (std::int64_t row = slots.y; row < slots.bottom(); ++row) {
        for (std::int64_t column = slots.x; column < slots.right(); ++column) {
            const Slot& slot = m_slots[static_cast<std::size_t>(row * m_columns + column)];
            count += slot.block ? slot.block->nuclei : guess;
        }
    }
    want(slots);
    return count;
}

std::optional<Nucleus> CaseNuclei::at(const Point& level0) const
{
    const Rect pixel{
        static_cast<std::int64_t>(std::floor(level0.x)), static_cast<std::int64_t>(std::floor(level0.y)), 1, 1};
    std::optional<Nucleus> best;
    double bestArea = 0;
    for (const auto& block : blocksNear(pixel)) {
        for (const NucleusBlock::Outline& r : block->outlines) {
            if (r.bounds.intersected(pixel).empty())
                continue;
            Nucleus nucleus = block->nucleus(r);
            if (!contains(nucleus.contour, level0))
                continue;
            if (r.hole) {
                if (best && best->id == r.id)
                    best.reset(); // a ring's holes follow it
                continue;
            }
            const double area = std::abs(signedArea(nucleus.contour));
            if (best && area >= bestArea)
                continue;
            bestArea = area;
            best = std::move(nucleus);
        }
    }
    return best;
}

std::uint64_t CaseNuclei::version(int level, std::int64_t column, std::int64_t row) const
{
    const std::int64_t side = AreaStamps::kBase << std::min(level, 40);
    const std::lock_guard lock(m_mutex);
    if (m_stale > 0)
        want(slotsNear({column * side, row * side, side, side}));
    return m_stamps.at(level, column, row);
}

void CaseNuclei::changed(const std::optional<Rect>& level0Area)
{
    {
        const std::lock_guard lock(m_mutex);
        const Rect slots = level0Area ? slotsNear(*level0Area) : Rect{0, 0, m_columns, m_rows};
        for (std::int64_t row = slots.y; row < slots.bottom(); ++row) {
            for (std::int64_t column = slots.x; column < slots.right(); ++column) {
                Slot& slot = m_slots[static_cast<std::size_t>(row * m_columns + column)];
                m_stale += slot.stale ? 0 : 1;
                slot.stale = true;
            }
        }
        if (level0Area)
            want(slots);
    }
    m_changed.notify_all();
}

bool CaseNuclei::complete() const
{
    const std::lock_guard lock(m_mutex);
    return m_stale == 0;
}

std::optional<Error> CaseNuclei::error() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

Result<std::shared_ptr<const NucleusBlock>> CaseNuclei::read(const Rect& area)
{
    auto block = std::make_shared<NucleusBlock>();
    Rect reach = area; // what lies outside of the slide belongs to the block at its edge
    constexpr std::int64_t kFar = 1 << 30;
    if (area.x == 0)
        reach = {-kFar, reach.y, reach.right() + kFar, reach.height};
    if (area.y == 0)
        reach = {reach.x, -kFar, reach.width, reach.bottom() + kFar};
    if (area.right() >= m_columns * kBlock)
        reach.width = kFar - reach.x;
    if (area.bottom() >= m_rows * kBlock)
        reach.height = kFar - reach.y;
    const Status done = m_reader->visitMeasured(reach, [&](const NucleusGlance& nucleus, const NucleusMeasurements& m) {
        const Rect box = boundsOf(nucleus.shape);
        if (!reach.contains(box.x + box.width / 2, box.y + box.height / 2))
            return true; // the block of its middle has it
        block->add(nucleus, m);
        return true;
    });
    if (!done)
        return done.error();
    block->finish();
    return std::shared_ptr<const NucleusBlock>(std::move(block));
}

void CaseNuclei::place(std::size_t slot, std::shared_ptr<const NucleusBlock> block)
{
    const std::uint64_t stamp = m_generation.load() + 1;
    for (const auto& shown : {m_slots[slot].block, block})
        if (shown)
            for (const NucleusBlock::Outline& r : shown->outlines)
                m_stamps.mark(r.bounds.grown(2), stamp);
    m_slots[slot].block = std::move(block);
    m_generation = stamp;
}

std::size_t CaseNuclei::nextStale()
{
    while (!m_wanted.empty() && !m_slots[m_wanted.back()].stale)
        m_wanted.pop_back();
    if (!m_wanted.empty())
        return m_wanted.back();
    while (!m_slots[m_next % m_slots.size()].stale)
        ++m_next;
    return m_next++ % m_slots.size();
}

/// One query without the lock held; a failure ends the loading.
void CaseNuclei::countAll(std::unique_lock<std::mutex>& lock)
{
    lock.unlock();
    const auto total = m_reader->count();
    lock.lock();
    if (total)
        m_total = static_cast<std::size_t>(*total);
    else
        m_error = total.error();
}

void CaseNuclei::load()
{
    std::unique_lock lock(m_mutex);
    countAll(lock);
    while (!m_end) {
        if (m_error || m_stale == 0) {
            m_changed.wait(lock);
            continue;
        }
        const std::size_t slot = nextStale();
        m_slots[slot].stale = false; // a change from now on makes it stale again
        lock.unlock();
        auto block = read(areaOf(slot));
        lock.lock();
        if (block)
            place(slot, std::move(*block));
        else
            m_error = block.error();
        if (m_stale == 1)
            countAll(lock); // before it counts as complete
        --m_stale;
    }
}

} // namespace nb
