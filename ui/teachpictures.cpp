// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachpictures.h"

#include <algorithm>
#include <array>

namespace nb
{

namespace
{

constexpr int kThumbnailPx = 96;
constexpr std::int64_t kMostThumbnailPixels = 4'000'000; // read for one
constexpr std::int64_t kAround = 20; // pixels around a changed nucleus
using Colour = std::array<int, 3>;
constexpr Colour kInside{0, 114, 178}; // told apart by colour-blind eyes (Okabe and Ito)
constexpr Colour kBoundary{230, 159, 0};
constexpr Colour kOutline{20, 20, 20};

std::uint8_t mixed(int a, int b, int share) // share of b, 0..255
{
    return static_cast<std::uint8_t>((a * (255 - share) + b * share) / 255);
}

void mix(std::uint8_t* pixel, const Colour& colour, int share)
{
    for (std::size_t c = 0; c < 3; ++c)
        pixel[c] = mixed(pixel[c], colour[c], share);
}

RgbImage pale(RgbImage rgb)
{
    for (std::uint8_t& value : rgb.pixels)
        value = mixed(value, 255, 130);
    return rgb;
}

} // namespace

QImage imageOf(const RgbImage& rgb)
{
    QImage image(rgb.width, rgb.height, QImage::Format_RGB888);
    for (int y = 0; y < rgb.height; ++y)
        std::copy_n(rgb.row(y), 3 * rgb.width, image.scanLine(y));
    return image;
}

QImage thumbnailOf(const SlideSource& slide, const Rect& level0Area)
{
    const SlideInfo& info = slide.info();
    const Rect area = level0Area.intersected({0, 0, info.width(), info.height()});
    if (area.empty())
        return {};
    const double wanted = static_cast<double>(std::max(area.width, area.height)) / kThumbnailPx;
    std::size_t level = 0;
    while (level + 1 < info.levels.size() && info.levels[level + 1].downsample <= wanted)
        ++level;
    const double by = info.levels[level].downsample;
    const auto down = [by](std::int64_t v) { return static_cast<std::int64_t>(static_cast<double>(v) / by); };
    const Rect part{down(area.x), down(area.y), std::max<std::int64_t>(1, down(area.width)),
        std::max<std::int64_t>(1, down(area.height))};
    if (part.width * part.height > kMostThumbnailPixels)
        return {};
    const auto rgb = slide.read(static_cast<int>(level), part);
    return rgb ? imageOf(*rgb).scaled(kThumbnailPx, kThumbnailPx, Qt::KeepAspectRatio, Qt::SmoothTransformation)
               : QImage();
}

QImage targetPicture(const RgbImage& rgb, const Plane<std::uint8_t>& target)
{
    RgbImage out = pale(rgb);
    for (int y = 0; y < target.height; ++y)
        for (int x = 0; x < target.width; ++x) {
            std::uint8_t* const pixel = out.row(y) + 3 * x;
            switch (target.at(x, y)) {
            case 1:
                mix(pixel, kBoundary, 200);
                break;
            case 2:
                mix(pixel, kInside, 200);
                break;
            case kUnknownTarget:
                if ((x + y) % 8 == 0)
                    mix(pixel, kOutline, 110);
                break;
            default:
                break;
            }
        }
    return imageOf(out);
}

QImage mapPicture(const RgbImage& rgb, const WatchedMap& map)
{
    RgbImage out = pale(rgb);
    if (!map.inside.empty())
        for (int y = 0; y < out.height; ++y)
            for (int x = 0; x < out.width; ++x) {
                mix(out.row(y) + 3 * x, kInside, map.inside.at(x, y) * 200 / 255);
                mix(out.row(y) + 3 * x, kBoundary, map.boundary.at(x, y) * 200 / 255);
            }
    return imageOf(out);
}

QImage outlinedPicture(const TrainingPicture& picture, const LabelImage& labels, const Rect& box)
{
    const Rect part = box.grown(kAround).intersected({0, 0, picture.rgb.width, picture.rgb.height});
    RgbImage out(static_cast<int>(part.width), static_cast<int>(part.height));
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            const int px = static_cast<int>(part.x) + x, py = static_cast<int>(part.y) + y;
            std::copy_n(picture.rgb.row(py) + 3 * px, 3, out.row(y) + 3 * x);
            const std::uint32_t label = labels.at(px, py);
            const auto differs = [&](int nx, int ny) {
                return nx >= 0 && ny >= 0 && nx < labels.width && ny < labels.height && labels.at(nx, ny) != label;
            };
            if (label != 0
                && (differs(px - 1, py) || differs(px + 1, py) || differs(px, py - 1) || differs(px, py + 1)))
                mix(out.row(y) + 3 * x, {255, 240, 0}, 255);
        }
    return imageOf(out);
}

} // namespace nb
