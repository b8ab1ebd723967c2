// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/setaside.h"

#include <filesystem>

namespace nb
{

std::string setAsidePath(const std::string& target)
{
    const std::filesystem::path path = target;
    return (path.parent_path() / ("." + path.filename().string() + ".before")).string();
}

void removeSetAside(const std::string& target)
{
    const std::string aside = setAsidePath(target);
    std::error_code ignored;
    if (std::filesystem::is_regular_file(std::filesystem::symlink_status(aside, ignored)))
        std::filesystem::remove(aside, ignored);
}

} // namespace nb
