// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/fulldisk.h"
#include "tests/support/pictures.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>

#include <QJsonArray>

#include <QTemporaryDir>
#include <bit>
#include <limits>
#include <unistd.h>

using nb::test::bytesOf;
using nb::test::CommandOutcome;
using nb::test::namesIn;
using nb::test::writeBytes;

namespace
{

/// A model file taken apart: its header and the bytes after it.
struct Model {
    QJsonObject header;
    QByteArray data;

    [[nodiscard]] QByteArray bytes() const
    {
        const QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
        return withLength(static_cast<std::uint64_t>(json.size()), json + data);
    }
    [[nodiscard]] static QByteArray withLength(std::uint64_t length, const QByteArray& rest)
    {
        QByteArray bytes;
        for (int i = 0; i < 8; ++i)
            bytes.append(static_cast<char>(length >> (8 * i)));
        return bytes + rest;
    }
    void setTensor(const QString& name, const QString& key, const QJsonValue& value)
    {
        QJsonObject tensor = header[name].toObject();
        tensor[key] = value;
        header[name] = tensor;
    }
    void setRecipe(const QString& key, const QString& value)
    {
        QJsonObject recipe = header["__metadata__"].toObject();
        recipe[key] = value;
        header["__metadata__"] = recipe;
    }
    void setWeight(qsizetype index, float value)
    {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        for (int i = 0; i < 4; ++i)
            data[4 * index + i] = static_cast<char>(bits >> (8 * i));
    }
};

Model takenApart(const QByteArray& bytes)
{
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i)
        length = length << 8 | static_cast<std::uint8_t>(bytes[i]);
    const auto json = static_cast<qsizetype>(length);
    return {QJsonDocument::fromJson(bytes.mid(8, json)).object(), bytes.mid(8 + json)};
}

} // namespace

/// Each bad input has to end in status 1, one line on standard error that names the file and says what to do, and
/// nothing new or changed on disk.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void slides_data();
    void slides();
    void brokenSlides_data();
    void brokenSlides();
    void truncatedModels_data();
    void truncatedModels();
    void hostileModels_data();
    void hostileModels();
    void regionsOutsideOfTheSlide_data();
    void regionsOutsideOfTheSlide();
    void unwritableOutputs_data();
    void unwritableOutputs();
    void fullDisks_data();
    void fullDisks();
    void otherCommandsAreAsStrict_data();
    void otherCommandsAreAsStrict();

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    void addHostileModel(const char* name, const QByteArray& bytes);
    void failsAndHarmsNothing(const QStringList& arguments, const QString& culprit);
    QTemporaryDir m_folder;
    QTemporaryDir m_outputs;
};

void TestBadInput::initTestCase()
{
    QVERIFY(nb::test::writePicture(at("good.png").toStdString(), nb::test::placePicture(64, 64)));
    QVERIFY(writeBytes(m_outputs.filePath("precious.geojson"), "precious"));
}

void TestBadInput::failsAndHarmsNothing(const QStringList& arguments, const QString& culprit)
{
    const QStringList before = namesIn(m_folder.path());
    const CommandOutcome outcome = nb::test::runCommand(NB_CLI, arguments);
    QVERIFY2(outcome.status == 1, outcome.described());
    QVERIFY2(outcome.saysInOneLine(culprit), outcome.described());
    QVERIFY2(outcome.err.contains(". "), outcome.described()); // the way out, after what failed and where
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(namesIn(m_outputs.path()), QStringList{"precious.geojson"});
    QCOMPARE(bytesOf(m_outputs.filePath("precious.geojson")), QByteArray("precious"));
    QCOMPARE(namesIn(m_folder.path()), before);
}

void TestBadInput::slides_data()
{
    QTest::addColumn<QString>("path");
    const auto file = [this](const char* name, const QByteArray& bytes) {
        if (!writeBytes(at(name), bytes))
            qFatal("cannot write");
        return at(name);
    };
    const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
    QDir(m_folder.path()).mkdir("folder.svs");
    QTest::newRow("missing") << at("missing.svs");
    QTest::newRow("folder") << at("folder.svs");
    QTest::newRow("empty") << file("empty.svs", "");
    QTest::newRow("text named .svs") << file("notes.svs", "Dear colleague,\nplease find attached\n");
    QTest::newRow("PNG that claims 10^6 x 10^6") << file("huge.png", bytes(nb::test::pngClaiming(1000000, 1000000)));
    QTest::newRow("PNG cut off") << file("cut.png", bytesOf(at("good.png")).chopped(200));
    QTest::newRow("TIFF of a header") << file("header.tif", QByteArray("II*\0\x08\0\0\0", 8));
    QTest::newRow("device") << "/dev/zero";
    if (nb::test::hasShared("slides/CMU-1-Small-Region.svs"))
        QTest::newRow("slide cut off") << file("cut.svs",
            bytesOf(QString::fromStdString(nb::test::sharedPath("slides/CMU-1-Small-Region.svs"))).left(900000));
}

