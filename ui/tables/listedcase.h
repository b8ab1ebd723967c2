// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tables/sharedreader.h"

#include <string>
#include <vector>

namespace nb
{

/// What lists and plots know of the case that is open; a copy as of the last change.
struct ListedCase {
    SharedReader::Factory open;
    SlideIdentity slide;
    std::vector<ClassRecord> classes;
    std::vector<RegionRecord> regions;
    std::string path = {}; ///< of its file
};

} // namespace nb
