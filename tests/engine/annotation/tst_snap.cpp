// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/snap.h"

#include "engine/annotation/figures.h"
#include "engine/annotation/shapealgebra.h"
#include "engine/segment/mapwindow.h"
#include "tests/support/shapechecks.h"

#include <QtTest>

using nb::areaOf;
using nb::MapWindow;
using nb::MultiPolygon;
using nb::Point;

namespace
{

struct Disc {
    Point centre; ///< model pixels of the slide
    double radius = 15;
    double certainty = 0.95; ///< of its inside
};

constexpr nb::Rect kArea{1000, 500, 240, 220};

/// As the model answers: certain inside, a boundary four pixels wide, soft steps between; where discs meet their
/// boundaries win.
MapWindow maps(const std::vector<Disc>& discs)
{
    MapWindow window = nb::backgroundWindow(kArea);
    const auto step = [](double v) { return 1 / (1 + std::exp(-2 * v)); };
    for (int y = 0; y < kArea.height; ++y)
        for (int x = 0; x < kArea.width; ++x) {
            double inside = 0, boundary = 0;
            for (const Disc& d : discs) {
                const double away = std::hypot(static_cast<double>(kArea.x + x) + 0.5 - d.centre.x,
                    static_cast<double>(kArea.y + y) + 0.5 - d.centre.y);
                const double within = d.certainty * step(d.radius - 4 - away);
                inside = std::max(inside, within);
                boundary = std::max(boundary, d.certainty * step(d.radius - away) - within);
            }
            inside *= 1 - boundary;
            window.inside.at(x, y) = static_cast<std::uint8_t>(std::lround(255 * inside));
            window.boundary.at(x, y) = static_cast<std::uint8_t>(std::lround(255 * boundary));
            window.background.at(x, y) = static_cast<std::uint8_t>(std::lround(255 * (1 - inside - boundary)));
        }
    return window;
}

/// Violet nuclei on pink, softly edged.
MapWindow painted(MapWindow window, const std::vector<Disc>& discs)
{
    constexpr std::array<double, 3> kPink{228, 190, 215}, kViolet{120, 80, 150};
    for (int y = 0; y < kArea.height; ++y)
        for (int x = 0; x < kArea.width; ++x) {
            double nucleus = 0;
            for (const Disc& d : discs)
                nucleus = std::max(nucleus,
                    1
                        / (1
                            + std::exp(std::hypot(static_cast<double>(kArea.x + x) + 0.5 - d.centre.x,
                                           static_cast<double>(kArea.y + y) + 0.5 - d.centre.y)
                                - d.radius + 1)));
            for (std::size_t c = 0; c < 3; ++c)
                window.rgb.row(y)[3 * static_cast<std::size_t>(x) + c]
                    = static_cast<std::uint8_t>(kPink[c] + nucleus * (kViolet[c] - kPink[c]));
        }
    return window;
}

MultiPolygon discShape(const Disc& d, double scale)
{
    return nb::ellipseFigure({(d.centre.x - d.radius) * scale, (d.centre.y - d.radius) * scale},
        {(d.centre.x + d.radius) * scale, (d.centre.y + d.radius) * scale});
}

double fit(const MultiPolygon& a, const MultiPolygon& b)
{
    return areaOf(nb::common(a, b)) / areaOf(nb::united(a, b));
}

const nb::ExtractionRecipe kRecipe{127, 128, 5, 10, 64};

/// White: the maps alone decide.
nb::SnapGround ground(MapWindow window, double scale = 1)
{
    return {std::move(window), scale, scale, {}, 0};
}

} // namespace

class TestSnap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickGivesTheNucleus_data();
    void aClickGivesTheNucleus();
    void aClickGivesANucleusThatTheThresholdMisses();
    void theMapsAloneAreEnough();
    void mergedNeighboursPart();
    void whatIsTakenIsLeft();
    void theSlidesEdgeIsTheEnd();
    void aClickOnNothingSaysSo();
    void aRoughContourBecomesTheNucleus();
    void aRoughContourAroundOneOfTwoLeavesTheOther();
    void aContourAroundNothingSaysSo();
    void whatIsTooLargeIsNotCutDown();
    void mapsThatAreNotThereSaySo();
    void theWindowReachesFarEnough();
};

void TestSnap::aClickGivesTheNucleus_data()
{
    QTest::addColumn<double>("dx");
    QTest::addColumn<double>("scale");
    QTest::newRow("middle") << 0.0 << 1.0;
    QTest::newRow("off its middle") << 8.0 << 1.0;
    QTest::newRow("on its edge") << 14.0 << 1.0;
    QTest::newRow("a little beside") << 17.0 << 1.0;
    QTest::newRow("finer slide") << 5.0 << 2.0;
}

