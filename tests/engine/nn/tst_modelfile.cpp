// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/modelfile.h"
#include "tests/support/modelfiles.h"
#include "tests/support/sharedfiles.h"

#include <QTemporaryDir>
#include <QtTest>
#include <limits>

using nb::ErrorCode;
using nb::ModelFile;

class TestModelFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDefaultModel();
    void readsWhatItWrote();
    void refusesAFileCutOffAnywhere();
    void refusesMetadataThatMakesNoSense_data();
    void refusesMetadataThatMakesNoSense();
    void textsMayBeMissing();
    void refusesWeightsThatDoNotFit_data();
    void refusesWeightsThatDoNotFit();
    void doesNotWriteWhatItWouldNotRead();

private:
    [[nodiscard]] std::string at(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name)).toStdString();
    }
    void verifyRefused(const std::string& path, const QString& reason) const;
    QTemporaryDir m_folder;
};

void TestModelFile::verifyRefused(const std::string& path, const QString& reason) const
{
    const auto model = nb::readModelFile(path);
    QVERIFY(!model);
    const auto message = QString::fromStdString(model.error().message());
    QVERIFY2(message.contains(reason), qPrintable(message));
    QCOMPARE(model.error().path, path);
    QVERIFY(!model.error().remedy.empty());
    QVERIFY(!message.contains(QLatin1Char('\n')));
}

void TestModelFile::readsTheDefaultModel()
{
    const auto model = nb::readModelFile(nb::test::defaultModelPath());
    QVERIFY(model);
    QCOMPARE(model->info.width, 16);
    QCOMPARE(model->info.mpp, 0.25);
    QCOMPARE(model->info.inputMean, 0.7);
    QCOMPARE(model->info.inputStd, 0.25);
    QCOMPARE(model->info.targetErosionSteps, 4);
    QCOMPARE(model->info.growSteps, 5);
    QCOMPARE(model->info.growMaxBackground, 0.5);
    QCOMPARE(model->info.minInsidePx, 10);
    QCOMPARE(model->info.maxExtentPx, 128);
    QCOMPARE(model->info.stainMethod, nb::StainMethod::Vahadane);
    QCOMPARE(model->info.stainLambda, 0.1);
    QCOMPARE(model->info.stainTarget.eosin[1], 0.796392);
    QCOMPARE(model->info.stainTarget.p99[0], 2.13394);
    QVERIFY(model->info.licence.starts_with("CC BY-NC-SA"));
    QCOMPARE(model->info.hash.size(), std::size_t{64});
    QCOMPARE(model->tensors.size(), std::size_t{38});
    const auto parent = nb::readModelFile(nb::test::parentModelPath());
    QVERIFY(parent);
    QCOMPARE(model->info.parent, parent->info.hash);
}

void TestModelFile::readsWhatItWrote()
{
    ModelFile model = nb::test::randomModel(3);
    model.info.mpp = 0.1 + 0.2; // not representable in few digits
    model.info.stainMethod = nb::StainMethod::Macenko;
    model.info.training = R"({"steps": 10})";
    model.info.parent = std::string(64, 'a');
    const auto hash = nb::writeModelFile(at("model.safetensors"), model);
    QVERIFY(hash);
    const auto read = nb::readModelFile(at("model.safetensors"));
    QVERIFY(read);
    QCOMPARE(read->info.hash, *hash);
    QCOMPARE(read->info.mpp, model.info.mpp);
    QCOMPARE(read->info.stainMethod, model.info.stainMethod);
    QCOMPARE(read->info.stainTarget.haematoxylin, model.info.stainTarget.haematoxylin);
    QCOMPARE(read->info.training, model.info.training);
    QCOMPARE(read->info.parent, model.info.parent);
    QCOMPARE(read->tensors.size(), model.tensors.size());
    for (const auto& [name, tensor] : model.tensors) {
        QCOMPARE(read->tensors.at(name).shape, tensor.shape);
        QCOMPARE(read->tensors.at(name).values, tensor.values);
    }
}

void TestModelFile::refusesAFileCutOffAnywhere()
{
    const std::string whole = nb::test::readBytes(nb::test::defaultModelPath());
    QVERIFY(!whole.empty());
    for (std::size_t tenth = 0; tenth < 10; ++tenth) {
        nb::test::writeBytes(at("cut.safetensors"), whole.substr(0, whole.size() * tenth / 10));
        verifyRefused(at("cut.safetensors"), QStringLiteral("cut off"));
    }
    nb::test::writeBytes(at("cut.safetensors"), whole.substr(0, whole.size() - 1));
    verifyRefused(at("cut.safetensors"), QStringLiteral("cut off"));
    nb::test::writeBytes(at("cut.safetensors"), whole + "x");
    verifyRefused(at("cut.safetensors"), QStringLiteral("belong to no tensor"));
}

