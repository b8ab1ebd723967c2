// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/demotissue.h"
#include "engine/geometry/polygon.h"

#include <QtTest>

#include <map>
#include <set>
#include <thread>

namespace
{

using nb::DemoTissue;
using nb::DemoTruth;
using nb::Rect;
using nb::RgbImage;

// A slide with an edge in reach and blocks (1024 px) and paint tiles (256 px) to cross.
constexpr std::int64_t kWidth = 1500, kHeight = 1300;

RgbImage cut(const RgbImage& whole, const Rect& wholeArea, const Rect& area)
{
    RgbImage part(static_cast<int>(area.width), static_cast<int>(area.height));
    for (int y = 0; y < part.height; ++y)
        std::copy_n(whole.row(static_cast<int>(area.y - wholeArea.y) + y) + (area.x - wholeArea.x) * 3,
            static_cast<std::size_t>(part.width) * 3, part.row(y));
    return part;
}

double meanGrey(const RgbImage& picture)
{
    double sum = 0;
    for (const std::uint8_t value : picture.pixels)
        sum += value;
    return sum / static_cast<double>(picture.pixels.size());
}

/// Each nucleus' pixels of a label image, by its id.
std::map<nb::Uuid, std::set<std::pair<std::int64_t, std::int64_t>>> pixelsById(
    const DemoTruth& truth, const Rect& area, const Rect& in)
{
    std::map<nb::Uuid, std::set<std::pair<std::int64_t, std::int64_t>>> pixels;
    for (int y = 0; y < truth.labels.height; ++y)
        for (int x = 0; x < truth.labels.width; ++x)
            if (const auto label = truth.labels.at(x, y); label != 0 && in.contains(area.x + x, area.y + y))
                pixels[truth.nuclei[label - 1].id].insert({area.x + x, area.y + y});
    return pixels;
}

/// How much darker (in red, which haematoxylin takes) the picture is in nuclei than outside, with the truth moved
/// aside.
double contrastOf(const RgbImage& picture, const nb::LabelImage& labels, int shift)
{
    double sums[2]{}, counts[2]{};
    for (int y = 0; y < picture.height; ++y)
        for (int x = shift; x < picture.width; ++x) {
            const int in = labels.at(x - shift, y) != 0 ? 1 : 0;
            sums[in] += picture.row(y)[3 * x];
            counts[in] += 1;
        }
    return sums[0] / counts[0] - sums[1] / counts[1];
}

} // namespace

class TestDemoTissue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRectangleIsTheCutOfTheWhole();
    void theSameOnEveryThread();
    void beyondTheSlideIsWhite();
    void truthOfARectangleIsTheCutOfTheWhole();
    void contoursHoldExactlyTheLabelledPixels();
    void everyNucleusIsOwnedOnce();
    void noNucleusIsCutByTheSlidesEdge();
    void nucleiAreDarkerThanWhatIsAround();
    void nucleiHaveTheSizesOfNuclei();
    void anotherSeedIsAnotherSlide();
    void stainsDifferAndShareTheTruth();
    void theEdgeOfTheSlideIsGround();
    void tinySlidesWork();
};

void TestDemoTissue::everyRectangleIsTheCutOfTheWhole()
{
    const DemoTissue tissue(kWidth, kHeight, 3, 0);
    const Rect whole{300, 300, 900, 800};
    const RgbImage picture = tissue.render(whole);
    for (const Rect& area :
        {Rect{300, 300, 1, 1}, Rect{511, 511, 3, 2}, Rect{1001, 997, 150, 60}, Rect{333, 651, 271, 133}})
        QCOMPARE(tissue.render(area).pixels, cut(picture, whole, area).pixels);
}

void TestDemoTissue::theSameOnEveryThread()
{
    const DemoTissue tissue(kWidth, kHeight, 4, 1);
    const Rect area{400, 500, 200, 150};
    const RgbImage here = tissue.render(area);
    RgbImage first, second;
    std::thread one([&] { first = tissue.render(area); });
    std::thread other([&] { second = tissue.render(area); });
    one.join();
    other.join();
    QCOMPARE(first.pixels, here.pixels);
    QCOMPARE(second.pixels, here.pixels);
}

void TestDemoTissue::beyondTheSlideIsWhite()
{
    const DemoTissue tissue(300, 200, 1, 0);
    const Rect area{-20, -10, 340, 230};
    const RgbImage picture = tissue.render(area);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            if (!Rect{0, 0, 300, 200}.contains(x - 20, y - 10))
                QVERIFY(picture.row(y)[3 * x] == 255 && picture.row(y)[3 * x + 1] == 255
                    && picture.row(y)[3 * x + 2] == 255);
    QCOMPARE(cut(picture, area, {0, 0, 300, 200}).pixels, tissue.render({0, 0, 300, 200}).pixels);
}

void TestDemoTissue::truthOfARectangleIsTheCutOfTheWhole()
{
    const DemoTissue tissue(kWidth, kHeight, 3, 0);
    const Rect whole{300, 300, 800, 700}, part{411, 505, 333, 222};
    const DemoTruth large = tissue.truth(whole), small = tissue.truth(part);
    QVERIFY(small.nuclei.size() > 20);
    QCOMPARE(pixelsById(small, part, part), pixelsById(large, whole, part));
}

