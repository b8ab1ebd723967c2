// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/cancel.h"
#include "engine/document/casereader.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace nb
{

/// How many nuclei a model found. One that a person corrected or accepted counts for the model that found it.
struct ModelShare {
    std::string hash; ///< of the model file; empty: no model, a person drew them or they were imported without
    std::string name; ///< as recorded when they were found; may be empty
    std::int64_t nuclei = 0;
};

/// Of all present nuclei, most nuclei first. Errors: CaseReader's; Cancelled.
[[nodiscard]] Result<std::vector<ModelShare>> modelsOfNuclei(CaseReader& reader, const CancelToken& cancel);

/// Of these; rows that are gone are left out. Errors likewise.
[[nodiscard]] Result<std::vector<ModelShare>> modelsOfNuclei(
    CaseReader& reader, std::span<const NucleusRow> rows, const CancelToken& cancel);

/// The present nuclei that the model with this hash found (empty: that none found), ascending. Errors likewise.
[[nodiscard]] Result<std::vector<NucleusRow>> nucleiOfModel(
    CaseReader& reader, const std::string& hash, const CancelToken& cancel);

} // namespace nb
