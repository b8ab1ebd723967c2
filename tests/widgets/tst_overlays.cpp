// SPDX-License-Identifier: GPL-3.0-or-later
// Heatmaps and outlines, checked by their pixels.
#include "widgets/heatmaptilesource.h"
#include "widgets/outlinebands.h"
#include "widgets/outlinelayer.h"
#include "widgets/outlinetilesource.h"
#include "widgets/slidecanvas.h"

#include <QPainter>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>
#include <random>

using namespace nb;

namespace
{

constexpr int kSide = 4000;
const QSizeF kSlide(kSide, kSide);

Nucleus discAt(double x, double y, double radius, std::uint32_t number)
{
    Nucleus nucleus;
    for (std::size_t i = 0; i < 4; ++i)
        nucleus.id[i] = static_cast<std::uint8_t>(number >> (8 * i));
    for (int i = 0; i < 24; ++i)
        nucleus.contour.push_back({x + radius * std::cos(i * M_PI / 12), y + radius * std::sin(i * M_PI / 12)});
    return nucleus;
}

bool yellow(QRgb p)
{
    return qRed(p) > 180 && qGreen(p) > 170 && qBlue(p) < 130;
}

std::shared_ptr<MapStore> mapsWithOneCell()
{
    const PatchGrid grid(kSide, kSide, 256, 224);
    auto maps = std::make_shared<MapStore>(grid, 1, 1);
    auto cell = std::make_shared<MapCell>();
    cell->area = grid.cellArea(1, 1);
    cell->background = Plane<std::uint8_t>(224, 224, 20);
    cell->boundary = Plane<std::uint8_t>(224, 224, 35);
    cell->inside = Plane<std::uint8_t>(224, 224, 200);
    maps->add(cell);
    return maps;
}

struct Stage {
    TileLoader loader{1};
    std::shared_ptr<NucleusIndex> nuclei = std::make_shared<NucleusIndex>(kSide, kSide);
    OutlineLayer layer{nuclei, kSlide, loader};
    SlideCanvas canvas;

    Stage()
    {
        canvas.setReducedMotion(true);
        canvas.setMinimapVisible(false);
        canvas.setScaleBarVisible(false);
        canvas.resize(500, 500);
        canvas.setSlideSize(kSide, kSide);
        canvas.addLayer(&layer);
        canvas.show();
    }
};

int yellowPixels(const QImage& picture)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            count += yellow(picture.pixel(x, y)) ? 1 : 0;
    return count;
}

/// Faint ones too.
int tintedPixels(const QImage& picture)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            count += qRed(picture.pixel(x, y)) - qBlue(picture.pixel(x, y)) > 40 ? 1 : 0;
    return count;
}

} // namespace

class TestOverlays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heatmapIsColouredWhereKnownAndClearElsewhere();
    void combinedMapsHaveThePapersColours();
    void colourTablesGetLighterFromLowToHigh();
    void vectorsLieOnTheContourAtEveryRotation_data();
    void vectorsLieOnTheContourAtEveryRotation();
    void noNucleusIsLostFromAfar_data();
    void noNucleusIsLostFromAfar();
    void manyNucleiBecomeTilesAndFewVectors();
    void newNucleiAppear();
    void aNucleusOverATileBorderIsWhole();
    void hiddenOutlinesCostNothing();
    void overviewShowsWhereNucleiWereFound();
    void manySmallNucleiLetTheTissueThrough();
    void coloursMayDifferByNucleus();
    void whoMadeAnOutlineIsSeenWithoutColour();
};

void TestOverlays::heatmapIsColouredWhereKnownAndClearElsewhere()
{
    const HeatmapTileSource source(mapsWithOneCell(), kSlide, {MapChannel::Inside, ColourTable::Viridis});
    const QImage tile = *source.tile({0, 1, 1}, {});
    const QRgb p = tile.pixel(10, 10), table = colours(ColourTable::Viridis)[200];
    QCOMPARE(qAlpha(p), 200);
    const QRgb plain = qUnpremultiply(p);
    QVERIFY(std::abs(qRed(plain) - qRed(table)) <= 1 && std::abs(qGreen(plain) - qGreen(table)) <= 1
        && std::abs(qBlue(plain) - qBlue(table)) <= 1);
    QCOMPARE(qAlpha(tile.pixel(250, 250)), 0); // beyond the cell's end at 448
    QVERIFY((*source.tile({0, 9, 9}, {})).isNull());
    QVERIFY(source.version({0, 1, 1}) > 0);
    QCOMPARE(source.version({0, 9, 9}), quint64{0});
}

