// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"
#include "engine/document/steplog.h"

#include <vector>

namespace nb
{

/// All runs of a case, newest first, those whose step was undone included. The connection's thread. Errors: Database's.
[[nodiscard]] Result<std::vector<RunRecord>> runRecords(StatementCache& sql);

} // namespace nb
