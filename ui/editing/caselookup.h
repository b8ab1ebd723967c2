// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"

#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace nb
{

/// Answers questions about a case in the order in which they are asked, on a thread of its own with a connection of its
/// own, so that a click never waits behind a run or the disk. What is computed from what was read can be computed
/// there, too. Destroying it drops what has not begun and waits for the question under way.
class CaseLookup : public QObject
{
    Q_OBJECT

public:
    using Open = std::function<Result<std::unique_ptr<CaseReader>>()>;

    explicit CaseLookup(Open open, QObject* parent = nullptr);
    ~CaseLookup() override;

    /// `work(CaseReader&)` gives a Result on the thread; `done(Result)` gets it on the GUI thread, unless `receiver` or
    /// this object is gone by then. What `work` captures must be safe to use and destroy there.
    template <class Work, class Done> void ask(QObject* receiver, Work work, Done done)
    {
        using Value = std::invoke_result_t<Work&, CaseReader&>;
        post([this, receiver = QPointer<QObject>(receiver), work = std::move(work), done = std::move(done)](
                 const Result<CaseReader*>& reader) mutable {
            auto value = std::make_shared<Value>(reader ? work(**reader) : Value(reader.error()));
            QMetaObject::invokeMethod(
                this,
                [receiver, value, done = std::move(done)]() mutable {
                    if (receiver)
                        done(std::move(*value));
                },
                Qt::QueuedConnection);
        });
    }
    /// Nothing is asked that has not been answered on the thread.
    [[nodiscard]] bool idle() const;

private:
    using Question = std::function<void(const Result<CaseReader*>&)>;
    void post(Question question);
    void run(const Open& open);

    mutable std::mutex m_mutex; ///< guards the three below
    std::condition_variable m_asked;
    std::deque<Question> m_questions;
    bool m_working = false;
    bool m_end = false;
    std::thread m_thread;
};

} // namespace nb
