// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/caseintake.h"
#include "engine/geometry/polygon.h"
#include "engine/geometry/shaperepair.h"
#include "tests/engine/io/geojsonsamples.h"
#include "tests/support/exchangefixture.h"

#include <QtTest>

using nb::Edit;
using nb::NucleusOrigin;
using nb::NucleusRecord;
using nb::RegionRecord;
using nb::RegionRole;
using nb::test::ExchangeCase;
using nb::test::fileText;
using nb::test::putFile;
using nb::test::sameNucleus;
using nb::test::uuidOf;

namespace
{

constexpr auto kOrigins = {NucleusOrigin::Model, NucleusOrigin::Corrected, NucleusOrigin::Drawn,
    NucleusOrigin::Accepted, NucleusOrigin::Imported};

/// Nuclei of every origin, with everything that a nucleus can have.
std::vector<NucleusRecord> variedNuclei()
{
    std::vector<NucleusRecord> nuclei;
    std::uint64_t number = 0;
    for (const NucleusOrigin origin : kOrigins) {
        for (int i = 0; i < 20; ++i) {
            NucleusRecord n = nb::test::nucleus(++number, 100.0 + 50.0 * i, 100.0 + 60.0 * static_cast<int>(origin));
            n.origin = origin;
            n.classId = 1 + i % 6;
            n.measurements.haematoxylinMean = 1.0 / (3 + i);
            if (origin == NucleusOrigin::Model || origin == NucleusOrigin::Corrected)
                n.modelHash = std::string(64, 'a');
            if (origin == NucleusOrigin::Model)
                n.changedBy = n.changedAt = "";
            if (origin == NucleusOrigin::Corrected) {
                n.modelShape = {nb::Polygon{nb::test::blob(100.0 + 50.0 * i, 160, 9), {}}};
                n.modelShape = nb::repairedOnGrid(n.modelShape).shape;
                n.correctionSeconds = 2.25 + i;
            }
            if (i % 4 == 1)
                n.shape.front().holes.push_back(
                    nb::test::blob(100.0 + 50.0 * i, 100.0 + 60.0 * static_cast<int>(origin), 3));
            if (i % 4 == 2)
                n.shape.push_back(
                    nb::Polygon{nb::test::blob(125.0 + 50.0 * i, 100.0 + 60.0 * static_cast<int>(origin), 4), {}});
            if (i % 5 == 3) {
                n.name = "Kern \"" + std::to_string(i) + "\" µ";
                n.locked = true;
            }
            n.shape = nb::repairedOnGrid(n.shape).shape;
            nuclei.push_back(std::move(n));
        }
    }
    return nuclei;
}

RegionRecord region(std::uint64_t number, double x, double y, double radius)
{
    RegionRecord r;
    r.id = uuidOf(900000 + number);
    r.shape = nb::repairedOnGrid({nb::Polygon{nb::test::blob(x, y, radius, 60), {}}}).shape;
    return r;
}

void fill(ExchangeCase& from)
{
    Edit edit;
    edit.label = "Fill";
    edit.putNuclei = variedNuclei();
    RegionRecord checked = region(1, 600, 200, 300);
    checked.name = "Field 1";
    checked.role = RegionRole::Validation;
    checked.classId = 2;
    checked.checked = true;
    checked.checkedBy = "Cajal";
    checked.checkedAt = "2018-03-01T09:30:00Z";
    checked.locked = true;
    edit.putRegions = {checked, region(2, 5000, 5000, 4)};
    QVERIFY(from.apply(edit).ok());
}

} // namespace

class TestCaseExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaseComesBackEqual_data();
    void aCaseComesBackEqual();
    void whatOtherProgramsWroteComesBack();
    void theExamplesArrive();
    void whatWasNotMeasuredIsMeasuredOrUnknownAndNeverZero_data();
    void whatWasNotMeasuredIsMeasuredOrUnknownAndNeverZero();
    void writesOnlyWhatWasChosen();
    void whatAPersonDidIsAnAnnotation();
    void tellsNucleiFromRegions();
    void anIdThatIsThereIsReplacedAndOneThatComesTwiceIsRenumbered();
    void missingClassesAreMade();
    void anImportIsOneStepOfTheHistory();
    void aStoppedImportLeavesNothing();
    void whatWasEditedDuringAnImportStays();
    void aFileThatCannotBeReadChangesNothing();
    void leavesOutWhatLiesOutsideOfTheSlide();
    void anExportIsOfOneMoment();
    void aStoppedExportLeavesTheFileAsItWas();
};

void TestCaseExchange::aCaseComesBackEqual_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("asAnnotations");
    QTest::newRow("plain") << QByteArray("a.geojson") << false;
    QTest::newRow("gz") << QByteArray("a.geojson.gz") << false;
    QTest::newRow("as annotations") << QByteArray("a.geojson") << true;
}

void TestCaseExchange::aCaseComesBackEqual()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, asAnnotations);
    ExchangeCase from, to;
    fill(from);
    const auto written = from.write(from.file(name), from.choice(), asAnnotations);
    QVERIFY2(written.ok(), written ? "" : written.error().message().c_str());
    QCOMPARE(written->nuclei, std::int64_t{100});
    QCOMPARE(written->regions, std::int64_t{2});
    QCOMPARE(written->repaired + written->dropped, std::int64_t{0});
    const auto read = to.import(from.file(name));
    QVERIFY2(read.ok(), read ? "" : read.error().message().c_str());
    QVERIFY2(read->complaint().empty(), read->complaint().c_str());
    QCOMPARE(read->nuclei, std::int64_t{100});
    QCOMPARE(read->newClasses, std::int64_t{0});
    const auto before = from.nuclei(), after = to.nuclei();
    QCOMPARE(after.size(), before.size());
    for (const auto& [id, nucleus] : before) {
        NucleusRecord back = after.at(id);
        if (asAnnotations && nucleus.origin == NucleusOrigin::Imported)
            back.extra.clear(); // remembers that it came as an annotation
        QVERIFY2(sameNucleus(nucleus, back), (nucleus.name + back.extra).c_str());
        QCOMPARE(to.className(back.classId), from.className(nucleus.classId));
    }
    QVERIFY(from.regions() == to.regions());
    QVERIFY(from.classes() == to.classes());
    QVERIFY(to.verify().ok());
}

/// Unknown members, measurements and metadata of another program, cells, colours, a word of ours that means something
/// else.
void TestCaseExchange::whatOtherProgramsWroteComesBack()
{
    const std::string ring = "[[10,10],[30,10],[30,30],[10,30],[10,10]]",
                      inner = "[[15,15],[25,15],[25,25],[15,25],[15,15]]";
    const std::string features
        = R"({"type":"Feature","id":"00000000-0000-4000-8000-000000000001","geometry":{"type":"Polygon","coordinates":[)"
        + ring + R"(],"plane":{"c":0,"z":1,"t":0}},"nucleusGeometry":{"type":"Polygon","coordinates":[)" + inner
        + R"(]},"properties":{"objectType":"cell","color":[1,2,3],"classification":{"name":"Tumor","color":[200,0,0]},"measurements":{"Nucleus: Area":12.5,"odd":"NaN","Area µm^2":7},"metadata":{"origin":"scanner 3","model":"X"},"stage":{"a":1.50}},"vendor":[1]},)"
        + R"({"type":"Feature","id":"00000000-0000-4000-8000-000000000002","geometry":{"type":"Polygon","coordinates":[[[0,0],[900,0],[900,900],[0,900],[0,0]]],"isEllipse":true},"properties":{"objectType":"annotation","metadata":{"slide":"7"},"extra":null}})";
    ExchangeCase first, second;
    putFile(first.file("in.geojson"), nb::test::collection(features));
    QVERIFY(first.import(first.file("in.geojson")).ok());
    QVERIFY(first.write(first.file("out.geojson"), first.choice()).ok());
    const std::string out = fileText(first.file("out.geojson"));
    for (const char* part :
        {R"("vendor":[1])", R"("stage":{"a":1.50})", R"("plane":{"c":0,"z":1,"t":0})", R"("nucleusGeometry")",
            R"("objectType":"cell")", R"("Nucleus: Area":12.5)", R"("odd":"NaN")", R"("origin":"scanner 3")",
            R"("model":"X")", R"("color":[1,2,3])", R"("isEllipse":true)", R"("slide":"7")", R"("extra":null)"})
        QVERIFY2(out.find(part) != std::string::npos, (std::string(part) + out).c_str());
    QVERIFY(second.import(first.file("out.geojson")).ok());
    const auto before = first.nuclei(), after = second.nuclei();
    for (const auto& [id, nucleus] : before)
        QVERIFY(sameNucleus(nucleus, after.at(id)));
    QVERIFY(first.regions().size() == 1 && first.regions() == second.regions());
    QCOMPARE(first.nuclei().begin()->second.measurements.areaUm2, 7.0);
    QCOMPARE(nb::areaOf(first.nuclei().begin()->second.shape), 100.0); // the nucleus, not the cell
}

