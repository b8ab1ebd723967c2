// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/modelpixels.h"

#include "tests/support/fakeslide.h"
#include "tests/support/pictures.h"

#include <QtTest>
#include <cmath>
#include <random>

using nb::ModelPixels;
using nb::Rect;
using nb::RgbImage;

namespace
{

std::shared_ptr<const nb::test::FakeSlide> slideOf(int width, int height, int levels = 1)
{
    return std::make_shared<const nb::test::FakeSlide>(nb::test::placePicture(width, height), levels);
}

/// The average of `picture` over [x0, x1) x [y0, y1), straight from the definition.
double averageOver(const RgbImage& picture, double x0, double x1, double y0, double y1, int channel)
{
    double sum = 0, weights = 0;
    for (int y = 0; y < picture.height; ++y) {
        const double high = std::max(0.0, std::min(y1, y + 1.0) - std::max(y0, static_cast<double>(y)));
        for (int x = 0; x < picture.width && high > 0; ++x) {
            const double wide = std::max(0.0, std::min(x1, x + 1.0) - std::max(x0, static_cast<double>(x)));
            sum += wide * high * picture.row(y)[3 * x + channel];
            weights += wide * high;
        }
    }
    return sum / weights;
}

} // namespace

class TestModelPixels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyRectangleIsTheCutOfTheWhole_data();
    void anyRectangleIsTheCutOfTheWhole();
    void atScaleOnePixelsAreTheSlidesOwn();
    void averagesAreasWhereTheSlideIsFiner();
    void takesTheNearestFinerLevel();
    void interpolatesWhereTheSlideIsCoarser();
    void axesMayDiffer();
    void failuresAreTheSlides();
};

void TestModelPixels::anyRectangleIsTheCutOfTheWhole_data()
{
    QTest::addColumn<double>("slideMpp");
    QTest::addColumn<int>("levels");
    QTest::newRow("same") << 0.25 << 1;
    QTest::newRow("a little finer") << 0.2437 << 1;
    QTest::newRow("twice as fine") << 0.125 << 3;
    QTest::newRow("much finer, with levels") << 0.0513 << 4;
    QTest::newRow("a little coarser") << 0.2512 << 2;
    QTest::newRow("twice as coarse") << 0.499 << 2;
    QTest::newRow("much coarser") << 1.03 << 1;
}

