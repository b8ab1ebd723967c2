// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/casereader.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/searchstatus.h"

#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QToolButton>

#include <semaphore>

using namespace nb;
using namespace nb::test;
using Cases = WindowBench::Cases;

/// A search of the whole slide that ended early is offered when its case is opened.
class TestStoppedSearch : public QObject
{
    Q_OBJECT

private:
    static std::int64_t nucleiIn(const QString& path)
    {
        const auto reader = CaseReader::open(path.toStdString());
        const auto count = reader ? (*reader)->count() : Result<std::int64_t>(std::int64_t{-1});
        return count ? *count : -1;
    }
    static QPushButton* button(WindowBench& bench, const QString& text)
    {
        for (auto* candidate : bench.window->banner().findChildren<QPushButton*>())
            if (candidate->text() == text && candidate->isVisible())
                return candidate;
        return nullptr;
    }
    static bool offered(WindowBench& bench)
    {
        return bench.window->banner().standing().join(QLatin1Char('\n')).contains(QStringLiteral("stopped at"));
    }
    /// What the button for the whole slide says.
    static QString slideButton(WindowBench& bench)
    {
        return bench.window->findChild<QPushButton*>(QStringLiteral("segmentSlide"))->text().remove(QLatin1Char('&'));
    }
    static void open(WindowBench& bench, const QString& path)
    {
        bench.window->openFile(path);
        QTRY_VERIFY(bench.window->caseSession());
        QTRY_VERIFY(bench.window->segmentation().recipe());
    }
    /// Gives the case of a search that ended somewhere in the middle.
    void searchAndStop(QString& path)
    {
        const auto go = std::make_shared<std::counting_semaphore<>>(0);
        const auto letAllGo = qScopeGuard([go] { go->release(10000); }); // also where a check fails
        m_network->onCall = [go] { go->acquire(); };
        WindowBench bench(m_network);
        open(bench, m_slide);
        path = bench.window->caseSession()->path();
        bench.window->actions().segmentSlide->trigger();
        go->release(50); // patches of 64: enough for the first row of tiles, too few for all
        QTRY_VERIFY(nucleiIn(path) > 0);
        auto* const status = bench.window->findChild<SearchStatus*>();
        QVERIFY(status->isVisible()); // whichever tab is open
        QTRY_VERIFY2(status->text().contains(QStringLiteral("%")), qPrintable(status->text()));
        bench.window->findChild<QToolButton*>(QStringLiteral("stopSearch"))->click();
        go->release(1000);
        QVERIFY(!status->isVisible());
        QTRY_VERIFY(!bench.jobs.busy());
        QVERIFY(!offered(bench)); // whoever stops it knows
        QTRY_VERIFY2(slideButton(bench).startsWith(QStringLiteral("Go on with the whole slide (")),
            qPrintable(slideButton(bench)));
        bench.window->segmentation().chooseExtraction(ExtractionSettings{127, 300});
        QCOMPARE(slideButton(bench), QStringLiteral("Segment the whole slide")); // another search
        m_network->onCall = nullptr;
    }

    QTemporaryDir m_folder;
    QString m_slide;
    const std::shared_ptr<FakeNetwork> m_network = std::make_shared<FakeNetwork>();

private Q_SLOTS:
    void initTestCase() { m_slide = discsPng(m_folder, QStringLiteral("large.png"), 2500); }

    void goesOnFromTheBanner()
    {
        QString path;
        searchAndStop(path);
        const std::int64_t before = nucleiIn(path);
        WindowBench bench(m_network, Cases::AsLeft);
        open(bench, m_slide);
        QCOMPARE(bench.window->caseSession()->path(), path);
        QTRY_VERIFY(offered(bench));
        while (bench.banner().contains(QStringLiteral("µm/px"))) // what is assumed may lie above
            bench.window->banner().dismiss();
        QVERIFY2(bench.banner().contains(QStringLiteral("%")), qPrintable(bench.banner()));
        QSignalSpy wentOn(&bench.window->segmentation(), &SegmentationController::wentOn);
        QTRY_VERIFY2(button(bench, QStringLiteral("Go on")),
            qPrintable(bench.window->banner().standing().join(QLatin1Char('|'))));
        button(bench, QStringLiteral("Go on"))->click();
        QCOMPARE(bench.window->segmentation().activity(), SegmentationController::Activity::Slide);
        QTRY_VERIFY(bench.idle());
        QCOMPARE(wentOn.size(), 1);
        QVERIFY(!bench.window->banner().standing().join(QLatin1Char('\n')).contains(QStringLiteral("where it ended")));
        QVERIFY2(bench.window->findChild<SearchStatus*>()->text().contains(QStringLiteral("found")),
            qPrintable(bench.window->findChild<SearchStatus*>()->text()));
        QTRY_COMPARE(slideButton(bench), QStringLiteral("Segment the whole slide"));
        QVERIFY(nucleiIn(path) > before);
        QTRY_COMPARE(bench.window->caseSession()->history().size(), std::size_t{1}); // one run, one step
        bench.window->slides().close();
        open(bench, m_slide);
        bench.window->banner().clear();
        QTRY_VERIFY(bench.window->caseSession()->sharedThread()->idle());
        QTest::qWait(50); // an offer would come now
        QVERIFY(!offered(bench)); // it is whole
    }

    void notNowLeavesItAsItIs()
    {
        QString path;
        searchAndStop(path);
        const std::int64_t before = nucleiIn(path);
        WindowBench bench(m_network, Cases::AsLeft);
        open(bench, m_slide);
        QTRY_VERIFY(offered(bench));
        const auto onTop = [&] { // a note on the µm/px may lie over it, and come after it
            if (bench.banner().contains(QStringLiteral("µm/px")))
                bench.window->banner().dismiss();
            return button(bench, QStringLiteral("Not now")) != nullptr;
        };
        QTRY_VERIFY(onTop());
        button(bench, QStringLiteral("Not now"))->click();
        QVERIFY(!offered(bench));
        QVERIFY(bench.idle());
        QCOMPARE(nucleiIn(path), before);
        const QString named = m_folder.filePath(QStringLiteral("named.nsc"));
        bench.window->cases().saveAs(named);
        QTRY_COMPARE(bench.window->caseSession()->path(), named);
        QTRY_VERIFY(bench.window->caseSession()->sharedThread()->idle());
        QTest::qWait(50);
        QVERIFY(!offered(bench)); // asked once
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestStoppedSearch>(argc, argv);
}
#include "tst_stoppedsearch.moc"
