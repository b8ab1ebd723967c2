// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nb {

/// An RGB picture: uint8 [height][width][3], row-major, interleaved, 0..255, no padding.
struct RgbImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    RgbImage() = default;
    RgbImage(int w, int h, std::uint8_t fill = 255)
        : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3, fill)
    {
    }
    [[nodiscard]] bool empty() const { return pixels.empty(); }
    [[nodiscard]] std::uint8_t* row(int y) { return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 3; }
    [[nodiscard]] const std::uint8_t* row(int y) const { return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 3; }
};

/// A picture of one channel: T [height][width], row-major, no padding. T is uint8_t for maps and
/// masks, uint32_t for labels (0 is background), float for optical density.
template <class T> struct Plane {
    int width = 0;
    int height = 0;
    std::vector<T> pixels;

    Plane() = default;
    Plane(int w, int h, T fill = T{})
        : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), fill)
    {
    }
    [[nodiscard]] bool empty() const { return pixels.empty(); }
    [[nodiscard]] T* row(int y) { return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
    [[nodiscard]] const T* row(int y) const { return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
    [[nodiscard]] T& at(int x, int y) { return row(y)[x]; }
    [[nodiscard]] const T& at(int x, int y) const { return row(y)[x]; }
};

using LabelImage = Plane<std::uint32_t>;

} // namespace nb
