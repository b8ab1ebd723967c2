// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/labelboxes.h"

#include <algorithm>

namespace nb
{

std::map<std::uint32_t, Rect> labelBoxes(const LabelImage& labels)
{
    std::map<std::uint32_t, Rect> boxes;
    for (int y = 0; y < labels.height; ++y)
        for (int x = 0; x < labels.width; ++x) {
            const std::uint32_t label = labels.at(x, y);
            if (label == 0)
                continue;
            const auto [found, fresh] = boxes.try_emplace(label, Rect{x, y, 1, 1});
            Rect& box = found->second;
            if (fresh)
                continue;
            const auto right = std::max<std::int64_t>(box.right(), x + 1);
            box.x = std::min<std::int64_t>(box.x, x);
            box.width = right - box.x;
            box.height = y + 1 - box.y;
        }
    return boxes;
}

} // namespace nb