void TestCaseExchange::theExamplesArrive()
{
    ExchangeCase to;
    putFile(to.file("a.geojson"), nb::test::collection(nb::test::kQuPathAnnotation + "," + nb::test::kQuPathDetection));
    const auto read = to.import(to.file("a.geojson"));
    QVERIFY(read.ok());
    QCOMPARE(read->nuclei, std::int64_t{2}); // an annotation of the detections' class is a corrected nucleus
    for (const auto& [id, nucleus] : to.nuclei()) {
        QCOMPARE(static_cast<int>(nucleus.origin), static_cast<int>(NucleusOrigin::Imported));
        QCOMPARE(nucleus.classId, nb::kNucleusClass);
        QCOMPARE(nucleus.changedBy, std::string("reader"));
        if (nucleus.name == "n17")
            QVERIFY(nucleus.locked && nucleus.shape.front().holes.size() == 1);
        else
            QCOMPARE(nucleus.shape.size(), std::size_t{2});
    }
}

void TestCaseExchange::whatWasNotMeasuredIsMeasuredOrUnknownAndNeverZero_data()
{
    QTest::addColumn<QByteArray>("measurements");
    QTest::addColumn<bool>("sizeKnown");
    QTest::newRow("none") << QByteArray() << true;
    QTest::newRow("zeros") << QByteArray(
        R"(,"measurements":{"Area µm^2":100,"Perimeter µm":0,"Circularity":0,"Solidity":0,)"
        R"("Haematoxylin OD mean":0,"Eosin OD mean":0,"Inside probability mean":0})")
                           << true;
    QTest::newRow("no size of a pixel") << QByteArray() << false;
}

void TestCaseExchange::whatWasNotMeasuredIsMeasuredOrUnknownAndNeverZero()
{
    QFETCH(QByteArray, measurements);
    QFETCH(bool, sizeKnown);
    nb::SlideIdentity slide = nb::test::slideIdentity();
    slide.pixelSize = sizeKnown ? nb::PixelSize{0.5, 0.5} : nb::PixelSize{};
    ExchangeCase to(slide);
    putFile(to.file("a.geojson"),
        nb::test::collection(R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[20,0],[20,20],)"
                             R"([0,20],[0,0]]]},"properties":{"objectType":"detection")"
            + measurements.toStdString() + "}}"));
    QVERIFY(to.import(to.file("a.geojson")).ok());
    const nb::NucleusMeasurements m = to.nuclei().begin()->second.measurements;
    if (sizeKnown) { // 10 µm by 10 µm
        QCOMPARE(m.areaUm2, 100.0);
        QVERIFY2(std::abs(m.perimeterUm - 40) < 3, qPrintable(QString::number(m.perimeterUm)));
        QVERIFY(std::abs(m.majorAxisUm - 11.5) < 0.5);
    } else {
        QVERIFY(std::isnan(m.areaUm2) && std::isnan(m.perimeterUm) && std::isnan(m.majorAxisUm));
    }
    QVERIFY(m.solidity > 0.97 && m.circularity > 0.7 && m.eccentricity < 0.1);
    for (const double unknown :
        {m.haematoxylinMean, m.haematoxylinStd, m.eosinMean, m.eosinStd, m.insideMean, m.boundaryConfidence})
        QVERIFY(std::isnan(unknown));
    QVERIFY(to.write(to.file("out.geojson"), to.choice()).ok());
    const std::string out = fileText(to.file("out.geojson"));
    QVERIFY(out.find("Solidity") != std::string::npos && out.find("Eosin") == std::string::npos);
}

