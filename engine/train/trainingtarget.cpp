// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingtarget.h"

#include "engine/train/ternarymap.h"

namespace nb
{

RgbImage targetLayers(const TrainingPicture& picture, TargetKind kind, int erosionSteps)
{
    const Plane<std::uint8_t> ternary = ternaryMap(picture.labels, picture.known, erosionSteps);
    RgbImage layers(ternary.width, ternary.height, 0);
    for (std::size_t i = 0; i < ternary.pixels.size(); ++i) {
        const std::uint8_t value = ternary.pixels[i];
        const bool boundary = kind != TargetKind::Nucleus && value == 1;
        const bool inside = kind == TargetKind::Nucleus ? value != 0 : kind == TargetKind::Nb && value == 2;
        layers.pixels[3 * i] = boundary ? 255 : 0;
        layers.pixels[3 * i + 1] = inside ? 255 : 0;
        layers.pixels[3 * i + 2] = picture.known.empty() || picture.known.pixels[i] != 0 ? 255 : 0;
    }
    return layers;
}

Plane<std::uint8_t> binarizedTarget(const RgbImage& layers, TargetKind kind)
{
    constexpr std::uint8_t kHalf = 127;
    const std::uint8_t insideAbove = kind == TargetKind::Nucleus ? kHalf : 0;
    Plane<std::uint8_t> target(layers.width, layers.height);
    for (std::size_t i = 0; i < target.pixels.size(); ++i) {
        const std::uint8_t* const layer = &layers.pixels[3 * i];
        if (layer[2] != 255)
            target.pixels[i] = kUnknownTarget;
        else if (layer[0] > kHalf)
            target.pixels[i] = 1;
        else if (layer[1] > insideAbove)
            target.pixels[i] = 2;
    }
    return target;
}

} // namespace nb
