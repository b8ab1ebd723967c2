// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "ui/job/job.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace nb
{

/// Runs the window's long work (design.md section 4): values in, an engine function on a worker with a cancel token and
/// a progress sink, a value out that is applied on the GUI thread and dropped if it went stale. Owned by the
/// composition and outlives every window; its destructor cancels what runs and waits for it.
class JobPool : public QObject
{
    Q_OBJECT

public:
    explicit JobPool(QObject* parent = nullptr);
    ~JobPool() override;

    /// `work(const CancelToken&, Progress&)` gives a Result<…> on a worker; `done(Result<…>)` gets it on the GUI
    /// thread, unless the job was cancelled or `receiver` is gone by then. What `work` captures must be safe to use and
    /// to destroy on another thread.
    template <class Work, class Done> std::shared_ptr<Job> start(QObject* receiver, Work work, Done done)
    {
        using Value = std::invoke_result_t<Work&, const CancelToken&, Progress&>;
        auto job = std::make_shared<Job>();
        run(job,
            [this, job, work = std::move(work), done = std::move(done),
                receiver = QPointer<QObject>(receiver)]() mutable {
                auto value = std::make_shared<Value>(guarded<Value>(work, *job));
                QMetaObject::invokeMethod(
                    this,
                    [job, value, receiver, done = std::move(done)]() mutable {
                        if (!receiver || job->cancelled())
                            return;
                        job->m_applied = true;
                        done(std::move(*value));
                    },
                    Qt::QueuedConnection);
            });
        return job;
    }

    /// True while any worker is still inside of a job, cancelled or not.
    [[nodiscard]] bool busy() const { return m_threads.activeThreadCount() > 0; }

private:
    template <class Value, class Work> static Value guarded(Work& work, Job& job)
    {
        try {
            return work(job.token(), job.progress());
        } catch (const std::bad_alloc&) {
            return Error{ErrorCode::OutOfMemory, "Not enough memory", "", "Close other programs and try again"};
        } catch (const std::exception& failure) { // a library's; past here it would end the program
            return Error{ErrorCode::Internal, failure.what(), "", ""};
        }
    }
    void run(std::shared_ptr<Job> job, std::function<void()> work);

    QThreadPool m_threads;
    std::vector<std::weak_ptr<Job>> m_started;
};

} // namespace nb
