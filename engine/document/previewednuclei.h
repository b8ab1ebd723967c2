// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"
#include "engine/segment/extractedarea.h"
#include "engine/segment/nucleusindex.h"

#include <memory>
#include <mutex>
#include <vector>

namespace nb
{

/// What a case would show if a search with other settings had been made: what was found anew stands in for the case's
/// untouched nuclei where an ExtractedArea answers for them and where it lies upon them; all others stay, and what lies
/// upon one that stays, or in a checked region, is left out, as CaseRuns stores a run. Nothing is kept by it.
class PreviewedNuclei : public NucleusSource
{
public:
    /// `checked`: regions in which a search changes nothing; level-0 pixels.
    PreviewedNuclei(std::shared_ptr<const NucleusSource> stored, std::shared_ptr<const NucleusSource> found,
        std::vector<MultiPolygon> checked);

    /// From now on `area` is answered for. Any thread.
    void addArea(std::shared_ptr<const ExtractedArea> area);

    void visit(const Rect& level0Area, const std::function<bool(const NucleusOutline&)>& visitor) const override;
    [[nodiscard]] std::size_t countNear(const Rect& level0Area) const override;
    [[nodiscard]] std::optional<Nucleus> at(const Point& level0) const override;
    /// Of the case: how many it would be is known only where it was looked.
    [[nodiscard]] std::size_t size() const override { return m_stored->size(); }
    [[nodiscard]] std::uint64_t generation() const override;
    [[nodiscard]] std::uint64_t version(int level, std::int64_t column, std::int64_t row) const override;

private:
    struct Found;
    using Areas = std::vector<std::shared_ptr<const ExtractedArea>>;
    /// Generations of what it consists of.
    struct Moment {
        std::uint64_t stored = 0;
        std::uint64_t found = 0;
        std::uint64_t areas = 0;
        bool operator==(const Moment&) const = default;
    };
    [[nodiscard]] Found foundNear(const Rect& level0Area) const;
    [[nodiscard]] bool inChecked(const Rect& bounds) const;
    void noteMoment() const; ///< with the lock held
    [[nodiscard]] std::uint64_t numberOf(std::uint64_t Moment::*part, std::uint64_t stamp) const; ///< likewise

    const std::shared_ptr<const NucleusSource> m_stored;
    const std::shared_ptr<const NucleusSource> m_found;
    const std::vector<MultiPolygon> m_checked;
    mutable std::mutex m_mutex; ///< guards all below
    Areas m_areas;
    std::vector<Rect> m_areaStamps; ///< what the area of each number, from 1, changed
    mutable std::vector<Moment> m_moments; ///< generation n is the n-th
};

} // namespace nb