void TestCaseExchange::writesOnlyWhatWasChosen()
{
    ExchangeCase from;
    fill(from);
    const auto reader = nb::CaseReader::open(from.path());
    nb::CaseChoice some = from.choice();
    some.regions.resize(1);
    some.onlyRegions = true;
    const auto inside = (*reader)->within(some.regions.front().shape);
    QVERIFY(inside->size() > 10 && inside->size() < 100);
    auto written = from.write(from.file("some.geojson"), some);
    QCOMPARE(written->nuclei, static_cast<std::int64_t>(inside->size()));
    QCOMPARE(written->regions, std::int64_t{1});
    some.regions.push_back(some.regions.front()); // a region over another: no nucleus comes twice
    QCOMPARE(from.write(from.file("some.geojson"), some)->nuclei, static_cast<std::int64_t>(inside->size()));
    some.onlyRows = {(*inside)[3], (*inside)[1], (*inside)[3], 123456};
    some.regions.clear();
    written = from.write(from.file("some.geojson"), some);
    QCOMPARE(written->nuclei, std::int64_t{2});
}

void TestCaseExchange::whatAPersonDidIsAnAnnotation()
{
    ExchangeCase from;
    fill(from);
    QVERIFY(from.write(from.file("a.geojson"), from.choice()).ok());
    int detections = 0, annotations = 0;
    QVERIFY(nb::readGeoJson(from.file("a.geojson"), [&](nb::GeoJsonFeature&& f) {
        (f.object == nb::GeoJsonObject::Detection ? detections : annotations) += 1;
        return true;
    }).ok());
    QCOMPARE(detections, 60);
    QCOMPARE(annotations, 42);
    QVERIFY2(fileText(from.file("a.geojson")).find("slides") == std::string::npos, "no path leaves the case");
}

void TestCaseExchange::tellsNucleiFromRegions()
{
    const auto square = [](int side, const std::string& properties) {
        const std::string s = std::to_string(side);
        return R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[)" + s + ",0],[" + s + "," + s
            + "],[0," + s + R"(]]]},"properties":{)" + properties + "}}";
    };
    const std::string nucleusClass = R"("classification":{"name":"Nucleus","color":[0,0,0]})",
                      other = R"("classification":"Fold")";
    const std::string annotations
        = square(20, nucleusClass) + "," + square(20, other) + "," + square(2000, nucleusClass);
    ExchangeCase onlyAnnotations, withDetections;
    putFile(onlyAnnotations.file("a.geojson"), nb::test::collection(annotations));
    auto read = onlyAnnotations.import(onlyAnnotations.file("a.geojson"));
    QCOMPARE(read->nuclei, std::int64_t{2});
    QCOMPARE(read->regions, std::int64_t{1});
    putFile(withDetections.file("a.geojson"),
        nb::test::collection(annotations + "," + square(10, R"("objectType":"detection",)" + nucleusClass) + ","
            + square(10, R"("objectType":"tile")") + R"(,{"type":"Point","coordinates":[1,2]})"));
    read = withDetections.import(withDetections.file("a.geojson"));
    QCOMPARE(read->nuclei, std::int64_t{2});
    QCOMPARE(read->regions, std::int64_t{2});
    QCOMPARE(read->passedOver, std::int64_t{2});
    QCOMPARE(read->objects(), std::int64_t{6});
}