void TestSnap::aClickGivesTheNucleus()
{
    QFETCH(const double, dx);
    QFETCH(const double, scale);
    const Disc disc{{1120, 610}};
    const auto shape
        = nb::snapToPoint(ground(painted(maps({disc}), {disc}), scale), {(1120 + dx) * scale, 610 * scale});
    QVERIFY2(shape.ok(), shape.ok() ? "" : shape.error().message().c_str());
    QCOMPARE(nb::test::flawOf(*shape), std::string());
    QVERIFY2(
        fit(*shape, discShape(disc, scale)) > 0.78, qPrintable(QString::number(fit(*shape, discShape(disc, scale)))));
}

void TestSnap::aClickGivesANucleusThatTheThresholdMisses()
{
    for (const double certainty : {0.4, 0.25, 0.1}) {
        const Disc faint{{1120, 610}, 15, certainty}, strong{{1170, 610}};
        const MapWindow window = painted(maps({faint, strong}), {faint, strong});
        QVERIFY(nb::findComponents(window.inside, window.background, kArea, kRecipe).components.size() == 1);
        const auto shape = nb::snapToPoint(ground(window), {1121, 607});
        QVERIFY2(shape.ok(), shape.ok() ? "" : shape.error().message().c_str());
        QCOMPARE(nb::test::flawOf(*shape), std::string());
        QVERIFY2(fit(*shape, discShape(faint, 1)) > 0.8, qPrintable(QString::number(fit(*shape, discShape(faint, 1)))));
    }
}

void TestSnap::theMapsAloneAreEnough()
{
    const Disc disc{{1120, 610}};
    const auto shape = nb::snapToPoint(ground(maps({disc})), {1122, 606}); // the picture is white
    QVERIFY2(shape.ok(), shape.ok() ? "" : shape.error().message().c_str());
    QVERIFY2(fit(*shape, discShape(disc, 1)) > 0.8, qPrintable(QString::number(fit(*shape, discShape(disc, 1)))));
}

void TestSnap::mergedNeighboursPart()
{
    // so near that the inside above the threshold is one
    const Disc a{{1110, 610}, 16}, b{{1134, 612}, 15};
    MapWindow window = painted(maps({a, b}), {a, b});
    for (int y = 0; y < kArea.height; ++y) // a neck that the threshold lets through
        for (int x = 118; x < 128; ++x)
            if (std::abs(y - 111) < 5) {
                window.inside.at(x, y) = std::max<std::uint8_t>(window.inside.at(x, y), 135);
                window.background.at(x, y) = 10;
            }
    QCOMPARE(nb::findComponents(window.inside, window.background, kArea, kRecipe).components.size(), std::size_t{1});
    nb::SnapGround ground = ::ground(window);
    const auto left = nb::snapToPoint(ground, {1108, 608});
    QVERIFY(left.ok());
    ground.neighbours = {*left};
    const auto right = nb::snapToPoint(ground, {1136, 611});
    QVERIFY(right.ok());
    QCOMPARE(areaOf(nb::common(*left, *right)), 0.0);
    QVERIFY2(fit(*left, discShape(a, 1)) > 0.75, qPrintable(QString::number(fit(*left, discShape(a, 1)))));
    QVERIFY2(fit(*right, discShape(b, 1)) > 0.75, qPrintable(QString::number(fit(*right, discShape(b, 1)))));
}

void TestSnap::whatIsTakenIsLeft()
{
    const Disc disc{{1120, 610}};
    nb::SnapGround ground = ::ground(painted(maps({disc}), {disc}));
    ground.neighbours = {nb::rectangleFigure({1124, 580}, {1160, 640})};
    const auto shape = nb::snapToPoint(ground, {1112, 610});
    QVERIFY(shape.ok());
    QCOMPARE(areaOf(nb::common(*shape, ground.neighbours.front())), 0.0);
    QVERIFY(fit(*shape, nb::without(discShape(disc, 1), ground.neighbours.front())) > 0.75);
}

void TestSnap::theSlidesEdgeIsTheEnd()
{
    const Disc disc{{1003, 610}}; // its left part lies beyond
    const auto shape = nb::snapToPoint(ground(painted(maps({disc}), {disc})), {1006, 611});
    QVERIFY(shape.ok());
    QVERIFY(nb::boundsOf(*shape).x >= 1000);
    QVERIFY(fit(*shape, nb::common(discShape(disc, 1), nb::rectangleFigure({1000, 500}, {1240, 720}))) > 0.8);
}

