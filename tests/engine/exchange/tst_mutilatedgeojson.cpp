// SPDX-License-Identifier: GPL-3.0-or-later
// Two hundred files that something went wrong with, made from a seed: what is good arrives, what is bad is counted and
// named, and the case stays whole. Meant to be run under AddressSanitizer, too.
#include "tests/engine/io/geojsonsamples.h"
#include "tests/support/exchangefixture.h"

#include <QtTest>

#include <random>

using nb::test::ExchangeCase;

namespace
{

constexpr int kFiles = 200;
constexpr int kGood = 6; // features around the bad one

std::string feature(const std::string& ring, const std::string& properties = {})
{
    return R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":)" + ring
        + R"(},"properties":{"objectType":"detection")" + (properties.empty() ? "" : "," + properties) + "}}";
}

std::string goodFeature(std::mt19937& random)
{
    const auto x = std::to_string(random() % 9000 + 10), y = std::to_string(random() % 7000 + 10);
    const auto right = std::to_string(std::stoi(x) + 20), bottom = std::to_string(std::stoi(y) + 20);
    return feature("[[[" + x + "," + y + "],[" + right + "," + y + "],[" + right + "," + bottom + "],[" + x + "," + bottom
        + "]]]");
}

/// What is expected of a file beside its good features.
struct Mutilation {
    const char* name;
    enum class Arrives { Skipped, Mended, Unknown } arrives;
    std::string text;
};

std::string zigzag(std::size_t points, std::mt19937& random)
{
    std::string ring = "[[";
    for (std::size_t i = 0; i < points; ++i)
        ring.append(i == 0 ? "" : ",")
            .append("[")
            .append(std::to_string(random() % 9000))
            .append(",")
            .append(std::to_string(random() % 7000))
            .append("]");
    return ring + "]]";
}

Mutilation mutilated(int file, std::mt19937& random)
{
    using A = Mutilation::Arrives;
    const std::string square = "[[[10,10],[40,10],[40,40],[10,40]]]";
    switch (file % 20) {
    case 0:
        return {"NaN", A::Skipped, feature("[[[10,10],[NaN,10],[40,40]]]")};
    case 1:
        return {"infinite", A::Skipped, feature("[[[10,10],[1e999,10],[40,40]]]")};
    case 2:
        return {"crosses itself", A::Mended, feature("[[[10,10],[40,40],[40,10],[10,40]]]")};
    case 3:
        return {"empty ring", A::Skipped, feature("[[]]")};
    case 4:
        return {"no rings", A::Skipped, feature("[]")};
    case 5:
        return {"no area", A::Skipped, feature("[[[10,10],[40,40],[70,70]]]")};
    case 6:
        return {"one point many times", A::Skipped, feature("[[[10,10],[10,10],[10,10],[10,10]]]")};
    case 7:
        return {"smaller than the grid", A::Skipped, feature("[[[10,10],[10.001,10],[10.001,10.001]]]")};
    case 8:
        return {"text for a number", A::Skipped, feature(R"([[[10,10],["40",10],[40,40]]])")};
    case 9:
        return {"object for a ring", A::Skipped, feature(R"([{"x":10,"y":10}])")};
    case 10:
        return {"nested deeply", A::Skipped, feature(std::string(3000, '[') + std::string(3000, ']'))};
    case 11:
        return {"keys twice", A::Mended,
            feature(square, R"("objectType":"detection","metadata":{"a":"1"},"metadata":{"a":"2","a":"3"},"name":7)")};
    case 12:
        return {"Latin-1", A::Skipped, feature(square, "\"name\":\"K\xE4rn\"")};
    case 13:
        return {"measurement is no number", A::Skipped, feature(square, R"("measurements":{"a":{}})")};
    case 14:
        return {"very many points", A::Skipped, feature(zigzag(30000 + random() % 10000, random))};
    case 15:
        return {"far outside", A::Skipped, feature("[[[3000000,10],[3000040,10],[3000040,40]]]")};
    case 16:
        return {"null", A::Skipped, "null"};
    case 17:
        return {"crosses itself often", A::Unknown, feature(zigzag(60 + random() % 100, random))};
    case 18:
        return {"hole outside of its shell", A::Mended, feature("[[[10,10],[40,10],[40,40],[10,40]],[[90,90],[99,90],[99,99]]]")};
    default:
        return {"bytes", A::Unknown, ""};
    }
}

} // namespace

class TestMutilatedGeoJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGoodArrivesAndTheBadIsNamed();
    void aCutFileGivesWhatCameBefore();
    void tenMillionPointsAreSkippedAndTheRestArrives();
    void anotherEncodingIsRefused();
};

