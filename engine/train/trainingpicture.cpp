// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingpicture.h"

#include <algorithm>
#include <unordered_set>

namespace nb
{

std::int64_t knownPixels(const TrainingPicture& picture)
{
    const auto& known = picture.known.pixels;
    return known.empty() ? static_cast<std::int64_t>(picture.labels.pixels.size())
                         : static_cast<std::int64_t>(known.size()) - std::count(known.begin(), known.end(), 0);
}

std::int64_t countNuclei(const LabelImage& labels, const Plane<std::uint8_t>& known)
{
    std::unordered_set<std::uint32_t> seen;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < labels.pixels.size(); ++i) {
        const std::uint32_t label = labels.pixels[i];
        if (label == last || label == 0 || (!known.empty() && known.pixels[i] == 0))
            continue;
        seen.insert(label);
        last = label;
    }
    return static_cast<std::int64_t>(seen.size());
}

} // namespace nb
