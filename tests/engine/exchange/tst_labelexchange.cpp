// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/casetable.h"
#include "engine/exchange/labelimport.h"
#include "engine/exchange/trainingpairs.h"
#include "engine/geometry/polygon.h"
#include "engine/io/labelimage.h"
#include "engine/train/trainingsource.h"
#include "tests/engine/io/geojsonsamples.h"
#include "tests/support/exchangefixture.h"
#include "tests/support/fakeslide.h"
#include "tests/support/trainingpictures.h"

#include <QDir>
#include <QtTest>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using nb::Edit;
using nb::ErrorCode;
using nb::test::ExchangeCase;
using nb::test::fileText;

namespace
{

nb::SlideIdentity smallSlide(std::int64_t width, std::int64_t height)
{
    nb::SlideIdentity slide = nb::test::slideIdentity();
    slide.width = width;
    slide.height = height;
    return slide;
}

nb::RegionRecord box(std::uint64_t number, double x, double y, double width, double height)
{
    nb::RegionRecord region;
    region.id = nb::test::uuidOf(7000 + number);
    region.shape = {nb::Polygon{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, {}}};
    return region;
}

nb::Result<nb::CaseImportSummary> importLabels(ExchangeCase& to, const std::string& path)
{
    nb::Progress progress;
    return nb::importLabelsIntoCase(to.thread(), path, "reader", {}, progress);
}

double areaSum(ExchangeCase& of)
{
    double sum = 0;
    for (const auto& [id, nucleus] : of.nuclei())
        sum += nb::areaOf(nucleus.shape);
    return sum;
}

} // namespace

class TestLabelExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsBecomeNuclei_data();
    void labelsBecomeNuclei();
    void labelsOfARegionLandInIt();
    void labelsOfAnotherSizeAreRefusedWithAWayOut();
    void labelsOfAWholeSlideComeBack();
    void oneNumberInTwoPlacesIsOneNucleus();
    void nucleiBecomeLabels();
    void cellsOfATableAreNeutralised();
    void regionsBecomeTrainingPairs();
    void aPairThatIsThereStays();
};

void TestLabelExchange::labelsBecomeNuclei_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("type");
    QTest::newRow("16 bit PNG") << QByteArray("a.png") << CV_16U;
    QTest::newRow("16 bit TIFF") << QByteArray("a.tif") << CV_16U;
    QTest::newRow("8 bit PNG") << QByteArray("a.png") << CV_8U;
}

void TestLabelExchange::labelsBecomeNuclei()
{
    QFETCH(QByteArray, name);
    QFETCH(int, type);
    ExchangeCase to(smallSlide(400, 300));
    cv::Mat labels(300, 400, type, cv::Scalar(0));
    for (int i = 0; i < 20; ++i)
        cv::circle(labels, {30 + i % 5 * 80, 30 + i / 5 * 70}, 12 + i % 4, cv::Scalar(200 - i), cv::FILLED);
    cv::imwrite(to.file(name), labels);
    const auto read = importLabels(to, to.file(name));
    QVERIFY2(read.ok(), read ? "" : read.error().message().c_str());
    QCOMPARE(read->nuclei, std::int64_t{20});
    QVERIFY(read->complaint().empty());
    const double pixels = cv::countNonZero(labels);
    QVERIFY(std::abs(areaSum(to) - pixels) < 0.02 * pixels);
    for (const auto& [id, nucleus] : to.nuclei()) {
        const nb::Point centre = nb::centroid(nucleus.shape.front().shell);
        const auto offset = [](double value, double step) { return std::remainder(value - 30.5, step); };
        QVERIFY2(std::abs(offset(centre.x, 80)) < 0.1 && std::abs(offset(centre.y, 70)) < 0.1, "half a pixel is lost");
    }
    QVERIFY(to.verify().ok());
    QVERIFY(to.undo().ok());
    QVERIFY(to.nuclei().empty());
}

void TestLabelExchange::labelsOfARegionLandInIt()
{
    ExchangeCase to(smallSlide(4000, 3000));
    Edit edit;
    edit.putRegions = {box(1, 1000, 500, 64, 48), box(2, 50, 50, 100, 100)};
    QVERIFY(to.apply(edit).ok());
    cv::Mat labels(48, 64, CV_16U, cv::Scalar(0));
    cv::circle(labels, {20, 20}, 9, cv::Scalar(3), cv::FILLED);
    cv::imwrite(to.file("a.png"), labels);
    QCOMPARE(importLabels(to, to.file("a.png"))->nuclei, std::int64_t{1});
    const auto nuclei = to.nuclei();
    const nb::Point centre = nb::centroid(nuclei.begin()->second.shape.front().shell);
    QVERIFY(std::abs(centre.x - 1020.5) < 0.1 && std::abs(centre.y - 520.5) < 0.1);
}