void TestBadInput::slides()
{
    QFETCH(QString, path);
    failsAndHarmsNothing({"segment", path, "-o", m_outputs.filePath("precious.geojson"), "--overwrite", "--labels",
                             m_outputs.filePath("l.tif"), "--heatmap", m_outputs.filePath("h.tif")},
        path);
}

void TestBadInput::brokenSlides_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"broken.svs", "unopenable.tiff", "unreadable.svs"})
        QTest::newRow(name) << name;
}

void TestBadInput::brokenSlides()
{
    NB_NEEDS_SHARED("slides/broken.svs");
    QFETCH(QString, name);
    const QString path = QString::fromStdString(nb::test::sharedPath("slides/")) + name;
    failsAndHarmsNothing({"segment", path, "-o", m_outputs.filePath("precious.geojson"), "--overwrite"}, path);
}

void TestBadInput::truncatedModels_data()
{
    QTest::addColumn<int>("tenths");
    for (int tenths = 0; tenths < 10; ++tenths)
        QTest::addRow("%d/10", tenths) << tenths;
}

void TestBadInput::truncatedModels()
{
    QFETCH(int, tenths);
    const QByteArray whole = bytesOf(QString::fromStdString(nb::test::defaultModelPath()));
    QVERIFY(writeBytes(at("cut.safetensors"), whole.left(whole.size() * tenths / 10)));
    failsAndHarmsNothing(
        {"segment", at("good.png"), "-o", m_outputs.filePath("out.geojson"), "--model", at("cut.safetensors")},
        at("cut.safetensors"));
}

void TestBadInput::addHostileModel(const char* name, const QByteArray& bytes)
{
    const QString path = at(QString(name).replace(' ', '-') + ".safetensors");
    if (!writeBytes(path, bytes))
        qFatal("cannot write");
    QTest::newRow(name) << path;
}

void TestBadInput::hostileModels_data()
{
    QTest::addColumn<QString>("path");
    const Model good = takenApart(bytesOf(QString::fromStdString(nb::test::defaultModelPath())));
    const QString bias = "bottleneck.conv1.bias";
    Model model = good;
    model.setRecipe("width", "32");
    addHostileModel("shapes do not fit the width", model.bytes());
    model = good;
    model.setRecipe("mpp", "-0.25");
    addHostileModel("negative mpp", model.bytes());
    model = good;
    model.setRecipe("input_std", "0");
    addHostileModel("zero deviation", model.bytes());
    model = good;
    model.header.remove("__metadata__");
    addHostileModel("no recipe", model.bytes());
    model = good;
    model.header.remove(bias);
    addHostileModel("a layer is missing", model.bytes());
    model = good;
    model.setTensor(bias, "shape", QJsonArray{16, 16});
    addHostileModel("a layer of another shape", model.bytes());
    model = good;
    model.setTensor(bias, "dtype", "F64");
    addHostileModel("a layer of another type", model.bytes());
    model = good;
    model.setTensor(bias, "data_offsets", QJsonArray{4, 1028});
    addHostileModel("overlapping offsets", model.bytes());
    model = good;
    model.setTensor(bias, "data_offsets", QJsonArray{9.0e18, 9.0e18 + 1024});
    addHostileModel("offsets beyond the file", model.bytes());
    for (const auto& [name, value] : {std::pair("NaN weights", std::numeric_limits<float>::quiet_NaN()),
             std::pair("infinite weights", std::numeric_limits<float>::infinity())}) {
        model = good;
        model.setWeight(3, value);
        addHostileModel(name, model.bytes());
    }
    addHostileModel("a header of 2^60 bytes", Model::withLength(1ULL << 60, good.bytes().mid(8)));
    addHostileModel("a header of 2^64-1 bytes", Model::withLength(~0ULL, good.bytes().mid(8)));
    addHostileModel("a header that is nested deeply",
        Model::withLength(200000, QByteArray(100000, '[') + QByteArray(100000, ']') + good.data));
    addHostileModel("a picture", bytesOf(at("good.png")));
}

void TestBadInput::hostileModels()
{
    QFETCH(QString, path);
    failsAndHarmsNothing({"segment", at("good.png"), "-o", m_outputs.filePath("out.geojson"), "--model", path}, path);
}

void TestBadInput::regionsOutsideOfTheSlide_data()
{
    QTest::addColumn<QString>("region");
    QTest::newRow("right of it") << "64,0,10,10";
    QTest::newRow("above it") << "0,-20,10,20";
    QTest::newRow("far away") << "1000000000000,1000000000000,1000000000000,100";
    QTest::newRow("far away on the other side") << "-1000000000000,0,100,100";
}

