// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/casetrainingsource.h"
#include "engine/train/checkedregions.h"
#include "tests/support/teachingcase.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace nb;
using test::TeachingCase;

namespace
{

TrainingPreparation plain(double mpp = 0.25)
{
    TrainingPreparation preparation;
    preparation.model = test::recipeOf(4);
    preparation.model.mpp = mpp;
    return preparation;
}

Result<TrainingPictures> load(
    const TeachingCase& from, const CaseTrainingOptions& options = {}, const TrainingPreparation& how = plain())
{
    return caseTrainingSource(from.casePath, options)->load(how, {});
}

CaseTrainingOptions validation()
{
    CaseTrainingOptions options;
    options.role = RegionRole::Validation;
    return options;
}

} // namespace

class TestCaseTrainingSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyCheckedRegionsAreKnown()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString());
        from.addRegion("left", TeachingCase::box(100, 100, 204, 172), RegionRole::Training);
        from.addRegion("not checked", TeachingCase::box(300, 300, 400, 400), RegionRole::Training, false);
        from.addRegion("right", TeachingCase::box(320, 100, 384, 164), RegionRole::Validation);
        const auto train = load(from), held = load(from, validation());
        QVERIFY2(train && held, train ? "" : train.error().message().c_str());
        QCOMPARE(train->size(), std::size_t{1});
        QCOMPARE(held->size(), std::size_t{1});
        const TrainingPicture& picture = *train->front();
        QCOMPARE(picture.name, std::string("left"));
        QCOMPARE(knownPixels(picture), std::int64_t{104 * 72});
        QCOMPARE(knownPixels(*held->front()), std::int64_t{64 * 64});
        QVERIFY(picture.place);
        // The tissue around it is in the picture, but nothing of it is known.
        QVERIFY(picture.rgb.width > 104);
        const int left = static_cast<int>(100 - picture.place->x), top = static_cast<int>(100 - picture.place->y);
        QCOMPARE(int(picture.known.at(left - 1, top)), 0);
        QCOMPARE(int(picture.known.at(left, top)), 1);
        QVERIFY(picture.labels.at(left - 12, top + 12) != 0); // the nucleus at 80..89, 112 is outside
        QCOMPARE(picture.nuclei, std::int64_t{4 * 3}); // also those that its edge cuts
    }
    void nucleiAreWhereThePictureShowsThem()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString());
        from.addRegion("all", TeachingCase::box(0, 0, 512, 512), RegionRole::Training);
        const auto pictures = load(from);
        QVERIFY(pictures);
        const TrainingPicture& picture = *pictures->front();
        QCOMPARE(picture.rgb.width, 512);
        std::int64_t agree = 0;
        for (int y = 0; y < 512; ++y)
            for (int x = 0; x < 512; ++x)
                agree += (picture.rgb.row(y)[3 * x] < 150) == (picture.labels.at(x, y) != 0) ? 1 : 0;
        QVERIFY2(agree > 512 * 512 * 97 / 100, qPrintable(QString::number(agree)));
    }
    void resamplesToTheModelsPixelSize()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString());
        from.addRegion("all", TeachingCase::box(0, 0, 512, 512), RegionRole::Training);
        const auto pictures = load(from, {}, plain(0.5));
        QVERIFY(pictures);
        QCOMPARE(pictures->front()->rgb.width, 256);
        QCOMPARE(pictures->front()->nuclei, std::int64_t{256});
        QCOMPARE(pictures->front()->place->scaleX, 2.0);
    }
    void theCasesStainIsUsedWithTheModelsTarget()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString());
        from.addRegion("all", TeachingCase::box(0, 0, 512, 512), RegionRole::Training);
        const auto untouched = load(from);
        auto identity = from.document->slide();
        QVERIFY(identity);
        SlideStain stain;
        stain.method = StainMethod::Vahadane;
        stain.source = test::modelTarget();
        stain.source.p99 = {4.2, 1.2}; // twice the target's haematoxylin: the slide becomes paler
        identity->stain = stain;
        QVERIFY(from.document->setSlide(*identity));
        const auto paler = load(from);
        QVERIFY(untouched && paler);
        const auto sum = [](const RgbImage& rgb) {
            return std::accumulate(rgb.pixels.begin(), rgb.pixels.end(), std::int64_t{0});
        };
        QVERIFY(sum(paler->front()->rgb) > sum(untouched->front()->rgb) * 105 / 100);
    }
    void whatIsHeldOutIsNotLearntFrom()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString());
        from.addRegion("large", TeachingCase::box(0, 0, 200, 100), RegionRole::Training);
        from.addRegion("held out", TeachingCase::box(100, 0, 300, 100), RegionRole::Validation);
        const auto train = load(from);
        QVERIFY(train);
        QCOMPARE(knownPixels(*train->front()), std::int64_t{100 * 100});
    }
    void thePersonsRolesComeFirst()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString());
        const Uuid a = from.addRegion("a", TeachingCase::box(0, 0, 100, 100), RegionRole::Training);
        const Uuid b = from.addRegion("b", TeachingCase::box(200, 0, 300, 100), RegionRole::Plain);
        CaseTrainingOptions options;
        options.roles = {{a, RegionRole::Validation}, {b, RegionRole::Training}};
        const auto train = load(from, options);
        QVERIFY(train);
        QCOMPARE(train->size(), std::size_t{1});
        QCOMPARE(train->front()->name, std::string("b"));
    }
    void oneRegionGivesAQuarterToJudgeBy()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString());
        const MultiPolygon shape = TeachingCase::box(0, 0, 400, 200);
        from.addRegion("only", shape, RegionRole::Training);
        CaseTrainingOptions options;
        options.heldOut = heldOutQuarter(shape);
        QCOMPARE(*options.heldOut, (Rect{300, 0, 100, 200}));
        const auto train = load(from, options);
        options.role = RegionRole::Validation;
        const auto held = load(from, options);
        QVERIFY(train && held);
        QCOMPARE(knownPixels(*train->front()), std::int64_t{300 * 200});
        QCOMPARE(knownPixels(*held->front()), std::int64_t{100 * 200});
    }
    void largeRegionsAreCutIntoPictures()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString(), 2400);
        from.addRegion("large", TeachingCase::box(0, 0, 2400, 2100), RegionRole::Training);
        const auto train = load(from);
        QVERIFY(train);
        QCOMPARE(train->size(), std::size_t{4});
        std::int64_t known = 0;
        for (const auto& picture : *train)
            known += knownPixels(*picture);
        QCOMPARE(known, std::int64_t{2400 * 2100});
    }
    void singleCorrectedNucleiBringTheirNeighbourhood()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString());
        CaseTrainingOptions options;
        options.correctedNuclei = true;
        const auto none = load(from, options);
        QVERIFY(none);
        QVERIFY(none->empty());
        Edit edit;
        edit.label = "Correct";
        auto corrected = test::nucleus(1, 16.5, 16.5, TeachingCase::kDotRadius);
        corrected.origin = NucleusOrigin::Corrected;
        edit.putNuclei.push_back(corrected);
        from.apply(edit);
        const auto pictures = load(from, options);
        QVERIFY(pictures);
        QCOMPARE(pictures->size(), std::size_t{1});
        const TrainingPicture& picture = *pictures->front();
        QCOMPARE(picture.nuclei, std::int64_t{1});
        QCOMPARE(int(picture.known.at(16, 16)), 1);
        QCOMPARE(int(picture.known.at(16, 28)), 1); // beside it
        QCOMPARE(int(picture.known.at(48, 16)), 0); // the neighbour
    }
    void saysWhatIsMissing()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString());
        const auto nothing = load(from);
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::Invalid);
        QVERIFY(nothing.error().message().find("checked") != std::string::npos);
        from.addRegion("a", TeachingCase::box(0, 0, 100, 100), RegionRole::Plain);
        const auto roleless = load(from, validation());
        QVERIFY(!roleless);
        QVERIFY(roleless.error().message().find("validation") != std::string::npos);
        from.addRegion("b", TeachingCase::box(0, 0, 100, 100), RegionRole::Training);
        QVERIFY(QFile::remove(QString::fromStdString(from.slidePath)));
        const auto slideless = load(from);
        QVERIFY(!slideless);
        QCOMPARE(slideless.error().code, ErrorCode::NotFound);
        QVERIFY(slideless.error().remedy.find("slide") != std::string::npos);
        cv::imwrite(from.slidePath, cv::Mat(512, 512, CV_8UC3, cv::Scalar(1, 2, 3)));
        const auto another = load(from);
        QVERIFY(!another);
        QCOMPARE(another.error().code, ErrorCode::Invalid);
        QVERIFY(!caseTrainingSource(folder.filePath("none.nsc").toStdString())->load(plain(), {}));
    }
    void countsAndSplitsRegions()
    {
        QTemporaryDir folder;
        TeachingCase from(folder.path().toStdString());
        const Uuid large = from.addRegion("large", TeachingCase::box(0, 0, 512, 256), RegionRole::Plain);
        const Uuid small = from.addRegion("small", TeachingCase::box(0, 256, 512, 400), RegionRole::Plain);
        from.addRegion("not checked", TeachingCase::box(0, 400, 512, 512), RegionRole::Plain, false);
        Edit edit;
        edit.label = "Correct";
        edit.putNuclei.push_back(test::nucleus(1, 16.5, 16.5, TeachingCase::kDotRadius));
        from.apply(edit);
        const auto regions = checkedRegions(from.casePath);
        QVERIFY(regions);
        QCOMPARE(regions->size(), std::size_t{2});
        QCOMPARE(regions->front().nuclei, std::int64_t{128});
        QCOMPARE(regions->front().corrected, std::int64_t{1});
        const auto roles = proposedRoles(*regions);
        QCOMPARE(roles.at(large), RegionRole::Training);
        QCOMPARE(roles.at(small), RegionRole::Validation);
        QCOMPARE(proposedRoles({regions->front()}).at(large), RegionRole::Training);
    }
};

QTEST_GUILESS_MAIN(TestCaseTrainingSource)
#include "tst_casetrainingsource.moc"
