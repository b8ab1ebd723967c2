// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/wand.h"

#include "tests/support/shapechecks.h"

#include <QtTest>
#include <random>

using nb::areaOf;
using nb::RgbImage;

namespace
{

/// Violet discs on pink, with noise.
RgbImage picture(double noise)
{
    std::mt19937 random(4);
    std::normal_distribution<double> gauss(0, std::max(noise, 1e-9));
    RgbImage image(200, 160);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const bool in = std::hypot(x + 0.5 - 60, y + 0.5 - 80) < 20 || std::hypot(x + 0.5 - 120, y + 0.5 - 80) < 15;
            const double colour[] = {in ? 110.0 : 225.0, in ? 80.0 : 170.0, in ? 150.0 : 200.0};
            for (int c = 0; c < 3; ++c)
                image.row(y)[3 * x + c]
                    = static_cast<std::uint8_t>(std::lround(std::clamp(colour[c] + gauss(random), 0.0, 255.0)));
        }
    return image;
}

const nb::PixelFrame kFrame{{1000, 2000}, 2, 2};

} // namespace

class TestWand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheObjectUnderThePoint();
    void exactTakesTheVerySameColourOnly();
    void moreSensitivityTakesMore();
    void aPointOutsideIsRefused();
};

void TestWand::takesTheObjectUnderThePoint()
{
    for (const double noise : {0.0, 4.0}) {
        const auto shape = nb::wandRegion(picture(noise), kFrame, {1000 + 2 * 60, 2000 + 2 * 80}, {});
        QVERIFY(shape.ok());
        QCOMPARE(nb::test::flawOf(*shape), std::string());
        const double wanted = M_PI * 20 * 20 * 4;
        QVERIFY2(std::abs(areaOf(*shape) / wanted - 1) < 0.12, qPrintable(QString::number(areaOf(*shape) / wanted)));
        QVERIFY(!nb::contains(*shape, {1000 + 2 * 120, 2000 + 2 * 80}));
    }
}

void TestWand::exactTakesTheVerySameColourOnly()
{
    RgbImage image = picture(0);
    const auto whole = nb::wandRegion(image, kFrame, {1120, 2160}, {true, 1});
    QVERIFY(whole.ok());
    QVERIFY(std::abs(areaOf(*whole) / (M_PI * 1600) - 1) < 0.035);
    for (int y = 0; y < image.height; ++y)
        image.row(y)[3 * 65] += 1; // a column one step off
    const auto half = nb::wandRegion(image, kFrame, {1120, 2160}, {true, 1});
    QVERIFY(areaOf(*half) < 0.7 * areaOf(*whole));
}

void TestWand::moreSensitivityTakesMore()
{
    const auto little = nb::wandRegion(picture(6), kFrame, {1120, 2160}, {false, 0.3});
    const auto much = nb::wandRegion(picture(6), kFrame, {1120, 2160}, {false, 30});
    QVERIFY(little.ok() && much.ok());
    QVERIFY(areaOf(*little) < 0.9 * M_PI * 1600);
    QCOMPARE(nb::test::flawOf(*little), std::string());
    QVERIFY(std::abs(areaOf(*much) - 400 * 320) < 400); // the whole picture, its corners cut
}

void TestWand::aPointOutsideIsRefused()
{
    QVERIFY(!nb::wandRegion(picture(0), kFrame, {999, 2100}, {}).ok());
    QVERIFY(!nb::wandRegion(picture(0), kFrame, {1400, 2100}, {}).ok());
    QVERIFY(!nb::wandRegion({}, kFrame, {1400, 2100}, {}).ok());
}

QTEST_APPLESS_MAIN(TestWand)
#include "tst_wand.moc"
