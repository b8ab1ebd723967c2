// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/document/casereader.h"
#include "engine/document/documentthread.h"
#include "engine/segment/mapstore.h"

#include <functional>
#include <memory>

namespace nb
{

/// Puts what the case's runs of this recipe stored into the slide's maps, the newest first, so that they can be seen
/// without the network. Bounded in memory by `maps`. Blocks; for a
/// worker. Errors: those of the case; Cancelled.
[[nodiscard]] Status loadStoredMaps(DocumentThread& document,
    const std::function<Result<std::unique_ptr<CaseReader>>()>& open, const SlideRecipe& recipe, MapStore& maps,
    const CancelToken& cancel);

} // namespace nb
