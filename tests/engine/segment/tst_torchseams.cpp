// SPDX-License-Identifier: GPL-3.0-or-later
// The promise of design.md section 3 with the real network on a real slide: what was asked for, threads and tiles
// change no nucleus.
#include "engine/geometry/polygon.h"
#include "engine/segment/slidesegmenter.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>
#include <map>
#include <random>

using nb::Nucleus;
using nb::Rect;

namespace
{

constexpr auto kSlide = "slides/CMU-1-Small-Region.svs";

bool same(const Nucleus& a, const Nucleus& b)
{
    const auto bits = [](const Nucleus& n) {
        const nb::NucleusMeasurements& m = n.measurements;
        return std::array{m.areaUm2, m.perimeterUm, m.circularity, m.solidity, m.eccentricity, m.majorAxisUm,
            m.minorAxisUm, m.orientationDeg, m.haematoxylinMean, m.haematoxylinStd, m.eosinMean, m.eosinStd,
            m.insideMean, m.boundaryConfidence};
    };
    return a.id == b.id && a.contour == b.contour && a.firstX == b.firstX && a.firstY == b.firstY && bits(a) == bits(b);
}

std::vector<Nucleus> segment(const std::shared_ptr<const nb::SlideRecipe>& recipe, const Rect& area, int threads,
    int tile, nb::PatchOrder order = nb::PatchOrder::Reading)
{
    std::vector<Nucleus> nuclei;
    nb::NetworkScheduler scheduler(threads);
    nb::SegmentSinks sinks;
    sinks.nuclei = [&](std::vector<Nucleus> some) { std::move(some.begin(), some.end(), std::back_inserter(nuclei)); };
    nb::SegmentRequest request{area};
    request.tilePx = tile;
    request.order = order;
    nb::Progress progress;
    const auto summary = nb::segmentSlide(recipe, scheduler, request, sinks, {}, progress);
    if (!summary)
        qWarning("%s", summary.error().message().c_str());
    return nuclei;
}

} // namespace

class TestTorchSeams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void regionsHaveTheNucleiOfTheWholeSlide();
    void aRegionSnugAroundANucleusHasIt();
    void oneThreadAndOtherTilesGiveTheSame();

private:
    std::shared_ptr<const nb::SlideRecipe> m_recipe;
    Rect m_all;
    std::vector<Nucleus> m_whole;
};

void TestTorchSeams::initTestCase()
{
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    const auto network
        = nb::loadNetwork(nb::test::defaultModelPath(), {nb::PrecisionChoice::Auto, nb::DeviceChoice::Cpu});
    QVERIFY(network);
    const auto slide = nb::openSlide(nb::test::sharedPath(kSlide));
    QVERIFY(slide);
    m_all = {0, 0, (*slide)->info().width(), (*slide)->info().height()};
    const auto recipe = nb::prepareSlide(*slide, *network, {}, {});
    QVERIFY(recipe);
    m_recipe = *recipe;
    m_whole = segment(m_recipe, m_all, 2, 0);
    QVERIFY2(m_whole.size() > 300, qPrintable(QString::number(m_whole.size())));
}

void TestTorchSeams::regionsHaveTheNucleiOfTheWholeSlide()
{
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    std::mt19937 random(2018);
    const auto upTo = [&](std::int64_t n) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(n)); };
    std::size_t compared = 0;
    for (int i = 0; i < 20; ++i) {
        const Rect region{upTo(m_all.width - 60), upTo(m_all.height - 60), 60 + upTo(200), 60 + upTo(200)};
        const auto order = i % 2 == 0 ? nb::PatchOrder::Reading : nb::PatchOrder::FromCentre;
        const auto here = segment(m_recipe, region, 1 + i % 3, i % 4 == 3 ? 200 : 0, order);
        std::map<nb::Uuid, const Nucleus*> byId;
        for (const Nucleus& nucleus : here)
            byId[nucleus.id] = &nucleus;
        QCOMPARE(byId.size(), here.size());
        for (const Nucleus& nucleus : m_whole) {
            const auto found = byId.find(nucleus.id);
            if (found != byId.end()) {
                QVERIFY(same(*found->second, nucleus));
                byId.erase(found);
                ++compared;
            } else {
                QVERIFY2(!region.contains(nb::boundsOf(nucleus.contour)),
                    "a nucleus that lies wholly inside the region is missing");
            }
        }
        QVERIFY2(byId.empty(), "a nucleus that the whole slide does not have");
    }
    QVERIFY2(compared > 50, qPrintable(QString::number(compared)));
}

void TestTorchSeams::aRegionSnugAroundANucleusHasIt()
{
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    for (std::size_t i = 5; i < m_whole.size(); i += m_whole.size() / 8) {
        const auto here = segment(m_recipe, nb::boundsOf(m_whole[i].contour), 2, 0);
        const auto found
            = std::find_if(here.begin(), here.end(), [&](const Nucleus& n) { return n.id == m_whole[i].id; });
        QVERIFY2(found != here.end(), qPrintable(QString::number(i)));
        QVERIFY(same(*found, m_whole[i]));
    }
}

void TestTorchSeams::oneThreadAndOtherTilesGiveTheSame()
{
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    // A strip over the whole width; tst_slidesegmenter does the same on whole slides, with a network that costs
    // nothing.
    const Rect strip{0, m_all.height / 2, m_all.width, 400};
    const auto one = segment(m_recipe, strip, 1, 333), many = segment(m_recipe, strip, 4, 0);
    QVERIFY(one.size() > 50);
    QCOMPARE(one.size(), many.size());
    for (std::size_t i = 0; i < one.size(); ++i)
        QVERIFY2(same(one[i], many[i]), qPrintable(QString::number(i)));
}

QTEST_GUILESS_MAIN(TestTorchSeams)
#include "tst_torchseams.moc"
