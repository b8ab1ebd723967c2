// SPDX-License-Identifier: GPL-3.0-or-later
// A case of everything that a case can hold, out as GeoJSON and into a new one: nothing is lost, nothing changes.
#include "engine/geometry/shaperepair.h"
#include "tests/engine/io/geojsonsamples.h"
#include "tests/support/exchangefixture.h"

#include <QtTest>

#include <random>

using nb::Edit;
using nb::MultiPolygon;
using nb::NucleusOrigin;
using nb::NucleusRecord;
using nb::RegionRecord;
using nb::RegionRole;
using nb::test::ExchangeCase;
using nb::test::fileText;

namespace
{

std::mt19937& dice()
{
    static std::mt19937 random(11);
    return random;
}

double between(double least, double most)
{
    return std::uniform_real_distribution(least, most)(dice());
}

/// Two parts, the first with two holes; no coordinate is round.
MultiPolygon wildShape(double x, double y, double radius)
{
    nb::Polygon first{nb::test::blob(x, y, radius, 31), {}};
    first.holes.push_back(nb::test::blob(x - radius / 3, y, radius / 6, 9));
    first.holes.push_back(nb::test::blob(x + radius / 3, y, radius / 6, 7));
    return {first, nb::Polygon{nb::test::blob(x + 2 * radius, y, radius / 2, 13), {}}};
}

Edit classesOfAPerson()
{
    Edit edit;
    edit.label = "Classes";
    edit.putClasses = {{0, "Mitosis: atypical", 0x123456, "m"}, {0, "Kern \"µ\" 核", 0xfedcba, ""},
        {2, "Tumor", 0xaa0011, "5"}, {1, "Nucleus", 0x009e74, "4"}};
    return edit;
}

std::vector<NucleusRecord> nucleiOfEveryKind()
{
    std::vector<NucleusRecord> nuclei;
    for (int i = 0; i < 250; ++i) {
        const double x = 500 + i % 25 * 90 + between(0, 5), y = 500 + i / 25 * 90 + between(0, 5);
        NucleusRecord n = nb::test::nucleus(static_cast<std::uint64_t>(i) + 1, x, y);
        n.origin = static_cast<NucleusOrigin>(i % 5);
        n.classId = 1 + i % 8;
        n.shape = i % 3 == 0 ? wildShape(x, y, 12) : MultiPolygon{nb::Polygon{nb::test::blob(x, y, 11, 24), {}}};
        for (const auto& [name, member] : nb::kNucleusMeasurementNames)
            n.measurements.*member
                = i % 7 == 3 ? std::numeric_limits<double>::quiet_NaN() : between(-1, 1) * std::pow(10, i % 9 - 4);
        if (n.origin != NucleusOrigin::Drawn && n.origin != NucleusOrigin::Imported)
            n.modelHash = std::string(63, 'a') + "0123456789"[i % 10];
        if (n.origin == NucleusOrigin::Model && i % 2 == 0)
            n.changedBy = n.changedAt = "";
        if (n.origin == NucleusOrigin::Corrected || n.origin == NucleusOrigin::Accepted) {
            n.modelShape = nb::repairedOnGrid(wildShape(x + 1, y, 10)).shape;
            n.correctionSeconds = between(0, 60);
        }
        n.name = i % 4 == 1 ? "n" + std::to_string(i) + " \"\\ \n\t/ é 核" : "";
        n.locked = i % 6 == 2;
        if (i % 5 == 4)
            n.extra
                = R"({"type":"Feature","geometry":{"type":"Point","coordinates":[0,0]},"properties":{"objectType":"detection","measurements":{"Cell: Area":12.25},"metadata":{"slide label":"B"},"vendor":{"a":[1,null]}},"more":true})";
        n.shape = nb::repairedOnGrid(n.shape).shape;
        nuclei.push_back(std::move(n));
    }
    return nuclei;
}

std::vector<RegionRecord> regionsOfEveryKind()
{
    std::vector<RegionRecord> regions;
    for (int i = 0; i < 12; ++i) {
        RegionRecord region;
        region.id = nb::test::uuidOf(700000 + static_cast<std::uint64_t>(i));
        region.name = i % 4 == 0 ? "" : "Feld, nº " + std::to_string(i) + " \"x\"";
        region.role = static_cast<RegionRole>(i % 3);
        if (i % 2 == 0)
            region.classId = 1 + i % 8;
        const double x = 600 + 500.0 * i + between(0, 1);
        region.shape = nb::repairedOnGrid(wildShape(x, 900, 150)).shape;
        region.checked = i % 2 == 1;
        if (region.checked) {
            region.checkedBy = "Dr. Cajal";
            region.checkedAt = "2018-03-01T09:30:00Z";
        }
        region.locked = i % 5 == 0;
        if (i % 4 == 3)
            region.extra
                = R"({"type":"Feature","geometry":{"type":"Point","coordinates":[0,0],"plane":{"c":0,"z":2,"t":0}},"properties":{"objectType":"detection","color":[9,8,7],"metadata":{"protocol":"7"}}})";
        regions.push_back(std::move(region));
    }
    return regions;
}

/// By name; keys are the window's and no part of GeoJSON.
std::map<std::string, std::uint32_t> coloursOf(ExchangeCase& of)
{
    std::map<std::string, std::uint32_t> colours;
    for (const nb::ClassRecord& record : of.classes())
        colours[record.name] = record.color;
    return colours;
}

} // namespace

