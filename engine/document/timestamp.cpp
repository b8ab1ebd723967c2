// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/timestamp.h"

#include <array>
#include <ctime>

namespace nb
{

std::string timestamp()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

} // namespace nb