void TestCaseExchange::anIdThatIsThereIsReplacedAndOneThatComesTwiceIsRenumbered()
{
    ExchangeCase from, to;
    fill(from);
    fill(to);
    auto choice = from.choice();
    QVERIFY(from.write(from.file("a.geojson"), choice).ok());
    auto read = to.import(from.file("a.geojson"));
    QCOMPARE(read->replaced, std::int64_t{100});
    QCOMPARE(to.nuclei().size(), std::size_t{100});
    QCOMPARE(to.regions().size(), std::size_t{2});
    const std::string twice = nb::test::collection(nb::test::kQuPathDetection + "," + nb::test::kQuPathDetection);
    putFile(to.file("twice.geojson"), twice);
    read = to.import(to.file("twice.geojson"));
    QCOMPARE(read->nuclei, std::int64_t{2});
    QCOMPARE(read->renumbered, std::int64_t{1});
    QCOMPARE(to.nuclei().size(), std::size_t{102});
    QVERIFY(to.verify().ok());
}

void TestCaseExchange::missingClassesAreMade()
{
    ExchangeCase to;
    const std::string mitosis
        = R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9]]]},"properties":{"objectType":"detection","classification":{"name":"Mitosis: atypical","color":[1,2,3]}}})";
    putFile(to.file("a.geojson"), nb::test::collection(mitosis + "," + mitosis));
    const auto read = to.import(to.file("a.geojson"));
    QCOMPARE(read->newClasses, std::int64_t{1});
    QCOMPARE(read->nuclei, std::int64_t{2});
    QCOMPARE(to.classes().back().name, std::string("Mitosis: atypical"));
    QCOMPARE(to.classes().back().color, 0x010203U);
    for (const auto& [id, nucleus] : to.nuclei())
        QCOMPARE(nucleus.classId, to.classes().back().id);
    QVERIFY(to.undo().ok());
    QCOMPARE(to.classes().size(), std::size_t{6});
}

void TestCaseExchange::anImportIsOneStepOfTheHistory()
{
    ExchangeCase from, to;
    Edit edit;
    for (int i = 0; i < 9000; ++i) // more than two pieces
        edit.putNuclei.push_back(
            nb::test::nucleus(static_cast<std::uint64_t>(i) + 1, 50 + i % 100 * 30, 50 + i / 100 * 30));
    QVERIFY(from.apply(edit).ok());
    QVERIFY(from.write(from.file("a.geojson"), from.choice()).ok());
    QCOMPARE(to.import(from.file("a.geojson"))->nuclei, std::int64_t{9000});
    QCOMPARE(to.history().size(), std::size_t{1});
    QCOMPARE(to.history().front().label, std::string("Imported a.geojson"));
    QVERIFY(to.undo().ok());
    QVERIFY(to.nuclei().empty());
    QVERIFY(to.thread().ask([](nb::CaseDocument& open) { return open.edits().redo(); }).get().ok());
    QCOMPARE(to.nuclei().size(), std::size_t{9000});
    QVERIFY(to.verify().ok());
}

void TestCaseExchange::aStoppedImportLeavesNothing()
{
    ExchangeCase from, to;
    Edit edit;
    for (int i = 0; i < 12000; ++i)
        edit.putNuclei.push_back(
            nb::test::nucleus(static_cast<std::uint64_t>(i) + 1, 50 + i % 100 * 30, 50 + i / 100 * 30));
    QVERIFY(from.apply(edit).ok());
    QVERIFY(from.write(from.file("a.geojson"), from.choice()).ok());
    nb::CancelSource cancel;
    nb::Progress progress;
    to.thread().post([&](nb::CaseDocument&) { cancel.cancel(); });
    const auto read = nb::importIntoCase(to.thread(), from.file("a.geojson"), "me", cancel.token(), progress);
    QVERIFY(!read);
    QCOMPARE(read.error().code, nb::ErrorCode::Cancelled);
    QVERIFY(to.nuclei().empty());
    QVERIFY(to.history().empty());
}

