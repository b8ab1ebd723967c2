// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/safetensors.h"
#include "tests/support/fulldisk.h"
#include "tests/support/modelfiles.h"

#include <QTemporaryDir>
#include <QtTest>
#include <limits>

using nb::ErrorCode;

class TestSafeTensors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote();
    void hashIsThatOfTheBytes();
    void alignsTheDataToEightBytes();
    void refusesHostileHeaders_data();
    void refusesHostileHeaders();
    void refusesLengthsThatLie_data();
    void refusesLengthsThatLie();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void aFullDiskLeavesTheOldFile();

private:
    [[nodiscard]] std::string at(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name)).toStdString();
    }
    QTemporaryDir m_folder;
};

void TestSafeTensors::readsWhatItWrote()
{
    nb::SafeTensors contents;
    contents.metadata = {{"name", "é \"quoted\" \\ \n"}, {"empty", ""}};
    contents.tensors["b"] = {{2, 3}, {1, 2, 3, 4, 5, -0.0F}};
    contents.tensors["a"] = {{}, {std::numeric_limits<float>::quiet_NaN()}}; // values are the caller's to judge
    contents.tensors["none"] = {{0, 5}, {}};
    const auto hash = nb::writeSafeTensors(at("a.safetensors"), contents);
    QVERIFY(hash);
    const auto read = nb::readSafeTensors(at("a.safetensors"));
    QVERIFY(read);
    QCOMPARE(read->sha256, *hash);
    QCOMPARE(read->contents.metadata, contents.metadata);
    QCOMPARE(read->contents.tensors.size(), std::size_t{3});
    QCOMPARE(read->contents.tensors.at("b").shape, contents.tensors["b"].shape);
    QCOMPARE(read->contents.tensors.at("b").values, contents.tensors["b"].values);
    QVERIFY(std::isnan(read->contents.tensors.at("a").values.at(0)));
    QVERIFY(read->contents.tensors.at("none").values.empty());
}

void TestSafeTensors::hashIsThatOfTheBytes()
{
    nb::test::writeBytes(at("empty.safetensors"), nb::test::safeTensorsBytes("{}", ""));
    const auto read = nb::readSafeTensors(at("empty.safetensors"));
    QVERIFY(read);
    const auto bytes = QByteArray::fromStdString(nb::test::readBytes(at("empty.safetensors")));
    QCOMPARE(read->sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString());
}

void TestSafeTensors::alignsTheDataToEightBytes()
{
    for (const char* name : {"a", "ab", "abc", "abcd", "abcde"}) {
        nb::SafeTensors contents;
        contents.tensors[name] = {{1}, {1}};
        QVERIFY(nb::writeSafeTensors(at("aligned.safetensors"), contents));
        QCOMPARE((nb::test::readBytes(at("aligned.safetensors")).size() - 4) % 8, std::size_t{0});
    }
}

