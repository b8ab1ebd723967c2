// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <string>

namespace nb {

/// Where the default model lies: beside the installed program (../share/nucleoscope/models), else in the source tree that it was built from.
/// Error: NotFound, with what to do.
[[nodiscard]] Result<std::string> findDefaultModel();

} // namespace nb
