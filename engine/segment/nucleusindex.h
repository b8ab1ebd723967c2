// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/areastamps.h"
#include "engine/segment/nucleus.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace nb
{

/// A contour's point relative to its nucleus's `originX/Y`; level-0 pixels.
struct OutlinePoint {
    float x = 0;
    float y = 0;
};

/// What drawing needs of a nucleus; refers to its owner's memory and holds only during the visit.
struct NucleusOutline {
    Uuid id{};
    Rect bounds; ///< level-0 pixels, whole
    double originX = 0; ///< level-0 pixels
    double originY = 0;
    std::span<const OutlinePoint> points; ///< closed ring, first not repeated
    std::uint16_t classId = 0; ///< 0: no class. What a class is called and how it looks is the owner's business.
    std::uint8_t origin = 0; ///< 0: found by a model; 1: corrected by a person; 2: drawn; 3: accepted; 4: imported
    /// In the order of NucleusMeasurements' members; NaN: not measured. Empty: nothing was.
    std::span<const float> measurements = {};
    bool ownHistory = false; ///< a person changed, named or locked it
};

/// Nuclei that can be looked up by place: found in this session (NucleusIndex) or kept in a case document. Every member
/// may be called from any thread at the same time, answers from memory, and never waits for a disk or a running job:
/// the window asks while it paints.
class NucleusSource
{
public:
    virtual ~NucleusSource() = default;

    /// Calls `visitor` once for each nucleus whose bounds meet `level0Area`, in no particular order, until it returns
    /// false.
    virtual void visit(const Rect& level0Area, const std::function<bool(const NucleusOutline&)>& visitor) const = 0;

    /// How many there are about `level0Area`: an estimate by whole index cells, cheap at any size.
    [[nodiscard]] virtual std::size_t countNear(const Rect& level0Area) const = 0;

    /// The nucleus whose outline holds the point; the smaller of two.
    [[nodiscard]] virtual std::optional<Nucleus> at(const Point& level0) const = 0;

    [[nodiscard]] virtual std::size_t size() const = 0;
    /// Rises with each change.
    [[nodiscard]] virtual std::uint64_t generation() const = 0;
    /// When square (column,row) of level `level` (AreaStamps, level-0 pixels) last changed what is to be drawn in it;
    /// 0: nothing there.
    [[nodiscard]] virtual std::uint64_t version(int level, std::int64_t column, std::int64_t row) const = 0;
};

/// Nuclei in memory, growing while a run delivers them: a grid of small cells over batches that never change. About 120
/// bytes and 8 per contour point each (coordinates within 1e-4 px). Readers copy a cell's short list under the lock and
/// look at the nuclei outside of it.
class NucleusIndex : public NucleusSource
{
public:
    /// Of a slide of `slideWidth` x `slideHeight` level-0 pixels.
    NucleusIndex(std::int64_t slideWidth, std::int64_t slideHeight);
    ~NucleusIndex() override;

    /// Adds nuclei; one whose id is there already is left out, so overlapping runs of the same recipe give each nucleus
    /// once. Returns how many were new.
    std::size_t add(const std::vector<Nucleus>& batch);
    void clear();

    void visit(const Rect& level0Area, const std::function<bool(const NucleusOutline&)>& visitor) const override;
    [[nodiscard]] std::size_t countNear(const Rect& level0Area) const override;
    [[nodiscard]] std::optional<Nucleus> at(const Point& level0) const override;
    [[nodiscard]] std::size_t size() const override { return m_size.load(); }
    [[nodiscard]] std::uint64_t generation() const override { return m_generation.load(); }
    [[nodiscard]] std::uint64_t version(int level, std::int64_t column, std::int64_t row) const override;

    /// All nuclei, batch by batch in the order in which they came; for export. `visitor` returning false stops.
    void visitAll(const std::function<bool(const Nucleus&)>& visitor) const;

private:
    struct Contents;
    [[nodiscard]] std::shared_ptr<Contents> contents() const;

    const std::int64_t m_slideWidth;
    const std::int64_t m_slideHeight;
    std::atomic<std::size_t> m_size{0};
    std::atomic<std::uint64_t> m_generation{0};
    mutable std::mutex m_mutex; ///< guards the pointer and what it points to, but for the batches, which never change
    std::shared_ptr<Contents> m_contents;
    AreaStamps m_stamps;
};

} // namespace nb
