// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/stain/stainmatrix.h"

#include <optional>
#include <string>

namespace nb
{

/// A slide's stain as JSON, numbers exactly.
[[nodiscard]] std::string stainText(const SlideStain& stain);
/// Nothing where the text is not such a stain, or holds numbers that are not finite.
[[nodiscard]] std::optional<SlideStain> stainFromText(const std::string& text);

} // namespace nb
