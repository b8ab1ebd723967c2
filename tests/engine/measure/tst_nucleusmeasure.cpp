// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/contour.h"
#include "engine/measure/nucleusmeasure.h"

#include <QtTest>
#include <cmath>
#include <numbers>

namespace {

struct Planes {
    nb::Plane<std::uint8_t> mask, background, boundary, inside;
    nb::Plane<float> haematoxylin, eosin;

    explicit Planes(int side)
        : mask(side, side), background(side, side, 10), boundary(side, side, 51), inside(side, side, 204),
          haematoxylin(side, side, 0.5F), eosin(side, side, 0.25F)
    {
    }
    [[nodiscard]] nb::NucleusMeasurements measured(double mpp = 0.25) const
    {
        return nb::measureNucleus({mask, haematoxylin, eosin, background, boundary, inside, mpp}, nb::outlinesOf(mask));
    }
};

Planes ellipse(double rx, double ry, double degrees, double cx = 70.3, double cy = 69.8)
{
    Planes planes(140);
    const double a = degrees * std::numbers::pi / 180;
    for (int y = 0; y < 140; ++y)
        for (int x = 0; x < 140; ++x) {
            const double dx = x + 0.5 - cx, dy = -(y + 0.5 - cy); // upwards, as people read angles
            const double u = dx * std::cos(a) + dy * std::sin(a), v = -dx * std::sin(a) + dy * std::cos(a);
            planes.mask.at(x, y) = u * u / (rx * rx) + v * v / (ry * ry) <= 1 ? 255 : 0;
        }
    return planes;
}

} // namespace

class TestNucleusMeasure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDiscHasTheCirclesPerimeter();
    void anEllipseHasItsAxesAndAngle();
    void aSquareIsNeitherRoundNorHollow();
    void densitiesAndProbabilitiesAreThoseOfTheMask();
    void lengthsFollowTheSizeOfAPixel();
};

void TestNucleusMeasure::aDiscHasTheCirclesPerimeter()
{
    for (double r = 3; r <= 60; r += 0.5) {
        for (const auto& [cx, cy] : {std::pair{70.0, 70.0}, {70.5, 70.5}, {70.3, 69.8}, {70.1, 70.45}}) {
            const auto m = ellipse(r, r, 0, cx, cy).measured(1.0);
            const double radius = std::sqrt(m.areaUm2 / std::numbers::pi); // the rasterised disc's own
            const double error = m.perimeterUm / (2 * std::numbers::pi * radius) - 1;
            QVERIFY2(std::abs(error) <= 0.02, qPrintable(QStringLiteral("radius %1: %2").arg(r).arg(error)));
            QVERIFY(m.circularity > 0.95 && m.solidity > 0.98);
            QVERIFY(m.eccentricity < (r < 6 ? 0.45 : 0.3)); // a few pixels off-centre are no circle
        }
    }
}

void TestNucleusMeasure::anEllipseHasItsAxesAndAngle()
{
    for (const double angle : {0.0, 30.0, 45.0, 90.0, 135.0, 170.0}) {
        const auto m = ellipse(30, 15, angle).measured(0.5);
        QVERIFY(std::abs(m.majorAxisUm - 30) < 0.4);
        QVERIFY(std::abs(m.minorAxisUm - 15) < 0.3);
        QVERIFY(std::abs(m.eccentricity - std::sqrt(0.75)) < 0.01);
        const double off = std::abs(m.orientationDeg - angle);
        QVERIFY2(std::min(off, 180 - off) < 1.5, qPrintable(QString::number(m.orientationDeg)));
        QVERIFY(m.orientationDeg >= 0 && m.orientationDeg < 180);
    }
}

void TestNucleusMeasure::aSquareIsNeitherRoundNorHollow()
{
    Planes planes(50);
    for (int y = 10; y < 40; ++y)
        std::fill_n(planes.mask.row(y) + 10, 30, std::uint8_t{255});
    const auto m = planes.measured(1.0);
    QCOMPARE(m.areaUm2, 900.0);
    QVERIFY(std::abs(m.circularity - std::numbers::pi / 4) < 0.05); // the outline rounds its corners
    QVERIFY(m.solidity > 0.99);
    QVERIFY(m.eccentricity < 1e-6);
}

void TestNucleusMeasure::densitiesAndProbabilitiesAreThoseOfTheMask()
{
    Planes planes(20);
    for (int y = 5; y < 15; ++y)
        for (int x = 5; x < 15; ++x) {
            planes.mask.at(x, y) = 255;
            planes.haematoxylin.at(x, y) = x < 10 ? 1.0F : 2.0F;
        }
    planes.boundary.at(5, 5) = 255; // one of the 36 outline pixels
    const auto m = planes.measured();
    QVERIFY(std::abs(m.haematoxylinMean - 1.5) < 1e-6 && std::abs(m.haematoxylinStd - 0.5) < 1e-6);
    QVERIFY(std::abs(m.eosinMean - 0.25) < 1e-6 && m.eosinStd < 1e-6);
    QVERIFY(std::abs(m.insideMean - 0.8) < 1e-9);
    QVERIFY(std::abs(m.boundaryConfidence - (35 * 0.8 + 1.0) / 36) < 1e-9);
}

void TestNucleusMeasure::lengthsFollowTheSizeOfAPixel()
{
    const auto fine = ellipse(20, 12, 20).measured(0.25), coarse = ellipse(20, 12, 20).measured(0.5);
    QVERIFY(std::abs(coarse.areaUm2 / fine.areaUm2 - 4) < 1e-9);
    QVERIFY(std::abs(coarse.perimeterUm / fine.perimeterUm - 2) < 1e-9);
    QVERIFY(std::abs(coarse.majorAxisUm / fine.majorAxisUm - 2) < 1e-9);
    QCOMPARE(coarse.circularity, fine.circularity);
}

QTEST_GUILESS_MAIN(TestNucleusMeasure)
#include "tst_nucleusmeasure.moc"
