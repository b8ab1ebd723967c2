// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/slidesegmenter.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/fakeslide.h"
#include "tests/support/blobpicture.h"

#include <QtTest>
#include <future>
#include <map>
#include <random>

using nb::Nucleus;
using nb::Rect;

namespace
{

struct Found {
    std::vector<Nucleus> nuclei;
    nb::SegmentSummary summary;
};

bool same(const Nucleus& a, const Nucleus& b)
{
    return a.id == b.id && a.contour == b.contour && a.firstX == b.firstX && a.firstY == b.firstY
        && a.measurements.areaUm2 == b.measurements.areaUm2
        && a.measurements.haematoxylinMean == b.measurements.haematoxylinMean
        && a.measurements.boundaryConfidence == b.measurements.boundaryConfidence;
}

Rect boundsOf(const nb::Ring& ring)
{
    double left = 1e18, top = 1e18, right = -1e18, bottom = -1e18;
    for (const nb::Point& p : ring) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    const auto x = static_cast<std::int64_t>(std::floor(left)), y = static_cast<std::int64_t>(std::floor(top));
    return {x, y, static_cast<std::int64_t>(std::ceil(right)) - x, static_cast<std::int64_t>(std::ceil(bottom)) - y};
}

} // namespace

class TestSlideSegmenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void threadsAndTilesDoNotChangeTheResult_data();
    void threadsAndTilesDoNotChangeTheResult();
    void aRegionHasTheNucleiOfTheWholeSlide();
    void aRegionSnugAroundANucleusHasIt_data();
    void aRegionSnugAroundANucleusHasIt();
    void whatIsVisibleHasTheNucleiOfTheWholeSlide();
    void mapsOfARegionAreThoseOfTheSlide();
    void stopsAfterThePatchesInHandWhenCancelled();
    void saysWhatFailedWhenTheSlideBreaks();
    void refusesARegionOutsideOfTheSlide();

private:
    [[nodiscard]] std::shared_ptr<const nb::SlideRecipe> recipe(int patch = 128, int stride = 96) const;
    [[nodiscard]] Found segment(
        const nb::SegmentRequest& request, int threads, const std::shared_ptr<const nb::SlideRecipe>& recipe) const;
    [[nodiscard]] Rect all() const { return {0, 0, m_slide->info().width(), m_slide->info().height()}; }

    std::shared_ptr<nb::test::FakeSlide> m_slide;
    std::shared_ptr<nb::test::FakeNetwork> m_network;
    std::shared_ptr<const nb::SlideRecipe> m_recipe;
    Found m_whole;
};

std::shared_ptr<const nb::SlideRecipe> TestSlideSegmenter::recipe(int patch, int stride) const
{
    nb::SegmentOptions options;
    options.normalize = nb::StainChoice::None;
    options.patch = patch;
    options.stride = stride;
    auto made = nb::prepareSlide(m_slide, m_network, options, {});
    return made ? *made : nullptr;
}

Found TestSlideSegmenter::segment(
    const nb::SegmentRequest& request, int threads, const std::shared_ptr<const nb::SlideRecipe>& recipe) const
{
    Found found;
    nb::NetworkScheduler scheduler(threads);
    nb::SegmentSinks sinks;
    sinks.nuclei
        = [&](std::vector<Nucleus> some) { found.nuclei.insert(found.nuclei.end(), some.begin(), some.end()); };
    nb::Progress progress;
    const auto summary = nb::segmentSlide(recipe, scheduler, request, sinks, {}, progress);
    if (summary)
        found.summary = *summary;
    return found;
}

void TestSlideSegmenter::initTestCase()
{
    m_slide = std::make_shared<nb::test::FakeSlide>(nb::test::blobPicture(1400, 1100, 5));
    m_network = std::make_shared<nb::test::FakeNetwork>();
    m_recipe = recipe();
    QVERIFY(m_recipe);
    m_whole = segment({all()}, 2, m_recipe);
    QVERIFY(m_whole.nuclei.size() > 200);
    QCOMPARE(m_whole.summary.nuclei, static_cast<std::int64_t>(m_whole.nuclei.size()));
    QVERIFY(m_whole.summary.tooLarge > 0); // blobs that touch pass the limit: that path is walked, too
}

