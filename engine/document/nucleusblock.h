// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/segment/nucleusindex.h"

#include <array>
#include <cstdint>
#include <vector>

namespace nb
{

struct NucleusGlance;

/// The nuclei of a square of the slide, packed for drawing: about 110 bytes an outline and 8 a point. Filled by one
/// thread, then never changed.
class NucleusBlock
{
public:
    /// A shell or a hole; a nucleus's rings follow each other, each shell before its holes.
    struct Outline {
        Uuid id{};
        Rect bounds; ///< of this ring, level-0 pixels
        std::uint32_t firstPoint = 0;
        std::uint32_t points = 0;
        std::uint16_t classId = 0;
        std::uint8_t origin = 0;
        bool hole = false;
        bool ownHistory = false; ///< see NucleusGlance
        std::array<float, 14> measurements{};
    };
    std::vector<Outline> outlines;
    std::size_t nuclei = 0;

    void add(const NucleusGlance& nucleus, const NucleusMeasurements& measurements);
    void finish(); ///< gives back what was reserved
    [[nodiscard]] NucleusOutline drawn(const Outline& outline) const;
    /// The outline as a nucleus of its own.
    [[nodiscard]] Nucleus nucleus(const Outline& outline) const;

private:
    void append(const NucleusGlance& nucleus, const NucleusMeasurements& measurements, const Ring& ring, bool hole);
    std::vector<OutlinePoint> m_points; ///< relative to their outline's bounds
};

} // namespace nb
