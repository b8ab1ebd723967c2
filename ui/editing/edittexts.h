// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editplan.h"

#include <QString>

namespace nb
{

/// Why a gesture did nothing and what would, for the canvas's edge.
[[nodiscard]] QString unfitText(Unfit why);

} // namespace nb
