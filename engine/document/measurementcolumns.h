// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleus.h"

#include <span>
#include <string_view>

namespace nb
{

/// A measurement as a column of the case's table `measurement`.
struct MeasurementColumn {
    const char* name; ///< of the column; also how it is called where lists and files name measurements by identifiers
    double NucleusMeasurements::*member;
};

/// All of them, in the order in which they are stored.
[[nodiscard]] std::span<const MeasurementColumn> measurementColumns();

/// Null where there is no such column.
[[nodiscard]] const MeasurementColumn* measurementColumn(std::string_view name);

} // namespace nb
