// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/displayadjustment.h"
#include "widgets/slidecanvas.h"

#include <QPainter>
#include <QtTest>
#include <limits>
#include <numeric>

using namespace nb;

namespace
{

/// Fills its area with one colour.
class PlainLayer : public Layer
{
public:
    PlainLayer(QRectF area, QColor colour)
        : m_area(area)
        , m_colour(colour)
    {
    }
    void paint(QPainter& painter, const ViewTransform& view) override
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colour);
        painter.drawPolygon(view.slideToScreen().map(QPolygonF(m_area)));
    }

protected:
    void load(const ViewTransform& /*view*/) override { }
    void rest() override { }

private:
    QRectF m_area;
    QColor m_colour;
};

struct Stage {
    PlainLayer slide{{0, 0, 1000, 1000}, QColor(200, 100, 50)};
    PlainLayer overlay{{400, 400, 200, 200}, QColor(10, 200, 30)};
    SlideCanvas canvas;

    Stage()
    {
        canvas.setReducedMotion(true);
        canvas.setMinimapVisible(false);
        canvas.setScaleBarVisible(false);
        canvas.resize(400, 400);
        canvas.setSlideSize(1000, 1000);
        canvas.addLayer(&slide);
        canvas.addLayer(&overlay);
        ViewTransform view = canvas.view();
        view.centre = {500, 500};
        view.scale = 0.2; // the slide from 100 to 300
        canvas.setView(view);
        canvas.show();
    }
};

QColor through(const DisplayAdjustment& display, const QColor& colour)
{
    const auto table = display.table();
    const auto at = [&](int value) { return table[static_cast<std::size_t>(value)]; };
    return {at(colour.red()), at(colour.green()), at(colour.blue())};
}

} // namespace

class TestDisplayAdjustment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neutralChangesNothing();
    void knownValues();
    void neverFalls();
    void nonsenseIsKeptWithinRange();
    void onlyTheSlideIsAdjusted();
    void aTurnedSlideIsAdjustedUpToItsEdge();
    void panningAdjustsEveryPixelOnce();
    void histogramCountsTheSlideAlone();
    void theShownHistogramIsThatOfThePicture();
};

void TestDisplayAdjustment::neutralChangesNothing()
{
    const auto table = DisplayAdjustment{}.table();
    for (std::size_t i = 0; i < 256; ++i)
        QCOMPARE(std::size_t{table[i]}, i);
    QVERIFY(DisplayAdjustment{}.neutral());
    QVERIFY(!(DisplayAdjustment{0, 0, 1.1}.neutral()));
}

void TestDisplayAdjustment::knownValues()
{
    QCOMPARE(int{DisplayAdjustment({0.2, 0, 1}).table()[100]}, 151); // + 0.2 * 255
    QCOMPARE(int{DisplayAdjustment({-0.2, 0, 1}).table()[20]}, 0);
    QCOMPARE(int{DisplayAdjustment({0, -1, 1}).table()[3]}, 128); // flat
    QCOMPARE(int{DisplayAdjustment({0, -0.5, 1}).table()[150]}, 139); // 127.5 + 22.5 / 2
    const auto steep = DisplayAdjustment{0, 1, 1}.table();
    QCOMPARE((steep[140] - steep[132] + 4) / 8, 8); // eight times as steep
    QCOMPARE(int{DisplayAdjustment({0, 0, 2}).table()[64]}, 128); // 255 * sqrt(64 / 255)
    QCOMPARE(int{DisplayAdjustment({0, 0, 0.5}).table()[128]}, 64);
}

void TestDisplayAdjustment::neverFalls()
{
    for (const double brightness : {-0.7, 0.0, 0.4})
        for (const double contrast : {-1.0, -0.3, 0.0, 0.8})
            for (const double gamma : {0.2, 1.0, 5.0}) {
                const auto table = DisplayAdjustment{brightness, contrast, gamma}.table();
                QVERIFY(std::is_sorted(table.begin(), table.end()));
            }
}

void TestDisplayAdjustment::nonsenseIsKeptWithinRange()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY((DisplayAdjustment{nan, nan, nan}.kept().neutral()));
    QCOMPARE((DisplayAdjustment{7, -9, 0}.kept()), (DisplayAdjustment{1, -1, 0.2}));
}