void TestSlideSegmenter::threadsAndTilesDoNotChangeTheResult_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("tile");
    QTest::newRow("one thread") << 1 << 0;
    QTest::newRow("five threads") << 5 << 0;
    QTest::newRow("tiles of 256") << 2 << 256;
    QTest::newRow("tiles of 333") << 3 << 333;
    QTest::newRow("tiles of 97") << 2 << 97;
    QTest::newRow("one tile") << 2 << 5000;
}

void TestSlideSegmenter::threadsAndTilesDoNotChangeTheResult()
{
    QFETCH(int, threads);
    QFETCH(int, tile);
    nb::SegmentRequest request{all()};
    request.tilePx = tile;
    const Found found = segment(request, threads, m_recipe);
    QCOMPARE(found.nuclei.size(), m_whole.nuclei.size());
    QCOMPARE(found.summary.tooLarge, m_whole.summary.tooLarge);
    for (std::size_t i = 0; i < found.nuclei.size(); ++i)
        QVERIFY2(same(found.nuclei[i], m_whole.nuclei[i]), qPrintable(QString::number(i)));
}

void TestSlideSegmenter::aRegionHasTheNucleiOfTheWholeSlide()
{
    std::mt19937 random(17);
    for (int i = 0; i < 12; ++i) {
        const Rect region{static_cast<int>(random() % 1200), static_cast<int>(random() % 900),
            100 + static_cast<int>(random() % 500), 100 + static_cast<int>(random() % 400)};
        const Found found = segment({region}, 2, m_recipe);
        std::map<nb::Uuid, const Nucleus*> byId;
        for (const Nucleus& nucleus : found.nuclei)
            byId[nucleus.id] = &nucleus;
        QCOMPARE(byId.size(), found.nuclei.size());
        const Rect on = region.intersected(all());
        std::size_t expected = 0;
        for (const Nucleus& nucleus : m_whole.nuclei) {
            const auto here = byId.find(nucleus.id);
            const Rect bounds = boundsOf(nucleus.contour);
            if (here != byId.end()) {
                ++expected;
                QVERIFY(same(*here->second, nucleus));
            } else {
                QVERIFY2(!on.contains(bounds), "a nucleus that lies wholly inside the region is missing");
            }
        }
        QCOMPARE(expected, found.nuclei.size());
    }
}

void TestSlideSegmenter::aRegionSnugAroundANucleusHasIt_data()
{
    QTest::addColumn<double>("mpp");
    QTest::newRow("the model's pixels") << 0.25;
    QTest::newRow("slightly finer pixels") << 0.2405;
    QTest::newRow("pixels nearly twice as large") << 0.499;
}

void TestSlideSegmenter::aRegionSnugAroundANucleusHasIt()
{
    QFETCH(double, mpp);
    nb::SegmentOptions options;
    options.normalize = nb::StainChoice::None;
    options.patch = 128;
    options.stride = 96;
    options.pixelSize = nb::PixelSize{mpp, mpp};
    const auto here = nb::prepareSlide(m_slide, m_network, options, {});
    QVERIFY(here);
    const Found whole = segment({all()}, 2, *here);
    QVERIFY(whole.nuclei.size() > 40);
    for (std::size_t i = 0; i < whole.nuclei.size(); i += whole.nuclei.size() / 40) {
        const Nucleus& nucleus = whole.nuclei[i];
        const Rect snug = boundsOf(nucleus.contour);
        const Found found = segment({snug}, 2, *here);
        const auto it = std::find_if(found.nuclei.begin(), found.nuclei.end(),
            [&](const Nucleus& n) { return n.id == nucleus.id; });
        QVERIFY2(it != found.nuclei.end(), qPrintable(QString::number(i)));
        QVERIFY(same(*it, nucleus));
    }
}

