// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/unsavedcases.h"
#include "engine/slide/slidesource.h"
#include "ui/openedcase.h"

#include <memory>
#include <string>

namespace nb
{

/// What became of a case that a person wants to see.
struct FoundCase {
    OpenedCase opened; ///< without a thread where the slide has to be asked for
    std::shared_ptr<const SlideSource> slide;
    std::string missingAt; ///< where the slide was; empty where it was found
    bool leadsToNetwork = false; ///< it may be there, but a document must not make this computer call another unasked
};

// All block; for a worker.

/// The case at `path` and its slide: `slidePath` where the person named it, else from where it may lie. Errors: those
/// of the case; Invalid where the slide is another one than the case was made on; those of openSlide for a named slide.
[[nodiscard]] Result<FoundCase> openCaseAndSlide(
    const std::string& path, const std::string& slidePath, CaseAccess access = CaseAccess::ReadWrite);

/// The slide's unsaved case, with where the slide lies now.
[[nodiscard]] Result<OpenedCase> openUnsavedOf(const std::string& folder, const SlideInfo& info);

/// An unsaved case goes to `target`. Errors: those of the case; then it stays where it is.
[[nodiscard]] Status saveUnsavedAs(const std::string& path, const std::string& target, bool replace);

/// Removes an unsaved case in which nothing was ever done; leaves all others.
void tidyUnsaved(const std::string& path);

} // namespace nb
