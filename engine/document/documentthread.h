// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casedocument.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>

namespace nb
{

/// The thread that owns a case's writing connection. Others hand in what is to be done, as values, and get the answer
/// by a future or a callback (called on the document thread; a window posts it on to its own). What was handed in is
/// done in order. When nothing has come for a second it tidies up and merges the log, so that the file alone is whole.
/// Destroying it does all that was handed in, closes the case and joins.
class DocumentThread
{
public:
    explicit DocumentThread(std::unique_ptr<CaseDocument> document);
    ~DocumentThread();
    DocumentThread(const DocumentThread&) = delete;
    DocumentThread& operator=(const DocumentThread&) = delete;

    using Answer = std::function<void(Result<EditOutcome>)>;
    void apply(Edit edit, Answer answer);
    void undo(Answer answer);
    void redo(Answer answer);

    /// Anything else; `work` is called with the document.
    template <class Work> [[nodiscard]] auto ask(Work work) -> std::future<std::invoke_result_t<Work&, CaseDocument&>>
    {
        using Value = std::invoke_result_t<Work&, CaseDocument&>;
        auto task = std::make_shared<std::packaged_task<Value(CaseDocument&)>>(std::move(work));
        auto future = task->get_future();
        post([task](CaseDocument& document) { (*task)(document); });
        return future;
    }
    void post(std::function<void(CaseDocument&)> work);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] bool readOnly() const { return !m_readOnlyReason.empty(); }
    [[nodiscard]] const std::string& readOnlyReason() const { return m_readOnlyReason; }
    [[nodiscard]] bool immutable() const { return m_immutable; } ///< how readers have to open it
    /// Rises with each piece of work that may have changed the case. Any thread, no waiting.
    [[nodiscard]] std::uint64_t generation() const { return m_generation.load(); }
    /// Whether all that was handed in is done, and so on the disk.
    [[nodiscard]] bool idle() const;

private:
    void run();
    [[nodiscard]] bool tidyUp();

    std::unique_ptr<CaseDocument> m_document; ///< document thread only, once it runs
    const std::string m_path;
    const std::string m_readOnlyReason;
    const bool m_immutable;
    std::atomic<std::uint64_t> m_generation{1};
    mutable std::mutex m_mutex; ///< guards the three below
    std::condition_variable m_changed;
    std::deque<std::function<void(CaseDocument&)>> m_work;
    bool m_working = false;
    bool m_end = false;
    std::thread m_thread;
};

} // namespace nb
