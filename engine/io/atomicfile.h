// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace nb
{

/// A file that appears under its name only when it is whole. It is written to a hidden temporary file in the target's
/// folder (mode 0600: for its owner only), synced, and renamed over the target by `commit`. Whatever happens before (an
/// error, Ctrl-C, kill -9, a power cut), the target is as it was. A process that was killed leaves its hidden file
/// behind; the next `create` for the same target removes it (it knows by the lock that nobody writes it any more). One
/// thread at a time.
class AtomicFile
{
public:
    enum class Existing { Replace, Refuse };

    /// `target` may exist (a regular file, or a link to one). Errors, all naming the target: NotWritable, NoSpace,
    /// Exists (only with Refuse).
    [[nodiscard]] static Result<AtomicFile> create(const std::string& target, Existing existing = Existing::Replace);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile(); ///< without `commit` removes what was written

    /// Appends. Errors: NoSpace, NotWritable.
    [[nodiscard]] Status write(std::string_view bytes);
    /// Brings what was written to the disk; the target stays as it was. What can go wrong with several files that
    /// belong together has gone wrong once all are synced, so none is renamed before. Errors: NoSpace, NotWritable.
    [[nodiscard]] Status sync();
    /// Syncs, unless that is done, and renames over the target; then what an earlier, killed program had set aside of it
    /// goes (`setaside.h`). Errors: NoSpace, NotWritable, Exists.
    [[nodiscard]] Status commit();

    [[nodiscard]] int descriptor() const { return m_descriptor; } ///< open for reading and writing; stays ours
    [[nodiscard]] const std::string& temporaryPath() const { return m_temporary; } ///< for libraries that open by name
    [[nodiscard]] const std::string& target() const { return m_asked; } ///< as it was asked for
    /// The Error for a failed call that set `errnum`, naming the target; for libraries that write to the descriptor
    /// themselves.
    [[nodiscard]] Error failure(int errnum) const;

private:
    AtomicFile() = default;
    void discard() noexcept;
    [[nodiscard]] Status openTemporary();
    [[nodiscard]] int renameToTarget() const;

    std::string m_asked; // what the user called it, for messages
    std::string m_target; // links followed
    std::string m_temporary; // empty when nothing is left to remove
    int m_descriptor = -1;
    bool m_synced = false;
    Existing m_existing = Existing::Replace;
};

/// All of a small file at once. Errors: AtomicFile's.
[[nodiscard]] Status writeWholeFile(const std::string& target, std::string_view bytes);

} // namespace nb
