// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/nn/modelinfo.h"

#include <map>
#include <string>

namespace nb
{

/// The recipe from a model file's metadata (keys: shared/vectors/model/README.md), every value checked against the
/// ranges of modelinfo.h; all keys that decide a result have to be there, texts may be missing. `path` is for messages.
/// Errors: Invalid (which key and why), Unsupported (another format or a later version of it).
[[nodiscard]] Result<ModelInfo> parseModelMetadata(
    const std::map<std::string, std::string>& metadata, const std::string& path);

/// The other way round; `hash` is not stored.
[[nodiscard]] std::map<std::string, std::string> modelMetadata(const ModelInfo& info);

} // namespace nb
