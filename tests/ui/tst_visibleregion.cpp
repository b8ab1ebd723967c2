// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakenetwork.h"
#include "tests/support/fakeslide.h"
#include "ui/visibleregion.h"

#include <QtTest>

using namespace nb;

namespace
{

/// A slide of any size without pixels: only its size matters here.
std::shared_ptr<const SlideRecipe> recipeOf(std::int64_t width, std::int64_t height, double mpp, TissueMask tissue)
{
    auto slide = std::make_shared<test::FakeSlide>(RgbImage(16, 16), 1, PixelSize{mpp, mpp});
    slide->editInfo().levels.front() = {width, height, 1};
    auto network = std::make_shared<test::FakeNetwork>();
    ModelPixels pixels(slide, {mpp, mpp}, network->info().mpp);
    const PatchGrid grid(pixels.width(), pixels.height(), 256, 224);
    const SlideStain stain{StainMethod::None, network->info().stainTarget, network->info().stainTarget, true, "", 0.1};
    return std::shared_ptr<const SlideRecipe>(new SlideRecipe{slide, network, {mpp, mpp}, PixelSizeOrigin::Slide,
        std::move(pixels), stain, StainNormalizer(stain), StainSeparation(stain.source), std::move(tissue), grid,
        Vote::Weighted, ""});
}

double modelMegapixels(const SlideRecipe& recipe, const Rect& area)
{
    return static_cast<double>(area.width) * static_cast<double>(area.height)
        / (recipe.pixels.scaleX() * recipe.pixels.scaleY()) / 1e6;
}

} // namespace

class TestVisibleRegion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSmallViewIsTakenWhole();
    void isCutToTheSlide();
    void isEmptyBesideTheSlide();
    void aLargeViewIsCutAroundItsMiddle();
    void theLimitIsInModelPixels();
    void goesToTheNearestTissue();
    void aNarrowViewStaysNarrow();
};

void TestVisibleRegion::aSmallViewIsTakenWhole()
{
    const auto recipe = recipeOf(100000, 100000, 0.25, {});
    const Rect view{500, 700, 4000, 3000};
    const VisibleRegion region = visibleRegion(*recipe, view);
    QVERIFY(region.area == view);
    QVERIFY(!region.cut);
}

void TestVisibleRegion::isCutToTheSlide()
{
    const auto recipe = recipeOf(1000, 800, 0.25, {});
    const VisibleRegion region = visibleRegion(*recipe, {-100, -100, 5000, 5000});
    QVERIFY((region.area == Rect{0, 0, 1000, 800}));
    QVERIFY(!region.cut);
}

void TestVisibleRegion::isEmptyBesideTheSlide()
{
    const auto recipe = recipeOf(1000, 800, 0.25, {});
    QVERIFY(visibleRegion(*recipe, {2000, 2000, 50, 50}).area.empty());
}

void TestVisibleRegion::aLargeViewIsCutAroundItsMiddle()
{
    const auto recipe = recipeOf(100000, 100000, 0.25, {});
    const VisibleRegion region = visibleRegion(*recipe, {0, 0, 100000, 100000});
    QVERIFY(region.cut);
    QVERIFY(modelMegapixels(*recipe, region.area) <= kMostVisibleMegapixels);
    QVERIFY(modelMegapixels(*recipe, region.area) > 0.99 * kMostVisibleMegapixels);
    QVERIFY(std::abs(region.area.x + region.area.width / 2 - 50000) <= 1);
    QVERIFY(std::abs(region.area.y + region.area.height / 2 - 50000) <= 1);
}

void TestVisibleRegion::theLimitIsInModelPixels()
{
    const auto recipe = recipeOf(100000, 100000, 0.5, {}); // each pixel is four of the model's
    const VisibleRegion region = visibleRegion(*recipe, {0, 0, 100000, 100000});
    QVERIFY(modelMegapixels(*recipe, region.area) <= kMostVisibleMegapixels);
    QVERIFY(modelMegapixels(*recipe, region.area) > 0.99 * kMostVisibleMegapixels);
}

void TestVisibleRegion::goesToTheNearestTissue()
{
    Plane<std::uint8_t> mask(100, 100, 0);
    mask.at(10, 20) = 255;
    const auto recipe = recipeOf(100000, 100000, 0.25, TissueMask(mask, 1000, 1000));
    const VisibleRegion region = visibleRegion(*recipe, {0, 0, 100000, 100000});
    QVERIFY(region.cut);
    QVERIFY(region.area.contains(10500, 20500));
    QVERIFY((Rect{0, 0, 100000, 100000}.contains(region.area)));
}

void TestVisibleRegion::aNarrowViewStaysNarrow()
{
    const auto recipe = recipeOf(100000, 2000, 0.25, {});
    const VisibleRegion region = visibleRegion(*recipe, {0, 0, 100000, 2000});
    QVERIFY(region.cut);
    QCOMPARE(region.area.height, 2000);
    QVERIFY(modelMegapixels(*recipe, region.area) > 0.99 * kMostVisibleMegapixels);
}

QTEST_GUILESS_MAIN(TestVisibleRegion)
#include "tst_visibleregion.moc"
