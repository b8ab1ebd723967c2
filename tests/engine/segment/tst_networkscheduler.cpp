// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/networkscheduler.h"

#include <QtTest>

#include <future>

class TestNetworkScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheMostUrgentTaskNext();
    void runsTasksOfOneUrgencyInOrder();
    void trainingWaitsForWhatIsVisible();
    void dropsWaitingTasksWhenItEnds();
};

void TestNetworkScheduler::takesTheMostUrgentTaskNext()
{
    std::promise<void> gate, done;
    std::vector<int> order;
    nb::NetworkScheduler scheduler(1);
    std::promise<void> started;
    scheduler.post(nb::Priority::Training, [&] {
        started.set_value();
        gate.get_future().wait();
    });
    started.get_future().wait();
    scheduler.post(nb::Priority::Training, [&] {
        order.push_back(3);
        done.set_value();
    });
    scheduler.post(nb::Priority::SlideRun, [&] { order.push_back(2); });
    scheduler.post(nb::Priority::Visible, [&] { order.push_back(0); });
    scheduler.post(nb::Priority::Live, [&] { order.push_back(1); });
    gate.set_value();
    done.get_future().wait();
    QCOMPARE(order, (std::vector<int>{0, 1, 2, 3}));
}

void TestNetworkScheduler::runsTasksOfOneUrgencyInOrder()
{
    std::promise<void> done;
    std::vector<int> order;
    nb::NetworkScheduler scheduler(1);
    for (int i = 0; i < 50; ++i)
        scheduler.post(nb::Priority::SlideRun, [&order, i] { order.push_back(i); });
    scheduler.post(nb::Priority::SlideRun, [&] { done.set_value(); });
    done.get_future().wait();
    QCOMPARE(order.size(), std::size_t{50});
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestNetworkScheduler::trainingWaitsForWhatIsVisible()
{
    std::promise<void> gate, started;
    std::atomic<bool> visibleDone{false};
    nb::NetworkScheduler scheduler(1);
    scheduler.post(nb::Priority::Visible, [&] {
        started.set_value();
        gate.get_future().wait();
        visibleDone = true;
    });
    started.get_future().wait();
    auto training = std::async(std::launch::async, [&] {
        scheduler.yieldTo(nb::Priority::Training);
        return visibleDone.load();
    });
    gate.set_value();
    QVERIFY(training.get());
    scheduler.yieldTo(nb::Priority::Training); // returns at once: nothing waits
}

void TestNetworkScheduler::dropsWaitingTasksWhenItEnds()
{
    std::atomic<int> ran{0};
    std::promise<void> gate, started;
    auto scheduler = std::make_unique<nb::NetworkScheduler>(1);
    scheduler->post(nb::Priority::SlideRun, [&] {
        started.set_value();
        gate.get_future().wait();
        ++ran;
    });
    started.get_future().wait();
    for (int i = 0; i < 10; ++i)
        scheduler->post(nb::Priority::SlideRun, [&] { ++ran; });
    auto ending = std::async(std::launch::async, [&] { scheduler.reset(); });
    QCOMPARE(
        ending.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout); // it waits for the task in hand
    gate.set_value();
    ending.get();
    QCOMPARE(ran.load(), 1);
}

QTEST_GUILESS_MAIN(TestNetworkScheduler)
#include "tst_networkscheduler.moc"
