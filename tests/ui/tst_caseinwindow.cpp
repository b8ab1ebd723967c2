// SPDX-License-Identifier: GPL-3.0-or-later
// A case from the first search to the next day: kept without asking, saved under a name, opened again, refused where it
// does not fit.
#include "tests/support/casefixture.h"
#include "tests/support/fulldisk.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/caseactions.h"
#include "ui/recentfiles.h"
#include "ui/searchstatus.h"
#include "ui/unsavedlist.h"
#include "ui/viewactions.h"
#include "ui/viewtools.h"
#include "widgets/countinggrid.h"

#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>

#include <semaphore>
#include <set>

using namespace nb;
using namespace nb::test;
using Cases = WindowBench::Cases;

namespace
{

std::int64_t nucleiIn(const QString& path)
{
    const auto reader = CaseReader::open(path.toStdString());
    const auto count = reader ? (*reader)->count() : Result<std::int64_t>(std::int64_t{-1});
    return count ? *count : -1;
}

std::set<Uuid> idsIn(const QString& path)
{
    std::set<Uuid> ids;
    const auto reader = CaseReader::open(path.toStdString());
    if (!reader)
        return ids;
    const auto rows = (*reader)->sorted("", false, {});
    const auto lines = rows ? (*reader)->lines(*rows) : Result<std::vector<NucleusLine>>(rows.error());
    for (const NucleusLine& line : lines ? *lines : std::vector<NucleusLine>())
        ids.insert(line.id);
    return ids;
}

Edit draw(std::uint64_t number)
{
    Edit edit;
    edit.label = "Draw nucleus";
    edit.putNuclei = {nucleus(number, 20.0 + 30.0 * static_cast<double>(number % 25), 15, 6)};
    return edit;
}

QPushButton* bannerButton(WindowBench& bench, const QString& text)
{
    for (auto* button : bench.window->banner().findChildren<QPushButton*>())
        if (button->text().contains(text))
            return button;
    return nullptr;
}

/// A case of `slide` with one drawn nucleus.
QString makeCase(const QString& path, const QString& slide, const std::string& slidePath = {})
{
    const auto source = openSlide(slide.toStdString());
    SlideIdentity identity = identityOf((*source)->info());
    if (!slidePath.empty())
        identity.path = slidePath;
    auto document = CaseDocument::create(path.toStdString(), identity);
    return document && (*document)->edits().apply(draw(1)).ok() ? path : QString();
}

} // namespace

/// A step that failed leaves no session to go on with.
#define NB_OR_RETURN(step)                                                                                             \
    do {                                                                                                               \
        step;                                                                                                          \
        if (QTest::currentTestFailed())                                                                                \
            return;                                                                                                    \
    } while (false)

class TestCaseInWindow : public QObject
{
    Q_OBJECT

private:
    static void open(WindowBench& bench, const QString& path)
    {
        bench.window->openFile(path);
        QTRY_VERIFY(bench.window->caseSession());
        QTRY_VERIFY(bench.window->segmentation().recipe());
    }
    static void segmentView(WindowBench& bench)
    {
        bench.window->actions().segmentView->trigger();
        QTRY_VERIFY(bench.idle());
        QVERIFY(bench.found() > 50);
    }

    const std::shared_ptr<FakeNetwork> m_network = std::make_shared<FakeNetwork>();

private Q_SLOTS:
    void cleanup() { m_network->onCall = nullptr; }

    void aSearchIsKeptAndThereAgainInTheNextWindow()
    {
        QTemporaryDir folder;
        const QString slide = discsPng(folder);
        QString path;
        std::size_t found = 0;
        {
            WindowBench bench(m_network);
            NB_OR_RETURN(open(bench, slide));
            NB_OR_RETURN(segmentView(bench));
            found = bench.found();
            path = bench.window->caseSession()->path();
            QCOMPARE(nucleiIn(path), static_cast<std::int64_t>(found));
            QTRY_VERIFY(bench.window->windowTitle().contains(QStringLiteral("not saved under a name yet")));
        }
        const int calls = m_network->calls();
        WindowBench bench(m_network, Cases::AsLeft);
        auto* offered = bench.window->findChild<UnsavedList*>();
        QTRY_VERIFY(offered->isVisibleTo(bench.window.get()));
        NB_OR_RETURN(open(bench, slide));
        QTRY_COMPARE(bench.found(), found);
        QTRY_VERIFY(bench.window->segmentation().maps()->generation() > 0); // the heatmaps, too
        QCOMPARE(m_network->calls(), calls);
    }

