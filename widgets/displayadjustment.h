// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPolygonF>
#include <array>
#include <cstdint>

namespace nb
{

/// Brightness, contrast and gamma of the slide as shown: a value and its effect, pure. Never applied to pixels that
/// anything computes from.
struct DisplayAdjustment {
    double brightness = 0; ///< -1..1: added to the value, white being 1
    double contrast = 0; ///< -1..1: -1 flat grey, 0 as it is, 1 eight times as steep about mid-grey
    double gamma = 1; ///< 0.2..5: value^(1/gamma); above 1 dark places become lighter

    [[nodiscard]] bool neutral() const { return *this == DisplayAdjustment{}; }
    /// Within the ranges above; what is no number becomes neutral.
    [[nodiscard]] DisplayAdjustment kept() const;
    /// What each 8-bit value is shown as. First gamma, then contrast, then brightness; never falls; the identity where
    /// neutral.
    [[nodiscard]] std::array<std::uint8_t, 256> table() const;

    friend bool operator==(const DisplayAdjustment&, const DisplayAdjustment&) = default;
};

/// How often each value occurs, for red, green and blue.
using ChannelHistogram = std::array<std::array<std::uint32_t, 256>, 3>;

/// Replaces the colours of the pixels of `image` (32-bit RGB) whose middle lies within both `piece` and the convex
/// `area`; both in the image's own pixels.
void applyTable(QImage& image, const QRect& piece, const QPolygonF& area, const std::array<std::uint8_t, 256>& table);

/// Counts the pixels of `image` (32-bit RGB) whose middle lies within the convex `area`; every `stride`th column and
/// row.
[[nodiscard]] ChannelHistogram histogramOf(const QImage& image, const QPolygonF& area, int stride);

/// The histogram after `table`: exact, because each pixel changes by its own value alone.
[[nodiscard]] ChannelHistogram shown(const ChannelHistogram& scanned, const std::array<std::uint8_t, 256>& table);

} // namespace nb
