// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/nn/modelinfo.h"

#include <optional>

namespace nb
{

/// The stain that a case holds, as `model` is shown it: it was decided once, perhaps for another model's target.
/// Nothing where the case holds none.
[[nodiscard]] std::optional<SlideStain> decidedStain(const SlideIdentity& identity, const ModelInfo& model);

} // namespace nb