void TestSafeTensors::refusesHostileHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("dataBytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& header, int dataBytes, const char* reason) {
        QTest::newRow(name) << header << dataBytes << QString::fromLatin1(reason);
    };
    const auto tensor = [](const QByteArray& shape, const QByteArray& offsets, const char* type = "F32") {
        return QByteArray("{\"dtype\":\"") + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}";
    };
    row("empty", "", 0, "not JSON");
    row("a list", "[]", 0, "not JSON");
    row("text", "Hello", 0, "not JSON");
    row("cut off", R"({"a":{"dtype":"F32")", 0, "not JSON");
    row("no UTF-8", "{\"\xff\":1}", 0, "not JSON");
    row("100,000 levels", QByteArray(100000, '['), 0, "not JSON|deep");
    row("100,000 objects", QByteArray("{\"a\":").repeated(100000), 0, "not JSON|deep");
    row("a name twice", "{\"a\":" + tensor("[1]", "[0,4]") + ",\"a\":" + tensor("[1]", "[0,4]") + "}", 4, "twice");
    row("metadata twice", R"({"__metadata__":{"a":"1","a":"2"}})", 0, "twice");
    row("metadata of numbers", R"({"__metadata__":{"a":1}})", 0, "no text");
    row("metadata a list", R"({"__metadata__":[]})", 0, "no object");
    row("a tensor of nothing", R"({"a":null})", 0, "needs dtype");
    row("no shape", R"({"a":{"dtype":"F32","data_offsets":[0,4]}})", 4, "needs dtype");
    row("one thing more", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"code":"rm"}})", 4, "needs dtype");
    row("dtype a number", R"({"a":{"dtype":32,"shape":[1],"data_offsets":[0,4]}})", 4, "needs dtype");
    for (const char* type : {"F64", "F16", "BF16", "I32", "BOOL", "", "f32", "\\u001b[31m"})
        row(type, "{\"a\":" + tensor("[1]", "[0,4]", type) + "}", 4, "only F32");
    row("a negative size", "{\"a\":" + tensor("[-1]", "[0,4]") + "}", 4, "the shape of");
    row("a broken size", "{\"a\":" + tensor("[1.5]", "[0,4]") + "}", 4, "the shape of");
    row("sizes that overflow", "{\"a\":" + tensor("[4294967296,4294967296,2]", "[0,4]") + "}", 4, "the shape of");
    row("sizes that wrap to 1", "{\"a\":" + tensor("[18446744073709551615,18446744073709551615]", "[0,4]") + "}", 4,
        "the shape of");
    row("a size of 2^70", "{\"a\":" + tensor("[1180591620717411303424]", "[0,4]") + "}", 4, "the shape of");
    row("a number of 1e999", "{\"a\":" + tensor("[1e999]", "[0,4]") + "}", 4, "not JSON|the shape of");
    row("too many dimensions", "{\"a\":" + tensor("[1,1,1,1,1,1,1,1,1]", "[0,4]") + "}", 4, "the shape of");
    row("offsets backwards", "{\"a\":" + tensor("[1]", "[8,4]") + "}", 8, "does not fit its shape");
    row("offsets below 0", "{\"a\":" + tensor("[1]", "[-4,0]") + "}", 4, "the place of");
    row("one offset", "{\"a\":" + tensor("[1]", "[4]") + "}", 4, "the place of");
    row("offsets of another size", "{\"a\":" + tensor("[2]", "[0,4]") + "}", 4, "does not fit its shape");
    row("offsets near 2^64", "{\"a\":" + tensor("[1]", "[18446744073709551612,18446744073709551615]") + "}", 4,
        "does not fit");
    row("offsets far away", "{\"a\":" + tensor("[1]", "[18446744073709551608,18446744073709551612]") + "}", 4, "a gap");
    row("an overlap", "{\"a\":" + tensor("[2]", "[0,8]") + ",\"b\":" + tensor("[2]", "[4,12]") + "}", 12, "overlaps");
    row("the same place", "{\"a\":" + tensor("[1]", "[0,4]") + ",\"b\":" + tensor("[1]", "[0,4]") + "}", 4, "overlaps");
    row("a gap", "{\"a\":" + tensor("[1]", "[0,4]") + ",\"b\":" + tensor("[1]", "[8,12]") + "}", 12, "a gap");
    row("a gap at the start", "{\"a\":" + tensor("[1]", "[4,8]") + "}", 8, "a gap");
    row("data missing", "{\"a\":" + tensor("[2]", "[0,8]") + "}", 4, "cut off");
    row("data left over", "{\"a\":" + tensor("[1]", "[0,4]") + "}", 8, "belong to no tensor");
    QByteArray many = "{";
    for (int i = 0; i < 5000; ++i)
        many += (i > 0 ? ",\"" : "\"") + QByteArray::number(i) + "\":" + tensor("[0]", "[0,0]");
    row("5,000 tensors", many + "}", 0, "more than");
}

