// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace nb
{

/// Asked by workers, once per patch or tile, whether to stop. Cheap to copy, safe on any thread.
/// A default-constructed token is never cancelled.
class CancelToken
{
public:
    CancelToken() = default;
    [[nodiscard]] bool cancelled() const
    {
        return (m_flag && m_flag->load(std::memory_order_relaxed)) || (m_parent && m_parent->cancelled());
    }

private:
    friend class CancelSource;
    CancelToken(std::shared_ptr<const std::atomic<bool>> flag, std::shared_ptr<const CancelToken> parent)
        : m_flag(std::move(flag))
        , m_parent(std::move(parent))
    {
    }
    std::shared_ptr<const std::atomic<bool>> m_flag;
    std::shared_ptr<const CancelToken> m_parent;
};

/// The side that asks for the stop. `cancel()` only sets a flag: it never waits, on any thread.
class CancelSource
{
public:
    CancelSource() = default;
    /// Its tokens are cancelled when `parent` is, too.
    explicit CancelSource(CancelToken parent)
        : m_parent(std::make_shared<const CancelToken>(std::move(parent)))
    {
    }
    void cancel() { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] CancelToken token() const { return CancelToken(m_flag, m_parent); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<const CancelToken> m_parent;
};

} // namespace nb
