// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/slidestain.h"
#include "engine/stain/twostainfit.h"
#include "tests/support/fakeslide.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/stainpictures.h"

#include <QtTest>

#include <filesystem>

using namespace nb;
using test::FakeSlide;

namespace
{

constexpr PixelSize kSize{0.25, 0.25};
const StainMatrix kHe{unitVector({0.651, 0.701, 0.290}), unitVector({0.216, 0.801, 0.558}), {2.5, 1.5}};
const StainMatrix kPurple{unitVector({0.575, 0.755, 0.32}), unitVector({0.42, 0.90, 0.10}), {0.8, 2.7}};

Result<SlideStain> decide(
    const SlideSource& slide, StainChoice choice = StainChoice::Auto, const CancelToken& cancel = {})
{
    return decideSlideStain(slide, kSize, choice, test::modelTarget(), 0.1, cancel);
}

bool leftAlone(const Result<SlideStain>& stain)
{
    const StainMatrix target = test::modelTarget();
    return stain && stain->method == StainMethod::None && stain->fromTarget
        && stain->source.haematoxylin == target.haematoxylin && stain->source.eosin == target.eosin
        && stain->source.p99 == target.p99 && !stain->reason.empty();
}

std::vector<std::string> pictures(const std::string& folder)
{
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(test::sharedPath(folder))) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".png") && name.find(".labels") == std::string::npos
            && name.find(".ternary") == std::string::npos)
            paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace

