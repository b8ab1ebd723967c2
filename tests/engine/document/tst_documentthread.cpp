// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/documentthread.h"
#include "tests/support/casefixture.h"

#include <QtTest>

using nb::CaseDocument;
using nb::CaseReader;
using nb::Edit;
using nb::test::contentsOf;
using nb::test::nucleus;
using nb::test::uuidOf;

class TestDocumentThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theThreadAnswersInOrderAndClosesWhole();
    void movedToAnotherNameItLosesNothingOnTheWay();
    void aMoveThatFailsChangesNothing();

private:
    std::unique_ptr<CaseDocument> m_case;
    QTemporaryDir m_folder;
    int m_number = 0;
};

void TestDocumentThread::init()
{
    m_case.reset();
    auto made = CaseDocument::create(
        m_folder.filePath(QString::number(++m_number) + ".nsc").toStdString(), nb::test::slideIdentity());
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().message().c_str());
    m_case = std::move(*made);
}

void TestDocumentThread::theThreadAnswersInOrderAndClosesWhole()
{
    const std::string path = m_case->path();
    std::vector<std::int64_t> steps;
    {
        nb::DocumentThread thread(std::move(m_case));
        QVERIFY(!thread.readOnly());
        for (std::uint64_t i = 0; i < 100; ++i)
            thread.apply({"Draw", "", {}, {}, {}, {}, {nucleus(i, double(i) * 30, 100)}, {}, {}},
                [&](nb::Result<nb::EditOutcome> outcome) { steps.push_back(outcome ? outcome->step : -1); });
        thread.undo([&](nb::Result<nb::EditOutcome> outcome) { steps.push_back(outcome ? -outcome->step : -1); });
        const auto count = thread.ask([&](CaseDocument& document) {
            const auto reader = CaseReader::open(document.path());
            return reader ? *(*reader)->count() : -1;
        });
        QVERIFY(thread.generation() >= 1);
        QCOMPARE(const_cast<std::future<std::int64_t>&>(count).get(), std::int64_t(99));
    }
    QCOMPARE(steps.size(), std::size_t(101));
    QVERIFY(std::is_sorted(steps.begin(), steps.end() - 1));
    QCOMPARE(steps.back(), std::int64_t(-100));
    QVERIFY(!QFile::exists(QString::fromStdString(path + "-wal")));
    QVERIFY(QFile::copy(QString::fromStdString(path), QString::fromStdString(path + ".copy.nsc")));
    auto copy = CaseDocument::open(path + ".copy.nsc");
    QVERIFY(copy.ok());
    QVERIFY((*copy)->verify().ok());
    m_case = std::move(*copy);
}

void TestDocumentThread::movedToAnotherNameItLosesNothingOnTheWay()
{
    const std::string before = m_case->path(), after = before + ".moved.nsc";
    const auto draw = [](std::uint64_t i) {
        return nb::Edit{"Draw", "", {}, {}, {}, {}, {nucleus(i, double(i) * 30, 100)}, {}, {}};
    };
    {
        nb::DocumentThread thread(std::move(m_case));
        std::string movedTo;
        for (std::uint64_t i = 0; i < 20; ++i)
            thread.apply(draw(i), [](const nb::Result<nb::EditOutcome>&) {});
        thread.moveTo(after, false, [&](nb::Result<CaseDocument*> moved) { movedTo = moved ? (*moved)->path() : ""; });
        for (std::uint64_t i = 20; i < 40; ++i) // handed in before it has moved
            thread.apply(draw(i), [](const nb::Result<nb::EditOutcome>&) {});
        thread.undo([](const nb::Result<nb::EditOutcome>&) {}); // the history came along
        QVERIFY(thread.ask([](CaseDocument& document) { return document.verify(); }).get().ok());
        QCOMPARE(movedTo, after);
        QCOMPARE(thread.path(), after);
    }
    QCOMPARE(*(*CaseReader::open(after))->count(), std::int64_t(39));
    QCOMPARE(*(*CaseReader::open(before))->count(), std::int64_t(20));
}

void TestDocumentThread::aMoveThatFailsChangesNothing()
{
    const std::string before = m_case->path();
    nb::DocumentThread thread(std::move(m_case));
    bool failed = false;
    thread.moveTo("/nowhere/at/all/a.nsc", false, [&](const nb::Result<CaseDocument*>& moved) { failed = !moved; });
    QVERIFY(thread.ask([](CaseDocument& document) { return document.verify(); }).get().ok());
    QVERIFY(failed);
    QCOMPARE(thread.path(), before);
}

QTEST_GUILESS_MAIN(TestDocumentThread)
#include "tst_documentthread.moc"
