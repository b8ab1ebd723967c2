// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/checkpointrhythm.h"

#include <QtTest>

using nb::CheckpointRhythm;

class TestCheckpointRhythm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstComesWhenItsTimeHasCome();
    void theNextOnesHaveATimeOfTheirOwn();
    void whatIsSlowToWriteIsWrittenSeldom();
};

void TestCheckpointRhythm::theFirstComesWhenItsTimeHasCome()
{
    CheckpointRhythm now(0, 1000), later(1000, 0);
    now.begin();
    later.begin();
    QVERIFY(now.due());
    QVERIFY(!later.due());
    QVERIFY(later.worthIt()); // at an epoch's end
}

void TestCheckpointRhythm::theNextOnesHaveATimeOfTheirOwn()
{
    CheckpointRhythm soon(1000, 0), later(0, 1000);
    soon.wrote(0);
    later.wrote(0);
    QVERIFY(soon.due());
    QVERIFY(!later.due());
}

void TestCheckpointRhythm::whatIsSlowToWriteIsWrittenSeldom()
{
    CheckpointRhythm rhythm(0, 0);
    rhythm.wrote(1000); // seconds: some hours have to pass first
    QVERIFY(!rhythm.due());
    QVERIFY(!rhythm.worthIt());
    rhythm.wrote(0);
    QVERIFY(rhythm.due());
}

QTEST_GUILESS_MAIN(TestCheckpointRhythm)
#include "tst_checkpointrhythm.moc"
