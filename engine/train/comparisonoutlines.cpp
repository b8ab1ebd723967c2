// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/comparisonoutlines.h"

#include "engine/geometry/contour.h"
#include "engine/train/labelboxes.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

/// Pixels of the picture in which `holds` is true.
template <class Holds> Rect boxOf(int width, int height, Holds holds)
{
    int left = width, top = height, right = 0, bottom = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (holds(x, y)) {
                left = std::min(left, x);
                top = std::min(top, y);
                right = std::max(right, x + 1);
                bottom = std::max(bottom, y + 1);
            }
    return right > left ? Rect{left, top, right - left, bottom - top} : Rect{};
}

std::vector<Ring> ringsOf(const LabelImage& labels, const PicturePlace& place)
{
    std::vector<Ring> rings;
    for (const auto& [label, box] : labelBoxes(labels)) {
        Plane<std::uint8_t> mask(static_cast<int>(box.width), static_cast<int>(box.height));
        for (int y = 0; y < mask.height; ++y)
            for (int x = 0; x < mask.width; ++x)
                mask.at(x, y) = labels.at(static_cast<int>(box.x) + x, static_cast<int>(box.y) + y) == label ? 1 : 0;
        Ring ring = outlineOf(mask);
        for (Point& point : ring)
            point = {place.x + (point.x + static_cast<double>(box.x)) * place.scaleX,
                place.y + (point.y + static_cast<double>(box.y)) * place.scaleY};
        rings.push_back(std::move(ring));
    }
    return rings;
}

} // namespace

ComparedOutlines outlinesOnSlide(const PictureComparison& comparison)
{
    const TrainingPicture& picture = *comparison.picture;
    if (!picture.place)
        return {};
    const PicturePlace& place = *picture.place;
    const Rect box = boxOf(picture.rgb.width, picture.rgb.height,
        [&picture](int x, int y) { return picture.known.empty() || picture.known.at(x, y) != 0; });
    ComparedOutlines outlines;
    const auto left = static_cast<std::int64_t>(std::floor(place.x + static_cast<double>(box.x) * place.scaleX));
    const auto top = static_cast<std::int64_t>(std::floor(place.y + static_cast<double>(box.y) * place.scaleY));
    outlines.area = {left, top,
        static_cast<std::int64_t>(std::ceil(place.x + static_cast<double>(box.right()) * place.scaleX)) - left,
        static_cast<std::int64_t>(std::ceil(place.y + static_cast<double>(box.bottom()) * place.scaleY)) - top};
    outlines.before = ringsOf(comparison.before, place);
    outlines.after = ringsOf(comparison.after, place);
    return outlines;
}

} // namespace nb
