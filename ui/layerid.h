// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace nb
{

/// The layers over the slide that a person can switch, in the order in which they are listed.
enum class LayerId { Outlines, Inside, Boundary, Background, Combined };

inline constexpr std::array kLayerIds{LayerId::Outlines, LayerId::Inside, LayerId::Boundary, LayerId::Background,
    LayerId::Combined};

/// What a person has set for a layer.
struct LayerSetting {
    bool visible = false;
    double opacity = 1; ///< 0..1
};

} // namespace nb