    /// The status line says what a search found and how many that makes; and the latter of now, not of then.
    void theStatusLineCountsTheCaseAsItIsNow()
    {
        QTemporaryDir folder;
        WindowBench bench(m_network);
        NB_OR_RETURN(open(bench, discsPng(folder)));
        NB_OR_RETURN(segmentView(bench));
        const auto found = bench.found();
        const auto* status = bench.window->statusLine().findChild<SearchStatus*>();
        QVERIFY(status && status->isVisible());
        QVERIFY2(status->text().startsWith(QStringLiteral("%1 nucle").arg(found)), qPrintable(status->text()));
        QTRY_VERIFY2(
            status->text().contains(QStringLiteral("%1 in the case").arg(found)), qPrintable(status->text()));
        bench.window->caseSession()->apply(draw(1));
        QTRY_VERIFY2(
            status->text().contains(QStringLiteral("%1 in the case").arg(found + 1)), qPrintable(status->text()));
        QVERIFY(status->text().startsWith(QStringLiteral("%1 nucle").arg(found)));
        bench.window->caseSession()->undo();
        QTRY_VERIFY(status->text().contains(QStringLiteral("%1 in the case").arg(found)));
    }

    void aSlideThatWasOnlyLookedAtLeavesNothing()
    {
        QTemporaryDir folder;
        QString path;
        {
            WindowBench bench(m_network);
            NB_OR_RETURN(open(bench, discsPng(folder)));
            path = bench.window->caseSession()->path();
            QVERIFY(QFileInfo::exists(path));
        }
        QVERIFY(!QFileInfo::exists(path));
    }

    void savedUnderANameItGoesOnThere()
    {
        QTemporaryDir folder;
        WindowBench bench(m_network);
        NB_OR_RETURN(open(bench, discsPng(folder)));
        const QString unsaved = bench.window->caseSession()->path(), target = folder.filePath(QStringLiteral("a.nsc"));
        for (std::uint64_t i = 1; i <= 20; ++i)
            bench.window->caseSession()->apply(draw(i));
        bench.window->caseActions().chooseTarget = [&](const QString&) { return target; };
        QSignalSpy changed(bench.window.get(), &MainWindow::caseChanged);
        bench.window->caseActions().saveAs->trigger();
        for (std::uint64_t i = 21; i <= 25; ++i) // while it is being saved
            bench.window->caseSession()->apply(draw(i));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(bench.window->caseSession()->path(), target);
        QVERIFY(!bench.window->caseSession()->unsaved() && !bench.window->caseSession()->readOnly());
        QVERIFY(bench.window->windowTitle().contains(QStringLiteral("a.nsc")));
        QTRY_COMPARE(bench.window->caseSession()->history().size(), std::size_t{25});
        QTRY_COMPARE(bench.window->caseSession()->nuclei()->size(), std::size_t{25});
        QVERIFY(!QFileInfo::exists(unsaved));
        bench.window->caseSession()->undo();
        QTRY_COMPARE(nucleiIn(target), std::int64_t{24});
        NB_OR_RETURN(segmentView(bench));
        QVERIFY(nucleiIn(target) > 50);
    }

    void aSearchGoesOnWhileTheCaseIsSaved()
    {
        QTemporaryDir folder;
        WindowBench bench(m_network);
        NB_OR_RETURN(open(bench, discsPng(folder, QStringLiteral("large.png"), 2500)));
        const auto go = std::make_shared<std::counting_semaphore<>>(0);
        const auto letAllGo = qScopeGuard([go] { go->release(10000); }); // also where a check fails
        m_network->onCall = [go] { go->acquire(); };
        bench.window->actions().segmentSlide->trigger();
        go->release(3);
        const QString target = folder.filePath(QStringLiteral("running.nsc"));
        bench.window->cases().saveAs(target);
        QTRY_COMPARE(bench.window->caseSession()->path(), target);
        QVERIFY(!bench.idle());
        go->release(10000);
        QTRY_VERIFY(bench.idle());
        QTRY_COMPARE(bench.found(), static_cast<std::size_t>(nucleiIn(target)));
        QVERIFY(bench.found() > 1000);
    }

