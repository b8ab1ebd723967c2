// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <algorithm>
#include <atomic>

namespace nb::test
{

/// A picture in memory as a slide of one level. Safe on any thread.
class FakeSlide : public SlideSource
{
public:
    explicit FakeSlide(RgbImage picture, std::optional<PixelSize> pixelSize = PixelSize{0.25, 0.25})
        : m_picture(std::move(picture))
    {
        m_info.path = "fake.svs";
        m_info.format = "fake";
        m_info.levels = {{m_picture.width, m_picture.height, 1.0}};
        m_info.pixelSize = pixelSize;
        m_info.hash = std::string(64, 'a');
    }

    [[nodiscard]] const SlideInfo& info() const override { return m_info; }

    [[nodiscard]] Result<RgbImage> read(int level, const Rect& area) const override
    {
        if (level != 0 || area.empty())
            return Error{ErrorCode::OutOfRange, "No such area", m_info.path, ""};
        if (m_readsUntilFailure.fetch_sub(1) == 0)
            return Error{ErrorCode::Unreadable, "The slide's data is broken", m_info.path, "Copy it again"};
        RgbImage out(static_cast<int>(area.width), static_cast<int>(area.height));
        const Rect common = area.intersected({0, 0, m_picture.width, m_picture.height});
        for (std::int64_t y = common.y; y < common.bottom(); ++y)
            std::copy_n(m_picture.row(static_cast<int>(y)) + 3 * common.x, 3 * common.width,
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
    SlideInfo m_info;
    RgbImage m_picture;
    mutable std::atomic<int> m_readsUntilFailure{1 << 30};
};

} // namespace nb::test
