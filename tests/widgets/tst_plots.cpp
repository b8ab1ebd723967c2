// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plotbins.h"
#include "widgets/plotview.h"

#include <QSignalSpy>
#include <QtTest>

#include <numeric>
#include <random>

using nb::PlotPoints;
using nb::PlotRange;
using nb::PlotView;

namespace
{

/// `count` points, x = 0, 1, 2, …; every second of class 2.
std::shared_ptr<const PlotPoints> line(int count, bool withY)
{
    auto points = std::make_shared<PlotPoints>();
    for (int i = 0; i < count; ++i) {
        points->rows.push_back(10 + i);
        points->classes.push_back(1 + i % 2);
        points->x.push_back(i);
        if (withY)
            points->y.push_back(2 * i);
    }
    return points;
}

std::int64_t sum(const std::vector<std::int64_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t(0));
}

} // namespace

class TestPlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesHoldEverything();
    void everyPointIsInOneBin();
    void binsBeginAtRoundNumbers();
    void classesAreSeriesOfTheirOwn();
    void everyPointIsInOneCell();
    void chosenPointsAreFoundByTheirRows();
    void aDragOverAHistogramChoosesARange();
    void aLineAroundPointsIsTold();
    void aSlipOfTheHandChoosesNothing();
    void zoomingCountsAnew();
    void keysMoveZoomAndShowAll();
    void keysChooseARange();
    void keysChooseARectangle();
    void newMeasurementsKeepTheView();
    void picturesAreWhole();
    void aMillionPointsAreAllCounted();

private:
    static void show(PlotView& view, const std::shared_ptr<const PlotPoints>& points)
    {
        view.resize(600, 300);
        view.setPoints(points, QStringLiteral("Area (µm²)"), QStringLiteral("Eosin"));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCoreApplication::processEvents();
    }
    static void dragAlong(PlotView& view, const QList<QPointF>& values)
    {
        QWidget* surface = view.childAt(view.rect().center());
        const auto at = [&](const QPointF& value) { return view.toScreen(value).toPoint(); };
        QTest::mousePress(surface, Qt::LeftButton, {}, at(values.first()));
        for (const QPointF& value : values)
            QTest::mouseMove(surface, at(value));
        QTest::mouseRelease(surface, Qt::LeftButton, {}, at(values.last()));
    }
};

void TestPlots::rangesHoldEverything()
{
    const std::vector<double> values{3, -1, 7};
    const PlotRange range = nb::rangeOf(values);
    QVERIFY(range.least < -1 && range.most > 7);
    QCOMPARE(nb::rangeOf({}), (PlotRange{0, 1}));
    const std::vector<double> one{5};
    QVERIFY(nb::rangeOf(one).least < 5 && nb::rangeOf(one).most > 5);
}

void TestPlots::everyPointIsInOneBin()
{
    std::mt19937 random(3);
    std::normal_distribution<double> any(40, 12);
    PlotPoints points;
    for (int i = 0; i < 5000; ++i) {
        points.rows.push_back(i);
        points.classes.push_back(1);
        points.x.push_back(any(random));
    }
    const PlotRange shown = nb::rangeOf(points.x);
    const auto bins = nb::histogramOf(points, shown, {}, {});
    QCOMPARE(bins.counts.size(), std::size_t(1));
    QVERIFY(bins.counts[0].size() >= 25 && bins.counts[0].size() <= 64);
    QCOMPARE(sum(bins.counts[0]), std::int64_t(5000));
    for (std::size_t bin = 0; bin < bins.counts[0].size(); ++bin) {
        const double from = bins.least + static_cast<double>(bin) * bins.width;
        const auto expected = std::count_if(
            points.x.begin(), points.x.end(), [&](double x) { return x >= from && x < from + bins.width; });
        QCOMPARE(bins.counts[0][bin], static_cast<std::int64_t>(expected));
    }
}

void TestPlots::binsBeginAtRoundNumbers()
{
    for (const auto& [least, most, width] : {std::tuple{0.0, 100.0, 2.0}, {0.0, 99.0, 2.0}, {-3.0, 60.0, 2.0},
             {0.0, 1.0, 0.02}, {5000.0, 250000.0, 5000.0}}) {
        const auto bins = nb::histogramOf({}, {least, most}, {}, {});
        QCOMPARE(bins.width, width);
        QVERIFY(bins.least <= least);
        QVERIFY(std::abs(std::remainder(bins.least, width)) < 1e-9 * width);
    }
}

