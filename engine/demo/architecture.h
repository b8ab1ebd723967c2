// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nb
{

/// What grows in a compartment of the demo tissue.
enum class Compartment : std::uint8_t { Glands, Nests, ClearCells, Fibrous, Lymphoid, Adipose };

/// What the demo tissue is at one point. Distances are in px, positive inside, and change by about 1 a pixel.
struct TissuePoint {
    float tissue = 0; ///< from the edge of the section
    float epithelium = 0; ///< from the edge of the gland or nest
    float lumen = 0; ///< from the edge of the gland's lumen
    float fat = 0; ///< from the wall of the fat cell's vacuole
    float vessel = 0; ///< from the inner wall of a vessel
    float across = 0; ///< across the collagen fibres
    float along = 0; ///< along them
    float drift = 0; ///< changes slowly in all directions, -5..5: the place along fibres that follow an edge
    float lymphoid = 0; ///< 0..1: how many lymphocytes
    float depth = 0; ///< thickness of the epithelium's row of nuclei, px
    Compartment kind = Compartment::Fibrous;
};

/// A point between two; distances bilinear, the kind of the nearer.
[[nodiscard]] TissuePoint mixPoints(const TissuePoint& a, const TissuePoint& b, float t);

/// The large structures of the demo tissue, down to the single gland: sections on white ground, made of compartments
/// of about 1,150 px that are full of glands, tumour nests, clear cells, fibres, lymphocytes or fat, all parted by
/// stroma with small vessels. A pure function of seed, size and point. Any thread.
class Architecture
{
public:
    Architecture(std::int64_t width, std::int64_t height, std::uint64_t seed);

    /// At a point in level-0 pixels. About 1 µs.
    [[nodiscard]] TissuePoint at(double x, double y) const;

private:
    [[nodiscard]] float tissueEdge(double x, double y) const;
    [[nodiscard]] float vessel(double x, double y) const;
    void fibres(double x, double y, TissuePoint& point) const;
    void fillCompartment(double x, double y, float toBorder, std::uint64_t key, TissuePoint& point) const;

    std::int64_t m_width;
    std::int64_t m_height;
    std::uint64_t m_seed;
    std::int64_t m_columns; // sections
    std::int64_t m_rows;
};

} // namespace nb
