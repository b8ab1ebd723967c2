// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/documentthread.h"

#include <chrono>

namespace nb
{

namespace
{

constexpr std::chrono::milliseconds kIdle{1000};

} // namespace

DocumentThread::DocumentThread(std::unique_ptr<CaseDocument> document)
    : m_document(std::move(document))
{
    describe();
    m_thread = std::thread([this] { run(); });
}

DocumentThread::~DocumentThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void DocumentThread::post(std::function<void(CaseDocument&)> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_work.push_back(std::move(work));
    }
    m_changed.notify_all();
}

void DocumentThread::apply(Edit edit, Answer answer)
{
    post([this, edit = std::move(edit), answer = std::move(answer)](CaseDocument& document) {
        auto outcome = document.edits().apply(edit);
        m_generation.fetch_add(1); // before the answer, so that whoever hears of the change also finds it
        answer(std::move(outcome));
    });
}

void DocumentThread::undo(Answer answer)
{
    post([this, answer = std::move(answer)](CaseDocument& document) {
        auto outcome = document.edits().undo();
        m_generation.fetch_add(1); // before the answer, so that whoever hears of the change also finds it
        answer(std::move(outcome));
    });
}

void DocumentThread::redo(Answer answer)
{
    post([this, answer = std::move(answer)](CaseDocument& document) {
        auto outcome = document.edits().redo();
        m_generation.fetch_add(1); // before the answer, so that whoever hears of the change also finds it
        answer(std::move(outcome));
    });
}

void DocumentThread::moveTo(std::string target, bool replace, std::function<void(Result<CaseDocument*>)> moved)
{
    post([this, target = std::move(target), replace, moved = std::move(moved)](CaseDocument& document) {
        if (Status copied = document.copyTo(target, replace); !copied)
            return moved(copied.error());
        auto next = CaseDocument::open(target);
        if (!next)
            return moved(next.error());
        for (const std::int64_t step : document.edits().lockedSteps()) // a run that goes on
            (*next)->edits().lockStep(step);
        {
            const std::lock_guard lock(m_mutex);
            m_document.swap(*next);
            describe();
        }
        next->reset();
        moved(m_document.get());
    });
}

void DocumentThread::describe()
{
    m_path = m_document->path();
    m_readOnlyReason = m_document->readOnlyReason();
    m_immutable = m_document->immutable();
}

std::string DocumentThread::path() const
{
    const std::lock_guard lock(m_mutex);
    return m_path;
}

std::string DocumentThread::readOnlyReason() const
{
    const std::lock_guard lock(m_mutex);
    return m_readOnlyReason;
}

bool DocumentThread::immutable() const
{
    const std::lock_guard lock(m_mutex);
    return m_immutable;
}

bool DocumentThread::idle() const
{
    const std::lock_guard lock(m_mutex);
    return m_work.empty() && !m_working;
}

/// True while there is more to tidy. A failure here loses nothing: the next change or the next opening meets it again
/// and reports it.
bool DocumentThread::tidyUp()
{
    if (m_document->readOnly())
        return false;
    const auto more = m_document->edits().tidy();
    if (more && *more)
        return true;
    [[maybe_unused]] const Status merged = m_document->checkpoint();
    return false;
}

void DocumentThread::run()
{
    bool tidied = false;
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto wake = [this] { return !m_work.empty() || m_end; };
        if (tidied)
            m_changed.wait(lock, wake);
        else if (!m_changed.wait_for(lock, kIdle, wake)) {
            lock.unlock();
            while (tidyUp() && idle()) { }
            lock.lock();
            tidied = m_work.empty();
            continue;
        }
        if (m_work.empty())
            break; // told to end, and all is done
        auto work = std::move(m_work.front());
        m_work.pop_front();
        m_working = true;
        lock.unlock();
        work(*m_document);
        m_generation.fetch_add(1);
        work = nullptr;
        lock.lock();
        m_working = false;
        tidied = false;
    }
    lock.unlock();
    m_document.reset();
}

} // namespace nb