void TestModelFile::refusesMetadataThatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    const auto rows = [](const char* key, std::initializer_list<const char*> values) {
        for (const char* value : values)
            QTest::addRow("%s %s", key, value) << QByteArray(key) << QByteArray(value);
    };
    rows("format", {"missing", "pt", ""});
    rows("format_version", {"missing", "2", "1.0", ""});
    rows("classes", {"missing", R"(["background","inside","boundary"])", "[]", "inside"});
    rows("width", {"missing", "0", "-16", "257", "16.5", "16 ", " 16", "0x10", "9999999999999999999", ""});
    rows("mpp", {"missing", "0", "-0.25", "nan", "inf", "11", "0,25", "0.25um", "1e400"});
    rows("input_mean", {"missing", "nan", "1e6"});
    rows("input_std", {"missing", "0", "-1", "nan", "1e-300"});
    rows("target_erosion_steps", {"missing", "-1", "65"});
    rows("grow_steps", {"missing", "-1", "65", "5.5", "2147483648"});
    rows("grow_max_background", {"missing", "-0.1", "1.1", "nan"});
    rows("min_inside_px", {"missing", "0", "-1"});
    rows("max_extent_px", {"missing", "7", "2049"});
    rows("stain_method", {"missing", "Vahadane", "reinhard", ""});
    rows("stain_lambda", {"missing", "-1", "nan", "inf"});
    rows("stain_target",
        {"missing", "", "[]", "{}", R"({"W": [[0.6,0.8,0]], "p99": [1,1]})",
            R"({"W": [[0.6,0.8,0],[0.8,0.6]], "p99": [1,1]})", R"({"W": [[0.6,0.8,0],[0.6,0.8,0]], "p99": [1,1]})",
            R"({"W": [[0,0,0],[0.6,0.8,0]], "p99": [1,1]})", R"({"W": [[-0.6,0.8,0],[0.8,0.6,0]], "p99": [1,1]})",
            R"({"W": [[0.6,0.8,0],[0.8,0.6,0]], "p99": [0,1]})", R"({"W": [[0.6,0.8,0],[0.8,0.6,0]], "p99": [1]})",
            R"({"W": [[0.6,0.8,0],[0.8,0.6,0]], "p99": ["1","1"]})", R"({"W": [[6,8,0],[8,6,0]], "p99": [1,1]})"});
    rows("name", {"two\nlines", "\x1b[31mred"});
    rows("training", {"{", "steps"});
    rows("metrics", {"{"});
    rows("parent", {"abc", "../../etc/passwd"});
}

void TestModelFile::refusesMetadataThatMakesNoSense()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    const ModelFile model = nb::test::randomModel(1);
    QVERIFY(nb::writeModelFile(at("good.safetensors"), model));
    auto file = nb::readSafeTensors(at("good.safetensors"));
    QVERIFY(file);
    nb::SafeTensors contents = file->contents;
    if (value == "missing")
        contents.metadata.erase(key.toStdString());
    else
        contents.metadata[key.toStdString()] = value.toStdString();
    QVERIFY(nb::writeSafeTensors(at("bad.safetensors"), contents));
    const bool formatKey = key.startsWith("format");
    verifyRefused(at("bad.safetensors"),
        formatKey ? QStringLiteral("Nucleoscope")
                  : (key == "classes" ? QStringLiteral("classes") : QString::fromLatin1(key)));
}

void TestModelFile::textsMayBeMissing()
{
    QVERIFY(nb::writeModelFile(at("good.safetensors"), nb::test::randomModel(1)));
    const auto file = nb::readSafeTensors(at("good.safetensors"));
    QVERIFY(file);
    nb::SafeTensors contents = file->contents;
    for (const char* key : {"name", "licence", "training", "metrics", "parent"})
        contents.metadata.erase(key);
    contents.metadata["parameters"] = "86255"; // unknown keys are others' business
    QVERIFY(nb::writeSafeTensors(at("bare.safetensors"), contents));
    QVERIFY(nb::readModelFile(at("bare.safetensors")));
}

void TestModelFile::refusesWeightsThatDoNotFit_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("reason");
    QTest::newRow("missing") << QStringLiteral("missing") << QStringLiteral("dec1.conv2.bias is missing");
    QTest::newRow("one more") << QStringLiteral("more") << QStringLiteral("1 tensors more");
    QTest::newRow("another width") << QStringLiteral("width") << QStringLiteral("a network of width 2 needs");
    QTest::newRow("transposed") << QStringLiteral("transposed") << QStringLiteral("enc2.conv1.weight is 1x2x3x3");
    for (const char* damage : {"nan", "inf", "-inf"})
        QTest::newRow(damage) << QString::fromLatin1(damage) << QStringLiteral("head.weight holds values");
}

void TestModelFile::refusesWeightsThatDoNotFit()
{
    QFETCH(QString, damage);
    QFETCH(QString, reason);
    QVERIFY(nb::writeModelFile(at("good.safetensors"), nb::test::randomModel(1)));
    const auto file = nb::readSafeTensors(at("good.safetensors"));
    QVERIFY(file);
    nb::SafeTensors contents = file->contents;
    if (damage == QStringLiteral("missing"))
        contents.tensors.erase("dec1.conv2.bias");
    else if (damage == QStringLiteral("more"))
        contents.tensors["enc5.conv1.weight"] = {{1}, {1}};
    else if (damage == QStringLiteral("width"))
        contents.metadata["width"] = "2";
    else if (damage == QStringLiteral("transposed"))
        contents.tensors["enc2.conv1.weight"].shape = {1, 2, 3, 3};
    else
        contents.tensors["head.weight"].values[1] = damage.toFloat();
    QVERIFY(nb::writeSafeTensors(at("bad.safetensors"), contents));
    verifyRefused(at("bad.safetensors"), reason);
}

void TestModelFile::doesNotWriteWhatItWouldNotRead()
{
    ModelFile model = nb::test::randomModel(1);
    QVERIFY(nb::writeModelFile(at("kept.safetensors"), model));
    const std::string before = nb::test::readBytes(at("kept.safetensors"));
    model.tensors["head.bias"].values[0] = std::numeric_limits<float>::quiet_NaN();
    const auto diverged = nb::writeModelFile(at("kept.safetensors"), model);
    QVERIFY(!diverged);
    QCOMPARE(diverged.error().code, ErrorCode::Invalid);
    model = nb::test::randomModel(1);
    model.info.mpp = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!nb::writeModelFile(at("kept.safetensors"), model));
    QCOMPARE(nb::test::readBytes(at("kept.safetensors")), before);
}

QTEST_GUILESS_MAIN(TestModelFile)
#include "tst_modelfile.moc"