void TestOverlays::combinedMapsHaveThePapersColours()
{
    const QRgb paper
        = (*HeatmapTileSource(mapsWithOneCell(), kSlide, {MapChannel::Combined}).tile({0, 1, 1}, {})).pixel(9, 9);
    QCOMPARE(paper, qRgb(20, 35, 200));
    const QRgb safe
        = (*HeatmapTileSource(mapsWithOneCell(), kSlide, {MapChannel::Combined, {}, true}).tile({0, 1, 1}, {}))
              .pixel(9, 9);
    QVERIFY(safe != paper);
    QVERIFY(qBlue(safe) > qRed(safe));
}

void TestOverlays::colourTablesGetLighterFromLowToHigh()
{
    for (const ColourTable table : allColourTables()) {
        const auto& c = colours(table);
        const auto light = [](QRgb p) { return 0.2126 * qRed(p) + 0.7152 * qGreen(p) + 0.0722 * qBlue(p); };
        for (std::size_t i = 8; i < 256; i += 8)
            QVERIFY2(light(c[i]) > light(c[i - 8]) - 0.5, qPrintable(nameOf(table)));
        QVERIFY(light(c[255]) - light(c[0]) > 120);
    }
}

void TestOverlays::vectorsLieOnTheContourAtEveryRotation_data()
{
    QTest::addColumn<double>("rotation");
    QTest::addColumn<double>("scale");
    for (const double rotation : {0.0, 41.0, 90.0, 270.0})
        for (const double scale : {0.4, 1.0, 3.3})
            QTest::addRow("%g at %g", rotation, scale) << rotation << scale;
}

void TestOverlays::vectorsLieOnTheContourAtEveryRotation()
{
    QFETCH(double, rotation);
    QFETCH(double, scale);
    Stage stage;
    const Nucleus disc = discAt(2010.5, 1995.25, 30, 1);
    stage.nuclei->add({disc});
    ViewTransform view = stage.canvas.view();
    view.centre = {2000, 2000};
    view.scale = scale;
    view.rotationDeg = rotation;
    stage.canvas.setView(view);
    QTRY_VERIFY(stage.canvas.settled());
    QVERIFY(stage.layer.showsVectors());
    const QImage picture = stage.canvas.picture();
    for (const Point& p : disc.contour) {
        const QPointF at = stage.canvas.view().toScreen(QPointF(p.x, p.y));
        QVERIFY2(yellow(picture.pixel(
                     at.toPoint() - QPoint(at.x() < at.toPoint().x() ? 1 : 0, at.y() < at.toPoint().y() ? 1 : 0))),
            qPrintable(QStringLiteral("%1,%2").arg(at.x()).arg(at.y())));
    }
    QVERIFY(!yellow(picture.pixel(stage.canvas.view().toScreen(QPointF(2010.5, 1995.25)).toPoint())));
}

void TestOverlays::noNucleusIsLostFromAfar_data()
{
    QTest::addColumn<int>("level");
    for (int level = 0; level <= 4; ++level)
        QTest::addRow("level %d", level) << level;
}

