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

QTEST_GUILESS_MAIN(TestDocumentThread)
#include "tst_documentthread.moc"
