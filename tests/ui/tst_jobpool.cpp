// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/job/jobpool.h"

#include <QElapsedTimer>
#include <QtTest>

#include <atomic>
#include <semaphore>
#include <stdexcept>

using namespace nb;

class TestJobPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesTheValueOnTheGuiThread();
    void dropsTheValueOfACancelledJob();
    void dropsTheValueWhereTheReceiverIsGone();
    void cancelNeverWaits();
    void ranOutOfMemoryIsAnError();
    void endingThePoolCancelsAndWaits();
};

void TestJobPool::appliesTheValueOnTheGuiThread()
{
    JobPool pool;
    int seen = 0;
    const QThread* where = nullptr;
    const auto job = pool.start(
        this, [](const CancelToken&, Progress&) { return Result<int>(42); },
        [&](const Result<int>& value) {
            seen = *value;
            where = QThread::currentThread();
        });
    QTRY_COMPARE(seen, 42);
    QCOMPARE(where, thread());
    QVERIFY(job->applied());
    QVERIFY(!job->running());
}

void TestJobPool::dropsTheValueOfACancelledJob()
{
    JobPool pool;
    std::binary_semaphore go(0);
    bool applied = false;
    const auto job = pool.start(
        this,
        [&go](const CancelToken&, Progress&) {
            go.acquire();
            return Result<int>(1);
        },
        [&](const Result<int>&) { applied = true; });
    job->cancel();
    QVERIFY(!job->running());
    go.release();
    QTRY_VERIFY(!pool.busy());
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QVERIFY(!applied);
}

void TestJobPool::dropsTheValueWhereTheReceiverIsGone()
{
    JobPool pool;
    std::binary_semaphore go(0);
    bool applied = false;
    auto receiver = std::make_unique<QObject>();
    const auto job = pool.start(
        receiver.get(),
        [&go](const CancelToken&, Progress&) {
            go.acquire();
            return Result<int>(1);
        },
        [&](const Result<int>&) { applied = true; });
    receiver.reset();
    go.release();
    QTRY_VERIFY(!pool.busy());
    QCoreApplication::processEvents();
    QVERIFY(!applied);
    QVERIFY(!job->applied());
}

void TestJobPool::cancelNeverWaits()
{
    JobPool pool;
    std::binary_semaphore go(0);
    const auto job = pool.start(
        this,
        [&go](const CancelToken&, Progress&) {
            go.acquire(); // a worker that does not look at its token for a long time
            return Result<int>(1);
        },
        [](const Result<int>&) {});
    job->cancel(); // would hang here for ever
    QVERIFY(job->token().cancelled());
    go.release();
}

void TestJobPool::ranOutOfMemoryIsAnError()
{
    JobPool pool;
    std::optional<ErrorCode> code;
    const auto job = pool.start(
        this, [](const CancelToken&, Progress&) -> Result<int> { throw std::bad_alloc(); },
        [&](const Result<int>& value) { code = value.error().code; });
    QTRY_VERIFY(code.has_value());
    QVERIFY(*code == ErrorCode::OutOfMemory);
}

void TestJobPool::endingThePoolCancelsAndWaits()
{
    std::atomic<bool> ended{false};
    {
        JobPool pool;
        std::binary_semaphore begun(0);
        const auto job = pool.start(
            this,
            [&](const CancelToken& cancel, Progress&) {
                begun.release();
                while (!cancel.cancelled())
                    std::this_thread::yield();
                ended = true;
                return Result<int>(1);
            },
            [](const Result<int>&) {});
        begun.acquire();
    }
    QVERIFY(ended);
}

QTEST_GUILESS_MAIN(TestJobPool)
#include "tst_jobpool.moc"
