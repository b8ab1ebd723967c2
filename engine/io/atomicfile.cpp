// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/atomicfile.h"

#include "engine/io/setaside.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <random>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace nb
{

namespace
{

namespace fs = std::filesystem;

constexpr int kOpenAttempts = 16;
constexpr std::size_t kNameInTemporary = 120; // the hidden name must stay below NAME_MAX with pid and random part
constexpr std::string_view kSuffix = ".part";

Error notWritable(const std::string& path, std::string why, std::string remedy)
{
    return {ErrorCode::NotWritable, std::move(why), path, std::move(remedy)};
}

std::string hiddenPrefix(const fs::path& target)
{
    return "." + target.filename().string().substr(0, kNameInTemporary) + ".";
}

std::string hiddenName(const fs::path& target)
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    char tail[64];
    std::snprintf(
        tail, sizeof tail, "%ld-%016llx", static_cast<long>(::getpid()), static_cast<unsigned long long>(random()));
    return hiddenPrefix(target) + tail + std::string(kSuffix);
}

// True for ".<name>.<pid>-<16 hex digits>.part": only names that we give are ever removed.
bool isHiddenName(const std::string& name, const std::string& prefix)
{
    if (!name.starts_with(prefix) || !name.ends_with(kSuffix) || name.size() <= prefix.size() + kSuffix.size())
        return false;
    const auto middle = name.substr(prefix.size(), name.size() - prefix.size() - kSuffix.size());
    const auto dash = middle.find('-');
    return dash != std::string::npos && dash > 0 && middle.size() == dash + 17
        && middle.substr(0, dash).find_first_not_of("0123456789") == std::string::npos
        && middle.substr(dash + 1).find_first_not_of("0123456789abcdef") == std::string::npos;
}

// Removes what a killed process left of an earlier attempt at the same target. A living writer holds the lock.
void removeAbandoned(const fs::path& target)
{
    std::error_code ec;
    const auto prefix = hiddenPrefix(target);
    const auto folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
        if (!isHiddenName(it->path().filename().string(), prefix))
            continue;
        const int fd = ::open(it->path().c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (fd < 0)
            continue;
        struct stat st {
        };
        if (::fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == ::geteuid()
            && ::flock(fd, LOCK_EX | LOCK_NB) == 0)
            ::unlink(it->path().c_str());
        ::close(fd);
    }
}

void syncFolder(const fs::path& target)
{
    const auto folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return; // the rename itself is done; some network folders cannot be synced
    ::fsync(fd);
    ::close(fd);
}

// Follows links, so that a link to the target stays a link. Refuses what a rename would destroy: devices, sockets,
// folders.
Status checkTarget(const std::string& asked, fs::path& target)
{
    std::error_code ec;
    target = asked;
    if (!target.has_filename())
        return notWritable(asked, "Cannot write", "The name is a folder; give the name of a file");
    if (fs::is_symlink(fs::symlink_status(target, ec)))
        target = fs::weakly_canonical(target, ec);
    const auto status = fs::status(target, ec);
    if (fs::is_directory(status))
        return notWritable(asked, "Cannot write", "The name is a folder; give the name of a file");
    if (fs::exists(status) && !fs::is_regular_file(status))
        return notWritable(asked, "Cannot write", "This is not an ordinary file; give another name");
    if (fs::exists(status) && ::access(target.c_str(), W_OK) != 0)
        return notWritable(asked, "The file is write-protected", "Choose another name or allow writing to it");
    const auto folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ec))
        return notWritable(
            asked, "Cannot write, because the folder does not exist", "Create the folder or choose another one");
    return {};
}

} // namespace

Result<AtomicFile> AtomicFile::create(const std::string& target, Existing existing)
{
    try {
        AtomicFile file;
        file.m_asked = target;
        file.m_existing = existing;
        fs::path path;
        if (auto status = checkTarget(target, path); !status)
            return status.error();
        file.m_target = path.string();
        std::error_code ec;
        if (existing == Existing::Refuse && fs::exists(path, ec))
            return file.failure(EEXIST);
        removeAbandoned(path);
        if (auto status = file.openTemporary(); !status)
            return status.error();
        return Result<AtomicFile>(std::move(file));
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory to write", target, "Close other programs and try again"};
    } catch (const std::exception& e) {
        return notWritable(target, std::string("Cannot write (") + e.what() + ")", "Choose another name");
    }
}

