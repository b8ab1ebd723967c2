// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <algorithm>
#include <atomic>

namespace nb::test
{

/// A picture in memory as a slide; each further level is a quarter as wide and high. Safe on any thread.
class FakeSlide : public SlideSource
{
public:
    explicit FakeSlide(RgbImage picture, std::optional<PixelSize> pixelSize = PixelSize{0.25, 0.25})
        : m_picture(std::move(picture))
    {
        m_info.path = "fake.svs";
        m_info.format = "fake";
        for (int i = 1; i < levels; ++i)
            m_pictures.push_back(quarter(m_pictures.back()));
        double downsample = 1;
        for (const RgbImage& level : m_pictures) {
            m_info.levels.push_back({level.width, level.height, downsample});
            downsample *= 4;
        }
        m_info.pixelSize = pixelSize;
        m_info.hash = std::string(64, 'a');
    }

    [[nodiscard]] const SlideInfo& info() const override { return m_info; }

    [[nodiscard]] Result<RgbImage> read(int level, const Rect& area) const override
    {
        if (level < 0 || level >= static_cast<int>(m_pictures.size()) || area.empty())
            return Error{ErrorCode::OutOfRange, "No such area", m_info.path, ""};
        if (m_readsUntilFailure.fetch_sub(1) == 0)
            return Error{ErrorCode::Unreadable, "The slide's data is broken", m_info.path, "Copy it again"};
        RgbImage out(static_cast<int>(area.width), static_cast<int>(area.height));
        const RgbImage& picture = m_pictures[static_cast<std::size_t>(level)];
        const Rect common = area.intersected({0, 0, picture.width, picture.height});
        for (std::int64_t y = common.y; y < common.bottom(); ++y)
            std::copy_n(picture.row(static_cast<int>(y)) + 3 * common.x, 3 * common.width,
                out.row(static_cast<int>(y - area.y)) + 3 * (common.x - area.x));
        return out;
    }

    [[nodiscard]] Result<RgbImage> associatedImage(const std::string& name) const override
    {
        return Error{ErrorCode::NotFound, "No such picture: " + name, m_info.path, ""};
    }

    /// The read after `reads` more fails, once.
    void failAfter(int reads) { m_readsUntilFailure = reads; }

private:
    static RgbImage quarter(const RgbImage& fine)
    {
        RgbImage coarse(std::max(1, fine.width / 4), std::max(1, fine.height / 4));
        for (int y = 0; y < coarse.height; ++y) {
            for (int x = 0; x < coarse.width; ++x) {
                for (int c = 0; c < 3; ++c) {
                    int sum = 0;
                    for (int i = 0; i < 16; ++i)
                        sum += fine.row(
                            std::min(fine.height - 1, 4 * y + i / 4))[3 * std::min(fine.width - 1, 4 * x + i % 4) + c];
                    coarse.row(y)[3 * x + c] = static_cast<std::uint8_t>(sum / 16);
                }
            }
        }
        return coarse;
    }

    SlideInfo m_info;
    std::vector<RgbImage> m_pictures;
    mutable std::atomic<int> m_readsUntilFailure{1 << 30};
};

} // namespace nb::test
