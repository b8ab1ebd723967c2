// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace nb
{

// What Nucleoscope writes into the metadata of objects that it exports, and knows again. QuPath keeps metadata through
// an edit, so a case that comes back knows where each nucleus is from.

inline constexpr std::string_view kOriginKey = "origin"; ///< of a nucleus: kOriginNames
inline constexpr std::string_view kModelKey = "model"; ///< SHA-256 of the model file that found it
inline constexpr std::string_view kChangedByKey = "changed_by";
inline constexpr std::string_view kChangedAtKey = "changed_at"; ///< UTC, ISO 8601
inline constexpr std::string_view kCorrectionKey = "correction_s"; ///< how long the person took
inline constexpr std::string_view kPixelSizeKey = "mpp"; ///< µm per level-0 pixel; of the slide, so not read back
inline constexpr std::string_view kPixelSizeOriginKey = "mpp_origin";
inline constexpr std::string_view kStainKey = "stain"; ///< how the run normalised colours, and by which stains
inline constexpr std::string_view kRunKey = "run"; ///< precision and patch/stride of the run that found it
inline constexpr std::string_view kRunAtKey = "run_at"; ///< when that run began; UTC, ISO 8601
inline constexpr std::string_view kExtractionKey = "extraction"; ///< what counted as a nucleus in that run
inline constexpr std::string_view kRegionKey = "region"; ///< of a region: kRoleNames
inline constexpr std::string_view kCheckedKey = "checked"; ///< "true": every nucleus in it is right
inline constexpr std::string_view kCheckedByKey = "checked_by";
inline constexpr std::string_view kCheckedAtKey = "checked_at";

/// In the order of NucleusOrigin and of RegionRole (engine/document/caserecords.h).
inline constexpr std::array<std::string_view, 5> kOriginNames{"model", "corrected", "drawn", "accepted", "imported"};
inline constexpr std::array<std::string_view, 3> kRoleNames{"plain", "training", "validation"};

/// The place of `word` in `names`; nothing where it is none of them.
template <std::size_t N>
[[nodiscard]] std::optional<std::size_t> placeOf(const std::array<std::string_view, N>& names, std::string_view word)
{
    const auto found = std::find(names.begin(), names.end(), word);
    return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

} // namespace nb
