// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/rastersource.h"

#include <new>

namespace nb
{

namespace
{

constexpr int kCoarsestSide = 256;
constexpr std::int64_t kMostPixelsAtOnce = 1LL << 28;

/// Averages of 2x2 pixels; an odd last row or column is averaged with itself.
RgbImage half(const RgbImage& fine)
{
    RgbImage coarse((fine.width + 1) / 2, (fine.height + 1) / 2);
    for (int y = 0; y < coarse.height; ++y) {
        const std::uint8_t* const upper = fine.row(2 * y);
        const std::uint8_t* const lower = fine.row(std::min(2 * y + 1, fine.height - 1));
        std::uint8_t* out = coarse.row(y);
        for (int x = 0; x < coarse.width; ++x) {
            const int left = 6 * x, right = 3 * std::min(2 * x + 1, fine.width - 1);
            for (int c = 0; c < 3; ++c)
                *out++ = static_cast<std::uint8_t>(
                    (upper[left + c] + upper[right + c] + lower[left + c] + lower[right + c] + 2) / 4);
        }
    }
    return coarse;
}

} // namespace

RasterSource::RasterSource(const std::string& path, DecodedImage image, std::string hash)
{
    m_info.path = path;
    m_info.format = image.format;
    m_info.pixelSize = image.pixelSize;
    m_info.hash = std::move(hash);
    m_levels.push_back(std::move(image.pixels));
    while (std::max(m_levels.back().width, m_levels.back().height) > kCoarsestSide)
        m_levels.push_back(half(m_levels.back()));
    double downsample = 1;
    for (const RgbImage& level : m_levels) {
        m_info.levels.push_back({level.width, level.height, downsample});
        downsample *= 2;
    }
}

Result<RgbImage> RasterSource::read(int level, const Rect& area) const
{
    if (level < 0 || level >= static_cast<int>(m_levels.size()) || area.empty()
        || area.width > kMostPixelsAtOnce / area.height)
        return Error{ErrorCode::OutOfRange, "Such an area cannot be read from the image at once", m_info.path,
            "Ask for a smaller one"};
    try {
        const RgbImage& from = m_levels[static_cast<std::size_t>(level)];
        RgbImage image(static_cast<int>(area.width), static_cast<int>(area.height));
        const Rect on = area.intersected({0, 0, from.width, from.height});
        for (std::int64_t y = on.y; y < on.bottom(); ++y)
            std::copy_n(from.row(static_cast<int>(y)) + 3 * on.x, 3 * on.width,
                image.row(static_cast<int>(y - area.y)) + 3 * (on.x - area.x));
        return image;
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::OutOfMemory, "Not enough memory to read the image", m_info.path, "Close other programs"};
    }
}

Result<RgbImage> RasterSource::associatedImage(const std::string& name) const
{
    return Error{ErrorCode::NotFound, "The image has no such picture beside it: " + name, m_info.path, ""};
}

} // namespace nb
