// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "ui/teachingjob.h"

#include <QImage>

namespace nb
{

/// A small picture of part of a slide; null where it cannot be read. Blocks; for a worker.
[[nodiscard]] QImage thumbnailOf(const SlideSource& slide, const Rect& level0Area);

[[nodiscard]] QImage imageOf(const RgbImage& rgb);

/// What the network should say, or says: inside blue, boundary orange, over a pale picture; nothing known is hatched.
[[nodiscard]] QImage targetPicture(const RgbImage& rgb, const Plane<std::uint8_t>& target);
[[nodiscard]] QImage mapPicture(const RgbImage& rgb, const WatchedMap& map);

/// A cut-out around `box` with the outlines of `labels` in it.
[[nodiscard]] QImage outlinedPicture(const TrainingPicture& picture, const LabelImage& labels, const Rect& box);

} // namespace nb
