// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakenetwork.h"
#include "tests/support/fakeslide.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/stainpictures.h"
#include "widgets/slidetilesource.h"

#include <QtTest>
#include <cmath>

using namespace nb;
using nb::test::FakeSlide;

namespace
{

RgbImage waves(int width, int height)
{
    RgbImage picture(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            std::uint8_t* const p = picture.row(y) + 3 * x;
            p[0] = static_cast<std::uint8_t>(127 + 100 * std::sin(x * 0.02));
            p[1] = static_cast<std::uint8_t>(127 + 100 * std::cos(y * 0.03));
            p[2] = static_cast<std::uint8_t>((x / 64 + y / 64) % 2 * 200);
        }
    return picture;
}

QImage tileOf(const TileSource& source, const TileKey& key)
{
    const auto tile = source.tile(key, {});
    return tile ? *tile : QImage();
}

/// Mean of the slide's red over what a tile pixel covers.
double meanRed(const RgbImage& slide, int x, int y, int side)
{
    double sum = 0;
    int count = 0;
    for (int j = y * side; j < std::min((y + 1) * side, slide.height); ++j)
        for (int i = x * side; i < std::min((x + 1) * side, slide.width); ++i, ++count)
            sum += slide.row(j)[3 * i];
    return sum / std::max(count, 1);
}

} // namespace

class TestSlideTileSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLevelIsTheMeanOfTheSlide_data();
    void everyLevelIsTheMeanOfTheSlide();
    void aFlatSlideHasSlowCoarseLevels();
    void coarseTilesOfAFlatSlideReadBoundedPieces();
    void anUnwantedCoarseTileIsCancelled();
    void failureNamesTheFile();
    void stainViewsShowWhatTheRecipeSays();
    void aRealSlideIsWhereItBelongs();
};

void TestSlideTileSource::everyLevelIsTheMeanOfTheSlide_data()
{
    QTest::addColumn<int>("levels");
    QTest::newRow("no pyramid") << 1;
    QTest::newRow("two levels") << 2;
    QTest::newRow("full pyramid") << 4;
}

void TestSlideTileSource::everyLevelIsTheMeanOfTheSlide()
{
    QFETCH(int, levels);
    const RgbImage picture = waves(2503, 1401); // odd: last tiles and pixels are partial
    const SlideTileSource source(std::make_shared<FakeSlide>(picture, levels));
    QCOMPARE(source.grid().levels.size(), 5U);
    for (int level = 0; level <= source.grid().coarsest(); ++level) {
        const TileLevel& l = source.grid().levels[static_cast<std::size_t>(level)];
        for (const TileKey& key : {TileKey{level, 0, 0}, TileKey{level, l.columns - 1, l.rows - 1}}) {
            const QImage tile = tileOf(source, key);
            QCOMPARE(tile.size(), source.grid().pixels(key));
            // But for the very last pixels, which a pyramid cut to whole pixels does not have: they repeat their
            // neighbours.
            for (int y = 0; y < tile.height() - 1; y += 17)
                for (int x = 0; x < tile.width() - 1; x += 13) {
                    const double expected = meanRed(picture, key.column * 256 + x, key.row * 256 + y, 1 << level);
                    QVERIFY2(std::abs(qRed(tile.pixel(x, y)) - expected) <= 1.5 + level * 0.5,
                        qPrintable(QStringLiteral("level %1 at %2,%3: %4, not %5")
                                       .arg(level)
                                       .arg(x)
                                       .arg(y)
                                       .arg(qRed(tile.pixel(x, y)))
                                       .arg(expected)));
                }
        }
    }
}

void TestSlideTileSource::aFlatSlideHasSlowCoarseLevels()
{
    const SlideTileSource flat(std::make_shared<FakeSlide>(waves(5000, 5000), 1));
    QVERIFY(flat.grid().levels[2].quick);
    QVERIFY(!flat.grid().levels[3].quick);
    const SlideTileSource pyramid(std::make_shared<FakeSlide>(waves(5000, 5000), 4));
    QVERIFY(pyramid.grid().levels.back().quick);
}