void TestPlots::classesAreSeriesOfTheirOwn()
{
    const auto points = line(100, false);
    const std::vector<int> classes{1, 2, 3};
    const auto bins = nb::histogramOf(*points, nb::rangeOf(points->x), classes, {});
    QCOMPARE(bins.counts.size(), std::size_t(3));
    QCOMPARE(sum(bins.counts[0]), std::int64_t(50));
    QCOMPARE(sum(bins.counts[1]), std::int64_t(50));
    QCOMPARE(sum(bins.counts[2]), std::int64_t(0));
}

void TestPlots::everyPointIsInOneCell()
{
    const auto points = line(1000, true);
    const auto grid = nb::densityOf(*points, nb::rangeOf(points->x), nb::rangeOf(points->y), 60, 40, {}, true);
    QCOMPARE(std::accumulate(grid.counts.begin(), grid.counts.end(), 0U), 1000U);
    // Rising: from the lower left to the upper right, where row 1 and column 57 is.
    const std::size_t upperRight = 60 + 57, upperLeft = 60 + 2;
    QVERIFY(grid.counts[upperRight] > 0 && grid.classes[upperRight] > 0);
    QCOMPARE(grid.counts[upperLeft], 0U);
    const auto part = nb::densityOf(*points, {0, 500}, {0, 10000}, 60, 40, {}, false);
    QCOMPARE(std::accumulate(part.counts.begin(), part.counts.end(), 0U), 500U);
}

void TestPlots::chosenPointsAreFoundByTheirRows()
{
    const auto points = line(5, false); // rows 10..14
    const std::vector<std::int64_t> chosen{3, 11, 14, 99};
    QCOMPARE(nb::chosenPoints(*points, chosen), (std::vector<std::uint8_t>{0, 1, 0, 0, 1}));
    QCOMPARE(nb::chosenPoints(*points, {}), std::vector<std::uint8_t>(5, 0));
}

void TestPlots::aDragOverAHistogramChoosesARange()
{
    PlotView view;
    show(view, line(100, false));
    QSignalSpy chosen(&view, &PlotView::rangeChosen);
    dragAlong(view, {{70, 1}, {50, 1}, {20, 1}}); // also from right to left
    QCOMPARE(chosen.size(), 1);
    QVERIFY(std::abs(chosen[0][0].toDouble() - 20) < 0.5);
    QVERIFY(std::abs(chosen[0][1].toDouble() - 70) < 0.5);
}

void TestPlots::aLineAroundPointsIsTold()
{
    PlotView view;
    show(view, line(100, true));
    QSignalSpy chosen(&view, &PlotView::outlineChosen);
    dragAlong(view, {{20, 20}, {60, 20}, {60, 140}, {20, 140}});
    QCOMPARE(chosen.size(), 1);
    const auto outline = chosen[0][0].value<QPolygonF>();
    QVERIFY(outline.containsPoint({50, 100}, Qt::OddEvenFill));
    QVERIFY(!outline.containsPoint({80, 100}, Qt::OddEvenFill));
}

void TestPlots::aSlipOfTheHandChoosesNothing()
{
    PlotView view;
    show(view, line(100, false));
    QSignalSpy chosen(&view, &PlotView::rangeChosen);
    dragAlong(view, {{50, 1}, {50.1, 1}});
    QCOMPARE(chosen.size(), 0);
    view.setMoves(true); // then a drag moves
    const double before = view.shownX().least;
    dragAlong(view, {{50, 1}, {40, 1}, {20, 1}});
    QCOMPARE(chosen.size(), 0);
    QVERIFY(view.shownX().least > before + 5);
}

void TestPlots::zoomingCountsAnew()
{
    PlotView view;
    show(view, line(1000, false));
    QTRY_VERIFY(view.bins().width > 10);
    for (int i = 0; i < 8; ++i)
        view.zoomBy(1.4);
    QTRY_VERIFY(view.bins().width < 5);
    QVERIFY(sum(view.bins().counts[0]) < 200);
}

void TestPlots::keysMoveZoomAndShowAll()
{
    PlotView view;
    show(view, line(100, true));
    const PlotRange all = view.shownX();
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.shownX().most < all.most);
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.shownX(), all);
}

