// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/measureshape.h"

#include "engine/annotation/figures.h"
#include "engine/segment/mapstore.h"
#include "engine/segment/mapwindow.h"
#include "engine/segment/tileextraction.h"
#include "tests/support/caserunfixture.h"

#include <QtTest>

using nb::MeasureGround;
using nb::measureShape;
using nb::MultiPolygon;
using nb::NucleusMeasurements;

class TestMeasureShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModelsOutlineMeasuresAsTheModelsNucleusDoes();
    void shapeIsMeasuredWithoutMaps();
    void lengthsAreInMicrometresWhateverTheSlidesPixel();
    void aTinyShapeIsMeasuredToo();
    void aHoleCounts();
    void whatTheWindowDoesNotCoverIsNotMeasured();
    void nothingIsMeasuredOfNothing();
};

void TestMeasureShape::theModelsOutlineMeasuresAsTheModelsNucleusDoes()
{
    const auto recipe = nb::test::runRecipe();
    nb::MapStore store(*recipe);
    std::vector<nb::Nucleus> nuclei;
    nb::SegmentSinks sinks;
    sinks.maps = [&](std::shared_ptr<const nb::MapCell> cell) { store.add(std::move(cell)); };
    sinks.nuclei = [&](std::vector<nb::Nucleus> found) { nuclei.insert(nuclei.end(), found.begin(), found.end()); };
    nb::NetworkScheduler scheduler(2);
    nb::Progress progress;
    const auto& info = recipe->slide->info();
    QVERIFY(nb::segmentSlide(recipe, scheduler, {{0, 0, info.width(), info.height()}}, sinks, {}, progress).ok());
    QVERIFY(nuclei.size() > 100);
    int measured = 0;
    for (const nb::Nucleus& nucleus : nuclei) {
        const MultiPolygon shape{nb::Polygon{nucleus.contour, {}}};
        const nb::Rect area = nb::measureArea(shape, 1, 1);
        nb::MapWindow window = nb::backgroundWindow(area);
        const nb::Rect cells = recipe->grid.cellsOf(area);
        for (auto row = cells.y; row < cells.bottom(); ++row)
            for (auto column = cells.x; column < cells.right(); ++column)
                if (const auto cell = store.cell(column, row))
                    nb::pasteMaps(*cell, window);
        window.rgb = *recipe->pixels.read(area);
        const NucleusMeasurements m
            = measureShape(shape, {1, 1, recipe->pixels.mpp(), &window, &recipe->separation, true});
        const NucleusMeasurements& n = nucleus.measurements;
        if (n.areaUm2 < 4)
            continue;
        ++measured;
        const auto near = [](double a, double b, double share, double step) {
            return std::abs(a - b) <= share * std::abs(b) + step;
        };
        QVERIFY2(near(m.areaUm2, n.areaUm2, 0.002, 0.01), qPrintable(QString("%1 %2").arg(m.areaUm2).arg(n.areaUm2)));
        QVERIFY2(near(m.perimeterUm, n.perimeterUm, 0.05, 0.1),
            qPrintable(QString("%1 %2").arg(m.perimeterUm).arg(n.perimeterUm)));
        QVERIFY(near(m.circularity, n.circularity, 0.08, 0.01));
        QVERIFY(near(m.solidity, n.solidity, 0.04, 0));
        QVERIFY(near(m.majorAxisUm, n.majorAxisUm, 0.05, 0.05));
        QVERIFY(near(m.minorAxisUm, n.minorAxisUm, 0.05, 0.05));
        QVERIFY(near(m.haematoxylinMean, n.haematoxylinMean, 0.08, 0.01));
        QVERIFY(near(m.haematoxylinStd, n.haematoxylinStd, 0.2, 0.02));
        QVERIFY(near(m.eosinMean, n.eosinMean, 0.1, 0.02));
        QVERIFY(near(m.insideMean, n.insideMean, 0.05, 0.02));
        QVERIFY(near(m.boundaryConfidence, n.boundaryConfidence, 0.08, 0.02));
    }
    QVERIFY(measured > 100);
}