void TestLabelExchange::labelsOfAnotherSizeAreRefusedWithAWayOut()
{
    ExchangeCase to(smallSlide(400, 300));
    Edit edit;
    edit.putRegions = {box(1, 0, 0, 60, 60), box(2, 100, 100, 60, 60)};
    QVERIFY(to.apply(edit).ok());
    for (const int side : {50, 60}) {
        cv::imwrite(to.file("a.png"), cv::Mat(side, side, CV_16U, cv::Scalar(1)));
        const auto read = importLabels(to, to.file("a.png"));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Invalid);
        QVERIFY2(read.error().what.find(std::to_string(side)) != std::string::npos, read.error().what.c_str());
        QVERIFY(!read.error().remedy.empty());
    }
    QCOMPARE(to.history().size(), std::size_t{1});
    cv::imwrite(to.file("colour.png"), cv::Mat(300, 400, CV_8UC3, cv::Scalar(1, 2, 3)));
    QVERIFY(!importLabels(to, to.file("colour.png")));
    QVERIFY(!importLabels(to, "/nowhere.png"));
}

/// Half a gigapixel, more than is ever held as a picture.
void TestLabelExchange::labelsOfAWholeSlideComeBack()
{
    const nb::SlideIdentity slide = smallSlide(25000, 20000);
    ExchangeCase from(slide), to(slide);
    Edit edit;
    for (std::uint64_t i = 0; i < 300; ++i)
        edit.putNuclei.push_back(nb::test::nucleus(
            i + 1, 20 + static_cast<double>(i % 20) * 1314, 25 + static_cast<double>(i / 20) * 1425, 12));
    QVERIFY(from.apply(edit).ok());
    const auto reader = nb::CaseReader::open(from.path());
    nb::Progress progress;
    QVERIFY(nb::exportLabels(**reader, from.choice(), from.file("slide.tif"), {}, progress).ok());
    QCOMPARE(nb::readLabelImage(from.file("slide.tif")).error().code, ErrorCode::TooLarge);
    const auto read = importLabels(to, from.file("slide.tif"));
    QVERIFY2(read.ok(), read ? "" : read.error().message().c_str());
    QCOMPARE(read->nuclei, std::int64_t{300});
    QVERIFY(read->complaint().empty());
    const double area = areaSum(from);
    QVERIFY(std::abs(areaSum(to) - area) < 0.02 * area);
    QVERIFY(to.verify().ok());
}

void TestLabelExchange::oneNumberInTwoPlacesIsOneNucleus()
{
    ExchangeCase to(smallSlide(2000, 100));
    cv::Mat labels(100, 2000, CV_16U, cv::Scalar(0));
    labels(cv::Rect(10, 10, 12, 12)) = 5;
    labels(cv::Rect(40, 10, 12, 12)) = 5;
    labels(cv::Rect(0, 50, 9, 9)) = 6;
    labels(cv::Rect(1900, 50, 9, 9)) = 6;
    cv::imwrite(to.file("a.png"), labels);
    const auto read = importLabels(to, to.file("a.png"));
    QCOMPARE(read->nuclei, std::int64_t{1});
    QCOMPARE(to.nuclei().begin()->second.shape.size(), std::size_t{2});
    QCOMPARE(read->skipped, std::int64_t{1});
    QCOMPARE(read->problems.front().feature, std::int64_t{6});
}

void TestLabelExchange::nucleiBecomeLabels()
{
    ExchangeCase from(smallSlide(500, 400));
    Edit edit;
    edit.putNuclei = {nb::test::nucleus(1, 100, 100, 20), nb::test::nucleus(2, 300, 300, 20)};
    edit.putNuclei[0].shape.front().holes.push_back(nb::test::blob(100, 100, 6));
    edit.putRegions = {box(1, 270, 260, 80, 90)};
    QVERIFY(from.apply(edit).ok());
    const auto reader = nb::CaseReader::open(from.path());
    nb::Progress progress;
    QCOMPARE(*nb::exportLabels(**reader, from.choice(), from.file("all.tif"), {}, progress), std::int64_t{2});
    auto labels = nb::readLabelImage(from.file("all.tif"));
    QCOMPARE(labels->width, 500);
    QCOMPARE(labels->at(100, 85), 1U);
    QCOMPARE(labels->at(100, 100), 0U); // the hole
    QCOMPARE(labels->at(300, 300), 2U);
    nb::CaseChoice region = from.choice();
    region.onlyRegions = true;
    QCOMPARE(*nb::exportLabels(**reader, region, from.file("region.tif"), {}, progress), std::int64_t{1});
    labels = nb::readLabelImage(from.file("region.tif"));
    QCOMPARE(labels->width, 80);
    QCOMPARE(labels->height, 90);
    QCOMPARE(labels->at(30, 40), 1U);
    QCOMPARE(std::count(labels->pixels.begin(), labels->pixels.end(), 1U) > 1000, true);
}