void TestPlots::keysChooseARange()
{
    PlotView view;
    show(view, line(100, false));
    QSignalSpy chosen(&view, &PlotView::rangeChosen);
    const PlotRange all = view.shownX();
    const double middle = (all.least + all.most) / 2, step = (all.most - all.least) / 50;
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(view.shownX(), all);
    QTest::keyClick(&view, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(std::abs(chosen[0][0].toDouble() - (middle - 3 * step)) < 1e-9);
    QVERIFY(std::abs(chosen[0][1].toDouble() - (middle + 5 * step)) < 1e-9);
    QCOMPARE(chosen[0][2].value<Qt::KeyboardModifiers>(), Qt::KeyboardModifiers(Qt::ShiftModifier));
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Escape);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
}

void TestPlots::keysChooseARectangle()
{
    PlotView view;
    show(view, line(100, true));
    QSignalSpy chosen(&view, &PlotView::outlineChosen);
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
    }
    QTest::keyClick(&view, Qt::Key_Enter);
    QCOMPARE(chosen.size(), 1);
    const auto outline = chosen[0][0].value<QPolygonF>();
    const PlotRange x = view.shownX(), y = view.shownY();
    const QPointF within(
        (x.least + x.most) / 2 + (x.most - x.least) * 0.04, (y.least + y.most) / 2 + (y.most - y.least) * 0.04);
    QVERIFY(outline.containsPoint(within, Qt::OddEvenFill));
    QVERIFY(!outline.containsPoint({x.least, y.least}, Qt::OddEvenFill));
}

void TestPlots::newMeasurementsKeepTheView()
{
    PlotView view;
    show(view, line(100, false));
    view.zoomBy(2);
    const PlotRange shown = view.shownX();
    view.updatePoints(line(300, false));
    QCOMPARE(view.shownX(), shown);
    QTRY_VERIFY(sum(view.bins().counts[0]) > 0);
}

void TestPlots::picturesAreWhole()
{
    for (const bool withY : {false, true}) {
        PlotView view;
        show(view, line(500, withY));
        view.setChosen({20, 21, 22, 23, 24, 25});
        view.setClasses({{1, QStringLiteral("Nucleus"), QColor(0, 160, 90)}, {2, QStringLiteral("Tumor"), Qt::red}});
        view.setByClass(true);
        const QByteArray png = view.picture(PlotView::Picture::Png, {640, 400});
        QImage image;
        QVERIFY(image.loadFromData(png));
        QCOMPARE(image.size(), QSize(1280, 800));
        QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
        const QByteArray svg = view.picture(PlotView::Picture::Svg, {640, 400});
        QVERIFY(svg.contains("<svg") && svg.contains("Area"));
        QVERIFY(svg.trimmed().endsWith("</svg>"));
        const QByteArray pdf = view.picture(PlotView::Picture::Pdf, {640, 400});
        QVERIFY(pdf.startsWith("%PDF") && pdf.trimmed().endsWith("%%EOF"));
        if (qEnvironmentVariableIsSet("NB_PICTURES"))
            view.grab().save(qEnvironmentVariable("NB_PICTURES") + (withY ? "/scatter.png" : "/histogram.png"));
    }
}

void TestPlots::aMillionPointsAreAllCounted()
{
    std::mt19937 random(1);
    std::lognormal_distribution<double> area(3.6, 0.4);
    std::normal_distribution<double> stain(0.7, 0.15);
    auto points = std::make_shared<PlotPoints>();
    for (int i = 0; i < 1000000; ++i) {
        points->rows.push_back(i);
        points->classes.push_back(1);
        points->x.push_back(area(random));
        points->y.push_back(stain(random));
    }
    const auto grid = nb::densityOf(*points, nb::rangeOf(points->x), nb::rangeOf(points->y), 400, 150, {}, false);
    QCOMPARE(std::accumulate(grid.counts.begin(), grid.counts.end(), 0U), 1000000U);
    PlotView view;
    show(view, points);
    QElapsedTimer clock;
    clock.start();
    view.zoomBy(1.4);
    view.grab();
    QCoreApplication::processEvents();
    view.grab();
    qInfo("a million points: zoomed and drawn in %lld ms", clock.elapsed());
    if (qEnvironmentVariableIsSet("NB_PICTURES"))
        view.grab().save(qEnvironmentVariable("NB_PICTURES") + "/million.png");
}

QTEST_MAIN(TestPlots)
#include "tst_plots.moc"