class TestSlideStain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void normalisesHaematoxylinAndEosin()
    {
        const auto stain = decide(FakeSlide(test::tissuePicture(600, 400, kHe)));
        QVERIFY(stain.ok());
        QVERIFY2(stain->method == StainMethod::Vahadane, stain->reason.c_str());
        QVERIFY(!stain->fromTarget);
        QVERIFY(angleDegrees(stain->source.haematoxylin, kHe.haematoxylin) < 3);
        QVERIFY(stain->target.p99 == test::modelTarget().p99);
    }
    void leavesASingleStainAlone()
    {
        const auto stain = decide(FakeSlide(test::tissuePicture(600, 400, kPurple)));
        QVERIFY(leftAlone(stain));
        QVERIFY2(stain->reason.find("does not look like H&E") != std::string::npos, stain->reason.c_str());
    }
    void leavesPicturesWithoutTissueAlone_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("grey");
        QTest::newRow("white") << 700 << 255;
        QTest::newRow("scanner white") << 700 << 235;
        QTest::newRow("black") << 700 << 0;
        QTest::newRow("grey") << 700 << 120;
        QTest::newRow("one white pixel") << 1 << 255;
        QTest::newRow("one grey pixel") << 1 << 100;
        QTest::newRow("one black pixel") << 1 << 0;
    }
    void leavesPicturesWithoutTissueAlone()
    {
        QFETCH(int, side);
        QFETCH(int, grey);
        const FakeSlide slide(RgbImage(side, side, static_cast<std::uint8_t>(grey)), side > 1 ? 3 : 1);
        for (const auto choice : {StainChoice::Auto, StainChoice::Vahadane, StainChoice::Macenko})
            QVERIFY(leftAlone(decide(slide, choice)));
    }
    void leavesGreyscaleTextureAlone()
    {
        RgbImage grey(500, 500);
        std::mt19937_64 random(5);
        for (std::size_t i = 0; i < grey.pixels.size(); i += 3)
            grey.pixels[i] = grey.pixels[i + 1] = grey.pixels[i + 2] = static_cast<std::uint8_t>(random() % 256);
        QVERIFY(leftAlone(decide(FakeSlide(grey))));
    }
    void leavesFluorescenceAlone()
    {
        RgbImage blue(500, 500, 5);
        std::mt19937_64 random(6);
        for (std::size_t i = 0; i < blue.pixels.size(); i += 3)
            blue.pixels[i + 2] = static_cast<std::uint8_t>(20 + random() % 200);
        QVERIFY(leftAlone(decide(FakeSlide(blue))));
    }
    void usesWhatWasAskedForAndWarns()
    {
        const FakeSlide slide(test::tissuePicture(600, 400, kPurple));
        for (const auto& [choice, method] : {std::pair(StainChoice::Vahadane, StainMethod::Vahadane),
                 std::pair(StainChoice::Macenko, StainMethod::Macenko)}) {
            const auto stain = decide(slide, choice);
            QVERIFY(stain->method == method);
            QVERIFY(!stain->fromTarget);
            QVERIFY2(stain->reason.find("Warning") != std::string::npos, stain->reason.c_str());
        }
        QVERIFY(leftAlone(decide(FakeSlide(test::tissuePicture(600, 400, kHe)), StainChoice::None)));
    }
    void anExplicitChoiceThatFitsCarriesNoWarning()
    {
        const FakeSlide slide(test::tissuePicture(600, 400, kHe));
        for (const auto choice : {StainChoice::Vahadane, StainChoice::Macenko})
            QVERIFY(decide(slide, choice)->reason.find("Warning") == std::string::npos);
    }
    void theSameSlideGivesTheSameAnswer()
    {
        const auto first = decide(FakeSlide(test::tissuePicture(1500, 900, kHe), 4)),
                   second = decide(FakeSlide(test::tissuePicture(1500, 900, kHe), 4));
        QVERIFY(
            first->source.haematoxylin == second->source.haematoxylin && first->source.eosin == second->source.eosin);
        QVERIFY(first->source.p99 == second->source.p99);
    }
    void findsTissueThatLiesInOneCorner_data()
    {
        QTest::addColumn<int>("levels");
        QTest::newRow("with a pyramid") << 5;
        QTest::newRow("without") << 1;
    }
    void findsTissueThatLiesInOneCorner()
    {
        QFETCH(int, levels);
        RgbImage large(3500, 3000);
        const RgbImage tissue = test::tissuePicture(500, 500, kHe);
        for (int y = 0; y < tissue.height; ++y)
            std::copy_n(tissue.row(y), tissue.width * 3, large.row(y + 2450) + 2900 * 3);
        const FakeSlide slide(std::move(large), levels);
        const auto stain = decide(slide);
        QVERIFY2(stain->method == StainMethod::Vahadane, stain->reason.c_str());
        QVERIFY2(slide.reads <= 200, qPrintable(QString::number(slide.reads)));
    }
    void readsABoundedPartOfALargeSlide()
    {
        class Endless : public FakeSlide
        { // 40,000 x 30,000 pixels, the same block everywhere, no pyramid
        public:
            Endless()
                : FakeSlide(test::tissuePicture(256, 256, kHe))
            {
                editInfo().levels = {{40'000, 30'000, 1}};
            }
            Result<RgbImage> read(int level, const Rect& area) const override
            {
                return FakeSlide::read(level, {0, 0, area.width, area.height});
            }
        };
        const Endless slide;
        QVERIFY(decide(slide)->method == StainMethod::Vahadane);
        QVERIFY(slide.reads <= 192);
    }
    void aSlideThatCannotBeReadIsAnError()
    {
        FakeSlide slide(test::tissuePicture(300, 300, kHe), 2);
        slide.failing = true;
        const auto stain = decide(slide);
        QVERIFY(!stain);
        QVERIFY(stain.error().code == ErrorCode::Unreadable);
        QCOMPARE(stain.error().path, std::string("fake.svs"));
    }
    void stopsWhenAsked()
    {
        CancelSource source;
        source.cancel();
        const FakeSlide slide(test::tissuePicture(300, 300, kHe), 2);
        const auto stain = decide(slide, StainChoice::Auto, source.token());
        QVERIFY(!stain);
        QVERIFY(stain.error().code == ErrorCode::Cancelled);
        QCOMPARE(slide.reads.load(), 0);
    }
    void realHaematoxylinAndEosinIsNormalised()
    {
        NB_NEEDS_SHARED("data/mod/test");
        for (const auto& path : pictures("data/mod/test")) {
            const auto stain = decide(FakeSlide(test::readPicture(path)));
            QVERIFY2(stain->method == StainMethod::Vahadane, (path + ": " + stain->reason).c_str());
        }
    }
    void realSingleStainPicturesAreLeftAlone()
    {
        NB_NEEDS_SHARED("data/dsb");
        for (const auto& path : pictures("data/dsb"))
            QVERIFY2(leftAlone(decide(FakeSlide(test::readPicture(path)))), path.c_str());
    }
};

QTEST_GUILESS_MAIN(TestSlideStain)
#include "tst_slidestain.moc"
