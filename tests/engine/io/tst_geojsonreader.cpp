// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/polygon.h"
#include "engine/io/geojsonreader.h"
#include "tests/engine/io/geojsonsamples.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <random>
#include <zlib.h>

using nb::ErrorCode;
using nb::GeoJsonFeature;
using nb::GeoJsonObject;
using nb::GeoJsonSummary;
using nb::Result;
using nb::test::collection;
using nb::test::kQuPathAnnotation;
using nb::test::kQuPathDetection;
using nb::test::putFile;

namespace
{

const std::string kSquare = R"({"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]]]})";

std::string feature(const std::string& properties, const std::string& geometry = kSquare)
{
    return R"({"type":"Feature","geometry":)" + geometry + R"(,"properties":{)" + properties + "}}";
}

std::string gzipped(const std::string& text)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()) + 64, 0);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

void appendNumber(std::string& to, std::size_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        to += static_cast<char>(i < 8 ? value >> 8 * i & 255 : 0);
}

/// As java.util.zip writes them: sizes only behind the data and in the directory.
std::string zipped(const std::vector<std::pair<std::string, std::string>>& files, bool packed = true)
{
    std::string out, directory;
    for (const auto& [name, text] : files) {
        std::string data = text;
        if (packed) {
            data = gzipped(text);
            data = data.substr(10, data.size() - 18); // without gzip's own head and tail
        }
        const auto sum = crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
        std::string common;
        appendNumber(common, 20, 2);
        appendNumber(common, packed ? 8 : 0, 2); // flags: a descriptor follows
        appendNumber(common, packed ? 8 : 0, 2); // deflated, stored
        appendNumber(common, 0, 4);
        std::string inHeader = common, inDirectory = common;
        for (const std::size_t value : {std::size_t{sum}, data.size(), text.size()}) {
            appendNumber(inHeader, packed ? 0 : value, 4);
            appendNumber(inDirectory, value, 4);
        }
        appendNumber(inHeader, name.size(), 2);
        appendNumber(inHeader, 0, 2);
        appendNumber(inDirectory, name.size(), 2);
        directory += "PK\1\2";
        appendNumber(directory, 20, 2);
        directory += inDirectory;
        appendNumber(directory, 0, 12); // extra, comment, disk, attributes
        appendNumber(directory, out.size(), 4);
        directory += name;
        out += "PK\3\4" + inHeader + name + data;
        if (packed) {
            out += "PK\7\10";
            for (const std::size_t value : {std::size_t{sum}, data.size(), text.size()})
                appendNumber(out, value, 4);
        }
    }
    const std::size_t from = out.size();
    out += directory + "PK\5\6";
    appendNumber(out, 0, 4);
    appendNumber(out, files.size(), 2);
    appendNumber(out, files.size(), 2);
    appendNumber(out, directory.size(), 4);
    appendNumber(out, from, 4);
    appendNumber(out, 0, 2);
    return out;
}

} // namespace

class TestGeoJsonReader : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::vector<GeoJsonFeature> m_features;

    std::string path() const { return m_dir.path().toStdString() + "/in.geojson"; }
    Result<GeoJsonSummary> read(const std::string& text)
    {
        putFile(path(), text);
        m_features.clear();
        return nb::readGeoJson(path(), [this](GeoJsonFeature&& f) {
            m_features.push_back(std::move(f));
            return true;
        });
    }
    /// One feature that must arrive without complaint.
    GeoJsonFeature only(const std::string& text)
    {
        const auto summary = read(text);
        const bool good = summary.ok() && summary->complaint().empty() && m_features.size() == 1;
        if (!good)
            qWarning("%s", summary ? summary->complaint().c_str() : summary.error().message().c_str());
        return good ? m_features.front() : GeoJsonFeature{};
    }

