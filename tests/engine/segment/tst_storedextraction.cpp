// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/storedextraction.h"
#include "engine/segment/tileextraction.h"
#include "tests/support/segmentbench.h"

#include <QtTest>
#include <random>

using nb::Nucleus;
using nb::Rect;
using nb::test::SegmentBench;

namespace
{

struct Extracted {
    std::vector<Nucleus> nuclei;
    std::optional<nb::StoredExtraction> summary;
};

Extracted extracted(
    const SegmentBench& bench, const nb::MapStore& maps, const Rect& area, const nb::ExtractionRecipe& how)
{
    Extracted result;
    const auto summary = nb::extractStored(*bench.recipe, maps, area, how,
        [&](std::vector<Nucleus> some) { result.nuclei.insert(result.nuclei.end(), some.begin(), some.end()); }, {});
    if (summary)
        result.summary = *summary;
    SegmentBench::inReadingOrder(result.nuclei);
    return result;
}

bool sameAll(const std::vector<Nucleus>& a, const std::vector<Nucleus>& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), nb::test::sameNucleus);
}

} // namespace

class TestStoredExtraction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theModelsOwnRecipeGivesTheNucleiOfTheRun();
    void aRegionsMapsAreEnoughForTheRegionsNuclei();
    void otherSettingsGiveTheNucleiOfARunWithThem_data();
    void otherSettingsGiveTheNucleiOfARunWithThem();
    void nucleiAtAnotherPixelSizeAreTheSame();
    void whatIsNotKnownExactlyIsLeftOut();
    void theNetworkIsNotAsked();
    void stopsWhenCancelled();
    void saysWhatIsWrong();

private:
    SegmentBench m_bench;
    SegmentBench::Found m_whole;
    nb::ExtractionRecipe m_own;
};

void TestStoredExtraction::initTestCase()
{
    QVERIFY(m_bench.recipe);
    m_whole = m_bench.segment({m_bench.all()});
    m_own = nb::extractionRecipeOf(m_bench.network->info());
    QVERIFY(m_whole.nuclei.size() > 200);
}

void TestStoredExtraction::theModelsOwnRecipeGivesTheNucleiOfTheRun()
{
    const Extracted found = extracted(m_bench, *m_whole.maps, m_bench.all(), m_own);
    QVERIFY(found.summary && found.summary->complete);
    QCOMPARE(found.summary->nuclei, m_whole.summary->nuclei);
    QCOMPARE(found.summary->tooLarge, m_whole.summary->tooLarge);
    QVERIFY(sameAll(found.nuclei, m_whole.nuclei));
}

void TestStoredExtraction::aRegionsMapsAreEnoughForTheRegionsNuclei()
{
    std::mt19937 random(3);
    for (int i = 0; i < 6; ++i) {
        const Rect region{static_cast<int>(random() % 1000), static_cast<int>(random() % 800),
            150 + static_cast<int>(random() % 500), 150 + static_cast<int>(random() % 400)};
        const auto run = m_bench.segment({region, nb::Priority::Visible, nb::PatchOrder::FromCentre});
        const Extracted found = extracted(m_bench, *run.maps, region, m_own);
        QVERIFY(found.summary && found.summary->complete);
        QVERIFY(sameAll(found.nuclei, run.nuclei));
    }
}

void TestStoredExtraction::otherSettingsGiveTheNucleiOfARunWithThem_data()
{
    QTest::addColumn<int>("above");
    QTest::addColumn<int>("smallest");
    QTest::newRow("sure of the inside") << 200 << 10;
    QTest::newRow("generous") << 60 << 10;
    QTest::newRow("large ones only") << 127 << 300;
    QTest::newRow("both") << 170 << 60;
}

void TestStoredExtraction::otherSettingsGiveTheNucleiOfARunWithThem()
{
    QFETCH(int, above);
    QFETCH(int, smallest);
    nb::SegmentRequest request{m_bench.all()};
    request.extraction = m_own;
    request.extraction->insideAbove = above;
    request.extraction->minInsidePx = smallest;
    const auto run = m_bench.segment(request);
    const Extracted found = extracted(m_bench, *m_whole.maps, m_bench.all(), *request.extraction);
    QVERIFY(found.nuclei.size() > 10);
    QVERIFY(sameAll(found.nuclei, run.nuclei));
    QVERIFY(!sameAll(found.nuclei, m_whole.nuclei));
}

