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
    /// "Save as": a whole copy is made at `target`, and what is handed in from now on, also by runs under way, is done
    /// there. `moved` is called on the document thread with the new document, or with why nothing has changed; the old
    /// one is closed by then. Errors: CaseDocument::copyTo's and open's.
    void moveTo(std::string target, bool replace, std::function<void(Result<CaseDocument*>)> moved);

    [[nodiscard]] std::string path() const;
    [[nodiscard]] bool readOnly() const { return !readOnlyReason().empty(); }
    [[nodiscard]] std::string readOnlyReason() const;
    [[nodiscard]] bool immutable() const; ///< how readers have to open it
    /// Rises with each piece of work that may have changed the case. Any thread, no waiting.
    [[nodiscard]] std::uint64_t generation() const { return m_generation.load(); }
    /// Whether all that was handed in is done, and so on the disk.
    [[nodiscard]] bool idle() const;

private:
    void run();
    [[nodiscard]] bool tidyUp();
    void describe(); ///< m_mutex held

    std::unique_ptr<CaseDocument> m_document; ///< document thread only, once it runs
    std::atomic<std::uint64_t> m_generation{1};
    mutable std::mutex m_mutex; ///< guards all below
    std::string m_path;
    std::string m_readOnlyReason;
    bool m_immutable = false;
    std::condition_variable m_changed;
    std::deque<std::function<void(CaseDocument&)>> m_work;
    bool m_working = false;
    bool m_end = false;
    std::thread m_thread;
};

} // namespace nb
