// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <mutex>
#include <string>

struct _openslide;

namespace nb
{

/// A slide by OpenSlide. A handle that went bad (OpenSlide never recovers one) is closed and opened again once per
/// read.
class OpenSlideSource : public SlideSource
{
public:
    /// Null where OpenSlide does not know the format. Errors: Unreadable, TooLarge.
    [[nodiscard]] static Result<std::shared_ptr<const SlideSource>> open(const std::string& path);

    [[nodiscard]] const SlideInfo& info() const override { return m_info; }
    [[nodiscard]] Result<RgbImage> read(int level, const Rect& area) const override;
    [[nodiscard]] Status readXrgb(int level, const Rect& area, std::uint32_t* xrgb) const override;
    [[nodiscard]] Result<RgbImage> associatedImage(const std::string& name) const override;

private:
    using Handle = std::shared_ptr<_openslide>;
    explicit OpenSlideSource(Handle handle)
        : m_handle(std::move(handle))
    {
    }
    [[nodiscard]] static Result<Handle> openHandle(const std::string& path);
    [[nodiscard]] Status describe(const std::string& path);
    [[nodiscard]] Handle handle() const;
    [[nodiscard]] Result<Handle> reopened(const Handle& bad) const;
    [[nodiscard]] Result<std::shared_ptr<const RgbImage>> smallSlide() const;
    [[nodiscard]] Status checkArea(int level, const Rect& area) const;
    /// An area wholly on the level; once more with a fresh handle where the first has gone bad.
    [[nodiscard]] Status readArgb(int level, const Rect& on, std::uint32_t* argb) const;
    [[nodiscard]] Status readOnSlide(const Handle& handle, int level, const Rect& area, std::uint32_t* argb) const;

    SlideInfo m_info;
    bool m_withoutOpenSlide = false; ///< its pixels come from `smallSlide`
    mutable std::mutex m_mutex; ///< guards m_handle, not what it points to: OpenSlide reads on many threads
    mutable Handle m_handle;
    mutable std::shared_ptr<const RgbImage> m_small; ///< guarded by m_mutex, too; null until it is asked for
};

} // namespace nb