void TestStoredExtraction::nucleiAtAnotherPixelSizeAreTheSame()
{
    const SegmentBench bench(900, 700, 0.31); // level-0 and model pixels differ, and not by a whole number
    const auto run = bench.segment({bench.all()});
    QVERIFY(run.nuclei.size() > 50);
    const Extracted found = extracted(bench, *run.maps, bench.all(), nb::extractionRecipeOf(bench.network->info()));
    QVERIFY(sameAll(found.nuclei, run.nuclei));
    const Rect region{211, 157, 400, 333};
    const auto part = bench.segment({region});
    QVERIFY(part.nuclei.size() > 10);
    const Extracted again = extracted(bench, *part.maps, region, nb::extractionRecipeOf(bench.network->info()));
    QVERIFY(again.summary && again.summary->complete);
    QVERIFY(sameAll(again.nuclei, part.nuclei));
}

void TestStoredExtraction::whatIsNotKnownExactlyIsLeftOut()
{
    const Rect region{400, 300, 420, 380};
    const auto run = m_bench.segment({region});
    const Extracted found = extracted(m_bench, *run.maps, m_bench.all(), m_own); // more than there are maps of
    QVERIFY(found.summary && !found.summary->complete);
    QVERIFY(found.nuclei.size() >= run.nuclei.size()); // cells reach beyond the region
    QVERIFY(found.nuclei.size() < m_whole.nuclei.size());
    for (const Nucleus& nucleus : found.nuclei)
        QVERIFY(std::any_of(m_whole.nuclei.begin(), m_whole.nuclei.end(),
            [&](const Nucleus& n) { return nb::test::sameNucleus(n, nucleus); }));
    for (const Nucleus& nucleus : run.nuclei)
        QVERIFY(std::any_of(found.nuclei.begin(), found.nuclei.end(),
            [&](const Nucleus& n) { return nb::test::sameNucleus(n, nucleus); }));
}

void TestStoredExtraction::theNetworkIsNotAsked()
{
    const int before = m_bench.network->calls();
    QVERIFY(extracted(m_bench, *m_whole.maps, {100, 100, 500, 500}, m_own).nuclei.size() > 20);
    QCOMPARE(m_bench.network->calls(), before);
    const nb::MapStore nothing(*m_bench.recipe);
    const Extracted none = extracted(m_bench, nothing, m_bench.all(), m_own);
    QVERIFY(none.summary && none.nuclei.empty() && !none.summary->complete);
    QCOMPARE(m_bench.network->calls(), before);
}

void TestStoredExtraction::stopsWhenCancelled()
{
    nb::CancelSource cancel;
    int batches = 0;
    const auto result = nb::extractStored(
        *m_bench.recipe, *m_whole.maps, m_bench.all(), m_own,
        [&](const std::vector<Nucleus>&) {
            ++batches;
            cancel.cancel();
        },
        cancel.token());
    QVERIFY(!result && result.error().code == nb::ErrorCode::Cancelled);
    QCOMPARE(batches, 1);
}

void TestStoredExtraction::saysWhatIsWrong()
{
    const auto ignore = [](const std::vector<Nucleus>&) {};
    const auto off = nb::extractStored(*m_bench.recipe, *m_whole.maps, {9000, 9000, 10, 10}, m_own, ignore, {});
    QVERIFY(!off && off.error().code == nb::ErrorCode::OutOfRange);
    m_bench.slide->failing = true;
    const auto broken = nb::extractStored(*m_bench.recipe, *m_whole.maps, m_bench.all(), m_own, ignore, {});
    m_bench.slide->failing = false;
    QVERIFY(!broken && broken.error().code == nb::ErrorCode::Unreadable);
}

QTEST_GUILESS_MAIN(TestStoredExtraction)
#include "tst_storedextraction.moc"