void TestSlideSegmenter::whatIsVisibleHasTheNucleiOfTheWholeSlide()
{
    nb::SegmentRequest request{all()};
    request.order = nb::PatchOrder::FromCentre;
    request.priority = nb::Priority::Visible;
    Found found = segment(request, 2, m_recipe);
    std::sort(found.nuclei.begin(), found.nuclei.end(), [](const Nucleus& a, const Nucleus& b) {
        return std::pair(a.firstY, a.firstX) < std::pair(b.firstY, b.firstX);
    });
    QCOMPARE(found.nuclei.size(), m_whole.nuclei.size());
    for (std::size_t i = 0; i < found.nuclei.size(); ++i)
        QVERIFY(same(found.nuclei[i], m_whole.nuclei[i]));
}

void TestSlideSegmenter::mapsOfARegionAreThoseOfTheSlide()
{
    const auto maps = [&](const Rect& area) {
        std::map<std::pair<std::int64_t, std::int64_t>, std::shared_ptr<const nb::MapCell>> cells;
        nb::NetworkScheduler scheduler(2);
        nb::SegmentSinks sinks;
        sinks.maps = [&](std::shared_ptr<const nb::MapCell> cell) {
            cells[{cell->area.x, cell->area.y}] = std::move(cell);
        };
        nb::Progress progress;
        nb::SegmentRequest request{area};
        const auto done = nb::segmentSlide(m_recipe, scheduler, request, sinks, {}, progress);
        return done ? cells : decltype(cells){};
    };
    const auto whole = maps(all()), part = maps({400, 300, 300, 200});
    QCOMPARE(static_cast<std::int64_t>(whole.size()), m_recipe->grid.columns() * m_recipe->grid.rows());
    QVERIFY(part.size() >= 6);
    for (const auto& [place, cell] : part) {
        QCOMPARE(cell->inside.pixels, whole.at(place)->inside.pixels);
        QCOMPARE(cell->background.pixels, whole.at(place)->background.pixels);
    }
}

void TestSlideSegmenter::stopsAfterThePatchesInHandWhenCancelled()
{
    nb::CancelSource stop;
    auto network = std::make_shared<nb::test::FakeNetwork>();
    std::atomic<int> after{0};
    network->onCall = [&, raw = network.get()] {
        if (raw->calls() == 10)
            stop.cancel();
        else if (stop.token().cancelled())
            ++after;
    };
    m_network.swap(network);
    const auto recipeHere = recipe();
    m_network.swap(network);
    nb::NetworkScheduler scheduler(3);
    nb::Progress progress;
    const auto result = nb::segmentSlide(recipeHere, scheduler, {all()}, {}, stop.token(), progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, nb::ErrorCode::Cancelled);
    QVERIFY(after <= 2); // those that the two other workers had begun
    QVERIFY(progress.done < progress.total);
}

void TestSlideSegmenter::saysWhatFailedWhenTheSlideBreaks()
{
    const auto slide = std::make_shared<nb::test::FakeSlide>(nb::test::blobPicture(800, 600, 2));
    nb::SegmentOptions options;
    options.normalize = nb::StainChoice::None;
    const auto made = nb::prepareSlide(slide, m_network, options, {});
    QVERIFY(made);
    slide->failAfter(3);
    nb::NetworkScheduler scheduler(2);
    nb::Progress progress;
    const auto result = nb::segmentSlide(*made, scheduler, {{0, 0, 800, 600}}, {}, {}, progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, nb::ErrorCode::Unreadable);
    QCOMPARE(QString::fromStdString(result.error().path), QStringLiteral("fake.svs"));
}

void TestSlideSegmenter::refusesARegionOutsideOfTheSlide()
{
    nb::NetworkScheduler scheduler(1);
    nb::Progress progress;
    for (const Rect& area : {Rect{5000, 0, 100, 100}, Rect{-200, -200, 100, 100}, Rect{10, 10, 0, 5}}) {
        const auto result = nb::segmentSlide(m_recipe, scheduler, {area}, {}, {}, progress);
        QVERIFY(!result);
        QCOMPARE(result.error().code, nb::ErrorCode::OutOfRange);
    }
}

QTEST_GUILESS_MAIN(TestSlideSegmenter)
#include "tst_slidesegmenter.moc"
