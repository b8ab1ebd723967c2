// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casedocument.h"
#include "engine/segment/nucleusextractor.h"
#include "engine/segment/sliderecipe.h"

#include <optional>

namespace nb
{

/// A run over all of a slide that ended before its last tile: stopped by a person, by an error, or with the program.
struct StoppedRun {
    RunRecord run;
    ExtractionRecipe extraction; ///< the one it was begun with, needed to go on with it
    double share = 0; ///< of its tiles that are done, above 0 and below 1
};

/// The run over the whole slide that segmentIntoCase would take up with this recipe and the run's own extraction.
/// Nothing where the newest run over the whole slide is finished or undone, was made with another model or other
/// settings, or had not finished a tile. Document thread. Errors: those of the case.
[[nodiscard]] Result<std::optional<StoppedRun>> stoppedSlideRun(CaseDocument& document, const SlideRecipe& recipe);

} // namespace nb