void TestLabelExchange::cellsOfATableAreNeutralised()
{
    ExchangeCase from;
    Edit edit;
    edit.putClasses = {{0, "=HYPERLINK(\"x\")", 0, ""}};
    edit.putNuclei = {nb::test::nucleus(1, 100, 100)};
    QVERIFY(from.apply(edit).ok());
    Edit classify;
    classify.changeNuclei = {{{1}, 7, {}}};
    QVERIFY(from.apply(classify).ok());
    const auto reader = nb::CaseReader::open(from.path());
    nb::Progress progress;
    QCOMPARE(*nb::exportCsv(**reader, from.choice(), from.file("a.csv"), {}, progress), std::int64_t{1});
    const std::string text = fileText(from.file("a.csv"));
    QVERIFY2(text.find(",\"'=HYPERLINK(\"\"x\"\")\",") != std::string::npos, text.c_str());
}

void TestLabelExchange::regionsBecomeTrainingPairs()
{
    nb::RgbImage picture(300, 200, 200);
    picture.row(60)[3 * 50] = 7; // one pixel that can be found again
    const nb::test::FakeSlide slide(picture);
    ExchangeCase from(smallSlide(300, 200));
    Edit edit;
    edit.putNuclei = {nb::test::nucleus(1, 60, 70, 10), nb::test::nucleus(2, 40, 70, 10),
        nb::test::nucleus(3, 200, 100, 10), nb::test::nucleus(4, 20, 180, 10)};
    edit.putRegions = {box(1, 40, 50, 60, 60), box(2, 170, 60, 90, 90)};
    edit.putRegions[0].name = "Field: 1/2";
    edit.putRegions[0].role = nb::RegionRole::Training;
    edit.putRegions[0].checked = true;
    edit.putRegions[1].shape = {nb::Polygon{nb::test::blob(215, 105, 40, 60), {}}};
    QVERIFY(from.apply(edit).ok());
    const std::string folder = from.file("pairs");
    QVERIFY(QDir().mkpath(QString::fromStdString(folder)));
    const auto reader = nb::CaseReader::open(from.path());
    nb::Progress progress;
    const auto written = nb::exportTrainingPairs(**reader, slide, from.choice(), folder, {}, progress);
    QVERIFY2(written.ok(), written ? "" : written.error().message().c_str());
    QCOMPARE(written->pairs, std::int64_t{2});
    QCOMPARE(written->nuclei, std::int64_t{3});
    QCOMPARE(written->cut, std::int64_t{1});
    const auto json = nlohmann::json::parse(fileText(folder + "/Field__1_2.json"));
    QCOMPARE(json["mpp_x"].get<double>(), 0.25);
    QCOMPARE(json["x"].get<int>(), 40);
    QCOMPARE(json["cut"].size(), std::size_t{1});
    QCOMPARE(json["role"].get<std::string>(), std::string("training"));
    nb::TrainingPreparation preparation;
    preparation.model = nb::test::recipeOf(4);
    preparation.normalize = nb::StainChoice::None;
    const auto pictures = nb::folderTrainingSource(folder)->load(preparation, {});
    QVERIFY2(pictures.ok(), pictures ? "" : pictures.error().message().c_str());
    QCOMPARE(pictures->size(), std::size_t{2});
    const nb::TrainingPicture& field = *pictures->at(0);
    QCOMPARE(field.rgb.width, 60);
    QCOMPARE(field.rgb.row(10)[3 * 10], std::uint8_t{7});
    QCOMPARE(field.nuclei, std::int64_t{2});
    const auto cut = json["cut"][0].get<std::uint32_t>();
    QCOMPARE(field.labels.at(2, 20), cut);
    QVERIFY(field.known.empty());
    const nb::TrainingPicture& round = *pictures->at(1);
    QCOMPARE(round.name, std::string("region-2"));
    QVERIFY(!round.known.empty());
    QVERIFY(round.known.at(0, 0) == 0 && round.known.at(round.known.width / 2, round.known.height / 2) == 1);
}

void TestLabelExchange::aPairThatIsThereStays()
{
    const nb::test::FakeSlide slide(nb::RgbImage(300, 200, 200));
    ExchangeCase from(smallSlide(300, 200));
    Edit edit;
    edit.putRegions = {box(1, 40, 50, 60, 60)};
    QVERIFY(from.apply(edit).ok());
    const std::string folder = QFileInfo(QString::fromStdString(from.path())).path().toStdString();
    const auto reader = nb::CaseReader::open(from.path());
    nb::Progress progress;
    for (int i = 0; i < 2; ++i)
        QCOMPARE(nb::exportTrainingPairs(**reader, slide, from.choice(), folder, {}, progress)->pairs, std::int64_t{1});
    QVERIFY(QFile::exists(QString::fromStdString(folder + "/region-1.labels.tif")));
    QVERIFY(QFile::exists(QString::fromStdString(folder + "/region-1-2.labels.tif")));
    nb::CaseChoice none = from.choice();
    none.regions.clear();
    QCOMPARE(nb::exportTrainingPairs(**reader, slide, none, folder, {}, progress).error().code, ErrorCode::Invalid);
}

QTEST_GUILESS_MAIN(TestLabelExchange)
#include "tst_labelexchange.moc"
