// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace nb
{

/// Numbers of any shape, row-major, last dimension fastest. `values` has as many as the product of `shape`.
struct WeightTensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// What a safetensors file holds (https://github.com/huggingface/safetensors): 8 bytes little-endian header length, a
/// JSON header, raw data. Loading one runs no code.
struct SafeTensors {
    std::map<std::string, std::string> metadata;
    std::map<std::string, WeightTensor> tensors;
};

struct SafeTensorsFile {
    SafeTensors contents;
    std::string sha256; ///< of the file's bytes, 64 hex digits
};

/// Reads a file that may be hostile: nothing is allocated on the file's word alone, only up to its real size. Reads
/// 32-bit float tensors; the data has to be covered by them without gap or overlap. Values may be anything, NaN too:
/// judging them is the caller's. Errors, each naming the file, the reason and the way out: NotFound, Unreadable (no
/// ordinary file, cut off, not safetensors at all), Invalid (a header that makes no sense), Unsupported (another number
/// type), TooLarge (above 2 GiB, or a header above 8 MiB), OutOfMemory. Any thread.
[[nodiscard]] Result<SafeTensorsFile> readSafeTensors(const std::string& path);

/// Writes the file whole or not at all (replacing one that is there); tensors in the order of their names. Returns the
/// SHA-256 of its bytes. Errors: Invalid (a shape that does not fit its values), NotWritable, NoSpace.
[[nodiscard]] Result<std::string> writeSafeTensors(const std::string& path, const SafeTensors& contents);

} // namespace nb
