// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"
#include "engine/slide/slidesource.h"

#include <algorithm>
#include <atomic>
#include <utility>
#include <vector>

namespace nb::test
{

/// A picture in memory as a slide: level 0 is the picture, each further level the one before averaged 2x2 (`levels` in
/// all). `failing` makes every read fail as a broken file would; `reads` counts them.
class FakeSlide : public SlideSource
{
public:
    explicit FakeSlide(RgbImage picture, int levels = 1, std::optional<PixelSize> pixelSize = PixelSize{0.25, 0.25})
    {
        m_info.path = "fake.svs";
        m_info.format = "fake";
        m_info.pixelSize = pixelSize;
        m_info.hash = std::string(64, 'f');
        m_pictures.push_back(std::move(picture));
        while (static_cast<int>(m_pictures.size()) < levels)
            m_pictures.push_back(halved(m_pictures.back()));
        double downsample = 1;
        for (const auto& p : m_pictures) {
            m_info.levels.push_back({p.width, p.height, downsample});
            downsample *= 2;
        }
    }

    [[nodiscard]] const SlideInfo& info() const override { return m_info; }
    [[nodiscard]] SlideInfo& editInfo() { return m_info; } ///< before the slide is shared

    [[nodiscard]] Result<RgbImage> read(int level, const Rect& area) const override
    {
        ++reads;
        if (failing || m_readsUntilFailure.fetch_sub(1) == 0)
            return Error{
                ErrorCode::Unreadable, "The slide's pixels cannot be decoded", m_info.path, "Copy the file again"};
        if (level < 0 || level >= static_cast<int>(m_pictures.size()) || area.empty() || area.width > 1 << 16
            || area.height > 1 << 16)
            return Error{ErrorCode::OutOfRange, "No such region", m_info.path, ""};
        const RgbImage& from = m_pictures[static_cast<std::size_t>(level)];
        RgbImage out(static_cast<int>(area.width), static_cast<int>(area.height));
        const Rect inside = area.intersected({0, 0, from.width, from.height});
        for (std::int64_t y = inside.y; y < inside.bottom(); ++y)
            std::copy_n(from.row(static_cast<int>(y)) + inside.x * 3, inside.width * 3,
                out.row(static_cast<int>(y - area.y)) + (inside.x - area.x) * 3);
        return out;
    }

    [[nodiscard]] Result<RgbImage> associatedImage(const std::string& name) const override
    {
        return Error{ErrorCode::NotFound, "The slide has no picture called " + name, m_info.path, ""};
    }

    /// The read after `count` more fails, once.
    void failAfter(int count) { m_readsUntilFailure = count; }

    std::atomic<bool> failing{false};
    mutable std::atomic<int> reads{0};

private:
    static RgbImage halved(const RgbImage& in)
    {
        RgbImage out(std::max(in.width / 2, 1), std::max(in.height / 2, 1));
        for (int y = 0; y < out.height; ++y)
            for (int x = 0; x < out.width * 3; ++x) {
                const int column = x / 3 * 2, channel = x % 3;
                const int right = std::min(column + 1, in.width - 1), below = std::min(y * 2 + 1, in.height - 1);
                const auto at = [&](int cx, int cy) { return static_cast<int>(in.row(cy)[cx * 3 + channel]); };
                out.row(y)[x] = static_cast<std::uint8_t>(
                    (at(column, y * 2) + at(right, y * 2) + at(column, below) + at(right, below) + 2) / 4);
            }
        return out;
    }

    mutable std::atomic<int> m_readsUntilFailure{1 << 30};
    SlideInfo m_info;
    std::vector<RgbImage> m_pictures;
};

} // namespace nb::test
