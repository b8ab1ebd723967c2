// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"

namespace nb
{

/// What has to change in a case when its slide turns out to have another µm/px, as one step: nuclei that the model found
/// and nobody touched or locked go, because at another pixel size it finds others; those that stay are told in the new
/// µm (`rescaled`). What came from a file keeps what the file says. `before` and `now`: what is measured with (where one
/// is not plausible nothing is converted); `stored`: what the case says from now on. Reads all nuclei that stay into
/// memory. Errors: those of the reader.
[[nodiscard]] Result<Edit> changeOfPixelSize(
    CaseReader& reader, const PixelSize& before, const PixelSize& now, const PixelSizeDecision& stored);

} // namespace nb