class TestCaseFidelity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("plain") << QByteArray("a.geojson");
        QTest::newRow("packed") << QByteArray("a.geojson.gz");
    }
    void everythingComesBack()
    {
        QFETCH(QByteArray, name);
        ExchangeCase from, to;
        Edit everything;
        everything.putNuclei = nucleiOfEveryKind();
        everything.putRegions = regionsOfEveryKind();
        QVERIFY(from.apply(classesOfAPerson()).ok());
        const auto filled = from.apply(everything);
        QVERIFY2(filled.ok(), filled ? "" : filled.error().message().c_str());
        const auto written = from.write(from.file(name), from.choice());
        QVERIFY2(written.ok(), written ? "" : written.error().message().c_str());
        QCOMPARE(written->nuclei, std::int64_t{250});
        QCOMPARE(written->repaired + written->dropped, std::int64_t{0});
        const auto read = to.import(from.file(name));
        QVERIFY2(read.ok(), read ? "" : read.error().message().c_str());
        QVERIFY2(read->complaint().empty(), read->complaint().c_str());
        QCOMPARE(read->passedOver + read->renumbered + read->kept, std::int64_t{0});

        const auto before = from.nuclei(), after = to.nuclei();
        QCOMPARE(after.size(), before.size());
        for (const auto& [id, nucleus] : before) {
            QVERIFY(after.contains(id));
            const NucleusRecord& back = after.at(id);
            QVERIFY2(nb::test::sameNucleus(nucleus, back), (nucleus.name + nucleus.extra + back.extra).c_str());
            QCOMPARE(to.className(back.classId), from.className(nucleus.classId));
        }
        auto regions = to.regions();
        QCOMPARE(regions.size(), std::size_t{12});
        for (std::size_t i = 0; i < regions.size(); ++i) {
            RegionRecord& back = regions[i];
            if (back.classId) {
                QCOMPARE(to.className(*back.classId), from.className(from.regions()[i].classId.value_or(0)));
                back.classId = from.regions()[i].classId;
            }
            QVERIFY2(back == from.regions()[i], (back.name + back.extra).c_str());
        }
        QVERIFY(coloursOf(to) == coloursOf(from));
        QVERIFY(to.verify().ok());
        QVERIFY(to.write(to.file("again.geojson"), to.choice()).ok());
        QVERIFY(from.write(from.file("once.geojson"), from.choice()).ok());
        QVERIFY(fileText(to.file("again.geojson")) == fileText(from.file("once.geojson")));
        QVERIFY(to.undo().ok());
        QVERIFY(to.nuclei().empty() && to.regions().empty());
        QVERIFY(to.classes() == ExchangeCase().classes());
    }
    void sizesMeasuredAtAnotherPixelSizeAreConverted()
    {
        nb::SlideIdentity half = nb::test::slideIdentity(), uneven = half, quarter = half;
        half.pixelSize = {0.5, 0.5};
        uneven.pixelSize = {0.25, 0.5};
        ExchangeCase from(half), to(quarter), stretched(uneven);
        Edit edit;
        edit.putNuclei = {nb::test::nucleus(1, 100, 100)};
        nb::NucleusMeasurements& measured = edit.putNuclei.front().measurements;
        measured.areaUm2 = 80;
        measured.perimeterUm = 40;
        measured.circularity = 0.9;
        measured.eosinMean = 0.3;
        QVERIFY(from.apply(edit).ok());
        QVERIFY(from.write(from.file("a.geojson"), from.choice()).ok());
        QCOMPARE(to.import(from.file("a.geojson"))->converted, std::int64_t{1});
        const nb::NucleusMeasurements now = to.nuclei().begin()->second.measurements;
        QCOMPARE(now.areaUm2, 20.0);
        QCOMPARE(now.perimeterUm, 20.0);
        QCOMPARE(now.circularity, 0.9);
        QCOMPARE(now.eosinMean, 0.3);
        QVERIFY(std::isnan(now.solidity));
        QCOMPARE(stretched.import(from.file("a.geojson"))->converted, std::int64_t{1});
        const nb::NucleusMeasurements other = stretched.nuclei().begin()->second.measurements;
        QCOMPARE(other.areaUm2, 40.0);
        QVERIFY(std::isnan(other.perimeterUm) && std::isnan(other.circularity));
        ExchangeCase same(half);
        QCOMPARE(same.import(from.file("a.geojson"))->converted, std::int64_t{0});
    }
    void aClassThatIsInUseKeepsItsColour()
    {
        ExchangeCase from, to;
        QVERIFY(from.apply(classesOfAPerson()).ok());
        Edit tumor;
        tumor.putNuclei = {nb::test::nucleus(1, 100, 100)};
        tumor.putNuclei.front().classId = 2;
        QVERIFY(from.apply(tumor).ok());
        QVERIFY(from.write(from.file("a.geojson"), from.choice()).ok());
        tumor.putNuclei.front().id = nb::test::uuidOf(2);
        QVERIFY(to.apply(tumor).ok());
        const std::uint32_t own = coloursOf(to)["Tumor"];
        QVERIFY(to.import(from.file("a.geojson")).ok());
        QCOMPARE(coloursOf(to)["Tumor"], own);
    }
};

QTEST_GUILESS_MAIN(TestCaseFidelity)
#include "tst_casefidelity.moc"
