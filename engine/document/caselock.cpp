// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/caselock.h"

#include "engine/document/timestamp.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace nb
{

namespace
{

std::string lockPathOf(const std::string& casePath)
{
    const std::filesystem::path path(casePath);
    return (path.parent_path() / ("." + path.filename().string() + ".lock")).string();
}

/// "on pathology3 since 2018-03-01T09:30:00Z"; holds no person's name.
std::string holder()
{
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    return std::string("on ") + host.data() + " since " + timestamp();
}

std::string readHolder(int descriptor)
{
    std::array<char, 400> text{};
    const ssize_t count = ::pread(descriptor, text.data(), text.size(), 0);
    std::string out(text.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    std::erase_if(out, [](char c) { return static_cast<unsigned char>(c) < 32; });
    return out;
}

/// False where another process removed the file between our opening and our locking it.
bool isStillThere(int descriptor, const std::string& path)
{
    struct stat ours {
    }, there{};
    return ::fstat(descriptor, &ours) == 0 && ::stat(path.c_str(), &there) == 0 && ours.st_ino == there.st_ino
        && ours.st_dev == there.st_dev;
}

} // namespace

Result<CaseLock> CaseLock::take(const std::string& casePath)
{
    CaseLock lock;
    lock.m_path = lockPathOf(casePath);
    for (;;) {
        const int descriptor = ::open(lock.m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor < 0)
            return Error{ErrorCode::NotWritable, "Nothing can be written beside the case", casePath,
                "Save it in another folder to change it"};
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const std::string who = readHolder(descriptor);
            ::close(descriptor);
            return Error{ErrorCode::Exists,
                "The case is open in another window or program" + (who.empty() ? "" : " (" + who + ")"), casePath,
                "Close it there to change it here"};
        }
        if (isStillThere(descriptor, lock.m_path)) {
            lock.m_descriptor = descriptor;
            break;
        }
        ::close(descriptor);
    }
    // On a full disk the text may not fit; the lock holds all the same.
    const std::string text = holder();
    if (::ftruncate(lock.m_descriptor, 0) != 0 || ::pwrite(lock.m_descriptor, text.data(), text.size(), 0) < 0)
        errno = 0;
    return lock;
}

CaseLock::CaseLock(CaseLock&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

CaseLock& CaseLock::operator=(CaseLock&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

CaseLock::~CaseLock()
{
    if (m_descriptor < 0)
        return;
    ::unlink(m_path.c_str()); // while locked, so that nobody else's is removed
    ::close(m_descriptor);
}

} // namespace nb
