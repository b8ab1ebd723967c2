// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeleft.h"

#include <QtTest>

using namespace nb;

class TestTimeLeft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isUnknownWhileTooLittleIsDone();
    void goesByTheMeanSpeed();
    void isRoundedAsPeopleSayIt_data();
    void isRoundedAsPeopleSayIt();
};

void TestTimeLeft::isUnknownWhileTooLittleIsDone()
{
    QVERIFY(!secondsLeft(0, 100, 20));
    QVERIFY(!secondsLeft(5, 0, 20));
    QVERIFY(!secondsLeft(5, 100, 0.2));
}

void TestTimeLeft::goesByTheMeanSpeed()
{
    QCOMPARE(*secondsLeft(25, 100, 10), 30.0);
    QCOMPARE(*secondsLeft(100, 100, 10), 0.0);
    QCOMPARE(*secondsLeft(110, 100, 10), 0.0);
}

void TestTimeLeft::isRoundedAsPeopleSayIt_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << 2.0 << "a few seconds left";
    QTest::newRow("seconds by fives") << 12.0 << "about 15 s left";
    QTest::newRow("minutes") << 200.0 << "about 3 min left";
    QTest::newRow("hours") << 7500.0 << "about 2 h 5 min left";
    QTest::newRow("no sixty minutes") << 3599.0 << "about 1 h 0 min left";
}

void TestTimeLeft::isRoundedAsPeopleSayIt()
{
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(describeTimeLeft(seconds), text);
}

QTEST_GUILESS_MAIN(TestTimeLeft)
#include "tst_timeleft.moc"
