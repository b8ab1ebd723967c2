// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <string>

namespace nb
{

/// The right to write a case, held by one program at a time: a lock on a hidden file beside it (".NAME.lock"), which
/// names its holder. The system gives it up when the program ends, however it ends. Movable; releases when destroyed.
class CaseLock
{
public:
    CaseLock() = default;
    /// Errors: Exists (another program, or another window of this one, holds it; `what` says who and since when),
    /// NotWritable (the folder).
    [[nodiscard]] static Result<CaseLock> take(const std::string& casePath);
    CaseLock(CaseLock&& other) noexcept;
    CaseLock& operator=(CaseLock&& other) noexcept;
    CaseLock(const CaseLock&) = delete;
    CaseLock& operator=(const CaseLock&) = delete;
    ~CaseLock();
    [[nodiscard]] bool held() const { return m_descriptor >= 0; }

private:
    std::string m_path;
    int m_descriptor = -1;
};

} // namespace nb
