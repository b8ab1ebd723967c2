// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/openslidesource.h"

#include "engine/slide/imagedecoder.h"
#include "engine/slide/openslideproperties.h"
#include "engine/slide/overwhite.h"
#include "engine/slide/slidehash.h"
#include "engine/slide/tifffile.h"

#include <cmath>
#include <new>
#include <openslide.h>

namespace nb
{

namespace
{

constexpr std::int64_t kLargestSide = 1LL << 31;
constexpr std::int64_t kMostPixelsAtOnce = 1LL << 28; // 1 GiB as ARGB; who wants more reads in pieces
constexpr std::int64_t kBlock = 256; // level pixels
constexpr std::int64_t kMostAssociatedPixels = 100'000'000;

} // namespace

Result<OpenSlideSource::Handle> OpenSlideSource::openHandle(const std::string& path)
{
    silenceTiff(); // OpenSlide reads by libtiff, too
    Handle handle(openslide_open(path.c_str()), [](openslide_t* h) {
        if (h)
            openslide_close(h);
    });
    if (!handle)
        return Handle();
    if (const char* const why = openslide_get_error(handle.get()))
        return Error{ErrorCode::Unreadable, std::string("The slide is damaged or cut off (") + why + ")", path,
            "Copy it again from where it came"};
    return handle;
}

Result<std::shared_ptr<const SlideSource>> OpenSlideSource::open(const std::string& path)
{
    auto handle = openHandle(path);
    if (!handle)
        return handle.error();
    if (!*handle)
        return std::shared_ptr<const SlideSource>();
    std::shared_ptr<OpenSlideSource> source(new OpenSlideSource(std::move(*handle)));
    if (Status status = source->describe(path); !status)
        return status.error();
    return std::shared_ptr<const SlideSource>(std::move(source));
}

Status OpenSlideSource::describe(const std::string& path)
{
    openslide_t* const slide = m_handle.get();
    m_info.path = path;
    m_info.format = slideProperty(slide, OPENSLIDE_PROPERTY_NAME_VENDOR);
    if (anyTileTooLarge(slide))
        return Error{ErrorCode::TooLarge, "The slide claims tiles that are larger than memory allows", path,
            "Check the file, or convert it (vips tiffsave --tile --pyramid)"};
    const int levels = openslide_get_level_count(slide);
    for (int i = 0; i < levels; ++i) {
        SlideLevel level;
        openslide_get_level_dimensions(slide, i, &level.width, &level.height);
        if (level.width <= 0 || level.height <= 0)
            return Error{ErrorCode::Unreadable, "The slide has a level without pixels", path,
                "Copy it again from where it came"};
        if (level.width > kLargestSide || level.height > kLargestSide)
            return Error{
                ErrorCode::TooLarge, "The slide claims to be larger than any slide is", path, "Check the file"};
        if (i == 0)
            m_withoutOpenSlide = garbled(slide, i);
        else if (m_withoutOpenSlide || garbled(slide, i))
            break; // sorted by size: the coarser ones are smaller still
        level.downsample = i == 0 ? 1.0 : slideDownsample(openslide_get_level_downsample(slide, i));
        m_info.levels.push_back(level);
    }
    if (m_info.levels.empty())
        return Error{ErrorCode::Unreadable, "The slide has no picture in it", path, "Copy it again from where it came"};
    for (const char* const* name = openslide_get_property_names(slide); name && *name; ++name)
        m_info.properties[*name] = slideProperty(slide, *name);
    for (const char* const* name = openslide_get_associated_image_names(slide); name && *name; ++name)
        m_info.associatedImages.emplace_back(*name);
    SaidPixelSize said = saidPixelSize(slide);
    m_info.pixelSize = said.size;
    m_info.impossiblePixelSize = std::move(said.impossible);
    m_info.objectivePower = slideNumber(slide, OPENSLIDE_PROPERTY_NAME_OBJECTIVE_POWER);
    m_info.hash = slideProperty(slide, OPENSLIDE_PROPERTY_NAME_QUICKHASH1);
    if (m_info.hash.size() == 64)
        return {};
    auto hash = quickHash(path);
    if (!hash)
        return hash.error();
    m_info.hash = std::move(*hash);
    return {};
}

OpenSlideSource::Handle OpenSlideSource::handle() const
{
    const std::lock_guard lock(m_mutex);
    return m_handle;
}

Result<OpenSlideSource::Handle> OpenSlideSource::reopened(const Handle& bad) const
{
    const std::lock_guard lock(m_mutex);
    if (m_handle != bad)
        return m_handle; // another thread was quicker
    auto fresh = openHandle(m_info.path);
    if (!fresh)
        return fresh.error();
    std::int64_t width = 0, height = 0;
    if (*fresh)
        openslide_get_level0_dimensions(fresh->get(), &width, &height);
    if (width != m_info.width() || height != m_info.height()
        || openslide_get_level_count(fresh->get()) < static_cast<int>(m_info.levels.size())
        || anyTileTooLarge(fresh->get()))
        return Error{ErrorCode::Unreadable, "The slide is gone or has been replaced by another file while it was open",
            m_info.path, "Put it back, or open it again"};
    m_handle = *fresh;
    return *fresh;
}

/// The only level of a slide so small that OpenSlide garbles it, decoded as the plain TIFF that it is.
Result<std::shared_ptr<const RgbImage>> OpenSlideSource::smallSlide() const
{
    const std::lock_guard lock(m_mutex);
    if (m_small)
        return m_small;
    auto image = decodeImage(m_info.path);
    if (!image)
        return image.error();
    if (image->pixels.width != m_info.width() || image->pixels.height != m_info.height())
        return Error{ErrorCode::Unreadable, "The slide is gone or has been replaced by another file while it was open",
            m_info.path, "Put it back, or open it again"};
    m_small = std::make_shared<const RgbImage>(std::move(image->pixels));
    return m_small;
}

Status OpenSlideSource::readOnSlide(const Handle& handle, int level, const Rect& area, std::uint32_t* argb) const
{
    const double downsample = openslide_get_level_downsample(handle.get(), level);
    const auto toLevel0 = [downsample](std::int64_t v) {
        return static_cast<std::int64_t>(std::llround(static_cast<double>(v) * downsample));
    };
    if (downsample == std::round(downsample)) {
        openslide_read_region(handle.get(), argb, toLevel0(area.x), toLevel0(area.y), level, area.width, area.height);
    } else {
        // OpenSlide takes whole level-0 pixels, so at other ratios it shifts what it reads by a fraction of a pixel.
        // Fixed blocks make that shift the place's own instead of the request's.
        std::vector<std::uint32_t> block(kBlock * kBlock);
        for (std::int64_t y = area.y / kBlock * kBlock; y < area.bottom(); y += kBlock) {
            for (std::int64_t x = area.x / kBlock * kBlock; x < area.right(); x += kBlock) {
                openslide_read_region(handle.get(), block.data(), toLevel0(x), toLevel0(y), level, kBlock, kBlock);
                const Rect common = area.intersected({x, y, kBlock, kBlock});
                for (std::int64_t row = common.y; row < common.bottom(); ++row)
                    std::copy_n(block.data() + (row - y) * kBlock + common.x - x, common.width,
                        argb + (row - area.y) * area.width + common.x - area.x);
            }
        }
    }
    if (const char* const why = openslide_get_error(handle.get()))
        return Error{ErrorCode::Unreadable, std::string("A part of the slide cannot be read (") + why + ")",
            m_info.path, "The file may be damaged: copy it again from where it came"};
    return {};
}

Status OpenSlideSource::checkArea(int level, const Rect& area) const
{
    if (level < 0 || level >= static_cast<int>(m_info.levels.size()) || area.empty()
        || area.width > kMostPixelsAtOnce / area.height)
        return Error{ErrorCode::OutOfRange, "Such an area cannot be read from the slide at once", m_info.path,
            "Ask for a smaller one"};
    return {};
}

Status OpenSlideSource::readArgb(int level, const Rect& on, std::uint32_t* argb) const
{
    const Handle first = handle();
    if (readOnSlide(first, level, on, argb))
        return {};
    const auto again = reopened(first);
    return again ? readOnSlide(*again, level, on, argb) : again.error();
}

Status OpenSlideSource::readXrgb(int level, const Rect& area, std::uint32_t* xrgb) const
{
    if (Status status = checkArea(level, area); !status)
        return status;
    const SlideLevel& size = m_info.levels[static_cast<std::size_t>(level)];
    if (m_withoutOpenSlide || area != area.intersected({0, 0, size.width, size.height}))
        return SlideSource::readXrgb(level, area, xrgb);
    try {
        if (Status status = readArgb(level, area, xrgb); !status)
            return status;
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::OutOfMemory, "Not enough memory to read the slide", m_info.path, "Close other programs"};
    }
    overWhiteInPlace(xrgb, static_cast<std::size_t>(area.width * area.height));
    return {};
}