void TestMutilatedGeoJson::theGoodArrivesAndTheBadIsNamed()
{
    std::mt19937 random(2018);
    ExchangeCase to;
    std::size_t present = 0;
    for (int file = 0; file < kFiles; ++file) {
        Mutilation bad = mutilated(file, random);
        std::string features;
        for (int i = 0; i < kGood; ++i) {
            features += (i == 0 ? "" : ",") + goodFeature(random);
            if (i == kGood / 2 && !bad.text.empty())
                features += "," + bad.text;
        }
        std::string text = nb::test::collection(features);
        if (bad.text.empty()) // anything anywhere
            for (int i = 0; i < 3; ++i)
                text[random() % text.size()] = static_cast<char>(random());
        nb::test::putFile(to.file("a.geojson"), text);
        const auto read = to.import(to.file("a.geojson"));
        const std::string context = std::string(bad.name) + ": " + (read ? read->complaint() : read.error().message());
        if (bad.text.empty()) {
            QVERIFY2(read ? read->nuclei <= kGood : !read.error().what.empty(), context.c_str());
        } else {
            QVERIFY2(read.ok() && !read->broken, context.c_str());
            QVERIFY2(read->nuclei >= kGood && read->nuclei + read->skipped == kGood + 1, context.c_str());
            if (bad.arrives == Mutilation::Arrives::Skipped) {
                QVERIFY2(read->skipped == 1 && read->problems.at(0).feature == kGood / 2 + 2, context.c_str());
                QVERIFY2(context.find("1 of 7 objects were left out: object 5: ") != std::string::npos, context.c_str());
            } else if (bad.arrives == Mutilation::Arrives::Mended) {
                QVERIFY2(read->skipped == 0, context.c_str());
            }
        }
        present += read ? static_cast<std::size_t>(read->nuclei) : 0;
    }
    QCOMPARE(to.nuclei().size(), present);
    const auto whole = to.verify();
    QVERIFY2(whole.ok(), whole ? "" : whole.error().message().c_str());
}

void TestMutilatedGeoJson::aCutFileGivesWhatCameBefore()
{
    std::mt19937 random(7);
    std::string features;
    for (int i = 0; i < 40; ++i)
        features += (i == 0 ? "" : ",") + goodFeature(random);
    const std::string text = nb::test::collection(features);
    ExchangeCase to;
    nb::test::putFile(to.file("a.geojson"), text.substr(0, text.size() / 2));
    const auto read = to.import(to.file("a.geojson"));
    QVERIFY(read.ok());
    QVERIFY(read->nuclei >= 15 && read->nuclei < 40);
    QVERIFY(read->broken.has_value());
    QVERIFY2(read->complaint().find("cut off") != std::string::npos, read->complaint().c_str());
}

void TestMutilatedGeoJson::tenMillionPointsAreSkippedAndTheRestArrives()
{
    std::mt19937 random(7);
    ExchangeCase to;
    {
        std::ofstream out(to.file("a.geojson"), std::ios::binary);
        out << R"({"type":"FeatureCollection","features":[)" << goodFeature(random)
            << R"(,{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[)";
        for (int i = 0; i < 10'000'000; ++i)
            out << (i == 0 ? "[" : ",[") << i % 1000 << ',' << i % 7 << ']';
        out << "]]}}," << goodFeature(random) << "]}";
    }
    const auto read = to.import(to.file("a.geojson"));
    QVERIFY2(read.ok(), read ? "" : read.error().message().c_str());
    QCOMPARE(read->nuclei, std::int64_t{2});
    QCOMPARE(read->skipped, std::int64_t{1});
}

void TestMutilatedGeoJson::anotherEncodingIsRefused()
{
    ExchangeCase to;
    const QString text = QString::fromStdString(nb::test::collection(nb::test::kQuPathDetection));
    std::string wide;
    for (const QChar c : text) {
        wide += static_cast<char>(c.unicode() & 0xff);
        wide += static_cast<char>(c.unicode() >> 8);
    }
    nb::test::putFile(to.file("a.geojson"), "\xFF\xFE" + wide);
    const auto read = to.import(to.file("a.geojson"));
    QVERIFY(!read);
    QCOMPARE(read.error().code, nb::ErrorCode::Unsupported);
    QVERIFY(to.nuclei().empty() && to.history().empty());
}

QTEST_GUILESS_MAIN(TestMutilatedGeoJson)
#include "tst_mutilatedgeojson.moc"