void TestOverlays::noNucleusIsLostFromAfar()
{
    QFETCH(int, level);
    auto nuclei = std::make_shared<NucleusIndex>(kSide, kSide);
    std::vector<Nucleus> lone;
    for (std::uint32_t i = 0; i < 64; ++i) // far from each other
        lone.push_back(discAt(250.3 + i % 8 * 480, 250.7 + i / 8 * 480, 6 + i % 5, i));
    nuclei->add(lone);
    const OutlineTileSource source(nuclei, kSlide, {});
    const double pixel = source.grid().levels[static_cast<std::size_t>(level)].pixelWidth;
    QHash<TileKey, QImage> tiles;
    for (const Nucleus& nucleus : lone) {
        const QPointF centre(nucleus.contour[6].x, nucleus.contour[0].y);
        int inked = 0;
        for (int dy = -16; dy <= 16; ++dy)
            for (int dx = -16; dx <= 16; ++dx) {
                const QPointF at = centre / pixel + QPointF(dx, dy) / std::max(1.0, pixel / 2);
                const TileKey key{level, static_cast<int>(at.x()) / 256, static_cast<int>(at.y()) / 256};
                if (!tiles.contains(key))
                    tiles.insert(key, *source.tile(key, {}));
                const QImage tile = tiles.value(key);
                inked = std::max(
                    inked, qAlpha(tile.pixel(static_cast<int>(at.x()) % 256, static_cast<int>(at.y()) % 256)));
                if (inked > 50)
                    break;
            }
        QVERIFY2(inked > 50, qPrintable(QString::number(inked)));
    }
}

void TestOverlays::manyNucleiBecomeTilesAndFewVectors()
{
    Stage stage;
    std::mt19937 random(1);
    std::uniform_real_distribution<double> place(30, kSide - 30.0);
    std::vector<Nucleus> many;
    for (std::uint32_t i = 0; i < 5000; ++i)
        many.push_back(discAt(place(random), place(random), 12, i));
    stage.nuclei->add(many);
    stage.layer.sourceChanged();
    QVERIFY(!stage.layer.showsVectors());
    QTRY_VERIFY(stage.canvas.settled());
    QVERIFY(tintedPixels(stage.canvas.picture()) > 5000);
    stage.canvas.setScale(1);
    QVERIFY(stage.layer.showsVectors());
    QTRY_VERIFY(stage.canvas.settled());
    QVERIFY(yellowPixels(stage.canvas.picture()) > 500);
}

void TestOverlays::newNucleiAppear()
{
    Stage stage;
    stage.canvas.setScale(1);
    QTRY_VERIFY(stage.canvas.settled());
    QCOMPARE(yellowPixels(stage.canvas.picture()), 0);
    stage.nuclei->add({discAt(2000, 2000, 20, 1)});
    stage.canvas.panBy({3, 0}); // the hand is quicker than the news
    stage.layer.sourceChanged();
    QTRY_VERIFY(stage.canvas.settled());
    QVERIFY(yellowPixels(stage.canvas.picture()) > 50);
    QVERIFY(stage.layer.nucleusAt({2000, 2000}));
    stage.nuclei->clear();
    stage.layer.sourceChanged();
    QCOMPARE(yellowPixels(stage.canvas.picture()), 0);
}

void TestOverlays::aNucleusOverATileBorderIsWhole()
{
    auto nuclei = std::make_shared<NucleusIndex>(kSide, kSide);
    nuclei->add({discAt(256, 100, 20, 1)});
    const OutlineTileSource source(nuclei, kSlide, {});
    const QImage left = *source.tile({0, 0, 0}, {}), right = *source.tile({0, 1, 0}, {});
    QVERIFY(yellow(left.pixel(256 - 20, 100)) || yellow(left.pixel(256 - 21, 100)));
    QVERIFY(yellow(right.pixel(20, 100)) || yellow(right.pixel(19, 100)));
    // And one whose line only just reaches over the border.
    nuclei->add({discAt(512 + 21, 100, 20, 2)});
    QCOMPARE(source.version({0, 1, 0}), nuclei->generation());
}

void TestOverlays::hiddenOutlinesCostNothing()
{
    Stage stage;
    stage.layer.setVisible(false);
    stage.nuclei->add({discAt(2000, 2000, 300, 1)});
    QSignalSpy loaded(&stage.loader, &TileLoader::loaded);
    stage.layer.sourceChanged();
    stage.canvas.zoomBy(2);
    QVERIFY(stage.canvas.settled());
    QCOMPARE(yellowPixels(stage.canvas.picture()), 0);
    stage.layer.setVisible(true);
    QTRY_VERIFY(stage.canvas.settled());
    QVERIFY(yellowPixels(stage.canvas.picture()) > 50);
}

