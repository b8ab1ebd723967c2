// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nb
{

/// Where a tensor lies: `begin` counts in bytes from the end of the header.
struct TensorPlace {
    std::string name;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t count = 0; ///< of numbers, 4 bytes each
};

struct SafeTensorsHeader {
    std::map<std::string, std::string> metadata;
    std::vector<TensorPlace> tensors; ///< in the order of their data, which they cover without gap or overlap
};

/// Reads the JSON header of a safetensors file whose data part has `dataBytes` bytes. `path` is for messages only.
/// Errors: Invalid, Unsupported (number types other than F32), Unreadable (the data is cut off).
[[nodiscard]] Result<SafeTensorsHeader> parseSafeTensorsHeader(
    std::string_view json, std::uint64_t dataBytes, const std::string& path);

/// The header's JSON, padded with spaces to a multiple of 8 bytes.
[[nodiscard]] std::string safeTensorsHeaderText(const SafeTensorsHeader& header);

} // namespace nb
