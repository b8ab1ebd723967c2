// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/opticaldensity.h"
#include "engine/stain/stainnormalizer.h"
#include "engine/stain/twostainfit.h"
#include "engine/stain/vahadane.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/stainpictures.h"

#include <QtTest>

#include <limits>

using namespace nb;

namespace
{

const StainMatrix kSource{unitVector({0.743, 0.600, 0.297}), unitVector({0.282, 0.842, 0.460}), {3.376, 3.859}};

SlideStain vahadane()
{
    return {StainMethod::Vahadane, kSource, test::modelTarget(), false, "", 0.1};
}

/// Every 5th value of each channel: 140,608 colours of all kinds.
RgbImage allColours()
{
    RgbImage image(52 * 52, 52);
    std::size_t i = 0;
    for (int r = 0; r < 256; r += 5)
        for (int g = 0; g < 256; g += 5)
            for (int b = 0; b < 256; b += 5)
                for (const int v : {r, g, b})
                    image.pixels[i++] = static_cast<std::uint8_t>(v);
    return image;
}

int exactLevel(double density)
{
    return static_cast<int>(std::lround(std::min(255 * std::exp(-density), 255.0)));
}

} // namespace

class TestStainNormalizer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithIndependentImplementation()
    {
        NB_NEEDS_SHARED("vectors/stain/normalised.png");
        RgbImage image = test::readPicture(test::sharedPath("vectors/stain/source.png"));
        const auto target = test::readPicture(test::sharedPath("vectors/stain/target.png"));
        const auto truth = test::readPicture(test::sharedPath("vectors/stain/normalised.png"));
        const auto from = estimateVahadane(tissueDensities(image), 0.1),
                   to = estimateVahadane(tissueDensities(target), 0.1);
        StainNormalizer({StainMethod::Vahadane, *from, *to, false, "", 0.1})
            .apply(image.pixels.data(), image.pixels.size() / 3);
        double sum = 0;
        int most = 0;
        for (std::size_t i = 0; i < image.pixels.size(); ++i) {
            const int off = std::abs(image.pixels[i] - truth.pixels[i]);
            sum += off;
            most = std::max(most, off);
        }
        qInfo("mean difference %.4f grey levels, largest %d", sum / static_cast<double>(image.pixels.size()), most);
        QVERIFY(sum / static_cast<double>(image.pixels.size()) < 0.5);
        QVERIFY(most <= 2);
    }
    void tablesAreWithinOneGreyLevelOfTheExactComputation_data()
    {
        QTest::addColumn<bool>("macenko");
        QTest::newRow("vahadane") << false;
        QTest::newRow("macenko") << true;
    }
    void tablesAreWithinOneGreyLevelOfTheExactComputation()
    {
        QFETCH(bool, macenko);
        SlideStain stain = vahadane();
        stain.method = macenko ? StainMethod::Macenko : StainMethod::Vahadane;
        const RgbImage before = allColours();
        RgbImage after = before;
        StainNormalizer(stain).apply(after.pixels.data(), after.pixels.size() / 3);
        const TwoStainFit fit(kSource.haematoxylin, kSource.eosin, macenko ? 0 : 0.1);
        const StainMatrix& to = stain.target;
        for (std::size_t i = 0; i < before.pixels.size(); i += 3) {
            const auto [h, e] = fit(densityOf(&before.pixels[i]));
            for (std::size_t c = 0; c < 3; ++c) {
                const double density = to.haematoxylin[c] * h * to.p99[0] / kSource.p99[0]
                    + to.eosin[c] * e * to.p99[1] / kSource.p99[1];
                QVERIFY(std::abs(exactLevel(density) - after.pixels[i + c]) <= 1);
            }
        }
    }
    void aPixelBecomesTheSameWhereverItLies()
    {
        const StainNormalizer normalizer(vahadane());
        RgbImage whole = allColours(), parts = whole;
        normalizer.apply(whole.pixels.data(), whole.pixels.size() / 3);
        const std::size_t count = parts.pixels.size() / 3;
        for (std::size_t at = 0, step = 1; at < count; at += step, step = step % 7 + 1)
            normalizer.apply(&parts.pixels[at * 3], std::min(step, count - at));
        QVERIFY(whole.pixels == parts.pixels);
    }
    void withoutAMethodPixelsStayAsTheyAre()
    {
        const RgbImage before = allColours();
        SlideStain stain = vahadane();
        stain.method = StainMethod::None;
        RgbImage after = before;
        StainNormalizer(stain).apply(after.pixels.data(), after.pixels.size() / 3);
        QVERIFY(after.pixels == before.pixels);
    }
    void brokenStainsLeavePixelsAsTheyAre()
    {
        const RgbImage before = allColours();
        for (const double bad : {std::numeric_limits<double>::quiet_NaN(), -1.0, 0.0}) {
            SlideStain stain = vahadane();
            stain.source.p99[0] = bad;
            RgbImage after = before;
            StainNormalizer(stain).apply(after.pixels.data(), after.pixels.size() / 3);
            QVERIFY(after.pixels == before.pixels);
        }
        const StainSeparation separation(StainMatrix{});
        std::vector<float> h(1), e(1);
        separation.densities(before.pixels.data(), 1, h.data(), e.data());
        QCOMPARE(h[0], 0.0F);
    }
    void separationGivesBackWhatWasPainted()
    {
        const StainSeparation separation(kSource);
        std::array<std::uint8_t, 3> rgb{};
        for (double h = 0; h < 2.5; h += 0.1)
            for (double e = 0; e < 1.6; e += 0.1) {
                test::paint(rgb.data(), kSource, h, e);
                float foundH = -1, foundE = -1;
                separation.densities(rgb.data(), 1, &foundH, &foundE);
                QVERIFY(std::abs(static_cast<double>(foundH) - h) < 0.06);
                QVERIFY(std::abs(static_cast<double>(foundE) - e) < 0.06);
            }
    }
    void showsOneStainAlone()
    {
        const StainSeparation separation(kSource);
        std::array<std::uint8_t, 3> mixed{}, alone{};
        const auto near = [](const auto& a, const auto& b) {
            return std::equal(a.begin(), a.end(), b.begin(), [](int x, int y) { return std::abs(x - y) <= 3; });
        };
        for (const auto& [view, h, e] : {std::tuple(StainSeparation::View::Haematoxylin, 1.0, 0.0),
                 std::tuple(StainSeparation::View::Eosin, 0.0, 0.7)}) {
            test::paint(mixed.data(), kSource, 1.0, 0.7);
            test::paint(alone.data(), kSource, h, e);
            separation.showOnly(view, mixed.data(), 1);
            QVERIFY(near(mixed, alone));
        }
    }
    void residualIsWhiteWhereTheStainsExplainAllAndDarkWhereTheyDoNot()
    {
        const StainSeparation separation(kSource);
        std::array<std::uint8_t, 3> stained{}, green{30, 200, 60};
        test::paint(stained.data(), kSource, 1.0, 0.7);
        separation.showOnly(StainSeparation::View::Residual, stained.data(), 1);
        QVERIFY(*std::min_element(stained.begin(), stained.end()) >= 250);
        separation.showOnly(StainSeparation::View::Residual, green.data(), 1);
        QVERIFY(*std::min_element(green.begin(), green.end()) < 200);
    }
};

QTEST_GUILESS_MAIN(TestStainNormalizer)
#include "tst_stainnormalizer.moc"
