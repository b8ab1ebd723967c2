// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/nn/modelinfo.h"
#include "engine/nn/safetensors.h"

#include <map>
#include <string>

namespace nb
{

/// A model as it lies on disk: the recipe and the weights of every layer (names and shapes: nblayers.h), all finite.
struct ModelFile {
    ModelInfo info;
    std::map<std::string, WeightTensor> tensors;
};

/// Reads a model file, which may be hostile (design.md section 12). What comes back is whole: every value of the recipe
/// in its range, each layer there once with the shape that the width asks for, each weight finite; `info.hash` is set.
/// Errors name the file, the reason and the way out: those of readSafeTensors, Invalid, Unsupported. Any thread.
[[nodiscard]] Result<ModelFile> readModelFile(const std::string& path);

/// Writes a model file whole or not at all, after the checks of reading; returns its hash. Errors: Invalid,
/// NotWritable, NoSpace. Any thread.
[[nodiscard]] Result<std::string> writeModelFile(const std::string& path, const ModelFile& model);

} // namespace nb
