// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failingcommand.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>

#include <QJsonArray>
#include <bit>
#include <limits>

using nb::test::bytesOf;
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

/// Model files that are cut off or hostile: see FailingCommand for what has to happen.
class TestBadModel : public nb::test::FailingCommand
{
    Q_OBJECT

private Q_SLOTS:
    void truncatedModels_data();
    void truncatedModels();
    void hostileModels_data();
    void hostileModels();

private:
    void addHostileModel(const char* name, const QByteArray& bytes);
};

void TestBadModel::truncatedModels_data()
{
    QTest::addColumn<int>("tenths");
    for (int tenths = 0; tenths < 10; ++tenths)
        QTest::addRow("%d/10", tenths) << tenths;
}

void TestBadModel::truncatedModels()
{
    QFETCH(int, tenths);
    const QByteArray whole = bytesOf(QString::fromStdString(nb::test::defaultModelPath()));
    QVERIFY(writeBytes(at("cut.safetensors"), whole.left(whole.size() * tenths / 10)));
    failsAndHarmsNothing(
        {"segment", at("good.png"), "-o", m_outputs.filePath("out.geojson"), "--model", at("cut.safetensors")},
        at("cut.safetensors"));
}

void TestBadModel::addHostileModel(const char* name, const QByteArray& bytes)
{
    const QString path = at(QString(name).replace(' ', '-') + ".safetensors");
    if (!writeBytes(path, bytes))
        qFatal("cannot write");
    QTest::newRow(name) << path;
}

void TestBadModel::hostileModels_data()
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

void TestBadModel::hostileModels()
{
    QFETCH(QString, path);
    failsAndHarmsNothing({"segment", at("good.png"), "-o", m_outputs.filePath("out.geojson"), "--model", path}, path);
}

QTEST_GUILESS_MAIN(TestBadModel)
#include "tst_badmodel.moc"
