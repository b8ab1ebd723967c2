// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/geojsonfeaturewriter.h"
#include "engine/io/geojsonreader.h"
#include "engine/io/geojsonwriter.h"
#include "engine/segment/nucleusid.h"
#include "tests/engine/io/geojsonsamples.h"
#include "tests/support/fulldisk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <filesystem>
#include <limits>

namespace fs = std::filesystem;
using nb::GeoJsonFeature;
using nb::GeoJsonFeatureWriter;
using nb::GeoJsonWriter;
using nb::Nucleus;

namespace
{

Nucleus nucleus(double x, double y)
{
    Nucleus n;
    n.id = nb::nucleusId("slide", "model", static_cast<std::int64_t>(x), static_cast<std::int64_t>(y));
    for (int i = 0; i < 24; ++i)
        n.contour.push_back({x + 10 * std::cos(i * M_PI / 12), y + 8 * std::sin(i * M_PI / 12)});
    n.measurements.areaUm2 = 15.7079632;
    n.measurements.insideMean = 0.5;
    return n;
}

QJsonArray featuresOf(const std::string& path)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(nb::test::fileText(path)), &error);
    return error.error == QJsonParseError::NoError && document["type"] == "FeatureCollection"
        ? document["features"].toArray()
        : QJsonArray();
}

std::vector<GeoJsonFeature> readAll(const std::string& path)
{
    std::vector<GeoJsonFeature> features;
    const auto summary = nb::readGeoJson(path, [&](GeoJsonFeature&& feature) {
        features.push_back(std::move(feature));
        return true;
    });
    if (!summary || !summary->complaint().empty())
        features.clear();
    return features;
}

} // namespace

class TestGeoJsonWriter : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::string at(const std::string& name) const { return m_dir.path().toStdString() + "/" + name; }

    nb::Status write(const std::string& path, const std::vector<GeoJsonFeature>& features)
    {
        auto writer = GeoJsonFeatureWriter::create(path);
        if (!writer)
            return writer.error();
        for (const GeoJsonFeature& feature : features)
            if (nb::Status status = (*writer)->write(feature); !status)
                return status;
        return (*writer)->finish();
    }