void TestOverlays::overviewShowsWhereNucleiWereFound()
{
    Stage stage;
    stage.nuclei->add({discAt(1000, 3000, 12, 1)});
    stage.layer.sourceChanged();
    QTRY_VERIFY(!stage.layer.overview().isNull());
    const QImage overview = stage.layer.overview();
    int inked = 0;
    for (int y = 0; y < overview.height(); ++y)
        for (int x = 0; x < overview.width(); ++x)
            if (qAlpha(overview.pixel(x, y)) > 0) {
                ++inked;
                QVERIFY(std::abs(x - 1000 / 16) <= 2 && std::abs(y - 3000 / 16) <= 2);
            }
    QVERIFY(inked > 0);
}

void TestOverlays::manySmallNucleiLetTheTissueThrough()
{
    auto nuclei = std::make_shared<NucleusIndex>(kSide, kSide);
    std::vector<Nucleus> carpet;
    for (std::uint32_t i = 0; i < 900; ++i) // side by side
        carpet.push_back(discAt(30 + i % 30 * 20.0, 30 + i / 30 * 20.0, 9, i));
    nuclei->add(carpet);
    const OutlineTileSource source(nuclei, kSlide, {});
    for (const int level : {2, 3}) {
        const QImage tile = *source.tile({level, 0, 0}, {});
        double sum = 0;
        const int side = 600 >> level;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                sum += qAlpha(tile.pixel(x, y)) / 255.0;
        const double mean = sum / (side * side);
        QVERIFY2(mean > 0.1 && mean < 0.6, qPrintable(QString::number(mean)));
    }
}

void TestOverlays::coloursMayDifferByNucleus()
{
    auto nuclei = std::make_shared<NucleusIndex>(kSide, kSide);
    nuclei->add({discAt(60, 60, 20, 1), discAt(160, 160, 20, 2)});
    OutlineStyle style;
    style.fill = true;
    style.fillOpacity = 1;
    style.colour = [](const NucleusOutline& n) { return n.id[0] == 1 ? QColor(Qt::red) : QColor(Qt::blue); };
    const QImage tile = *OutlineTileSource(nuclei, kSlide, style).tile({0, 0, 0}, {});
    QCOMPARE(tile.pixel(60, 60), QColor(Qt::red).rgb());
    QCOMPARE(tile.pixel(160, 160), QColor(Qt::blue).rgb());
}

/// The model's, a person's, and what a person accepted: told apart in grey, on violet and on white.
void TestOverlays::whoMadeAnOutlineIsSeenWithoutColour()
{
    const auto painted = [](const QColor& ground, bool byHand, bool accepted) {
        QImage image(60, 60, QImage::Format_RGB32);
        image.fill(ground);
        QPainter painter(&image);
        const QPolygonF ring{{15, 15}, {45, 12}, {48, 44}, {14, 46}};
        paintOutlines(painter, {{ring, OutlineStyle().line, true, byHand, accepted}}, {}, 1, false);
        painter.end();
        return image.convertToFormat(QImage::Format_Grayscale8);
    };
    const auto different = [](const QImage& a, const QImage& b) {
        int count = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x)
                count += std::abs(a.pixelColor(x, y).red() - b.pixelColor(x, y).red()) > 40 ? 1 : 0;
        return count;
    };
    for (const QColor& ground : {QColor(110, 70, 150), QColor(245, 240, 245)}) {
        const QImage model = painted(ground, false, false), hand = painted(ground, true, false),
                     accepted = painted(ground, false, true);
        QVERIFY(different(model, hand) > 100);
        QVERIFY2(different(model, accepted) > 8, qPrintable(QString::number(different(model, accepted))));
        QVERIFY(different(hand, accepted) > 100);
    }
    const QImage dot = painted(QColor(110, 70, 150), false, true);
    QVERIFY(dot.pixelColor(31, 29).red() > 200);
}

QTEST_MAIN(TestOverlays)
#include "tst_overlays.moc"
