// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casedocument.h"

#include <string>
#include <vector>

namespace nb
{

/// The case of a slide that was opened without saving: lies in `folder` (the application's data folder, made for its
/// owner only) until the person saves it elsewhere (`copyTo`, then `discardUnsavedCase`) or throws it away. One that is
/// there already, for the same contents, is taken up with all its work. Errors: CaseDocument's; NotWritable (the
/// folder).
[[nodiscard]] Result<std::unique_ptr<CaseDocument>> openUnsavedCase(
    const std::string& folder, const SlideIdentity& slide);

struct UnsavedCase {
    std::string path;
    std::string slidePath; ///< where its slide was; it may lead to a network
    std::int64_t steps = 0; ///< how much was done in it
};

/// What an earlier program left in `folder` without saving, the latest first, to be offered at the start; cases that
/// are open in another program, or hold no step, are left out.
[[nodiscard]] std::vector<UnsavedCase> leftUnsaved(const std::string& folder);

/// Removes an unsaved case for good. It must be closed. Errors: Exists (open somewhere), NotWritable.
[[nodiscard]] Status discardUnsavedCase(const std::string& path);

} // namespace nb
