// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/batchfeed.h"
#include "engine/train/samplemaker.h"
#include "engine/train/ternarymap.h"
#include "tests/support/trainingpictures.h"

#include <QtTest>

using namespace nb;

namespace
{

SampleRecipe recipe(const TrainingPictures& pictures, const Augmentation& augmentation, int patch = 64)
{
    SampleRecipe recipe;
    recipe.pictures = pictures;
    recipe.patch = patch;
    recipe.augmentation = augmentation;
    recipe.model = test::recipeOf(4);
    recipe.seed = 7;
    return recipe;
}

Augmentation only(void (*turnOn)(Augmentation&))
{
    Augmentation augmentation = Augmentation::none();
    turnOn(augmentation);
    return augmentation;
}

int red(const RgbImage& image, int x, int y)
{
    return image.row(y)[3 * x];
}

} // namespace

class TestSampleMaker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAugmentationTheSampleIsThePicture()
    {
        const auto picture = test::dottedPicture(64);
        const SampleMaker maker(recipe({picture}, Augmentation::none()));
        const auto sample = maker.make(0, 0);
        QVERIFY(sample);
        QVERIFY(sample->rgb.pixels == picture->rgb.pixels);
        QVERIFY(sample->target.pixels == ternaryMap(picture->labels, 4).pixels);
    }
    void imageAndTargetMoveTogether_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 7; ++i)
            QTest::addRow("variation %d", i) << i;
    }
    void imageAndTargetMoveTogether()
    {
        static constexpr void (*kOne[])(Augmentation&) = {[](Augmentation& a) { a.elastic = true; },
            [](Augmentation& a) { a.rescale = true; }, [](Augmentation& a) { a.affine = true; },
            [](Augmentation& a) { a.shift = true; }, [](Augmentation& a) { a.flip = true; },
            [](Augmentation& a) { a.rotate = true; }, [](Augmentation& a) { a = Augmentation(); }};
        QFETCH(int, which);
        const SampleMaker maker(recipe({test::dottedPicture(256, 10)}, only(kOne[which]), 128));
        int moved = 0, wrong = 0, counted = 0;
        const auto first = maker.make(0, 0);
        for (std::uint64_t i = 0; i < 8; ++i) {
            const auto sample = maker.make(0, i);
            QVERIFY(sample);
            moved += sample->target.pixels != first->target.pixels ? 1 : 0;
            for (int y = 0; y < 128; ++y)
                for (int x = 0; x < 128; ++x) { // well inside is dark; background far from a nucleus is pale
                    const int t = sample->target.at(x, y), value = red(sample->rgb, x, y);
                    counted += t == 2 ? 1 : 0;
                    wrong += (t == 2 && value > 170) || (t == 0 && value < 105) ? 1 : 0;
                }
        }
        QVERIFY2(moved > 0, "nothing moves");
        QVERIFY2(counted > 500, qPrintable(QString::number(counted)));
        QVERIFY2(wrong < 8 * 128 * 128 / 100, qPrintable(QString::number(wrong)));
    }
    void aSampleDependsOnSeedEpochAndIndexAlone()
    {
        const TrainingPictures pictures{test::dottedPicture(200, 9, 32, 1), test::dottedPicture(150, 7, 32, 2)};
        const SampleMaker maker(recipe(pictures, Augmentation())), again(recipe(pictures, Augmentation()));
        (void)again.make(3, 9);
        const auto a = maker.make(2, 5), b = again.make(2, 5), other = maker.make(2, 6), epoch = maker.make(3, 5);
        QVERIFY(a->rgb.pixels == b->rgb.pixels && a->target.pixels == b->target.pixels);
        QVERIFY(a->rgb.pixels != other->rgb.pixels);
        QVERIFY(a->rgb.pixels != epoch->rgb.pixels);
    }
    void threadsDoNotChangeTheBatches()
    {
        const auto maker = std::make_shared<SampleMaker>(recipe({test::dottedPicture(200)}, Augmentation()));
        BatchFeed one(maker, {3, 4, 2}, 1), three(maker, {3, 4, 2}, 3);
        for (int i = 0; i < 6; ++i) {
            const auto a = one.next(), b = three.next();
            QVERIFY(a && b);
            QCOMPARE(a->count, 3);
            QVERIFY(a->rgb == b->rgb && a->target == b->target);
        }
        const auto direct = maker->make(1, 0);
        BatchFeed later(maker, {3, 4, 4}, 2); // step 4 is the first of epoch 1
        const auto batch = later.next();
        QVERIFY(std::equal(direct->rgb.pixels.begin(), direct->rgb.pixels.end(), batch->rgb.begin()));
    }
    void whatIsNotKnownIsMasked()
    {
        const auto picture = test::dottedPicture(128);
        picture->known = Plane<std::uint8_t>(128, 128, 0);
        for (int y = 20; y < 100; ++y)
            std::fill_n(picture->known.row(y) + 16, 60, std::uint8_t{1});
        const SampleMaker maker(recipe({picture}, Augmentation::none(), 128));
        const auto sample = maker.make(0, 0);
        QVERIFY(sample);
        for (int y = 0; y < 128; ++y)
            for (int x = 0; x < 128; ++x)
                QCOMPARE(sample->target.at(x, y) == kUnknownTarget, picture->known.at(x, y) == 0);
        const SampleMaker varied(recipe({picture}, Augmentation(), 64));
        int unknown = 0, known = 0;
        for (std::uint64_t i = 0; i < 20; ++i) {
            const auto part = varied.make(0, i);
            for (const std::uint8_t t : part->target.pixels)
                ++(t == kUnknownTarget ? unknown : known);
        }
        QVERIFY(unknown > 0);
        QVERIFY(known > 20 * 64 * 64 / 4); // places are chosen where something is known
    }
    void aNucleusCutByTheEndOfWhatIsKnownCountsAsCut()
    {
        TrainingPicture picture;
        picture.labels = LabelImage(20, 9, 0);
        picture.known = Plane<std::uint8_t>(20, 9, 1);
        for (int y = 0; y < 9; ++y) {
            std::fill_n(picture.labels.row(y), 10, 1U);
            std::fill_n(picture.known.row(y) + 10, 10, std::uint8_t{0});
        }
        const auto cut = ternaryMap(picture.labels, picture.known, 2), small = ternaryMap(picture.labels, 2);
        QCOMPARE(int(cut.at(9, 4)), 2);
        QCOMPARE(int(small.at(9, 4)), 1);
    }
    void separateTargetsHoldOneThingEach()
    {
        const auto picture = test::dottedPicture(64);
        const auto nucleus = binarizedTarget(targetLayers(*picture, TargetKind::Nucleus, 4), TargetKind::Nucleus);
        const auto boundary = binarizedTarget(targetLayers(*picture, TargetKind::Boundary, 4), TargetKind::Boundary);
        const auto both = ternaryMap(picture->labels, 4);
        for (std::size_t i = 0; i < both.pixels.size(); ++i) {
            QCOMPARE(int(nucleus.pixels[i]), both.pixels[i] > 0 ? 2 : 0);
            QCOMPARE(int(boundary.pixels[i]), both.pixels[i] == 1 ? 1 : 0);
        }
    }
    void binarisesByThePapersRules()
    {
        RgbImage layers(5, 1, 0);
        const std::uint8_t values[] = {128, 100, 255, 127, 1, 255, 127, 0, 255, 0, 255, 254, 0, 0, 255};
        std::copy(std::begin(values), std::end(values), layers.pixels.begin());
        const auto target = binarizedTarget(layers, TargetKind::Nb);
        QCOMPARE((std::vector<int>(target.pixels.begin(), target.pixels.end())), (std::vector<int>{1, 2, 0, 255, 0}));
    }
    void tinyPicturesGiveSamplesToo()
    {
        for (const int side : {1, 2, 17}) {
            const SampleMaker maker(recipe({test::dottedPicture(side)}, Augmentation()));
            for (std::uint64_t i = 0; i < 10; ++i) {
                const auto sample = maker.make(0, i);
                QVERIFY2(sample, sample ? "" : sample.error().message().c_str());
                QCOMPARE(sample->rgb.width, 64);
            }
        }
    }
    void olderPicturesComeInTheirShare()
    {
        const auto white = std::make_shared<TrainingPicture>();
        white->rgb = RgbImage(64, 64);
        white->labels = LabelImage(64, 64);
        SampleRecipe r = recipe({test::dottedPicture(64)}, Augmentation::none());
        r.rehearsal = {white};
        r.rehearsalShare = 0.25;
        const SampleMaker maker(r);
        int older = 0;
        for (std::uint64_t i = 0; i < 400; ++i)
            older += maker.make(0, i)->rgb.pixels == white->rgb.pixels ? 1 : 0;
        QVERIFY2(older > 70 && older < 130, qPrintable(QString::number(older)));
    }
};

QTEST_GUILESS_MAIN(TestSampleMaker)
#include "tst_samplemaker.moc"