void TestDemoTissue::contoursHoldExactlyTheLabelledPixels()
{
    const DemoTissue tissue(kWidth, kHeight, 5, 0);
    const Rect area{350, 350, 500, 500};
    const DemoTruth truth = tissue.truth(area);
    const auto pixels = pixelsById(truth, area, area);
    for (const nb::Nucleus& nucleus : truth.nuclei) {
        QVERIFY(nb::isSimple(nucleus.contour));
        const Rect bounds = nb::boundsOf(nucleus.contour);
        if (!area.contains(bounds))
            continue;
        std::set<std::pair<std::int64_t, std::int64_t>> inside;
        for (std::int64_t y = bounds.y; y < bounds.bottom(); ++y)
            for (std::int64_t x = bounds.x; x < bounds.right(); ++x)
                if (nb::contains(nucleus.contour, {static_cast<double>(x) + 0.5, static_cast<double>(y) + 0.5}))
                    inside.insert({x, y});
        QCOMPARE(inside, pixels.at(nucleus.id));
        QCOMPARE(nb::signedArea(nucleus.contour), static_cast<double>(inside.size()));
        QCOMPARE(nucleus.measurements.areaUm2, static_cast<double>(inside.size()) / 16);
    }
}

void TestDemoTissue::everyNucleusIsOwnedOnce()
{
    const DemoTissue tissue(kWidth, kHeight, 6, 0);
    std::set<nb::Uuid> owned;
    for (const Rect& part :
        {Rect{0, 0, 700, 600}, Rect{700, 0, 800, 600}, Rect{0, 600, 700, 700}, Rect{700, 600, 800, 700}})
        for (const nb::Nucleus& nucleus : tissue.nucleiOwnedBy(part))
            QVERIFY(owned.insert(nucleus.id).second);
    std::set<nb::Uuid> all;
    for (const nb::Nucleus& nucleus : tissue.truth({0, 0, kWidth, kHeight}).nuclei)
        all.insert(nucleus.id);
    QCOMPARE(owned, all);
    QVERIFY(all.size() > 200);
}

void TestDemoTissue::noNucleusIsCutByTheSlidesEdge()
{
    const DemoTissue tissue(400, 400, 7, 0);
    for (const nb::Nucleus& nucleus : tissue.truth({-100, -100, 600, 600}).nuclei)
        QVERIFY((Rect{0, 0, 400, 400}.contains(nb::boundsOf(nucleus.contour))));
}

void TestDemoTissue::nucleiAreDarkerThanWhatIsAround()
{
    const DemoTissue tissue(kWidth, kHeight, 8, 0);
    const Rect area{300, 300, 700, 700};
    const RgbImage picture = tissue.render(area);
    const DemoTruth truth = tissue.truth(area);
    QVERIFY(truth.nuclei.size() > 50);
    const double contrast = contrastOf(picture, truth.labels, 0);
    QVERIFY2(contrast > 20, qPrintable(QString::number(contrast)));
    const double aside = contrastOf(picture, truth.labels, 12);
    QVERIFY2(aside < 0.6 * contrast, qPrintable(QStringLiteral("%1 of %2").arg(aside).arg(contrast)));
}

void TestDemoTissue::nucleiHaveTheSizesOfNuclei()
{
    const DemoTissue tissue(kWidth, kHeight, 9, 0);
    std::vector<double> areas;
    for (const nb::Nucleus& nucleus : tissue.nucleiOwnedBy({0, 0, kWidth, kHeight}))
        areas.push_back(nucleus.measurements.areaUm2);
    QVERIFY(areas.size() > 200);
    std::sort(areas.begin(), areas.end());
    const double median = areas[areas.size() / 2];
    QVERIFY2(median > 20 && median < 70, qPrintable(QString::number(median)));
    QVERIFY(areas.back() < 250);
}

void TestDemoTissue::anotherSeedIsAnotherSlide()
{
    const Rect area{500, 500, 100, 100};
    const RgbImage one = DemoTissue(kWidth, kHeight, 1, 0).render(area);
    QCOMPARE(DemoTissue(kWidth, kHeight, 1, 0).render(area).pixels, one.pixels);
    QVERIFY(DemoTissue(kWidth, kHeight, 2, 0).render(area).pixels != one.pixels);
}

void TestDemoTissue::stainsDifferAndShareTheTruth()
{
    const Rect area{500, 500, 150, 150};
    std::set<std::vector<std::uint8_t>> pictures;
    for (int stain = 0; stain < 6; ++stain) {
        const DemoTissue tissue(kWidth, kHeight, 1, stain);
        pictures.insert(tissue.render(area).pixels);
        QCOMPARE(tissue.truth(area).labels.pixels, DemoTissue(kWidth, kHeight, 1, 0).truth(area).labels.pixels);
    }
    QCOMPARE(pictures.size(), std::size_t{6});
}

void TestDemoTissue::theEdgeOfTheSlideIsGround()
{
    const DemoTissue tissue(3000, 2000, 1, 0);
    QVERIFY(meanGrey(tissue.render({0, 0, 3000, 4})) > 240);
    QVERIFY(meanGrey(tissue.render({2996, 0, 4, 2000})) > 240);
}

void TestDemoTissue::tinySlidesWork()
{
    for (const std::int64_t side : {1, 64, 65})
        QCOMPARE(DemoTissue(side, side, 1, 0).render({0, 0, side, side}).width, static_cast<int>(side));
    QVERIFY(DemoTissue(64, 64, 1, 0).truth({0, 0, 0, 0}).nuclei.empty());
}

QTEST_GUILESS_MAIN(TestDemoTissue)
#include "tst_demotissue.moc"