void TestSnap::aClickOnNothingSaysSo()
{
    const auto shape = nb::snapToPoint(ground(painted(maps({{{1120, 610}}}), {{{1120, 610}}})), {1160, 640});
    QVERIFY(!shape.ok());
    QCOMPARE(shape.error().code, nb::ErrorCode::NotFound);
    QVERIFY(!shape.error().remedy.empty());
    QVERIFY(!nb::snapToPoint(ground(maps({})), {900, 610}).ok()); // not in the window
}

void TestSnap::aRoughContourBecomesTheNucleus()
{
    for (const double certainty : {0.95, 0.3}) {
        const Disc disc{{1120, 610}, 15, certainty};
        const MultiPolygon rough = nb::polygonFigure(
            std::vector<Point>{{1103, 600}, {1116, 590}, {1138, 598}, {1135, 620}, {1122, 628}, {1105, 622}});
        const auto shape = nb::snapToContour(ground(painted(maps({disc}), {disc})), rough);
        QVERIFY2(shape.ok(), shape.ok() ? "" : shape.error().message().c_str());
        QCOMPARE(nb::test::flawOf(*shape), std::string());
        QVERIFY(fit(*shape, discShape(disc, 1)) > fit(rough, discShape(disc, 1)));
        QVERIFY(fit(*shape, discShape(disc, 1)) > 0.78);
    }
}

void TestSnap::aRoughContourAroundOneOfTwoLeavesTheOther()
{
    const Disc a{{1110, 610}, 16}, b{{1138, 612}, 15};
    const auto shape
        = nb::snapToContour(ground(painted(maps({a, b}), {a, b})), nb::ellipseFigure({1092, 592}, {1130, 630}));
    QVERIFY(shape.ok());
    QVERIFY(fit(*shape, discShape(a, 1)) > 0.8);
    QVERIFY(!nb::contains(*shape, b.centre));
}

void TestSnap::aContourAroundNothingSaysSo()
{
    QVERIFY(!nb::snapToContour(
        ground(painted(maps({{{1120, 610}}}), {{{1120, 610}}})), nb::ellipseFigure({1160, 640}, {1190, 670}))
                 .ok());
    // a small circle within a large nucleus is no fit
    const auto small = nb::snapToContour(
        ground(painted(maps({{{1120, 610}, 25}}), {{{1120, 610}, 25}})), nb::ellipseFigure({1116, 606}, {1124, 614}));
    QVERIFY(!small.ok());
}

void TestSnap::whatIsTooLargeIsNotCutDown()
{
    for (const double radius : {47.0, 60.0}) {
        const Disc disc{{1120, 610}, radius};
        QVERIFY(!nb::snapToPoint(ground(painted(maps({disc}), {disc})), {1120, 610}).ok());
    }
}

void TestSnap::mapsThatAreNotThereSaySo()
{
    const nb::MapStore store(nb::PatchGrid(2000, 1500, 256, 224), 2, 2);
    const auto window = nb::snapWindow(store, Point{800, 800});
    QVERIFY(!window.ok());
    QCOMPARE(window.error().code, nb::ErrorCode::NotFound);
    QVERIFY(!nb::snapWindow(store, Point{-5, 800}).ok());
    QVERIFY(!nb::snapWindow(store, nb::ellipseFigure({10, 10}, {50, 50}), kRecipe).ok());
    QVERIFY(!nb::snapWindow(store, nb::ellipseFigure({10, 10}, {1500, 50}), kRecipe).ok());
}

void TestSnap::theWindowReachesFarEnough()
{
    const nb::PatchGrid grid(2000, 1500, 256, 224);
    nb::MapStore store(grid, 2, 2);
    for (std::int64_t row = 0; row < grid.rows(); ++row)
        for (std::int64_t column = 0; column < grid.columns(); ++column) {
            auto cell = std::make_shared<nb::MapCell>();
            cell->area = grid.cellArea(column, row);
            const int width = static_cast<int>(cell->area.width), height = static_cast<int>(cell->area.height);
            cell->background = cell->boundary = nb::Plane<std::uint8_t>(width, height);
            cell->inside = nb::Plane<std::uint8_t>(width, height, static_cast<std::uint8_t>(column + 1));
            store.add(cell);
        }
    const auto window = nb::snapWindow(store, Point{800, 801});
    QVERIFY(window.ok());
    QVERIFY(window->area.contains(nb::Rect{400 - 50, 400 - 50, 100, 100}));
    QCOMPARE(int(window->inside.at(0, 0)), int(grid.cellsOf({window->area.x, window->area.y, 1, 1}).x + 1));
    const auto corner = nb::snapWindow(store, Point{1, 1}); // cut to the slide
    QVERIFY(corner.ok() && corner->area.x == 0 && corner->area.y == 0);
}

QTEST_APPLESS_MAIN(TestSnap)
#include "tst_snap.moc"