void TestModelPixels::anyRectangleIsTheCutOfTheWhole()
{
    QFETCH(double, slideMpp);
    QFETCH(int, levels);
    const ModelPixels pixels(slideOf(317, 211, levels), {slideMpp, slideMpp}, 0.25);
    const auto whole = pixels.read({0, 0, pixels.width(), pixels.height()});
    QVERIFY(whole.ok());
    QVERIFY(std::abs(static_cast<double>(pixels.width()) * pixels.scaleX() - 317) <= pixels.scaleX());
    std::mt19937 random(5);
    for (int i = 0; i < 40; ++i) {
        const auto below = [&random](std::int64_t n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        const int x = below(pixels.width() + 20) - 10, y = below(pixels.height() + 20) - 10, width = 1 + below(90),
                  height = 1 + below(90);
        const auto part = pixels.read({x, y, width, height});
        QVERIFY(part.ok());
        QCOMPARE(part->pixels, nb::test::cutOut(*whole, x, y, width, height).pixels);
    }
}

void TestModelPixels::atScaleOnePixelsAreTheSlidesOwn()
{
    const auto slide = slideOf(100, 80, 3);
    const ModelPixels pixels(slide, {0.25, 0.25}, 0.25);
    QCOMPARE(pixels.width(), 100);
    QCOMPARE(pixels.height(), 80);
    QCOMPARE(pixels.read({3, 5, 60, 70})->pixels, slide->read(0, {3, 5, 60, 70})->pixels);
}

void TestModelPixels::averagesAreasWhereTheSlideIsFiner()
{
    const RgbImage picture = nb::test::placePicture(90, 70);
    const ModelPixels pixels(std::make_shared<const nb::test::FakeSlide>(picture), {0.1, 0.1}, 0.25);
    QCOMPARE(pixels.width(), 36);
    QCOMPARE(pixels.height(), 28);
    const auto all = pixels.read({0, 0, 36, 28});
    for (int y = 0; y < 28; ++y)
        for (int x = 0; x < 36; ++x)
            for (int c = 0; c < 3; ++c) {
                const double expected = averageOver(picture, x * 2.5, (x + 1) * 2.5, y * 2.5, (y + 1) * 2.5, c);
                QVERIFY(std::abs(all->row(y)[3 * x + c] - expected) <= 0.51);
            }
}

void TestModelPixels::takesTheNearestFinerLevel()
{
    // Levels of one grey each tell which of them was read.
    class Levels : public nb::test::FakeSlide
    {
    public:
        Levels()
            : FakeSlide(RgbImage(256, 256), 4)
        {
        }
        [[nodiscard]] nb::Result<RgbImage> read(int level, const Rect& area) const override
        {
            return RgbImage(
                static_cast<int>(area.width), static_cast<int>(area.height), static_cast<std::uint8_t>(10 * level));
        }
    };
    const auto levelAt = [](double slideMpp) {
        const ModelPixels pixels(std::make_shared<const Levels>(), {slideMpp, slideMpp}, 0.25);
        return pixels.read({1, 1, 2, 2})->pixels.front() / 10;
    };
    QCOMPARE(levelAt(0.5), 0);
    QCOMPARE(levelAt(0.25), 0);
    QCOMPARE(levelAt(0.13), 0); // level 1 would be coarser than the model
    QCOMPARE(levelAt(0.125), 1);
    QCOMPARE(levelAt(0.07), 1);
    QCOMPARE(levelAt(0.03125), 3);
    QCOMPARE(levelAt(0.01), 3);
}

void TestModelPixels::interpolatesWhereTheSlideIsCoarser()
{
    RgbImage ramp(40, 3);
    for (int y = 0; y < 3; ++y)
        for (int x = 0; x < 40; ++x)
            std::fill_n(ramp.row(y) + 3 * x, 3, static_cast<std::uint8_t>(6 * x));
    const ModelPixels pixels(std::make_shared<const nb::test::FakeSlide>(ramp), {0.5, 0.5}, 0.25);
    QCOMPARE(pixels.width(), 80);
    const auto all = pixels.read({0, 0, 80, 6});
    for (int x = 1; x < 79; ++x) // centres are at (x + 0.5) / 2 - 0.5
        QVERIFY(std::abs(all->row(2)[3 * x] - 6 * ((x + 0.5) / 2 - 0.5)) <= 0.51);
    QCOMPARE(all->row(0)[0], 0);
    QCOMPARE(all->row(0)[3 * 79], 6 * 39);
}

void TestModelPixels::axesMayDiffer()
{
    const ModelPixels pixels(slideOf(200, 200), {0.125, 0.5}, 0.25);
    QCOMPARE(pixels.scaleX(), 2.0);
    QCOMPARE(pixels.scaleY(), 0.5);
    QCOMPARE(pixels.width(), 100);
    QCOMPARE(pixels.height(), 400);
    QCOMPARE(pixels.read({90, 390, 20, 20})->pixels,
        nb::test::cutOut(*pixels.read({0, 0, 100, 400}), 90, 390, 20, 20).pixels);
}

void TestModelPixels::failuresAreTheSlides()
{
    const auto slide = std::make_shared<nb::test::FakeSlide>(nb::test::placePicture(50, 50));
    slide->failing = true;
    for (const double mpp : {0.25, 0.3, 0.1}) {
        const ModelPixels pixels(slide, {mpp, mpp}, 0.25);
        QCOMPARE(pixels.read({0, 0, 10, 10}).error().code, nb::ErrorCode::Unreadable);
        QVERIFY(!pixels.read({0, 0, 0, 10}).ok());
    }
}

QTEST_GUILESS_MAIN(TestModelPixels)
#include "tst_modelpixels.moc"
