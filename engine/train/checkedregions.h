// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/document/caserecords.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nb
{

/// A checked region of a case, as a person chooses among them what is to be learnt from.
struct CheckedRegion {
    Uuid id{};
    std::string name;
    RegionRole role = RegionRole::Plain;
    MultiPolygon shape; ///< level-0 pixels
    std::int64_t nuclei = 0; ///< whose box's centre lies in it
    std::int64_t corrected = 0; ///< of those, corrected or drawn by a person
};

/// In the order of the case. Reads while others edit. Errors: those of CaseDocument and CaseReader. Any thread.
[[nodiscard]] Result<std::vector<CheckedRegion>> checkedRegions(const std::string& casePath);

/// A split where some regions have no role yet: they are for training, but where nothing is held out and there are two
/// or more regions, about a quarter of all nuclei go to validation, whole regions each, the smallest that are enough.
/// Regions with a role keep it.
[[nodiscard]] std::map<Uuid, RegionRole> proposedRoles(const std::vector<CheckedRegion>& regions);

/// The quarter of a region that is held out where there is no other region to judge by: the right or the lower end of
/// its longer side, level-0 pixels. Nothing where that holds too little (regions of less than 4 pixels a side).
[[nodiscard]] std::optional<Rect> heldOutQuarter(const MultiPolygon& shape);

} // namespace nb