Status AtomicFile::openTemporary()
{
    const fs::path target = m_target;
    for (int attempt = 0; attempt < kOpenAttempts; ++attempt) {
        const auto name = (target.parent_path() / hiddenName(target)).string();
        const int fd = ::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
        if (fd < 0 && errno == EEXIST)
            continue;
        if (fd < 0)
            return failure(errno);
        struct stat st {
        };
        (void)::flock(fd, LOCK_EX | LOCK_NB); // where locks do not exist, leftovers stay; nothing else depends on it
        if (::fstat(fd, &st) == 0 && st.st_nlink == 0) {
            ::close(fd); // swept by another process between open and lock
            continue;
        }
        m_temporary = name;
        m_descriptor = fd;
        return {};
    }
    return failure(EEXIST);
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_asked(std::move(other.m_asked))
    , m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, {}))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_synced(other.m_synced)
    , m_existing(other.m_existing)
{
}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept
{
    if (this != &other) {
        discard();
        m_asked = std::move(other.m_asked);
        m_target = std::move(other.m_target);
        m_temporary = std::exchange(other.m_temporary, {});
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_synced = other.m_synced;
        m_existing = other.m_existing;
    }
    return *this;
}

AtomicFile::~AtomicFile()
{
    discard();
}

void AtomicFile::discard() noexcept
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str()); // before closing: the lock still says that it is ours
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_temporary.clear();
    m_descriptor = -1;
}

Status AtomicFile::write(std::string_view bytes)
{
    m_synced = false;
    while (!bytes.empty()) {
        const auto n = ::write(m_descriptor, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return failure(n < 0 ? errno : ENOSPC);
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return {};
}

int AtomicFile::renameToTarget() const
{
    if (m_existing == Existing::Replace)
        return ::rename(m_temporary.c_str(), m_target.c_str()) == 0 ? 0 : errno;
    // link() fails where the name is taken meanwhile; some file systems have no links, there a look must do.
    if (::link(m_temporary.c_str(), m_target.c_str()) == 0) {
        ::unlink(m_temporary.c_str());
        return 0;
    }
    if (errno == EEXIST || ::access(m_target.c_str(), F_OK) == 0)
        return EEXIST;
    return ::rename(m_temporary.c_str(), m_target.c_str()) == 0 ? 0 : errno;
}

Status AtomicFile::sync()
{
    if (::fsync(m_descriptor) != 0 && errno != EINVAL) {
        const auto error = failure(errno);
        discard();
        return error;
    }
    m_synced = true;
    return {};
}

Status AtomicFile::commit()
{
    if (!m_synced)
        if (Status status = sync(); !status)
            return status;
    if (const int failed = renameToTarget(); failed != 0) {
        const auto error = failure(failed);
        discard();
        return error;
    }
    m_temporary.clear(); // from here on it is the target
    syncFolder(m_target);
    if (::close(std::exchange(m_descriptor, -1)) != 0 && errno != EINTR)
        return failure(errno);
    removeSetAside(m_target);
    return {};
}

Error AtomicFile::failure(int errnum) const
{
    switch (errnum) {
    case ENOSPC:
    case EDQUOT:
        return {
            ErrorCode::NoSpace, "The disk is full; cannot write", m_asked, "Free some space or choose another folder"};
    case EFBIG:
        return {ErrorCode::NoSpace, "The file would be larger than the folder's disk or your limits allow", m_asked,
            "Choose another folder or a smaller region"};
    case EEXIST:
        return {ErrorCode::Exists, "The file exists already", m_asked, "Allow overwriting or choose another name"};
    case EACCES:
    case EPERM:
    case EROFS:
        return notWritable(m_asked, "You may not write here", "Choose a folder that you may write to");
    default:
        return notWritable(m_asked, "Cannot write (" + std::generic_category().message(errnum) + ")",
            "Check the folder or choose another one");
    }
}

Status writeWholeFile(const std::string& target, std::string_view bytes)
{
    auto file = AtomicFile::create(target);
    if (!file)
        return file.error();
    if (Status status = file->write(bytes); !status)
        return status;
    return file->commit();
}

} // namespace nb