void TestSlideTileSource::coarseTilesOfAFlatSlideReadBoundedPieces()
{
    const auto slide = std::make_shared<FakeSlide>(waves(5000, 5000), 1);
    const SlideTileSource source(slide);
    QCOMPARE(source.grid().coarsest(), 5);
    QVERIFY(!tileOf(source, {5, 0, 0}).isNull());
    QCOMPARE(slide->reads.load(), 25); // each 1024 x 1024 piece once
    QVERIFY(!tileOf(source, {4, 1, 1}).isNull());
    QCOMPARE(slide->reads.load(), 25); // kept
}

void TestSlideTileSource::anUnwantedCoarseTileIsCancelled()
{
    const auto slide = std::make_shared<FakeSlide>(waves(5000, 5000), 1);
    const SlideTileSource source(slide);
    CancelSource cancel;
    cancel.cancel();
    const auto tile = source.tile({5, 0, 0}, cancel.token());
    QVERIFY(!tile);
    QVERIFY(tile.error().code == ErrorCode::Cancelled);
    QCOMPARE(slide->reads.load(), 0);
}

void TestSlideTileSource::failureNamesTheFile()
{
    const auto slide = std::make_shared<FakeSlide>(waves(500, 500), 1);
    slide->failing = true;
    const SlideTileSource source(slide);
    const auto tile = source.tile({0, 0, 0}, {});
    QVERIFY(!tile);
    QCOMPARE(tile.error().path, std::string("fake.svs"));
}

void TestSlideTileSource::stainViewsShowWhatTheRecipeSays()
{
    const auto slide = std::make_shared<FakeSlide>(nb::test::tissuePicture(600, 500, nb::test::modelTarget()), 1);
    const auto recipe = prepareSlide(slide, std::make_shared<nb::test::FakeNetwork>(), {}, {});
    QVERIFY(recipe.ok());
    const QImage original = tileOf(SlideTileSource(slide), {0, 0, 0});
    QCOMPARE(tileOf(SlideTileSource(*recipe, StainView::Original), {0, 0, 0}), original);
    auto pixels = *slide->read(0, {0, 0, 256, 256});
    (*recipe)->separation.showOnly(StainSeparation::View::Eosin, pixels.pixels.data(), pixels.pixels.size() / 3);
    const QImage eosin = tileOf(SlideTileSource(*recipe, StainView::Eosin), {0, 0, 0});
    for (int i = 0; i < 256; i += 5)
        QCOMPARE(eosin.pixel(i, i), qRgb(pixels.row(i)[3 * i], pixels.row(i)[3 * i + 1], pixels.row(i)[3 * i + 2]));
    QList<QImage> views;
    for (const StainView view :
        {StainView::Original, StainView::Normalised, StainView::Haematoxylin, StainView::Eosin, StainView::Residual})
        views.append(tileOf(SlideTileSource(*recipe, view), {0, 0, 0}));
    for (int i = 0; i < views.size(); ++i)
        for (int j = 0; j < i; ++j)
            QVERIFY2(views[i] != views[j], qPrintable(QStringLiteral("%1 and %2 look the same").arg(i).arg(j)));
}

void TestSlideTileSource::aRealSlideIsWhereItBelongs()
{
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    const auto slide = openSlide(nb::test::sharedPath("slides/CMU-1-Small-Region.svs"));
    QVERIFY(slide.ok());
    const SlideTileSource source(*slide);
    const auto pixels = (*slide)->read(0, {0, 0, 2048, 2048});
    QVERIFY(pixels.ok());
    for (const TileKey& key : {TileKey{0, 3, 2}, TileKey{2, 1, 1}, TileKey{3, 0, 0}}) {
        const QImage tile = tileOf(source, key);
        for (int i = 3; i < 250; i += 31)
            QVERIFY(std::abs(qRed(tile.pixel(i, i))
                        - meanRed(*pixels, key.column * 256 + i, key.row * 256 + i, 1 << key.level))
                < 3);
    }
}

QTEST_GUILESS_MAIN(TestSlideTileSource)
#include "tst_slidetilesource.moc"