Result<RgbImage> OpenSlideSource::read(int level, const Rect& area) const
{
    if (Status status = checkArea(level, area); !status)
        return status.error();
    try {
        const SlideLevel& size = m_info.levels[static_cast<std::size_t>(level)];
        const Rect on = area.intersected({0, 0, size.width, size.height});
        RgbImage image(static_cast<int>(area.width), static_cast<int>(area.height));
        if (on.empty())
            return image;
        if (m_withoutOpenSlide) {
            const auto small = smallSlide();
            if (!small)
                return small.error();
            for (std::int64_t y = on.y; y < on.bottom(); ++y)
                std::copy_n((*small)->row(static_cast<int>(y)) + 3 * on.x, 3 * on.width,
                    image.row(static_cast<int>(y - area.y)) + 3 * (on.x - area.x));
            return image;
        }
        const auto columns = static_cast<std::size_t>(on.width);
        const std::unique_ptr<std::uint32_t[]> argb(new std::uint32_t[columns * static_cast<std::size_t>(on.height)]);
        if (Status status = readArgb(level, on, argb.get()); !status)
            return status.error();
        for (std::int64_t y = 0; y < on.height; ++y)
            overWhite(argb.get() + static_cast<std::size_t>(y) * columns, columns,
                image.row(static_cast<int>(y + on.y - area.y)) + 3 * (on.x - area.x));
        return image;
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::OutOfMemory, "Not enough memory to read the slide", m_info.path, "Close other programs"};
    }
}

Result<RgbImage> OpenSlideSource::associatedImage(const std::string& name) const
{
    const Handle slide = handle();
    std::int64_t width = 0, height = 0;
    openslide_get_associated_image_dimensions(slide.get(), name.c_str(), &width, &height);
    if (width <= 0 || height <= 0)
        return Error{ErrorCode::NotFound, "The slide has no such picture: " + name, m_info.path, ""};
    if (width > kMostAssociatedPixels / height)
        return Error{ErrorCode::TooLarge, "The picture " + name + " of the slide is too large", m_info.path, ""};
    std::vector<std::uint32_t> argb(static_cast<std::size_t>(width * height));
    openslide_read_associated_image(slide.get(), name.c_str(), argb.data());
    if (const char* const why = openslide_get_error(slide.get()))
        return Error{ErrorCode::Unreadable, "The picture " + name + " of the slide cannot be read (" + why + ")",
            m_info.path, ""};
    RgbImage image(static_cast<int>(width), static_cast<int>(height));
    overWhite(argb.data(), argb.size(), image.pixels.data());
    return image;
}

} // namespace nb
