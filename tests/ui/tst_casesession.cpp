// SPDX-License-Identifier: GPL-3.0-or-later
// The case as the window sees it: changes are told once they are on the disk, and nothing waits.
#include "engine/document/unsavedcases.h"
#include "tests/support/casefixture.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/casecontroller.h"
#include "ui/nucleusselection.h"

#include <QSettings>
#include <QSignalSpy>

using namespace nb;
using namespace nb::test;

namespace
{

struct SessionBench {
    SessionBench()
    {
        auto document = CaseDocument::create(path.toStdString(), slideIdentity());
        auto opened = OpenedCase::from(std::move(*document));
        session = std::make_unique<CaseSession>(services, std::move(*opened), true);
    }
    void close()
    {
        const auto closed = session->closed();
        session.reset();
        closed.wait();
    }
    static Edit draw(std::uint64_t number, double x, double y)
    {
        Edit edit;
        edit.label = "Draw nucleus " + std::to_string(number);
        edit.putNuclei.push_back(nucleus(number, x, y));
        return edit;
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("a.nsc"));
    NetworkScheduler scheduler{1};
    JobPool jobs;
    Services services{jobs, scheduler, [] { return Result<std::shared_ptr<const Network>>(Error{}); }};
    std::unique_ptr<CaseSession> session;
};

} // namespace

class TestCaseSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsToldOnceItIsOnTheDisk()
    {
        SessionBench bench;
        QSignalSpy changed(bench.session.get(), &CaseSession::changed),
            moved(bench.session.get(), &CaseSession::nucleiChanged);
        int done = 0;
        bench.session->apply(SessionBench::draw(1, 500, 500), this, [&](const Result<EditOutcome>& outcome) {
            QVERIFY(outcome.ok());
            QCOMPARE(changed.size(), 1); // before it
            QCOMPARE(outcome->putRows.size(), std::size_t{1});
            const auto reader = bench.session->readerFactory()();
            QCOMPARE(*(*reader)->count(), std::int64_t{1});
            ++done;
        });
        QCOMPARE(done, 0);
        QTRY_COMPARE(done, 1);
        QTRY_COMPARE(moved.size(), 1);
        QTRY_VERIFY(bench.session->nuclei()->at({500, 500}).has_value());
        QCOMPARE(bench.session->history().size(), std::size_t{1});
        QCOMPARE(bench.session->history().front().author, bench.session->author().toStdString());
        QVERIFY(!bench.session->author().isEmpty());
    }

    void undoAndRedoWalkTheHistory()
    {
        SessionBench bench;
        QCOMPARE(bench.session->undoLabel(), QString());
        bench.session->apply(SessionBench::draw(1, 500, 500));
        bench.session->apply(SessionBench::draw(2, 600, 500));
        QTRY_COMPARE(bench.session->undoLabel(), QStringLiteral("Draw nucleus 2"));
        bench.session->undo();
        bench.session->undo();
        QTRY_COMPARE(bench.session->redoLabel(), QStringLiteral("Draw nucleus 1"));
        QCOMPARE(bench.session->undoLabel(), QString());
        QTRY_VERIFY(bench.session->nuclei()->complete());
        QCOMPARE(bench.session->nuclei()->size(), std::size_t{0});
        bench.session->redo();
        QTRY_COMPARE(bench.session->redoLabel(), QStringLiteral("Draw nucleus 2"));
        QCOMPARE(bench.session->undoLabel(), QStringLiteral("Draw nucleus 1"));
    }

    void nothingToUndoIsNoFailure()
    {
        SessionBench bench;
        QSignalSpy failed(bench.session.get(), &CaseSession::failed),
            history(bench.session.get(), &CaseSession::historyChanged);
        bench.session->undo();
        QTRY_COMPARE(history.size(), 1);
        QCOMPARE(failed.size(), 0);
    }

    void aFailureSaysWhatWasNotDoneAndChangesNothing()
    {
        SessionBench bench;
        QSignalSpy failed(bench.session.get(), &CaseSession::failed),
            changed(bench.session.get(), &CaseSession::changed);
        Edit edit = SessionBench::draw(1, 500, 500);
        edit.putNuclei.front().classId = 99;
        bool told = false;
        bench.session->apply(edit, this, [&](const Result<EditOutcome>& outcome) {
            told = true;
            QVERIFY(!outcome.ok());
        });
        QTRY_VERIFY(told);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("Draw nucleus 1")));
        QCOMPARE(changed.size(), 0);
        QVERIFY(bench.session->history().empty());
    }

    void classesAndRegionsAreToldOnlyWhenTheyChange()
    {
        SessionBench bench;
        QSignalSpy classes(bench.session.get(), &CaseSession::classesChanged),
            regions(bench.session.get(), &CaseSession::regionsChanged),
            changed(bench.session.get(), &CaseSession::changed);
        bench.session->apply(SessionBench::draw(1, 500, 500));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(classes.size() + regions.size(), 0);
        Edit edit;
        edit.label = "Draw region";
        RegionRecord region;
        region.id = uuidOf(7);
        region.shape = {Polygon{blob(900, 900, 200), {}}};
        edit.putRegions = {region};
        bench.session->apply(edit);
        QTRY_COMPARE(regions.size(), 1);
        QCOMPARE(classes.size(), 0);
        QCOMPARE(bench.session->regions().size(), std::size_t{1});
        Edit naming;
        naming.label = "Add class";
        naming.putClasses = {ClassRecord{0, "Lymphocyte", 0x336699, ""}};
        bench.session->apply(naming);
        QTRY_COMPARE(classes.size(), 1);
    }

    void whoIsGoneIsNotCalled()
    {
        SessionBench bench;
        QSignalSpy changed(bench.session.get(), &CaseSession::changed);
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        bench.session->apply(
            SessionBench::draw(1, 500, 500), receiver.get(), [&](const Result<EditOutcome>&) { called = true; });
        receiver.reset();
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!called);
    }

    void closingLosesNothingThatWasAskedFor()
    {
        SessionBench bench;
        for (std::uint64_t i = 1; i <= 50; ++i)
            bench.session->apply(SessionBench::draw(i, 40.0 * static_cast<double>(i), 500));
        bench.close();
        QCoreApplication::processEvents(); // answers that come too late find nobody
        const auto reader = CaseReader::open(bench.path.toStdString());
        QCOMPARE(*(*reader)->count(), std::int64_t{50});
    }

    void manyChangesAreToldAtMostTenTimesASecond()
    {
        SessionBench bench;
        QSignalSpy moved(bench.session.get(), &CaseSession::nucleiChanged);
        for (int i = 0; i < 1000; ++i)
            bench.session->nucleiStored(Rect{0, 0, 100, 100});
        QCOMPARE(moved.size(), 1);
        QTRY_COMPARE(moved.size(), 2); // the rest, together
    }

    void aSecondOneIsReadOnlyAndSaysWhy()
    {
        SessionBench bench;
        auto other = OpenedCase::from(CaseDocument::open(bench.path.toStdString()).value());
        CaseSession session(bench.services, std::move(*other), false);
        QVERIFY(session.readOnly());
        QVERIFY(!session.readOnlyReason().isEmpty());
        QSignalSpy failed(&session, &CaseSession::failed);
        session.apply(SessionBench::draw(1, 500, 500));
        QTRY_COMPARE(failed.size(), 1);
    }

    void theNameInThePreferencesIsTheAuthor()
    {
        QSettings().setValue(QStringLiteral("person/name"), QStringLiteral(" Dr. Who "));
        SessionBench bench;
        QCOMPARE(bench.session->author(), QStringLiteral("Dr. Who"));
        QSettings().remove(QStringLiteral("person/name"));
    }

    void aSlideThatIsOpenedGetsItsCaseAndAllOfItAgainNextTime()
    {
        QTemporaryDir folder;
        WindowBench bench(std::make_shared<FakeNetwork>());
        QSignalSpy changes(bench.window.get(), &MainWindow::caseChanged);
        QVERIFY(bench.window->caseSession() == nullptr);
        bench.window->openFile(discsPng(folder));
        QTRY_VERIFY(bench.window->caseSession() != nullptr);
        QVERIFY(bench.window->caseSession()->unsaved());
        QVERIFY(bench.window->caseSession()->path().startsWith(CaseController::unsavedFolder()));
        bench.window->caseSession()->apply(SessionBench::draw(1, 100, 100));
        bench.window->selection().set({1});
        bench.window->slides().close();
        QVERIFY(bench.window->caseSession() == nullptr);
        QVERIFY(bench.window->selection().empty());
        QCOMPARE(changes.size(), 2);
        bench.window->openFile(discsPng(folder)); // at once: while it is still being closed
        QTRY_VERIFY(bench.window->caseSession() != nullptr);
        QVERIFY2(!bench.window->caseSession()->readOnly(), qPrintable(bench.window->caseSession()->readOnlyReason()));
        QCOMPARE(bench.window->caseSession()->history().size(), std::size_t{1});
    }

    void openingSlidesQuicklyEndsWithTheLastOnesCase()
    {
        QTemporaryDir folder;
        const QString a = discsPng(folder, QStringLiteral("a.png")), b = discsPng(folder, QStringLiteral("b.png"), 600);
        WindowBench bench(std::make_shared<FakeNetwork>());
        const auto one = openSlide(a.toStdString());
        for (int i = 0; i < 3; ++i)
            for (const QString& path : {a, b}) {
                bench.window->openFile(path);
                QTRY_COMPARE(bench.window->slides().path(), path);
            }
        QTRY_VERIFY(bench.window->caseSession() != nullptr);
        QCOMPARE(QString::fromStdString(bench.window->caseSession()->slide().path), b);
        QVERIFY(!bench.window->caseSession()->readOnly());
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestCaseSession>(argc, argv);
}

#include "tst_casesession.moc"
