// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainingsource.h"
#include "tests/support/stainpictures.h"

#include <memory>
#include <string>

namespace nb::test
{

/// Dark round nuclei on a pale ground, in rows, with their truth.
inline std::shared_ptr<TrainingPicture> dottedPicture(
    int side, int radius = 9, int spacing = 32, std::uint64_t seed = 1)
{
    auto picture = std::make_shared<TrainingPicture>();
    picture->name = "dots" + std::to_string(seed);
    picture->rgb = RgbImage(side, side);
    picture->labels = LabelImage(side, side);
    std::mt19937_64 random(seed);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int cx = x / spacing * spacing + spacing / 2, cy = y / spacing * spacing + spacing / 2;
            const bool nucleus = (x - cx) * (x - cx) + (y - cy) * (y - cy) <= radius * radius;
            if (nucleus)
                picture->labels.at(x, y)
                    = static_cast<std::uint32_t>(1 + cy / spacing * (side / spacing + 1) + cx / spacing);
            const double speck = 0.05 * static_cast<double>(random() % 1000) / 1000;
            paint(picture->rgb.row(y) + 3 * x, modelTarget(), nucleus ? 1.6 + speck : 0.1, nucleus ? 0.2 : 0.5 + speck);
        }
    picture->nuclei = countNuclei(picture->labels);
    return picture;
}

/// The recipe of the default model for a network of this width.
inline ModelInfo recipeOf(int width)
{
    ModelInfo info;
    info.width = width;
    info.mpp = 0.25;
    info.stainTarget = modelTarget();
    info.name = "test";
    return info;
}

} // namespace nb::test