    void aCaseBringsItsSlideAndItsView()
    {
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("a.nsc"));
        ViewTransform view;
        {
            WindowBench bench(m_network);
            NB_OR_RETURN(open(bench, discsPng(folder)));
            NB_OR_RETURN(segmentView(bench));
            bench.window->cases().saveAs(target);
            QTRY_COMPARE(bench.window->caseSession()->path(), target);
            view = bench.window->canvas().view();
            view.centre = {300, 400};
            view.scale = 1.5;
            bench.window->canvas().setView(view);
            bench.window->scene().setVisible(LayerId::Boundary, true);
            bench.window->scene().setFilled(true);
            bench.window->scene().setOutlineColouring({OutlineColouring::By::Measurement, 1, 10, 90});
            bench.window->viewTools().actions().grid->setChecked(true);
        }
        WindowBench bench(m_network);
        bench.window->scene().setFilled(false);
        bench.window->scene().setOutlineColouring({});
        QVERIFY(!bench.window->viewTools().grid().isVisible());
        bench.window->openFile(target);
        QTRY_VERIFY(bench.window->caseSession());
        QCOMPARE(bench.window->caseSession()->path(), target);
        QCOMPARE(bench.window->slides().name(), QStringLiteral("discs.png"));
        QTRY_COMPARE(bench.found(), static_cast<std::size_t>(nucleiIn(target)));
        QVERIFY(std::abs(bench.window->canvas().view().centre.x() - 300) < 1);
        QVERIFY(std::abs(bench.window->canvas().view().scale - 1.5) < 0.01);
        QVERIFY(bench.window->scene().setting(LayerId::Boundary).visible);
        QVERIFY(bench.window->scene().filled());
        const OutlineColouring colouring{OutlineColouring::By::Measurement, 1, 10, 90};
        QVERIFY(bench.window->scene().outlineColouring() == colouring);
        QVERIFY(bench.window->viewTools().grid().isVisible());
        QVERIFY(bench.window->recent().paths().contains(target));
    }

    void aSecondWindowOnlyLooks()
    {
        QTemporaryDir folder;
        const QString slide = discsPng(folder);
        WindowBench first(m_network);
        NB_OR_RETURN(open(first, slide));
        first.window->caseSession()->apply(draw(1));
        QTRY_COMPARE(first.window->caseSession()->history().size(), std::size_t{1});
        WindowBench second(m_network, Cases::AsLeft);
        NB_OR_RETURN(open(second, slide));
        QVERIFY(second.window->caseSession()->readOnly());
        QTRY_VERIFY2(second.banner().contains(QStringLiteral("another window")), qPrintable(second.banner()));
        QVERIFY(second.window->windowTitle().contains(QStringLiteral("to look at only")));
        QVERIFY(!second.window->actions().segmentView->isEnabled());
        QVERIFY(!second.window->caseActions().undo->isEnabled());
        const QString copy = folder.filePath(QStringLiteral("copy.nsc"));
        second.window->caseActions().chooseTarget = [&](const QString&) { return copy; };
        bannerButton(second, QStringLiteral("Save a copy"))->click();
        QTRY_COMPARE(second.window->caseSession()->path(), copy);
        QVERIFY(!second.window->caseSession()->readOnly());
        QTRY_VERIFY(second.window->actions().segmentView->isEnabled());
        QVERIFY(QFileInfo::exists(first.window->caseSession()->path())); // it is the first one's
    }

    void aSlideThatMovedIsAskedFor()
    {
        QTemporaryDir folder;
        const QString slide = discsPng(folder), path = makeCase(folder.filePath(QStringLiteral("a.nsc")), slide);
        const QString other = discsPng(folder, QStringLiteral("other.png"), 600),
                      moved = folder.filePath(QStringLiteral("sub/m.png"));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("sub")) && QFile::rename(slide, moved));
        WindowBench bench(m_network);
        bench.window->openFile(path);
        QTRY_VERIFY(bench.banner().contains(QStringLiteral("not where it was")));
        QVERIFY(!bench.window->caseSession());
        bench.window->caseActions().chooseSlidePath = [&] { return other; };
        bannerButton(bench, QStringLiteral("Find the slide"))->click();
        QTRY_VERIFY2(bench.banner().contains(QStringLiteral("could not be opened")), qPrintable(bench.banner()));
        QVERIFY(!bench.window->slides().slide()); // another slide is refused
        bench.window->caseActions().chooseSlidePath = [&] { return moved; };
        bannerButton(bench, QStringLiteral("Find the slide"))->click();
        QTRY_VERIFY(bench.window->caseSession());
        QCOMPARE(bench.window->slides().path(), moved);
        bench.window->slides().close();
        bench.window->openFile(path); // it is known now
        QTRY_VERIFY(bench.window->caseSession());
    }

    void aSlideOnAnotherComputerIsAskedAboutFirst()
    {
        QTemporaryDir folder;
        const QString slide = discsPng(folder);
        const QString path = makeCase(folder.filePath(QStringLiteral("a.nsc")), slide,
            "/run/user/1000/gvfs/smb-share:server=elsewhere,share=s/a.svs");
        WindowBench bench(m_network);
        bench.window->openFile(path);
        QTRY_VERIFY2(bench.banner().contains(QStringLiteral("another computer")), qPrintable(bench.banner()));
        QVERIFY(bannerButton(bench, QStringLiteral("Open it")));
        QVERIFY(!bench.window->caseSession());
    }

    void brokenCasesAreRefusedAndNothingElseChanges()
    {
        QTemporaryDir folder;
        const QString slide = discsPng(folder), whole = makeCase(folder.filePath(QStringLiteral("whole.nsc")), slide);
        const QString cut = folder.filePath(QStringLiteral("cut.nsc")),
                      text = folder.filePath(QStringLiteral("text.nsc"));
        QVERIFY(QFile::copy(whole, cut) && QFile(cut).resize(5000));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no case at all") > 0);
        file.close();
        WindowBench bench(m_network);
        NB_OR_RETURN(open(bench, slide));
        const CaseSession* const before = bench.window->caseSession();
        for (const QString& path : {cut, text, folder.filePath(QStringLiteral("nowhere.nsc"))}) {
            bench.window->banner().dismiss();
            bench.window->openFile(path);
            QTRY_VERIFY2(bench.banner().contains(QFileInfo(path).fileName()), qPrintable(path));
            QCOMPARE(bench.window->banner().severity(), Severity::Failure);
            QCOMPARE(bench.window->caseSession(), before);
        }
    }

    void aFullDiskLosesNothing()
    {
        QTemporaryDir folder;
        FullDisk disk(96 << 10);
        if (!disk.mounted())
            QSKIP("needs the right to mount");
        WindowBench bench(m_network);
        NB_OR_RETURN(open(bench, discsPng(folder)));
        NB_OR_RETURN(segmentView(bench));
        const auto found = bench.found();
        const QString path = bench.window->caseSession()->path();
        QSignalSpy failed(&bench.window->cases(), &CaseController::failed);
        bench.window->cases().saveAs(QString::fromStdString(disk.at("a.nsc")));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY2(bench.banner().contains(QStringLiteral("not saved")), qPrintable(bench.banner()));
        QCOMPARE(bench.window->caseSession()->path(), path);
        QCOMPARE(bench.found(), found);
        bench.window->caseSession()->apply(draw(1));
        QTRY_COMPARE(nucleiIn(path), static_cast<std::int64_t>(found) + 1);
    }

    void withoutAPlaceForCasesNucleiAreFoundAllTheSame()
    {
        QTemporaryDir folder;
        WindowBench bench(m_network);
        QFile blocked(CaseController::unsavedFolder());
        QDir().mkpath(QFileInfo(blocked).absolutePath());
        QVERIFY(blocked.open(QIODevice::WriteOnly)); // a file where the folder should be
        blocked.close();
        const auto unblock
            = qScopeGuard([] { QFile::remove(CaseController::unsavedFolder()); }); // also for later tests
        const QString slide = discsPng(folder);
        bench.window->openFile(slide);
        // The µm/px that is assumed is told as well, and either may come first.
        QTRY_VERIFY2(
            bench.window->banner().standing().join(QLatin1Char('\n')).contains(QStringLiteral("cannot be kept")),
            qPrintable(bench.banner()));
        QVERIFY(!bench.window->caseSession());
        NB_OR_RETURN(segmentView(bench));
        const QString nuclei = folder.filePath(QStringLiteral("found.geojson"));
        bench.window->exportNuclei(nuclei);
        QTRY_VERIFY2(bench.banner().contains(QStringLiteral("found.geojson")), qPrintable(bench.banner()));
        QVERIFY(QFileInfo(nuclei).size() > 1000);
        bench.window->openFile(slide, nuclei);
        QTRY_VERIFY2(bench.window->banner()
                         .standing()
                         .join(QLatin1Char('\n'))
                         .contains(QStringLiteral("found.geojson was not imported")),
            qPrintable(bench.banner()));
    }

    void aStoppedSearchOfTheSlideGoesOn()
    {
        QTemporaryDir folder;
        const QString slide = discsPng(folder, QStringLiteral("large.png"), 2500);
        std::set<Uuid> whole;
        {
            WindowBench bench(m_network);
            NB_OR_RETURN(open(bench, slide));
            bench.window->actions().segmentSlide->trigger();
            QTRY_VERIFY(bench.idle());
            whole = idsIn(bench.window->caseSession()->path());
            QVERIFY(whole.size() > 1000);
        }
        WindowBench bench(m_network);
        NB_OR_RETURN(open(bench, slide));
        const QString path = bench.window->caseSession()->path();
        bench.window->actions().segmentSlide->trigger();
        QTRY_VERIFY(nucleiIn(path) > 0);
        bench.window->actions().stop->trigger();
        QTRY_VERIFY(!bench.jobs.busy());
        if (nucleiIn(path) == static_cast<std::int64_t>(whole.size()))
            QSKIP("it was done before it could be stopped");
        QSignalSpy wentOn(&bench.window->segmentation(), &SegmentationController::wentOn);
        bench.window->actions().segmentSlide->trigger();
        QTRY_VERIFY(bench.idle());
        QCOMPARE(wentOn.size(), 1);
        QCOMPARE(idsIn(path), whole);
        QTRY_COMPARE(bench.window->caseSession()->history().size(), std::size_t{1}); // one run, one step
    }

    void aSearchIsUndoneAsOneStep()
    {
        QTemporaryDir folder;
        WindowBench bench(m_network);
        NB_OR_RETURN(open(bench, discsPng(folder)));
        NB_OR_RETURN(segmentView(bench));
        const auto found = bench.found();
        QAction* const undo = bench.window->caseActions().undo;
        QTRY_VERIFY(undo->isEnabled());
        QVERIFY2(undo->text().contains(QStringLiteral("Found nuclei")), qPrintable(undo->text()));
        undo->trigger();
        QTRY_COMPARE(bench.found(), std::size_t{0});
        QTRY_VERIFY(bench.window->caseActions().redo->isEnabled());
        bench.window->caseActions().redo->trigger();
        QTRY_COMPARE(bench.found(), found);
    }

    void aPersonsPixelSizeComesBackWithTheCase()
    {
        QTemporaryDir folder;
        const QString slide = discsPng(folder), target = folder.filePath(QStringLiteral("a.nsc"));
        {
            WindowBench bench(m_network);
            NB_OR_RETURN(open(bench, slide));
            bench.window->segmentation().setPixelSize(PixelSize{0.3, 0.3});
            QTRY_VERIFY(bench.window->segmentation().recipe());
            bench.window->cases().saveAs(target);
            QTRY_COMPARE(bench.window->caseSession()->path(), target);
        }
        WindowBench bench(m_network);
        NB_OR_RETURN(open(bench, target));
        QTRY_VERIFY(bench.window->segmentation().recipe()
            && bench.window->segmentation().recipe()->pixelSize == (PixelSize{0.3, 0.3}));
    }

    void aChangedPixelSizeIsOneStepThatIsUndone()
    {
        QTemporaryDir folder;
        WindowBench bench(m_network);
        open(bench, discsPng(folder));
        segmentView(bench);
        const auto found = bench.found();
        auto& segmentation = bench.window->segmentation();
        QTRY_COMPARE(bench.window->caseSession()->history().size(), std::size_t{1});
        segmentation.setPixelSize(PixelSize{0.3, 0.3});
        QTRY_COMPARE(bench.window->caseSession()->history().size(), std::size_t{2});
        QTRY_VERIFY(segmentation.recipe() && bench.found() == 0);
        QVERIFY((segmentation.recipe()->pixelSize == PixelSize{0.3, 0.3}));
        QVERIFY2(bench.window->caseActions().undo->text().contains(QStringLiteral("pixel size")),
            qPrintable(bench.window->caseActions().undo->text()));
        bench.window->caseActions().undo->trigger();
        QTRY_COMPARE(bench.found(), found);
        QTRY_VERIFY(segmentation.recipe() && !segmentation.chosenPixelSize());
        QCOMPARE(segmentation.recipe()->pixelSize.x, 0.25); // the model's own, and said to be assumed
        QVERIFY(bench.window->statusLine().pixelSizeText().contains(QStringLiteral("assumed")));
        QTRY_VERIFY(segmentation.maps() && segmentation.maps()->generation() > 0); // the heatmaps are true again, too
        bench.window->caseActions().redo->trigger();
        QTRY_COMPARE(bench.found(), std::size_t{0});
        QTRY_VERIFY(segmentation.recipe() && (segmentation.recipe()->pixelSize == PixelSize{0.3, 0.3}));
    }

    void workWithoutANameCanBeSavedOrThrownAwayFromTheStartPage()
    {
        QTemporaryDir folder;
        for (const QString& name : {QStringLiteral("a.png"), QStringLiteral("b.png")}) {
            WindowBench bench(m_network, name == QLatin1String("a.png") ? Cases::None : Cases::AsLeft);
            NB_OR_RETURN(open(bench, discsPng(folder, name, name == QLatin1String("a.png") ? 900 : 700)));
            bench.window->caseSession()->apply(draw(1));
            QTRY_COMPARE(bench.window->caseSession()->history().size(), std::size_t{1});
        }
        WindowBench bench(m_network, Cases::AsLeft);
        auto* list = bench.window->findChild<UnsavedList*>();
        const auto buttons = [list](const QString& text) {
            QList<QPushButton*> found;
            for (auto* button : list->findChildren<QPushButton*>())
                if (button->text().startsWith(text))
                    found.append(button);
            return found;
        };
        QTRY_COMPARE(buttons(QStringLiteral("Open")).size(), 2);
        int asked = 0;
        bool answer = false;
        bench.window->caseActions().mayDiscard = [&](const QString&) { return ++asked, answer; };
        buttons(QStringLiteral("Throw away")).first()->click();
        QCOMPARE(asked, 1);
        QCOMPARE(buttons(QStringLiteral("Open")).size(), 2);
        answer = true;
        buttons(QStringLiteral("Throw away")).first()->click();
        QTRY_COMPARE(buttons(QStringLiteral("Open")).size(), 1);
        const QString target = folder.filePath(QStringLiteral("kept.nsc"));
        bench.window->caseActions().chooseTarget = [&](const QString&) { return target; };
        buttons(QStringLiteral("Save")).first()->click();
        QTRY_VERIFY(!list->isVisibleTo(bench.window.get()));
        QCOMPARE(nucleiIn(target), std::int64_t{1});
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestCaseInWindow>(argc, argv);
}

#include "tst_caseinwindow.moc"
