// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/base/progress.h"
#include "engine/document/documentthread.h"
#include "engine/io/geojsonreader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nb
{

struct CaseImportSummary {
    std::int64_t nuclei = 0; ///< stored
    std::int64_t regions = 0;
    std::int64_t replaced = 0; ///< of the nuclei: those whose id the case had already
    std::int64_t yielded = 0; ///< nuclei of the case that gave way to other ones: a run found them, nobody touched them
    std::int64_t kept = 0; ///< left out, because a person changed that nucleus while the import went on
    std::int64_t renumbered = 0; ///< came with an id that the file had given before, and got a new one
    std::int64_t newClasses = 0;
    std::int64_t converted = 0; ///< of the nuclei: measured at another µm/px than the case's, their sizes recalculated
    std::int64_t passedOver = 0; ///< points, lines, tiles and the like, which a case has no use for
    std::int64_t skipped = 0; ///< left out because something about them is wrong
    std::vector<GeoJsonProblem> problems; ///< the first hundred of those
    std::optional<Error> broken; ///< the file is cut off or damaged: what came before that is stored

    [[nodiscard]] std::int64_t objects() const { return nuclei + regions + kept + passedOver + skipped; }
    /// "3 of 1000 objects were left out: object 17: …"; empty where all is well.
    [[nodiscard]] std::string complaint() const;
};

/// Reads a file of another program into a case, as one step of the history that undo takes back as a whole, in pieces
/// so that a person goes on working meanwhile: the XML of ASAP and ImageScope (readAnnotationXml) by its name, else
/// GeoJSON (readGeoJson).
///
/// Nuclei and regions are told apart by NucleusRule; an annotation that says nothing of itself and is wider or higher
/// than 64 µm is a region whatever its class. Classes are found by their name and made where they are missing; what has
/// no class is of the first. An object with the id of a nucleus or region of the case replaces it (so a case that was
/// edited in QuPath comes back without doubles), one with an id that the same file gave before gets a new one. What a
/// run found and nobody touched gives way to a nucleus that was not there before and lies over it (see
/// Edit::yieldOutside), in the same step. What another program did not measure of the outline is measured here, as of
/// a drawn one; stains and probabilities stay unknown (NaN). Outlines
/// are rounded to 0.01 px and mended; sizes that were measured at another µm/px (metadata mpp) than the case's become
/// the case's; what has no area, or lies outside of the slide, is left out, counted and named.
/// `progress` counts bytes of the file, and nuclei. Errors: the readers'; CaseEdits'; NotWritable; Cancelled. Then the
/// case is as it was, unless it was edited meanwhile: what came stays then as a step of its own, and the Error says so.
/// Blocks; not the document thread.
[[nodiscard]] Result<CaseImportSummary> importIntoCase(DocumentThread& document, const std::string& path,
    const std::string& author, const CancelToken& cancel, Progress& progress);

} // namespace nb
