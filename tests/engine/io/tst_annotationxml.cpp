// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/polygon.h"
#include "engine/io/annotationxml.h"
#include "tests/engine/io/geojsonsamples.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using nb::ErrorCode;
using nb::GeoJsonFeature;
using nb::test::putFile;

namespace
{

const std::string kAsap = R"(<?xml version="1.0"?>
<ASAP_Annotations>
	<Annotations>
		<Annotation Name="Annotation 0" Type="Polygon" PartOfGroup="tumor" Color="#F4FA58">
			<Coordinates>
				<Coordinate Order="0" X="100.5" Y="200" /><Coordinate Order="1" X="112.5" Y="200" /><Coordinate Order="2" X="112.5" Y="2.11e2" />
			</Coordinates>
		</Annotation>
		<Annotation Name="a &lt; b" Type="Spline" PartOfGroup="None" Color="#0102FF">
			<Coordinates><Coordinate Order="0" X="0" Y="0" /><Coordinate Order="1" X="9" Y="0" /><Coordinate Order="2" X="9" Y="9" /></Coordinates>
		</Annotation>
		<Annotation Name="dot" Type="Dot" PartOfGroup="None" Color="#F4FA58"><Coordinates><Coordinate Order="0" X="5" Y="5" /></Coordinates></Annotation>
		<Annotation Name="bad" Type="Polygon" PartOfGroup="None" Color="#F4FA58"><Coordinates><Coordinate Order="0" X="five" Y="5" /></Coordinates></Annotation>
		<Annotation Name="two points" Type="Polygon" PartOfGroup="None" Color="#F4FA58"><Coordinates><Coordinate X="1" Y="5" /><Coordinate X="2" Y="5" /></Coordinates></Annotation>
	</Annotations>
	<AnnotationGroups><Group Name="tumor" PartOfGroup="None" Color="#64FE2E"><Attributes /></Group></AnnotationGroups>
</ASAP_Annotations>
)";

const std::string kImageScope = R"(<Annotations MicronsPerPixel="0.2520">
<Annotation Id="1" Name="Necrosis" ReadOnly="0" Visible="1" Selected="1" MarkupImagePath="" Type="4" LineColor="65280">
<Attributes><Attribute Name="Description" Id="0" Value=""/></Attributes>
<Regions><RegionAttributeHeaders/>
<Region Id="1" Type="0" Zoom="0.1" Text="left" NegativeROA="0" Length="1" Area="1" DisplayId="1"><Attributes/><Vertices>
<Vertex X="0" Y="0" Z="0"/><Vertex X="100" Y="0" Z="0"/><Vertex X="100" Y="100" Z="0"/><Vertex X="0" Y="100" Z="0"/></Vertices></Region>
<Region Id="2" Type="0" Text="" NegativeROA="1"><Vertices><Vertex X="10" Y="10"/><Vertex X="20" Y="10"/><Vertex X="20" Y="20"/></Vertices></Region>
<Region Id="3" Type="2" Text="round" NegativeROA="0"><Vertices><Vertex X="200" Y="200"/><Vertex X="300" Y="240"/></Vertices></Region>
<Region Id="4" Type="3" Text="arrow" NegativeROA="0"><Vertices><Vertex X="200" Y="200"/><Vertex X="300" Y="240"/></Vertices></Region>
<Region Id="5" Type="0" NegativeROA="1"><Vertices><Vertex X="900" Y="900"/><Vertex X="910" Y="900"/><Vertex X="910" Y="910"/></Vertices></Region>
</Regions><Plots/></Annotation></Annotations>)";

} // namespace

class TestAnnotationXml : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::vector<GeoJsonFeature> m_features;

    std::string path() const { return m_dir.filePath(QStringLiteral("a.xml")).toStdString(); }
    nb::Result<nb::GeoJsonSummary> read(const std::string& text)
    {
        putFile(path(), text);
        m_features.clear();
        return nb::readAnnotationXml(path(), [this](GeoJsonFeature&& feature) {
            m_features.push_back(std::move(feature));
            return true;
        });
    }

