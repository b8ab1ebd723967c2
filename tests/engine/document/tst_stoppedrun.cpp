// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/stoppedrun.h"
#include "engine/segment/tileextraction.h"
#include "tests/support/caserunfixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace nb;
using namespace nb::test;

/// When a search of the whole slide is offered again.
class TestStoppedRun : public QObject
{
    Q_OBJECT

private:
    /// A slide of more than one tile of the usual size.
    static std::shared_ptr<const SlideRecipe> wideRecipe(
        const std::shared_ptr<FakeNetwork>& network = std::make_shared<FakeNetwork>())
    {
        const auto slide = std::make_shared<FakeSlide>(blobPicture(2300, 1100, 5));
        SegmentOptions options;
        options.normalize = StainChoice::None;
        auto made = prepareSlide(slide, network, options, {});
        return made ? *made : nullptr;
    }

    /// The whole slide, or as far as `stopAfter` tiles.
    static void search(DocumentThread& thread, const std::shared_ptr<const SlideRecipe>& recipe, int stopAfter = 1000,
        std::optional<ExtractionRecipe> extraction = {}, std::optional<Rect> area = {})
    {
        NetworkScheduler scheduler(1);
        Progress progress;
        SegmentRequest request{
            area.value_or(Rect{0, 0, recipe->slide->info().width(), recipe->slide->info().height()})};
        request.extraction = extraction;
        CancelSource stop;
        SegmentSinks also;
        also.tile = [&](const FinishedTile&) {
            if (--stopAfter <= 0)
                stop.cancel();
        };
        [[maybe_unused]] const auto ended
            = segmentIntoCase(thread, recipe, scheduler, request, also, "tester", stop.token(), progress);
    }

    static std::optional<StoppedRun> stopped(DocumentThread& thread, const SlideRecipe& recipe)
    {
        const auto found = thread.ask([&](CaseDocument& document) { return stoppedSlideRun(document, recipe); }).get();
        return found ? *found : std::nullopt;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<DocumentThread> m_case;
    std::shared_ptr<const SlideRecipe> m_recipe;

private Q_SLOTS:
    void init()
    {
        m_recipe = wideRecipe();
        m_case = std::make_unique<DocumentThread>(runCase(
            m_folder.filePath(QStringLiteral("%1.nsc").arg(QTest::currentTestFunction())).toStdString(), *m_recipe));
    }

    void oneThatWasStoppedIsFoundAndGoneOnWith()
    {
        QVERIFY(!stopped(*m_case, *m_recipe));
        search(*m_case, m_recipe, 2);
        const auto run = stopped(*m_case, *m_recipe);
        QVERIFY(run && run->run.tiles >= 2);
        const auto all = tileCount(*m_recipe, {{0, 0, 2300, 1100}});
        QCOMPARE(all, std::int64_t{6});
        QVERIFY(std::abs(run->share - static_cast<double>(run->run.tiles) / 6) < 1e-9);
        search(*m_case, m_recipe);
        QVERIFY(!stopped(*m_case, *m_recipe));
        const auto runs = m_case->ask([](CaseDocument& d) { return d.runs().runs(); }).get();
        QCOMPARE(runs->size(), std::size_t{1});
        QCOMPARE(runs->front().tiles, all);
    }

    void itsOwnPostProcessingComesWithIt()
    {
        ExtractionRecipe own = extractionRecipeOf(m_recipe->network->info());
        own.insideAbove = 150;
        own.minInsidePx = 33;
        search(*m_case, m_recipe, 1, own);
        const auto run = stopped(*m_case, *m_recipe);
        QVERIFY(run);
        QCOMPARE(run->extraction.insideAbove, 150);
        QCOMPARE(run->extraction.minInsidePx, 33);
    }

    void oneThatWasUndoneIsNot()
    {
        search(*m_case, m_recipe, 1);
        QVERIFY(m_case->ask([](CaseDocument& d) { return d.edits().undo(); }).get().ok());
        QVERIFY(!stopped(*m_case, *m_recipe));
    }

    void oneOfAnotherModelIsNot()
    {
        search(*m_case, m_recipe, 1);
        QVERIFY(!stopped(*m_case, *wideRecipe(otherModel())));
    }

    void oneThatWasFollowedByAWholeOneIsNot()
    {
        search(*m_case, m_recipe, 1);
        search(*m_case, wideRecipe(otherModel()));
        QVERIFY(!stopped(*m_case, *m_recipe));
    }

    void oneOfARegionIsNot()
    {
        search(*m_case, m_recipe, 1, {}, Rect{0, 0, 2000, 1100});
        QVERIFY(!stopped(*m_case, *m_recipe));
    }
};

QTEST_APPLESS_MAIN(TestStoppedRun)
#include "tst_stoppedrun.moc"
