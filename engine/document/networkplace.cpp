// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/networkplace.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace nb
{

namespace
{

bool isNetworkType(const std::string& type)
{
    static constexpr std::array kTypes{"nfs", "nfs4", "cifs", "smb3", "smbfs", "autofs", "afs", "ncpfs", "9p", "ceph",
        "glusterfs", "lustre", "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.davfs", "davfs", "fuse.s3fs",
        "fuse.glusterfs"};
    return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

/// /proc/self/mounts writes a blank as \040 and so on.
std::string unescaped(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size()) {
            out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            out += text[i];
        }
    }
    return out;
}

bool isUnder(const std::string& path, const std::string& folder)
{
    return folder == "/" || path == folder
        || (path.size() > folder.size() && path.compare(0, folder.size(), folder) == 0 && path[folder.size()] == '/');
}

/// Lexically absolute; `std::filesystem::absolute` does not touch the path itself.
std::string absolutePath(const std::string& path)
{
    std::error_code failed;
    const auto absolute = std::filesystem::absolute(path, failed);
    return failed ? path : absolute.lexically_normal().string();
}

} // namespace

bool leadsToNetwork(const std::string& path)
{
    if (path.starts_with("//") || path.starts_with("\\\\") || path.find("://") != std::string::npos
        || path.find("/gvfs/") != std::string::npos)
        return true;
    const std::string absolute = absolutePath(path);
    std::ifstream mounts("/proc/self/mounts");
    std::string line, longest, type;
    while (std::getline(mounts, line)) {
        std::istringstream fields(line);
        std::string device, folder, kind;
        fields >> device >> folder >> kind;
        folder = unescaped(folder);
        if (isUnder(absolute, folder) && folder.size() >= longest.size()) {
            longest = folder;
            type = kind;
        }
    }
    return isNetworkType(type);
}

} // namespace nb
