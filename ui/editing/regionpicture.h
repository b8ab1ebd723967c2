// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "widgets/regionlayer.h"

#include <vector>

namespace nb
{

/// How a region of a case is drawn.
[[nodiscard]] RegionPicture regionPicture(const RegionRecord& region, const std::vector<ClassRecord>& classes);

} // namespace nb
