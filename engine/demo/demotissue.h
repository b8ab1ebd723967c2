// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/demo/absorbers.h"
#include "engine/demo/architecture.h"
#include "engine/demo/placement.h"
#include "engine/segment/nucleus.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nb
{

/// What the demo tissue really holds in a rectangle.
struct DemoTruth {
    LabelImage labels; ///< of the rectangle; label k+1 is nuclei[k], 0 is none; no pixel has two
    /// All nuclei with a pixel in the rectangle, whole, in reading order of their first pixels. The contour runs along
    /// pixel edges and holds exactly the nucleus' pixels. Only area, first pixel and id are set: this is truth, nothing
    /// was measured on the picture.
    std::vector<Nucleus> nuclei;
};

/// Synthetic H&E tissue of any size whose nuclei are known: sections with glands, tumour nests, clear cells, stroma,
/// lymphocytes, fat and vessels, seen through a scanner. 0.25 µm/px. Everything is a pure function of size, seed, stain
/// and position: any rectangle is the cut of the whole, bit for bit, on any thread. Level-0 pixels throughout. Cheap to
/// construct; all members may be called from several threads at once.
class DemoTissue
{
public:
    static constexpr double kMpp = 0.25;

    /// A slide of width x height px (each at least 1). `stain`: 0 to 5 (see stainset.h). Neither changes the nuclei of
    /// the other: the truth depends on size and seed alone.
    DemoTissue(std::int64_t width, std::int64_t height, std::uint64_t seed, int stain);

    [[nodiscard]] std::int64_t width() const { return m_width; }
    [[nodiscard]] std::int64_t height() const { return m_height; }
    [[nodiscard]] std::uint64_t seed() const { return m_seed; }
    [[nodiscard]] int stain() const { return m_stain; }

    /// The picture of a rectangle; beyond the slide it is white. Memory: the picture and some 20 MB.
    [[nodiscard]] RgbImage render(const Rect& area) const;

    /// The truth of a rectangle.
    [[nodiscard]] DemoTruth truth(const Rect& area) const;

    /// The nuclei that the rectangle owns, by their first pixel in reading order: rectangles side by side share none
    /// and lose none.
    [[nodiscard]] std::vector<Nucleus> nucleiOwnedBy(const Rect& area) const;

    /// One line for files: what this is, size, seed and stain.
    [[nodiscard]] std::string description() const;

private:
    [[nodiscard]] RgbImage renderTile(const Rect& area, const std::vector<PlacedBody>& bodies) const;

    std::int64_t m_width;
    std::int64_t m_height;
    std::uint64_t m_seed;
    int m_stain;
    Architecture m_architecture;
};

} // namespace nb