void TestCaseExchange::whatWasEditedDuringAnImportStays()
{
    ExchangeCase to;
    Edit first;
    first.label = "Draw";
    first.putNuclei = {nb::test::nucleus(1, 500, 500)};
    QVERIFY(to.apply(first).ok());
    auto intake = nb::CaseIntake::begin(to.thread(), "Imported x", "me");
    QVERIFY(intake.ok());
    QVERIFY(!to.undo().ok()); // the import is the newest step and grows
    Edit meanwhile = first;
    meanwhile.putNuclei.front().name = "mine";
    QVERIFY(to.apply(meanwhile).ok());
    QVERIFY((*intake)->add(nb::test::nucleus(1, 700, 700)).ok());
    QVERIFY((*intake)->add(nb::test::nucleus(2, 800, 800)).ok());
    QVERIFY((*intake)->finish().ok());
    QCOMPARE((*intake)->kept(), std::int64_t{1});
    QCOMPARE((*intake)->nuclei(), std::int64_t{1});
    QCOMPARE(to.nuclei().at(uuidOf(1)).name, std::string("mine"));
    QVERIFY(to.undo().ok());
    QVERIFY(to.nuclei().at(uuidOf(1)).name.empty());
    QVERIFY(to.undo().ok());
    QCOMPARE(to.nuclei().size(), std::size_t{1});
    QVERIFY(to.verify().ok());
}

void TestCaseExchange::aFileThatCannotBeReadChangesNothing()
{
    ExchangeCase to;
    fill(to);
    putFile(to.file("a.geojson"), "hello");
    for (const std::string& file : {to.file("a.geojson"), std::string("/nowhere/a.geojson")}) {
        const auto read = to.import(file);
        QVERIFY(!read);
        QCOMPARE(read.error().path, file);
    }
    QCOMPARE(to.nuclei().size(), std::size_t{100});
    QCOMPARE(to.history().size(), std::size_t{1});
}

void TestCaseExchange::leavesOutWhatLiesOutsideOfTheSlide()
{
    nb::SlideIdentity small = nb::test::slideIdentity();
    small.width = small.height = 300;
    ExchangeCase from, to(small);
    fill(from);
    QVERIFY(from.write(from.file("a.geojson"), from.choice()).ok());
    const auto read = to.import(from.file("a.geojson"));
    QVERIFY(read->nuclei > 0 && read->skipped > 50);
    QVERIFY2(read->complaint().find("outside of this slide") != std::string::npos, read->complaint().c_str());
}

void TestCaseExchange::anExportIsOfOneMoment()
{
    ExchangeCase from;
    fill(from);
    const auto reader = nb::CaseReader::open(from.path());
    const auto snapshot = (*reader)->snapshot();
    QVERIFY(snapshot.ok());
    QVERIFY(from.undo().ok());
    QCOMPARE(*(*reader)->count(), std::int64_t{100});
    QCOMPARE(from.nuclei().size(), std::size_t{0});
}

void TestCaseExchange::aStoppedExportLeavesTheFileAsItWas()
{
    ExchangeCase from;
    fill(from);
    putFile(from.file("a.geojson"), "before");
    nb::CancelSource cancel;
    cancel.cancel();
    nb::Progress progress;
    const auto reader = nb::CaseReader::open(from.path());
    const auto written
        = nb::exportGeoJson(**reader, from.choice(), from.file("a.geojson"), false, cancel.token(), progress);
    QCOMPARE(written.error().code, nb::ErrorCode::Cancelled);
    QCOMPARE(fileText(from.file("a.geojson")), std::string("before"));
}

QTEST_GUILESS_MAIN(TestCaseExchange)
#include "tst_caseexchange.moc"
