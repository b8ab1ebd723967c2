// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainingpicture.h"

#include <array>
#include <cstdint>

namespace nb
{

/// What the network is taught to see. Nb: the ternary map (the paper's one network). Nucleus and Boundary: only one of
/// both (the two networks it is compared with, Fig. 12): Nucleus has whole nuclei as class 2 and no boundary, Boundary
/// only class 1.
enum class TargetKind { Nb, Nucleus, Boundary };
inline constexpr std::array<const char*, 3> kTargetNames{"nb", "nucleus", "boundary"}; ///< in files

/// Class of a pixel whose truth is not known: it has no part in the loss.
inline constexpr std::uint8_t kUnknownTarget = 255;

/// Layers of a target that can be interpolated: uint8 [height][width][3] of 0 or 255, interleaved: boundary, inside,
/// known.
[[nodiscard]] RgbImage targetLayers(const TrainingPicture& picture, TargetKind kind, int erosionSteps);

/// Makes classes of interpolated layers by the paper's rules (II-C2): boundary where its layer is above 0.5; else
/// inside where its layer is above 0 (above 0.5 for whole nuclei, which have no ring around them that would stop them
/// from growing); else background. kUnknownTarget where not all of what was interpolated was known. uint8
/// [height][width].
[[nodiscard]] Plane<std::uint8_t> binarizedTarget(const RgbImage& layers, TargetKind kind);

} // namespace nb
