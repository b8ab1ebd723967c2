// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace nb
{

/// Whether a path leads to another machine, judged without touching it: a path from a document must not make this
/// computer call another one unasked. Shares (//host/…, \\host\…), addresses (scheme://…), desktop network folders
/// (…/gvfs/…) and everything under a mount of a network file system or an automounter.
[[nodiscard]] bool leadsToNetwork(const std::string& path);

} // namespace nb
