// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/nucleus.h"

#include <string>
#include <string_view>

namespace nb {

/// UUIDv5 (RFC 4122, SHA-1) of slide hash, model hash and first inside pixel (model pixels): the same run gives the same ids.
[[nodiscard]] Uuid nucleusId(std::string_view slideHash, std::string_view modelHash, std::int64_t firstX, std::int64_t firstY);

/// A new one (UUIDv4). Any thread.
[[nodiscard]] Uuid randomId();

/// "5d0c0f6e-3a41-4d1c-9a57-8f1f0e6b2c11".
[[nodiscard]] std::string uuidText(const Uuid& id);

} // namespace nb
