// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/nblayers.h"

namespace nb
{

std::vector<NbLayer> nbLayers(int width)
{
    std::vector<NbLayer> layers;
    const auto add = [&](const std::string& block, int in, int between, int out) {
        layers.push_back({block + ".conv1", in, between});
        layers.push_back({block + ".conv2", between, out});
    };
    int channels = 3;
    for (int level = 1; level <= kNbLevels; ++level) {
        const int out = width << (level - 1);
        add("enc" + std::to_string(level), channels, out, out);
        channels = out;
    }
    add("bottleneck", channels, 2 * channels, channels);
    for (int level = kNbLevels; level >= 1; --level) {
        const int skip = width << (level - 1);
        add("dec" + std::to_string(level), 2 * skip, skip, level > 1 ? skip / 2 : skip);
    }
    layers.push_back({"head", width, kNbClasses, 1});
    return layers;
}

} // namespace nb
