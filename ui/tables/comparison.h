// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/areaevaluation.h"
#include "engine/slide/slidesource.h"
#include "ui/services.h"
#include "ui/tables/listedcase.h"
#include "ui/tables/nucleichoice.h"

namespace nb
{

/// What is to be compared with what, as values for a worker.
struct Comparison {
    struct Side {
        NucleiChoice::Kind kind = NucleiChoice::Kind::Case;
        std::string path; ///< of the file or of the model's file
    };
    ListedCase listed;
    std::shared_ptr<const SlideSource> slide; ///< for models
    Side judged;
    Side truth;
    std::vector<RegionRecord> regions; ///< within these; none: everywhere, which models cannot
};

struct Compared {
    EvaluatedAreas evaluated;
    std::string complaint; ///< what was left out of a file, for a person to read; mostly empty
};

/// Reads, searches where a model is judged, compares. Blocks a worker; `progress` is a model's search. Errors: those of
/// readComparedNuclei, readModelFile, findNucleiIn and evaluateAreas; Invalid for a model without regions.
[[nodiscard]] Result<Compared> compareNuclei(
    const Comparison& comparison, const Services& services, const CancelToken& cancel, Progress& progress);

} // namespace nb
