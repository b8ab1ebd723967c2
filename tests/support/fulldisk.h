// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/mount.h>

namespace nb::test
{

/// A file system of `bytes` bytes for tests of full disks; needs the right to mount (root), otherwise `mounted` is
/// false and tests skip.
class FullDisk
{
public:
    explicit FullDisk(std::size_t bytes)
    {
        std::string name = (std::filesystem::temp_directory_path() / "nb-full-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            return;
        m_folder = name;
        m_mounted = ::mount("none", name.c_str(), "tmpfs", 0, ("size=" + std::to_string(bytes)).c_str()) == 0;
    }
    ~FullDisk()
    {
        if (m_mounted)
            ::umount2(m_folder.c_str(), MNT_DETACH);
        std::error_code ec;
        if (!m_folder.empty())
            std::filesystem::remove(m_folder, ec);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

    [[nodiscard]] bool mounted() const { return m_mounted; }
    [[nodiscard]] const std::string& folder() const { return m_folder; }
    [[nodiscard]] std::string at(const std::string& name) const { return m_folder + "/" + name; }

private:
    std::string m_folder;
    bool m_mounted = false;
};

} // namespace nb::test
