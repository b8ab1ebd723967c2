// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"

#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>

namespace nb
{

/// A case's reader for the jobs of one list: opened by the first that needs it, lent to one at a time, closed with the
/// last that holds it. Any thread.
class SharedReader
{
public:
    using Factory = std::function<Result<std::unique_ptr<CaseReader>>()>;
    explicit SharedReader(Factory open)
        : m_open(std::move(open))
    {
    }

    /// `work(CaseReader&)` gives a Result<…>; where the case cannot be opened that is the answer.
    template <class Work> std::invoke_result_t<Work&, CaseReader&> with(Work work)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_reader) {
            auto opened = m_open();
            if (!opened)
                return opened.error();
            m_reader = std::move(*opened);
        }
        return work(*m_reader);
    }

private:
    const Factory m_open;
    std::mutex m_mutex;
    std::unique_ptr<CaseReader> m_reader;
};

} // namespace nb
