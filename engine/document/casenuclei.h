// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"
#include "engine/document/nucleusblock.h"
#include "engine/segment/nucleusindex.h"

#include <condition_variable>
#include <deque>
#include <thread>

namespace nb
{

/// A case's nuclei for drawing: blocks of the slide in memory, read by a thread of its own over a connection of its
/// own, first what was asked for last, then all the rest (about 300 bytes a nucleus). Members answer from what is there
/// and never wait for the disk; a block that has just come raises `generation` and the versions of its squares. Holes
/// and further parts of a nucleus come as outlines of the same id.
class CaseNuclei : public NucleusSource
{
public:
    /// Errors: CaseReader::open's.
    [[nodiscard]] static Result<std::shared_ptr<CaseNuclei>> open(
        const std::string& casePath, bool immutable, std::int64_t slideWidth, std::int64_t slideHeight);
    ~CaseNuclei() override;
    CaseNuclei(const CaseNuclei&) = delete;
    CaseNuclei& operator=(const CaseNuclei&) = delete;

    /// After a change (EditOutcome::changedArea, a run's stored tile): reads that part anew; nothing: all of it. What
    /// was there is shown until then.
    void changed(const std::optional<Rect>& level0Area);
    /// Whether everything is in memory and up to date.
    [[nodiscard]] bool complete() const;
    /// Why nothing more comes; to be shown once.
    [[nodiscard]] std::optional<Error> error() const;

    void visit(const Rect& level0Area, const std::function<bool(const NucleusOutline&)>& visitor) const override;
    [[nodiscard]] std::size_t countNear(const Rect& level0Area) const override;
    [[nodiscard]] std::optional<Nucleus> at(const Point& level0) const override;
    [[nodiscard]] std::size_t size() const override { return m_total.load(); }
    [[nodiscard]] std::uint64_t generation() const override { return m_generation.load(); }
    [[nodiscard]] std::uint64_t version(int level, std::int64_t column, std::int64_t row) const override;

private:
    struct Slot;
    CaseNuclei(std::unique_ptr<CaseReader> reader, std::int64_t slideWidth, std::int64_t slideHeight);
    [[nodiscard]] Rect slotsNear(const Rect& level0Area) const;
    [[nodiscard]] std::vector<std::shared_ptr<const NucleusBlock>> blocksNear(const Rect& level0Area) const;
    void want(const Rect& slots) const;
    [[nodiscard]] Rect areaOf(std::size_t slot) const;
    [[nodiscard]] Result<std::shared_ptr<const NucleusBlock>> read(const Rect& area);
    void place(std::size_t slot, std::shared_ptr<const NucleusBlock> block);
    [[nodiscard]] std::size_t nextStale();
    void countAll(std::unique_lock<std::mutex>& lock);
    void load();

    const std::unique_ptr<CaseReader> m_reader; ///< loading thread only
    const std::int64_t m_slideWidth;
    const std::int64_t m_slideHeight;
    const std::int64_t m_columns;
    const std::int64_t m_rows;
    std::atomic<std::size_t> m_total{0};
    std::atomic<std::uint64_t> m_generation{1};
    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    std::vector<Slot> m_slots;
    mutable std::vector<std::size_t> m_wanted; ///< slots asked for, the latest last
    std::size_t m_next = 0; ///< where the search for the next stale slot begins when nothing was asked for
    std::size_t m_stale = 0; ///< slots that are stale or being read
    bool m_end = false;
    AreaStamps m_stamps;
    std::optional<Error> m_error;
    std::thread m_thread;
};

} // namespace nb
