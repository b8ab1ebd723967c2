// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace nb
{

/// Where a file lies while others that belong to it are replaced: ".NAME.before" beside it. Who was killed then leaves
/// it there; AtomicFile removes it when the next whole file is under its name.
[[nodiscard]] std::string setAsidePath(const std::string& target);

/// Only an ordinary file; whether there was one or not.
void removeSetAside(const std::string& target);

} // namespace nb