void TestBadInput::regionsOutsideOfTheSlide()
{
    QFETCH(QString, region);
    failsAndHarmsNothing(
        {"segment", at("good.png"), "-o", m_outputs.filePath("out.geojson"), "--region=" + region}, at("good.png"));
}

void TestBadInput::unwritableOutputs_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("path");
    QDir(m_folder.path()).mkdir("folder.geojson");
    QDir(m_folder.path()).mkdir("folder.tif");
    QTest::newRow("no such folder") << "-o" << at("nowhere/out.geojson");
    QTest::newRow("labels: no such folder") << "--labels" << at("nowhere/out.tif");
    QTest::newRow("heatmap: no such folder") << "--heatmap" << at("nowhere/out.tif");
    QTest::newRow("labels: a folder") << "--labels" << at("folder.tif");
    QTest::newRow("heatmap: a folder") << "--heatmap" << at("folder.tif");
    QTest::newRow("below a file") << "-o" << at("good.png/out.geojson");
    QTest::newRow("a file system that takes no files") << "-o"
                                                       << "/proc/out.geojson";
    if (::geteuid() != 0) {
        QFile::Permissions readOnly = QFile::ReadOwner | QFile::ExeOwner;
        QDir(m_folder.path()).mkdir("locked");
        QFile::setPermissions(at("locked"), readOnly);
        QTest::newRow("locked folder") << "-o" << at("locked/out.geojson");
    }
}

void TestBadInput::unwritableOutputs()
{
    QFETCH(QString, option);
    QFETCH(QString, path);
    QStringList arguments{"segment", at("good.png"), option, path, "--overwrite"};
    if (option != "-o")
        arguments += {"-o", m_outputs.filePath("precious.geojson")};
    failsAndHarmsNothing(arguments, path);
}

void TestBadInput::fullDisks_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("name");
    QTest::newRow("nuclei") << "-o"
                            << "out.geojson";
    QTest::newRow("zipped nuclei") << "-o"
                                   << "out.geojson.gz";
    QTest::newRow("labels") << "--labels"
                            << "out.tif";
    QTest::newRow("heatmap") << "--heatmap"
                             << "out.tif";
}

void TestBadInput::fullDisks()
{
    QFETCH(QString, option);
    QFETCH(QString, name);
    const nb::test::FullDisk disk(8192);
    if (!disk.mounted())
        QSKIP("needs the right to mount a small file system");
    const QString path = QString::fromStdString(disk.at(name.toStdString())),
                  kept = QString::fromStdString(disk.at("kept"));
    QVERIFY(writeBytes(kept, QByteArray(4096, 'k')));
    QVERIFY(!writeBytes(QString::fromStdString(disk.at("filler")), QByteArray(8192, 'f')));
    QStringList arguments{"segment", at("good.png"), option, path, "--overwrite"};
    if (option != "-o")
        arguments += {"-o", m_outputs.filePath("precious.geojson")};
    failsAndHarmsNothing(arguments, path);
    QCOMPARE(namesIn(QString::fromStdString(disk.folder())), (QStringList{"filler", "kept"}));
    QCOMPARE(bytesOf(kept), QByteArray(4096, 'k'));
}

void TestBadInput::otherCommandsAreAsStrict_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("culprit");
    QVERIFY(writeBytes(at("text.svs"), "Dear colleague"));
    const QString text = at("text.svs"), missing = at("missing.svs"), good = at("good.png"),
                  out = m_outputs.filePath("out.tif"), nowhere = at("nowhere/out.tif");
    QTest::newRow("info on text") << QStringList{"info", text} << text;
    QTest::newRow("info on a missing file") << QStringList{"info", missing, "--json"} << missing;
    QTest::newRow("info on a folder") << QStringList{"info", m_folder.path()} << m_folder.path();
    QTest::newRow("normalize text") << QStringList{"normalize", text, "-o", out} << text;
    QTest::newRow("normalize to a missing target")
        << QStringList{"normalize", good, "-o", out, "--target", missing} << missing;
    QTest::newRow("normalize into nowhere") << QStringList{"normalize", good, "-o", nowhere} << nowhere;
    QTest::newRow("demo into nowhere") << QStringList{"demo", "-o", nowhere, "--size", "64x64"} << nowhere;
    QTest::newRow("demo with its truth nowhere") << QStringList{"demo", "-o", out, "--size", "64x64", "--truth",
        at("nowhere/truth.geojson")} << at("nowhere/truth.geojson");
}

void TestBadInput::otherCommandsAreAsStrict()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, culprit);
    failsAndHarmsNothing(arguments, culprit);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