void TestMeasureShape::shapeIsMeasuredWithoutMaps()
{
    const NucleusMeasurements m = measureShape(nb::ellipseFigure({100, 100}, {180, 140}), {1, 1, 0.25});
    QVERIFY(std::abs(m.areaUm2 / (M_PI * 40 * 20 / 16) - 1) < 0.01);
    QVERIFY(std::abs(m.majorAxisUm - 20) < 0.2);
    QVERIFY(std::abs(m.minorAxisUm - 10) < 0.2);
    QVERIFY(m.orientationDeg < 2 || m.orientationDeg > 178);
    QVERIFY(std::abs(m.eccentricity - std::sqrt(0.75)) < 0.01);
    QVERIFY(m.solidity > 0.97);
    QVERIFY(std::isnan(m.haematoxylinMean) && std::isnan(m.insideMean) && std::isnan(m.boundaryConfidence));
}

void TestMeasureShape::lengthsAreInMicrometresWhateverTheSlidesPixel()
{
    const NucleusMeasurements a = measureShape(nb::ellipseFigure({100, 100}, {160, 140}), {1, 1, 0.25});
    const NucleusMeasurements b = measureShape(nb::ellipseFigure({200, 200}, {320, 280}), {2, 2, 0.25});
    QVERIFY(std::abs(a.areaUm2 / b.areaUm2 - 1) < 0.01);
    QVERIFY(std::abs(a.perimeterUm / b.perimeterUm - 1) < 0.01);
    QVERIFY(std::abs(a.majorAxisUm / b.majorAxisUm - 1) < 0.01);
}

void TestMeasureShape::aTinyShapeIsMeasuredToo()
{
    const NucleusMeasurements m = measureShape(nb::rectangleFigure({10.1, 10.1}, {10.4, 10.4}), {1, 1, 1});
    QVERIFY(std::abs(m.areaUm2 - 0.09) < 1e-9);
    QVERIFY(m.perimeterUm > 0.8 && m.perimeterUm < 1.4);
    QVERIFY(m.majorAxisUm > 0.2);
}

void TestMeasureShape::aHoleCounts()
{
    MultiPolygon ring = nb::rectangleFigure({0, 0}, {40, 40});
    ring.front().holes.push_back({{10, 10}, {10, 30}, {30, 30}, {30, 10}});
    QCOMPARE(measureShape(ring, {1, 1, 1}).areaUm2, 1200.0);
}

void TestMeasureShape::whatTheWindowDoesNotCoverIsNotMeasured()
{
    const nb::MapWindow window = nb::backgroundWindow({0, 0, 50, 50});
    const MultiPolygon in = nb::rectangleFigure({10, 10}, {30, 30}), half = nb::rectangleFigure({30, 30}, {60, 60});
    QCOMPARE(measureShape(in, {1, 1, 1, &window, nullptr, true}).insideMean, 0.0);
    QVERIFY(std::isnan(measureShape(in, {1, 1, 1, &window, nullptr, true}).haematoxylinMean));
    QVERIFY(std::isnan(measureShape(in, {1, 1, 1, &window, nullptr, false}).insideMean));
    QVERIFY(std::isnan(measureShape(half, {1, 1, 1, &window, nullptr, true}).insideMean));
    QVERIFY(measureShape(half, {1, 1, 1, &window, nullptr, true}).areaUm2 > 0);
}

void TestMeasureShape::nothingIsMeasuredOfNothing()
{
    QVERIFY(std::isnan(measureShape({}, {1, 1, 1}).areaUm2));
    const NucleusMeasurements giant = measureShape(nb::rectangleFigure({0, 0}, {1e5, 1e5}), {1, 1, 1});
    QCOMPARE(giant.areaUm2, 1e10);
    QVERIFY(std::isnan(giant.perimeterUm));
}

QTEST_APPLESS_MAIN(TestMeasureShape)
#include "tst_measureshape.moc"