void TestSafeTensors::refusesHostileHeaders()
{
    QFETCH(QByteArray, header);
    QFETCH(int, dataBytes);
    QFETCH(QString, reason);
    const std::string path = at("hostile.safetensors");
    nb::test::writeBytes(
        path, nb::test::safeTensorsBytes(header.toStdString(), std::string(static_cast<std::size_t>(dataBytes), 'x')));
    const auto read = nb::readSafeTensors(path);
    QVERIFY(!read);
    const auto message = QString::fromStdString(read.error().message());
    QVERIFY2(message.contains(QRegularExpression(reason)), qPrintable(message));
    QVERIFY(message.contains(QString::fromStdString(path)));
    QVERIFY(!read.error().remedy.empty());
    for (const QChar c : message)
        QVERIFY2(c.isPrint(), qPrintable(message)); // the file cannot write to a terminal
}

void TestSafeTensors::refusesLengthsThatLie_data()
{
    QTest::addColumn<quint64>("length");
    QTest::newRow("one more than there is") << quint64{3};
    QTest::newRow("8 MiB") << (quint64{8} << 20);
    QTest::newRow("2^31") << (quint64{1} << 31);
    QTest::newRow("2^60") << (quint64{1} << 60);
    QTest::newRow("2^63") << (quint64{1} << 63);
    QTest::newRow("2^64-1") << ~quint64{0};
    QTest::newRow("2^64-8") << ~quint64{0} - 7;
}

void TestSafeTensors::refusesLengthsThatLie()
{
    QFETCH(quint64, length);
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    nb::test::writeBytes(at("lie.safetensors"), bytes + "{}");
    const auto read = nb::readSafeTensors(at("lie.safetensors"));
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::Unreadable || read.error().code == ErrorCode::TooLarge);
}

void TestSafeTensors::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("missing")) << static_cast<int>(ErrorCode::NotFound);
    QTest::newRow("a folder") << m_folder.path() << static_cast<int>(ErrorCode::Unreadable);
    QTest::newRow("a device that never ends") << QStringLiteral("/dev/zero") << static_cast<int>(ErrorCode::Unreadable);
    nb::test::writeBytes(at("none"), "");
    QTest::newRow("an empty file") << m_folder.filePath(QStringLiteral("none"))
                                   << static_cast<int>(ErrorCode::Unreadable);
    nb::test::writeBytes(at("seven"), "1234567");
    QTest::newRow("seven bytes") << m_folder.filePath(QStringLiteral("seven"))
                                 << static_cast<int>(ErrorCode::Unreadable);
    nb::test::writeBytes(at("huge"), "");
    std::filesystem::resize_file(at("huge"), (2ULL << 30) + 1); // sparse
    QTest::newRow("above 2 GiB") << m_folder.filePath(QStringLiteral("huge")) << static_cast<int>(ErrorCode::TooLarge);
}

void TestSafeTensors::refusesWhatIsNoFile()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    const auto read = nb::readSafeTensors(path.toStdString());
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QCOMPARE(QString::fromStdString(read.error().path), path);
    QVERIFY(!read.error().remedy.empty());
}

void TestSafeTensors::aFullDiskLeavesTheOldFile()
{
    const nb::test::FullDisk disk(65536);
    if (!disk.mounted())
        QSKIP("needs the right to mount a file system");
    nb::SafeTensors contents;
    contents.tensors["a"] = {{4}, {1, 2, 3, 4}};
    QVERIFY(nb::writeSafeTensors(disk.at("m.safetensors"), contents));
    contents.tensors["a"] = {{100000}, std::vector<float>(100000, 1)};
    const auto written = nb::writeSafeTensors(disk.at("m.safetensors"), contents);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NoSpace);
    const auto old = nb::readSafeTensors(disk.at("m.safetensors"));
    QVERIFY(old);
    QCOMPARE(old->contents.tensors.at("a").values.size(), std::size_t{4});
}

QTEST_GUILESS_MAIN(TestSafeTensors)
#include "tst_safetensors.moc"
