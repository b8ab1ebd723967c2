// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nb
{

/// The folder of cases that have no name yet, in the person's data folder.
[[nodiscard]] QString unsavedCasesFolder();

} // namespace nb