private Q_SLOTS:
    void readsEveryTopLevel_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("count");
        const auto row = [](const char* name, const std::string& text, int count) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << count;
        };
        const std::string two = kQuPathAnnotation + ",\n" + kQuPathDetection;
        row("collection", collection(two), 2);
        row("features before type", R"({"features":[)" + two + R"(],"type":"FeatureCollection"})", 2);
        row("one feature", kQuPathAnnotation, 1);
        row("array", "[" + two + "]", 2);
        row("bare geometry", kSquare, 1);
        row("array of geometries", "[" + kSquare + "," + kSquare + "]", 2);
        row("with a byte order mark", "\xEF\xBB\xBF" + collection(two), 2);
        row("one text a line", kQuPathAnnotation + "\n" + kQuPathDetection + "\n", 2);
        row("geojson sequence", "\x1e" + kQuPathAnnotation + "\n\x1e" + kQuPathDetection + "\n", 2);
        row("empty collection", collection(""), 0);
        row("empty array", " [ ] ", 0);
        row("gzip", gzipped(collection(two)), 2);
        row("zip", zipped({{"a.geojson", collection(two)}}), 2);
        row("zip of several, with other things",
            zipped({{"sub/", ""}, {"sub/a.json", kQuPathAnnotation}, {"a.txt", "no"}, {"B.GEOJSON", kQuPathDetection}}),
            2);
        row("zip, not packed", zipped({{"a.json", collection(two)}}, false), 2);
        row("two gzips", gzipped(R"({"features":[)" + kQuPathAnnotation) + gzipped("," + kQuPathDetection + "]}"), 2);
    }
    void readsEveryTopLevel()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, count);
        const auto summary = read(text.toStdString());
        QVERIFY2(summary.ok(), summary ? "" : summary.error().message().c_str());
        QVERIFY2(summary->complaint().empty(), summary->complaint().c_str());
        QCOMPARE(summary->features, std::int64_t{count});
        QCOMPARE(static_cast<int>(m_features.size()), count);
        for (const GeoJsonFeature& f : m_features)
            QVERIFY(!f.shape.empty());
    }
    void timeGoesWithTheMeasurementsAndNotWithTheirSquare()
    {
        std::string measurements, metadata;
        for (int i = 0; i < 400000; ++i) { // quadratic, this is hours
            const std::string key = (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":";
            measurements += key + "1";
            metadata += key + "\"x\"";
        }
        measurements += R"(,"7":2)";
        QVERIFY(read(collection(feature(R"("measurements":{)" + measurements + R"(},"metadata":{)" + metadata + "}")))
                    .ok());
        QCOMPARE(m_features.size(), std::size_t{1});
        QCOMPARE(m_features[0].measurements.size(), std::size_t{400000});
        QCOMPARE(m_features[0].measurements[7].first, std::string("7"));
        QCOMPARE(m_features[0].measurements[7].second, 2.0); // the later counts
        QCOMPARE(m_features[0].metadata.size(), std::size_t{400000});
    }
    void readsTheExamples()
    {
        QVERIFY(read(collection(kQuPathAnnotation + "," + kQuPathDetection)).ok());
        const GeoJsonFeature &a = m_features.at(0), &d = m_features.at(1);
        QCOMPARE(a.object, GeoJsonObject::Annotation);
        QVERIFY(a.id && (*a.id)[0] == 0x5d && (*a.id)[15] == 0x11);
        QCOMPARE(a.shape.size(), std::size_t{1});
        QCOMPARE(a.shape[0].shell.size(), std::size_t{4});
        QCOMPARE(a.shape[0].holes.size(), std::size_t{1});
        QCOMPARE(nb::areaOf(a.shape), 12.5 * 11 - 9);
        QCOMPARE(a.name, std::string("n17"));
        QCOMPARE(a.className, std::string("Nucleus"));
        QVERIFY(a.classColor == (GeoJsonFeature::Rgb{0, 160, 90}));
        QVERIFY(a.locked);
        QVERIFY(a.metadata == (std::vector<std::pair<std::string, std::string>>{{"source", "edited"}}));
        QCOMPARE(d.object, GeoJsonObject::Detection);
        QCOMPARE(d.shape.size(), std::size_t{2});
        QVERIFY(
            d.measurements == (std::vector<std::pair<std::string, double>>{{"Area_um2", 1}, {"Boundary_prob", 0.42}}));
    }
    void knowsAllObjectTypesAndTheirAliases()
    {
        using O = GeoJsonObject;
        for (const auto& [text, object] : {std::pair{R"("objectType":"annotation")", O::Annotation},
                 {R"("objectType":"detection")", O::Detection}, {R"("object_type":"cell")", O::Cell},
                 {R"("type":"tile")", O::Tile}, {R"("objectType":"tmaCore")", O::TmaCore},
                 {R"("objectType":"root")", O::Root}, {R"("objectType":"DETECTION")", O::Detection},
                 {R"("objectType":"whatever")", O::Annotation}, {"", O::Annotation}})
            QCOMPARE(only(feature(text)).object, object);
    }
    void knowsAllColours()
    {
        const GeoJsonFeature::Rgb red{200, 1, 2};
        QVERIFY(only(feature(R"("color":[200,1,2])")).color == red);
        QVERIFY(only(feature(R"("color":[200,1,2,128])")).color == red);
        QVERIFY(only(feature(R"("color":-3669758)")).color == red);
        QVERIFY(only(feature(R"("colorRGB":-3669758)")).color == red);
        QVERIFY(only(feature(R"("classification":{"name":"A","colorRGB":-3669758})")).classColor == red);
        QVERIFY(only(feature(R"("classification":{"color":[200,1,2],"name":"A"})")).classColor == red);
        QVERIFY(!only(feature(R"("classification":{"name":"A"})")).classColor);
    }
    void knowsAllClassifications()
    {
        QCOMPARE(only(feature(R"("classification":"Tumor")")).className, std::string("Tumor"));
        QCOMPARE(
            only(feature(R"("classification":{"names":["A","B"],"color":[1,2,3]})")).className, std::string("A: B"));
        QVERIFY(only(feature(R"("classification":null)")).className.empty());
    }
    void knowsAllMeasurements()
    {
        const auto f = only(feature(
            R"("measurements":{"a":1.5,"b":"NaN","c":"Infinity","d":"-Infinity","e":NaN,"f":-Infinity,"g":-3})"));
        QCOMPARE(f.measurements.size(), std::size_t{7});
        QCOMPARE(f.measurements[0].second, 1.5);
        QVERIFY(std::isnan(f.measurements[1].second));
        QVERIFY(std::isinf(f.measurements[2].second) && f.measurements[2].second > 0);
        QVERIFY(std::isinf(f.measurements[3].second) && f.measurements[3].second < 0);
        QVERIFY(std::isnan(f.measurements[4].second));
        QVERIFY(std::isinf(f.measurements[5].second));
        const auto old = only(feature(R"("measurements":[{"name":"a","value":2},{"value":3,"name":"b"}])"));
        QVERIFY(old.measurements == (std::vector<std::pair<std::string, double>>{{"a", 2}, {"b", 3}}));
    }
    void toleratesKeysThatComeTwice()
    {
        const auto f
            = only(feature(R"("metadata":{"a":"1","b":"2"},"metadata":{"a":"1","b":"3"},"name":"x","name":"y")"));
        QVERIFY(f.metadata == (std::vector<std::pair<std::string, std::string>>{{"a", "1"}, {"b", "3"}}));
        QCOMPARE(f.name, std::string("y"));
    }
    void keepsWhatItDoesNotKnow()
    {
        const auto f = only(
            R"({"vendor":[1, {"a":"b"}],"type":"Feature","bbox":[0,0,9,9],"geometry":{"isEllipse":true,"coordinates":[[[0,0],[9,0],[9,9]]],"plane":{"c":0,"z":1,"t":0},"type":"Polygon"},"properties":{"stage" : true ,"n":1.50}})");
        QCOMPARE(f.otherMembers, std::string(R"("vendor":[1, {"a":"b"}])"));
        QCOMPARE(f.otherGeometryMembers, std::string(R"("plane":{"c":0,"z":1,"t":0})"));
        QCOMPARE(f.otherProperties, std::string(R"("stage":true,"n":1.50)"));
        QVERIFY(f.isEllipse);
        const auto summary = read(R"({"type":"FeatureCollection","crs":{"x":1},"features":[],"more":2})");
        QCOMPARE(summary->otherMembers, std::string(R"("crs":{"x":1},"more":2)"));
    }
    void readsCellsAndHierarchies()
    {
        const std::string child = feature(R"("objectType":"cell")", kSquare);
        QVERIFY(read(feature(R"("name":"parent","childObjects":[)" + child + "," + child + "]")).ok());
        QCOMPARE(m_features.size(), std::size_t{3});
        QCOMPARE(m_features[0].name, std::string("parent"));
        QCOMPARE(m_features[2].object, GeoJsonObject::Cell);
        const auto cell = only(R"({"type":"Feature","geometry":)" + kSquare + R"(,"nucleusGeometry":)" + kSquare
            + R"(,"properties":{"objectType":"cell"}})");
        QCOMPARE(cell.nucleusShape.size(), std::size_t{1});
    }
    void readsPointsAndLinesAsTheyAre()
    {
        for (const std::string geometry :
            {R"({"type":"Point","coordinates":[1,2]})", R"({"type":"MultiPoint","coordinates":[[1,2],[3,4]]})",
                R"({"type":"LineString","coordinates":[[1,2],[3,4]]})"}) {
            QCOMPARE(only(feature("", geometry)).otherGeometry, geometry);
            QCOMPARE(only(geometry).otherGeometry, geometry);
        }
    }
    void ringsNeedNotBeClosedAndMayHaveHeights()
    {
        const auto f = only(feature("", R"({"type":"Polygon","coordinates":[[[0,0,5],[9,0,5],[9,9,5]]]})"));
        QCOMPARE(f.shape.at(0).shell.size(), std::size_t{3});
    }
    void ignoresIdsThatAreNone()
    {
        for (const char* id : {"7", "\"PathDetectionObject\"", "\"5d0c0f6e-3a41-4d1c-9a57-8f1f0e6b2c1\"", "null"})
            QVERIFY(!only(R"({"type":"Feature","id":)" + std::string(id) + R"(,"geometry":)" + kSquare + "}").id);
    }
    void skipsBadFeaturesOneByOne_data()
    {
        QTest::addColumn<QByteArray>("bad");
        const auto row
            = [](const char* name, const std::string& text) { QTest::newRow(name) << QByteArray::fromStdString(text); };
        const auto polygon
            = [](const std::string& ring) { return feature("", R"({"type":"Polygon","coordinates":[)" + ring + "]}"); };
        row("NaN", polygon("[[0,0],[9,NaN],[9,9]]"));
        row("quoted NaN", polygon(R"([[0,0],[9,"NaN"],[9,9]])"));
        row("null", polygon("[[0,0],[9,null],[9,9]]"));
        row("infinite", polygon("[[0,0],[9,1e999],[9,9]]"));
        row("far away", polygon("[[0,0],[9,1e12],[9,9]]"));
        row("two points", polygon("[[0,0],[9,9],[0,0]]"));
        row("one coordinate", polygon("[[0],[9],[9]]"));
        row("uneven", polygon("[[0,0],[[9,9]],[9,9]]"));
        row("mixed", polygon("[[0,0],[9,[9]],[9,9]]"));
        row("no points", polygon("[]"));
        row("empty coordinates", feature("", R"({"type":"Polygon","coordinates":[]})"));
        row("no coordinates", feature("", R"({"type":"Polygon"})"));
        row("wrong nesting", feature("", R"({"type":"MultiPolygon","coordinates":[[[0,0],[9,0],[9,9]]]})"));
        row("unknown geometry", feature("", R"({"type":"GeometryCollection","geometries":[]})"));
        row("no geometry", R"({"type":"Feature","geometry":null,"properties":{}})");
        row("empty object", "{}");
        row("number", "7");
        row("word", "null");
        row("string", "\"feature\"");
        row("array", "[" + feature("") + "]");
        row("bad JSON", R"({"type":"Feature","geometry":)" + kSquare + R"(,"properties":{"x" 1}})");
        row("bad token", feature(R"("x":nope)"));
        row("bad measurement", feature(R"("measurements":{"a":"many"})"));
        row("latin-1", feature("\"name\":\"K\xE4se\""));
        row("1,000 deep", feature(R"("x":)" + std::string(1000, '[') + std::string(1000, ']')));
        row("coordinates 1,000 deep",
            feature("", R"({"type":"Polygon","coordinates":)" + std::string(1000, '[') + std::string(1000, ']') + "}"));
    }
    void skipsBadFeaturesOneByOne()
    {
        QFETCH(QByteArray, bad);
        const auto summary = read(collection(kQuPathAnnotation + "," + bad.toStdString() + "," + kQuPathDetection));
        QVERIFY2(summary.ok(), summary ? "" : summary.error().message().c_str());
        QCOMPARE(summary->features, std::int64_t{2});
        QCOMPARE(summary->skipped, std::int64_t{1});
        QVERIFY(!summary->broken);
        QCOMPARE(summary->problems.at(0).feature, std::int64_t{2});
        QVERIFY(!summary->problems.at(0).reason.empty());
        QVERIFY2(
            summary->complaint().starts_with("1 of 3 objects were left out: object 2: "), summary->complaint().c_str());
    }
    void whatCameBeforeACutArrives()
    {
        const std::string whole = collection(kQuPathAnnotation + "," + kQuPathDetection);
        const std::size_t firstEnds = whole.find(",{\"type\":\"Feature\",\"id\":\"9b1e");
        for (std::size_t length = 1; length < whole.size(); ++length) {
            const auto summary = read(whole.substr(0, length));
            if (length < firstEnds) {
                QVERIFY(!summary);
                QVERIFY(summary.error().what.find("cut off") != std::string::npos);
                continue;
            }
            QVERIFY(summary.ok());
            QVERIFY(summary->features >= 1);
            QVERIFY(summary->broken.has_value());
            QCOMPARE(summary->broken->path, path());
        }
        const std::string packed = gzipped(whole);
        for (std::size_t length = 2; length < packed.size(); length += 3) {
            const auto summary = read(packed.substr(0, length));
            QVERIFY(!summary || summary->broken.has_value());
        }
    }
    void refusesWhatIsNoGeoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << QByteArray() << int(ErrorCode::Invalid);
        QTest::newRow("blank") << QByteArray("  \n ") << int(ErrorCode::Invalid);
        QTest::newRow("text") << QByteArray("hello") << int(ErrorCode::Invalid);
        QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46", 4) << int(ErrorCode::Invalid);
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0", 4) << int(ErrorCode::Unsupported);
        QTest::newRow("UTF-16 without mark") << QByteArray("\0{\0}", 4) << int(ErrorCode::Unsupported);
        QTest::newRow("cut off zip") << QByteArray("PK\x03\x04") << int(ErrorCode::Unreadable);
        QTest::newRow("zip without GeoJSON")
            << QByteArray::fromStdString(zipped({{"a.txt", "{}"}})) << int(ErrorCode::Unsupported);
        QTest::newRow("unmatched") << QByteArray("{]") << int(ErrorCode::Unreadable);
        QTest::newRow("UTF-16 little endian") << QByteArray("{\0\"\0", 4) << int(ErrorCode::Unreadable);
        QTest::newRow("damaged gzip") << QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\0hello!", 16)
                                      << int(ErrorCode::Unreadable);
    }
    void refusesWhatIsNoGeoJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto summary = read(text.toStdString());
        QVERIFY(!summary);
        QCOMPARE(int(summary.error().code), code);
        QCOMPARE(summary.error().path, path());
        QVERIFY(!summary.error().remedy.empty());
    }
    void namesTheFileThatIsNotThere()
    {
        const auto sink = [](GeoJsonFeature&&) { return true; };
        QCOMPARE(nb::readGeoJson("/nowhere/a.geojson", sink).error().code, ErrorCode::NotFound);
        QCOMPARE(nb::readGeoJson(m_dir.path().toStdString(), sink).error().code, ErrorCode::Invalid);
    }
    void tenMillionPointsAreBearable()
    {
        std::string ring = "[";
        for (int i = 0; i < 10'000'000; ++i)
            ring.append(i == 0 ? "" : ",")
                .append("[")
                .append(std::to_string(i))
                .append(",")
                .append(i % 2 ? "0]" : "9]");
        const auto summary = read(
            collection(feature("", R"({"type":"Polygon","coordinates":[)" + ring + "]]}") + "," + kQuPathAnnotation));
        QVERIFY(summary.ok());
        QVERIFY(summary->features + summary->skipped == 2);
        QCOMPARE(m_features.back().name, std::string("n17"));
    }
    void mutilatedFilesDoNotHarm()
    {
        std::mt19937 random(3);
        const std::string whole = collection(kQuPathAnnotation + "," + kQuPathDetection + ","
            + feature(R"("measurements":[{"name":"a","value":2}],"childObjects":[)" + kQuPathDetection + "]"));
        for (int round = 0; round < 2000; ++round) {
            std::string text = whole;
            for (int i = 0; i <= round % 4; ++i) {
                const std::size_t at = random() % text.size();
                switch (random() % 4) {
                case 0:
                    text[at] = static_cast<char>(random());
                    break;
                case 1:
                    text[at] = "{}[]\",:\\"[random() % 8];
                    break;
                case 2:
                    text.erase(at, random() % 20);
                    break;
                default:
                    text.insert(at, text.substr(random() % text.size(), random() % 30));
                }
            }
            if (round % 10 == 0)
                text = gzipped(text);
            if (round % 10 == 5)
                text = zipped({{"a.json", text}});
            if (round % 20 < 6 && round % 5 == 0)
                text[random() % text.size()] ^= 0x10;
            const auto summary = read(text);
            for (const GeoJsonFeature& f : m_features)
                QVERIFY(!f.shape.empty() || !f.otherGeometry.empty());
            QVERIFY(summary || !summary.error().what.empty());
        }
    }
    void stopsWhenAsked()
    {
        putFile(path(), collection(kQuPathAnnotation + "," + kQuPathDetection));
        nb::CancelSource cancel;
        int seen = 0;
        const auto cancelled = nb::readGeoJson(
            path(),
            [&](GeoJsonFeature&&) {
                cancel.cancel();
                ++seen;
                return true;
            },
            cancel.token());
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        QCOMPARE(seen, 1);
        const auto enough = nb::readGeoJson(path(), [](GeoJsonFeature&&) { return false; });
        QVERIFY(enough.ok());
        QCOMPARE(enough->features, std::int64_t{1});
        QVERIFY(!enough->broken);
    }
};

QTEST_GUILESS_MAIN(TestGeoJsonReader)
#include "tst_geojsonreader.moc"