private Q_SLOTS:
    void writesNucleiAsQuPathDetections()
    {
        nb::GeoJsonOptions options;
        options.metadata = {{"model", "abc"}};
        auto writer = GeoJsonWriter::create(at("a.geojson"), options);
        QVERIFY((*writer)->write(nucleus(100, 200)).ok());
        QVERIFY((*writer)->write(nucleus(300, 200)).ok());
        QVERIFY(!fs::exists(at("a.geojson")));
        QVERIFY((*writer)->finish().ok());
        const QJsonArray features = featuresOf(at("a.geojson"));
        QCOMPARE(features.size(), 2);
        const QJsonObject first = features[0].toObject(), properties = first["properties"].toObject();
        QCOMPARE(first["type"].toString(), QString("Feature"));
        QCOMPARE(first["id"].toString().toStdString(), nb::uuidText(nucleus(100, 200).id));
        QCOMPARE(first["geometry"].toObject()["type"].toString(), QString("Polygon"));
        const QJsonArray ring = first["geometry"].toObject()["coordinates"].toArray()[0].toArray();
        QCOMPARE(ring.size(), 25);
        QCOMPARE(ring[0], ring[24]);
        QCOMPARE(ring[1].toArray()[0].toDouble(), 109.66);
        QCOMPARE(properties["objectType"].toString(), QString("detection"));
        const QJsonObject classification = properties["classification"].toObject();
        QCOMPARE(classification["name"].toString(), QString("Nucleus"));
        QCOMPARE(classification["color"].toArray(), (QJsonArray{0, 160, 90}));
        QCOMPARE(properties["measurements"].toObject().size(), 14);
        QCOMPARE(properties["measurements"].toObject()["Area µm^2"].toDouble(), 15.708);
        QCOMPARE(properties["metadata"].toObject()["model"].toString(), QString("abc"));
    }
    void writesAnnotationsToEdit()
    {
        nb::GeoJsonOptions options;
        options.asAnnotations = true;
        auto writer = GeoJsonWriter::create(at("a.geojson"), options);
        QVERIFY((*writer)->write(nucleus(100, 200)).ok());
        QVERIFY((*writer)->finish().ok());
        QCOMPARE(readAll(at("a.geojson")).at(0).object, nb::GeoJsonObject::Annotation);
    }
    void mendsAndDropsAfterRounding()
    {
        auto writer = GeoJsonWriter::create(at("a.geojson"), {});
        Nucleus crossed, speck;
        crossed.contour = {{0, 0}, {10, 10}, {10, 0}, {0, 10}};
        speck.contour = {{0, 0}, {0.001, 0}, {0, 0.001}};
        QVERIFY((*writer)->write(speck).ok());
        QVERIFY((*writer)->write(crossed).ok());
        QVERIFY((*writer)->write(nucleus(100, 100)).ok());
        QVERIFY((*writer)->finish().ok());
        QCOMPARE((*writer)->repaired(), std::int64_t{1});
        QCOMPARE((*writer)->dropped(), std::int64_t{1});
        QCOMPARE(featuresOf(at("a.geojson")).size(), 2);
    }
    void anEmptyCollectionIsValid()
    {
        QVERIFY(write(at("a.geojson"), {}).ok());
        QVERIFY(nb::test::fileText(at("a.geojson")).starts_with("{\"type\":\"FeatureCollection\""));
        QVERIFY(featuresOf(at("a.geojson")).isEmpty());
        const auto summary = nb::readGeoJson(at("a.geojson"), [](GeoJsonFeature&&) { return true; });
        QVERIFY(summary.ok());
        QVERIFY(summary->complaint().empty());
    }
    void everythingComesBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "a.geojson";
        QTest::newRow("gzip") << "a.geojson.gz";
        QTest::newRow("json gzip") << "a.json.gz";
    }
    void everythingComesBack()
    {
        QFETCH(QString, name);
        GeoJsonFeature f;
        f.object = nb::GeoJsonObject::Cell;
        f.id = nb::nucleusId("a", "b", 1, 2);
        f.shape = {{{{0, 0}, {100.25, 0.5}, {99.99, 80}, {-3.07, 80}}, {{{20, 20}, {20, 30}, {30, 30}}}},
            {{{200, 0}, {210, 0}, {205, 9}}, {}}};
        f.nucleusShape = {{{{40, 40}, {60, 40}, {50, 60}}, {}}};
        f.name = "Zelle \"7\" \\ µ\n\x01 𝛼";
        f.color = GeoJsonFeature::Rgb{1, 2, 255};
        f.className = "Tumour: Positive";
        f.classColor = GeoJsonFeature::Rgb{200, 0, 7};
        f.locked = true;
        f.measurements = {{"b", 0.1}, {"a", 1e-300}, {"Area µm^2", -12345.678901234567},
            {"inf", -std::numeric_limits<double>::infinity()}};
        f.metadata = {{"who", "Dr. Ä"}, {"when", "2026"}};
        f.otherMembers = R"("vendor":{"deep":[1,{"x":null}]})";
        f.otherProperties = R"("custom":"kept","n":[1,2])";
        f.otherGeometryMembers = R"("plane":{"c":-1,"z":2,"t":0})";
        QVERIFY(write(at(name.toStdString()), {f, f}).ok());
        const auto features = readAll(at(name.toStdString()));
        QCOMPARE(features.size(), std::size_t{2});
        const GeoJsonFeature& g = features[1];
        QCOMPARE(g.object, f.object);
        QVERIFY(g.id == f.id);
        QVERIFY(g.shape == f.shape);
        QVERIFY(g.nucleusShape == f.nucleusShape);
        QCOMPARE(g.name, f.name);
        QVERIFY(g.color == f.color);
        QCOMPARE(g.className, f.className);
        QVERIFY(g.classColor == f.classColor);
        QCOMPARE(g.locked, true);
        QVERIFY(g.measurements == f.measurements);
        QVERIFY(g.metadata == f.metadata);
        QCOMPARE(g.otherMembers, f.otherMembers);
        QCOMPARE(g.otherProperties, f.otherProperties);
        QCOMPARE(g.otherGeometryMembers, f.otherGeometryMembers);
    }
    void coordinatesComeBackToAHundredthOfAPixel()
    {
        GeoJsonFeature f;
        f.shape = {{nucleus(98765.4321, 87654.321).contour, {}}};
        QVERIFY(write(at("a.geojson"), {f}).ok());
        const auto features = readAll(at("a.geojson"));
        QCOMPARE(features.size(), std::size_t{1});
        const nb::Ring &in = f.shape[0].shell, &out = features[0].shape[0].shell;
        QCOMPARE(out.size(), in.size());
        for (std::size_t i = 0; i < in.size(); ++i)
            QVERIFY(std::abs(in[i].x - out[i].x) <= 0.00501 && std::abs(in[i].y - out[i].y) <= 0.00501);
        QVERIFY(features[0].id.has_value()); // a random one where none was given
    }
    void whatQuPathWroteComesOutAgain()
    {
        nb::test::putFile(
            at("in.geojson"), nb::test::collection(nb::test::kQuPathAnnotation + "," + nb::test::kQuPathDetection));
        const auto features = readAll(at("in.geojson"));
        QCOMPARE(features.size(), std::size_t{2});
        QVERIFY(write(at("out.geojson"), features).ok());
        QCOMPARE(featuresOf(at("out.geojson")), featuresOf(at("in.geojson")));
    }
    void pointsAndLinesSurvive()
    {
        GeoJsonFeature f;
        f.otherGeometry = R"({"type":"LineString","coordinates":[[1,2],[3,4]]})";
        QVERIFY(write(at("a.geojson"), {f}).ok());
        QCOMPARE(readAll(at("a.geojson")).at(0).otherGeometry, f.otherGeometry);
    }
    void aClassAlwaysHasItsColour()
    {
        GeoJsonFeature f;
        f.shape = {{{{0, 0}, {9, 0}, {9, 9}}, {}}};
        f.className = "Stroma";
        QVERIFY(write(at("a.geojson"), {f}).ok());
        const QJsonObject properties = featuresOf(at("a.geojson"))[0].toObject()["properties"].toObject();
        QCOMPARE(properties["classification"].toObject()["color"].toArray().size(), 3);
    }
    void namesThatAreNoUtf8DoNotSpoilTheFile()
    {
        GeoJsonFeature f;
        f.shape = {{{{0, 0}, {9, 0}, {9, 9}}, {}}};
        f.name = "K\xE4rcher";
        QVERIFY(write(at("a.geojson"), {f}).ok());
        QCOMPARE(readAll(at("a.geojson")).at(0).name, std::string("K\xEF\xBF\xBDrcher"));
    }
    void saysWhenTheDiskIsFull_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "a.geojson";
        QTest::newRow("gzip") << "a.geojson.gz";
    }
    void saysWhenTheDiskIsFull()
    {
        QFETCH(QString, name);
        nb::test::FullDisk disk(64 * 1024);
        if (!disk.mounted())
            QSKIP("needs the right to mount a small file system");
        auto writer = GeoJsonWriter::create(disk.at(name.toStdString()), {});
        nb::Status status;
        for (int i = 0; i < 5000 && status; ++i)
            status = (*writer)->write(nucleus(i * 13.37, i * 7.77));
        if (status)
            status = (*writer)->finish();
        QVERIFY(!status);
        QCOMPARE(status.error().code, nb::ErrorCode::NoSpace);
        QCOMPARE(status.error().path, disk.at(name.toStdString()));
        writer->reset();
        QVERIFY(fs::is_empty(disk.folder()));
    }
    void namesTheFileItCannotWrite()
    {
        const auto writer = GeoJsonWriter::create(at("missing/a.geojson"), {});
        QVERIFY(!writer);
        QCOMPARE(writer.error().code, nb::ErrorCode::NotWritable);
        QCOMPARE(writer.error().path, at("missing/a.geojson"));
    }
    void leavesAnOldFileAloneWhenDropped()
    {
        nb::test::putFile(at("a.geojson"), "old");
        {
            auto writer = GeoJsonWriter::create(at("a.geojson"), {});
            QVERIFY((*writer)->write(nucleus(100, 100)).ok());
        }
        QCOMPARE(nb::test::fileText(at("a.geojson")), std::string("old"));
    }
};

QTEST_GUILESS_MAIN(TestGeoJsonWriter)
#include "tst_geojsonwriter.moc"
