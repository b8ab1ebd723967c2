// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"
#include "engine/evaluate/evaluation.h"
#include "engine/evaluate/nucleifile.h"

#include <string>
#include <vector>

namespace nb
{

/// One mistake, where it is. Level-0 pixels.
struct JudgedPlace {
    Finding finding = Finding::Missed; ///< never Matched
    MultiPolygon shape; ///< the truth's outline where missed or merged, else the prediction's
    Rect bounds; ///< of the shape
};

/// How well nuclei were found in one area.
struct AreaEvaluation {
    std::string name;
    Rect bounds; ///< level-0 pixels
    EvaluationCounts counts;
    std::vector<JudgedPlace> mistakes; ///< by finding, then from top to bottom
};

/// How well nuclei were found in several areas, and in all of them.
struct EvaluatedAreas {
    std::vector<AreaEvaluation> areas;
    /// Summed, as rates are to be made from; but areas that overlap are compared as one, so that what lies in several
    /// of them counts once.
    EvaluationCounts pooled;
    bool overlapping = false; ///< some areas do, so `pooled` is not the sum

    /// What `pooled` counts, by finding, then from top to bottom.
    [[nodiscard]] const std::vector<JudgedPlace>& mistakes() const
    {
        return areas.size() == 1 ? areas.front().mistakes : pooledMistakes;
    }
    std::vector<JudgedPlace> pooledMistakes; ///< of several areas
};

/// The nuclei of a case that meet one of `areas` (level-0 pixels), as they are now; all of them for no areas. `name`:
/// for errors. Errors: those of CaseReader, Cancelled. Blocks; any thread.
[[nodiscard]] Result<NucleiFile> readCaseNuclei(
    CaseReader& reader, const std::string& name, std::span<const Rect> areas, const CancelToken& cancel = {});

/// A case, a GeoJSON or a label image, by its name. Errors: those of readCaseNuclei and readNuclei; Invalid where a
/// label image has not the slide's size (level-0 pixels), so that it cannot be laid over it.
[[nodiscard]] Result<NucleiFile> readComparedNuclei(const std::string& path, std::span<const Rect> areas,
    std::int64_t slideWidth, std::int64_t slideHeight, const CancelToken& cancel = {});

/// Compares within each region, cut along its outline; where there are none, over the frames of both together, in one
/// area without a name. Mistakes of a label image come as the boxes of their pixels. Errors: those of `evaluate`.
/// Blocks; any thread.
[[nodiscard]] Result<EvaluatedAreas> evaluateAreas(const NucleiFile& truth, const NucleiFile& prediction,
    std::span<const RegionRecord> regions, const CancelToken& cancel = {});

} // namespace nb