private Q_SLOTS:
    void readsAsap()
    {
        const auto summary = read(kAsap);
        QVERIFY2(summary.ok(), summary ? "" : summary.error().message().c_str());
        QCOMPARE(m_features.size(), std::size_t{3});
        const GeoJsonFeature& tumor = m_features[0];
        QCOMPARE(tumor.className, std::string("tumor"));
        QVERIFY(tumor.classColor == (GeoJsonFeature::Rgb{0x64, 0xFE, 0x2E}));
        QVERIFY(tumor.shape.at(0).shell == (nb::Ring{{100.5, 200}, {112.5, 200}, {112.5, 211}}));
        QCOMPARE(m_features[1].name, std::string("a < b"));
        QVERIFY(m_features[1].className.empty());
        QVERIFY(m_features[1].classColor == (GeoJsonFeature::Rgb{1, 2, 255}));
        QVERIFY(m_features[2].shape.empty() && !m_features[2].otherGeometry.empty());
        QCOMPARE(summary->skipped, std::int64_t{2});
        QCOMPARE(summary->problems.at(0).feature, std::int64_t{4});
        QVERIFY2(summary->complaint().find("2 of 5") != std::string::npos, summary->complaint().c_str());
    }
    void readsImageScope()
    {
        const auto summary = read(kImageScope);
        QVERIFY2(summary.ok(), summary ? "" : summary.error().message().c_str());
        QCOMPARE(m_features.size(), std::size_t{3});
        QCOMPARE(m_features[0].className, std::string("Necrosis"));
        QVERIFY(m_features[0].classColor == (GeoJsonFeature::Rgb{0, 255, 0}));
        QCOMPARE(m_features[0].name, std::string("left"));
        QCOMPARE(nb::areaOf(m_features[0].shape), 100.0 * 100 - 50);
        QVERIFY(m_features[1].isEllipse);
        QVERIFY(std::abs(nb::areaOf(m_features[1].shape) - M_PI * 50 * 20) < 0.01 * M_PI * 50 * 20);
        QVERIFY(m_features[2].shape.empty());
        QCOMPARE(summary->skipped, std::int64_t{1});
    }
    void refusesWhatIsDangerousOrNoAnnotation_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const std::string& text, ErrorCode code) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << static_cast<int>(code);
        };
        row("entities",
            R"(<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><Annotations>&b;</Annotations>)",
            ErrorCode::Unsupported);
        row("external entity", R"(<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><Annotations Name="&f;"/>)",
            ErrorCode::Unsupported);
        row("document type", "<!DOCTYPE Annotations><Annotations/>", ErrorCode::Unsupported);
        row("cut off", kAsap.substr(0, 400), ErrorCode::Unreadable);
        row("empty", "", ErrorCode::Unreadable);
        row("text", "hello", ErrorCode::Unreadable);
        row("other XML", "<html><body/></html>", ErrorCode::Invalid);
        std::string deep;
        for (int i = 0; i < 100000; ++i)
            deep += "<a>";
        for (int i = 0; i < 100000; ++i)
            deep += "</a>";
        row("deep", "<Annotations>" + deep + "</Annotations>", ErrorCode::Invalid);
    }
    void refusesWhatIsDangerousOrNoAnnotation()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto summary = read(text.toStdString());
        QVERIFY(!summary);
        QCOMPARE(static_cast<int>(summary.error().code), code);
        QCOMPARE(summary.error().path, path());
        QVERIFY(!summary.error().remedy.empty());
    }
    void entitiesAreNotReplaced()
    {
        QVERIFY(read(R"(<ASAP_Annotations><Annotations><Annotation Name="&file;" Type="Polygon"><Coordinates><Coordinate X="0" Y="0"/><Coordinate X="9" Y="0"/><Coordinate X="9" Y="9"/></Coordinates></Annotation></Annotations></ASAP_Annotations>)")
                    .ok());
        QCOMPARE(m_features.at(0).name, std::string("&file;"));
    }
};

QTEST_GUILESS_MAIN(TestAnnotationXml)
#include "tst_annotationxml.moc"
