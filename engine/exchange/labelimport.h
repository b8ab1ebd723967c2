// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/caseimport.h"

namespace nb
{

/// Which part of the slide a label image of this size shows: all of it, or the box of the one region that has its size
/// (level-0 pixels). Error: Invalid, saying which sizes would fit, where none or several do.
[[nodiscard]] Result<Rect> areaOfLabels(int width, int height, const SlideIdentity& slide,
    const std::vector<RegionRecord>& regions, const std::string& path);

/// Nuclei from a label image (LabelRows; the TIFF of a whole slide may be of any size) of the slide or of a region,
/// told by its size (areaOfLabels), into a case: as importIntoCase brings in other files. Every number becomes a
/// nucleus of the first class with the outline that the model's nuclei have (outlineOf); what of one number does not
/// touch becomes parts of its outline, holes are filled. A number that is spread wider than 1,024 px is no nucleus:
/// left out and named. The file is read twice, and memory goes with the numbers that one row crosses. `progress` counts
/// rows of both readings. Errors also: LabelRows', areaOfLabels'; TooLarge (more than five million numbers).
[[nodiscard]] Result<CaseImportSummary> importLabelsIntoCase(DocumentThread& document, const std::string& path,
    const std::string& author, const CancelToken& cancel, Progress& progress);

} // namespace nb
