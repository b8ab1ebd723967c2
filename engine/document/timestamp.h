// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace nb
{

/// Now, as it is stored: UTC, ISO 8601, whole seconds ("2018-03-01T09:30:00Z").
[[nodiscard]] std::string timestamp();

} // namespace nb