void TestDisplayAdjustment::onlyTheSlideIsAdjusted()
{
    Stage stage;
    const QImage before = stage.canvas.picture();
    const DisplayAdjustment display{0.1, 0.3, 1.5};
    stage.canvas.setDisplay(display);
    const QImage after = stage.canvas.picture();
    QCOMPARE(after.pixelColor(110, 110), through(display, QColor(200, 100, 50)));
    QCOMPARE(after.pixelColor(200, 200), QColor(10, 200, 30)); // what lies over it keeps its colours
    QCOMPARE(after.pixelColor(50, 50), before.pixelColor(50, 50)); // and so does what is beside it
    QCOMPARE(after.pixelColor(99, 200), before.pixelColor(99, 200));
    QCOMPARE(after.pixelColor(100, 200), through(display, QColor(200, 100, 50)));
    QCOMPARE(after.pixelColor(299, 200), through(display, QColor(200, 100, 50)));
    QCOMPARE(after.pixelColor(300, 200), before.pixelColor(300, 200));
    stage.canvas.setDisplay({});
    QCOMPARE(stage.canvas.picture(), before);
}

void TestDisplayAdjustment::aTurnedSlideIsAdjustedUpToItsEdge()
{
    Stage stage;
    stage.canvas.rotateBy(30);
    const QImage before = stage.canvas.picture();
    const DisplayAdjustment display{-0.3, 0, 1};
    stage.canvas.setDisplay(display);
    const QImage after = stage.canvas.picture();
    const QColor slide(200, 100, 50), adjusted = through(display, slide);
    int wrong = 0, seen = 0;
    for (int y = 0; y < after.height(); ++y)
        for (int x = 0; x < after.width(); ++x) {
            const bool isSlide = before.pixelColor(x, y) == slide;
            seen += isSlide ? 1 : 0;
            wrong += isSlide && after.pixelColor(x, y) != adjusted ? 1 : 0;
            const QPointF at = stage.canvas.view().toSlide(QPointF(x + 0.5, y + 0.5) / after.devicePixelRatio());
            wrong += !stage.canvas.slideRect().contains(at) && after.pixel(x, y) != before.pixel(x, y) ? 1 : 0;
        }
    QVERIFY(seen > 30000);
    // A middle that lies on the edge itself, to 1/256 pixel, may count for either side; the edge is 800 pixels long.
    QVERIFY2(wrong <= 8, qPrintable(QString::number(wrong)));
}

void TestDisplayAdjustment::panningAdjustsEveryPixelOnce()
{
    Stage stage;
    const DisplayAdjustment display{0.15, -0.2, 1};
    stage.canvas.setDisplay(display);
    stage.canvas.zoomBy(10); // the slide fills the canvas
    stage.canvas.removeLayer(&stage.overlay);
    for (const QPointF& by : {QPointF(7, 3), QPointF(-20, 11), QPointF(5.5, -4.25)}) {
        stage.canvas.panBy(by);
        const QImage picture = stage.canvas.picture();
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixelColor(x, y) != through(display, QColor(200, 100, 50)))
                    QFAIL(qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
    }
}

void TestDisplayAdjustment::histogramCountsTheSlideAlone()
{
    Stage stage;
    (void)stage.canvas.picture();
    const ChannelHistogram histogram = stage.canvas.histogram();
    const auto total = std::accumulate(histogram[0].begin(), histogram[0].end(), 0U);
    QVERIFY2(std::abs(int(total) - 200 * 200 / 9) < 200, qPrintable(QString::number(total)));
    QCOMPARE(histogram[0][200], total);
    QCOMPARE(histogram[1][100], total);
    QCOMPARE(histogram[2][50], total); // the overlay's green is not in it
}

void TestDisplayAdjustment::theShownHistogramIsThatOfThePicture()
{
    QImage image(256, 4, QImage::Format_RGB32);
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 256; ++x)
            image.setPixel(x, y, qRgb(x, 255 - x, x / 2));
    const QPolygonF all(QRectF(image.rect()));
    const auto table = DisplayAdjustment{0.2, 0.4, 1.7}.table();
    const ChannelHistogram predicted = shown(histogramOf(image, all, 1), table);
    applyTable(image, image.rect(), all, table);
    QCOMPARE(histogramOf(image, all, 1), predicted);
}

QTEST_MAIN(TestDisplayAdjustment)
#include "tst_displayadjustment.moc"
