// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/network.h"
#include "engine/nn/precisionchoice.h"
#include "tests/support/modelfiles.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/stainpictures.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <thread>

namespace
{

std::vector<float> readFloats(const std::string& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    std::vector<float> values(static_cast<std::size_t>(file.tellg()) / sizeof(float));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(float)));
    return values;
}

std::shared_ptr<const nb::Network> load(const std::string& path, nb::PrecisionChoice precision)
{
    const auto network = nb::loadNetwork(path, {precision, nb::DeviceChoice::Cpu});
    if (!network)
        qWarning("%s", network.error().message().c_str());
    return network ? *network : nullptr;
}

std::vector<float> run(const nb::Network& network, const nb::RgbImage& picture, int count = 1)
{
    std::vector<float> out(picture.pixels.size());
    const nb::Status status = network.probabilities(picture.pixels, count, picture.width, picture.height / count, out);
    return status ? out : std::vector<float>();
}

float largestDifference(const std::vector<float>& a, const std::vector<float>& b)
{
    float largest = a.size() == b.size() && !a.empty() ? 0.0F : 1e9F;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

nb::RgbImage picture(int width, int height)
{
    return nb::test::tissuePicture(width, height, nb::test::modelTarget(), 3);
}

} // namespace

class TestTorchNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithTheIndependentImplementation_data();
    void agreesWithTheIndependentImplementation();
    void halfPrecisionStaysNear();
    void aPictureDoesNotDependOnItsBatch_data();
    void aPictureDoesNotDependOnItsBatch();
    void aPictureDoesNotDependOnThreadsOrEarlierCalls();
    void probabilitiesSumToOne();
    void refusesSidesThatAreNoMultiplesOf16();
    void saysThatThereIsNoGraphicsCard();
    void bf16OnlyWhereTheProcessorHasIt();
    void saysThatWeightsLeadToNoNumbers();
    void anyWidthRuns_data();
    void anyWidthRuns();

private:
    std::shared_ptr<const nb::Network> m_network;
};

void TestTorchNetwork::initTestCase()
{
    m_network = load(nb::test::defaultModelPath(), nb::PrecisionChoice::Fp32);
    QVERIFY(m_network);
    QCOMPARE(m_network->info().width, 16);
}

void TestTorchNetwork::agreesWithTheIndependentImplementation_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("expected");
    QTest::newRow("width 16") << QString::fromStdString(nb::test::parentModelPath())
                              << QStringLiteral("vectors/model/probabilities.f32");
    QTest::newRow("width 4") << QString::fromStdString(nb::test::sharedPath("vectors/model/tiny.safetensors"))
                             << QStringLiteral("vectors/model/tiny_probabilities.f32");
}

void TestTorchNetwork::agreesWithTheIndependentImplementation()
{
    NB_NEEDS_SHARED("vectors/model/input.png");
    QFETCH(QString, model);
    QFETCH(QString, expected);
    const auto network = load(model.toStdString(), nb::PrecisionChoice::Fp32);
    QVERIFY(network);
    const nb::RgbImage input = nb::test::readPicture(nb::test::sharedPath("vectors/model/input.png"));
    const auto want = readFloats(nb::test::sharedPath(expected.toStdString()));
    const float difference = largestDifference(run(*network, input), want);
    QVERIFY2(difference < 1e-4F, qPrintable(QString::number(difference)));
}

void TestTorchNetwork::halfPrecisionStaysNear()
{
    const auto half = load(nb::test::defaultModelPath(), nb::PrecisionChoice::Bf16);
    if (!half)
        QSKIP("this processor has no bf16");
    QCOMPARE(half->precision(), nb::Precision::Bf16);
    const nb::RgbImage input = picture(256, 192);
    const auto exact = run(*m_network, input), near = run(*half, input);
    QCOMPARE(near.size(), exact.size());
    double sum = 0;
    for (std::size_t i = 0; i < near.size(); ++i)
        sum += std::abs(near[i] - exact[i]);
    const double mean = sum / static_cast<double>(near.size());
    QVERIFY2(mean < 0.01, qPrintable(QString::number(mean)));
    QVERIFY(mean > 0); // it is not simply the other one
}

void TestTorchNetwork::aPictureDoesNotDependOnItsBatch_data()
{
    QTest::addColumn<int>("precision");
    QTest::newRow("fp32") << static_cast<int>(nb::PrecisionChoice::Fp32);
    QTest::newRow("bf16") << static_cast<int>(nb::PrecisionChoice::Bf16);
}

void TestTorchNetwork::aPictureDoesNotDependOnItsBatch()
{
    QFETCH(int, precision);
    const auto network = load(nb::test::defaultModelPath(), static_cast<nb::PrecisionChoice>(precision));
    if (!network)
        QSKIP("this processor has no bf16");
    const nb::RgbImage batch = picture(128, 3 * 96);
    const auto together = run(*network, batch, 3);
    QCOMPARE(together.size(), batch.pixels.size());
    const std::size_t values = batch.pixels.size() / 3;
    for (std::size_t i = 0; i < 3; ++i) {
        nb::RgbImage one(128, 96);
        std::copy_n(batch.pixels.begin() + static_cast<std::ptrdiff_t>(i * values), values, one.pixels.begin());
        const auto alone = run(*network, one);
        QVERIFY(std::equal(alone.begin(), alone.end(), together.begin() + static_cast<std::ptrdiff_t>(i * values)));
    }
}

void TestTorchNetwork::aPictureDoesNotDependOnThreadsOrEarlierCalls()
{
    const nb::RgbImage large = picture(256, 256), small = picture(128, 64);
    const auto expected = run(*m_network, small);
    QCOMPARE(expected.size(), small.pixels.size());
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 5; ++i) {
                if ((i + t) % 2 == 0 && run(*m_network, large).empty())
                    ++wrong[static_cast<std::size_t>(t)];
                if (run(*m_network, small) != expected)
                    ++wrong[static_cast<std::size_t>(t)];
            }
        });
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(wrong, std::vector<int>(4, 0));
}

void TestTorchNetwork::probabilitiesSumToOne()
{
    const nb::RgbImage input = picture(64, 48);
    const auto out = run(*m_network, input);
    const std::size_t plane = input.pixels.size() / 3;
    QCOMPARE(out.size(), 3 * plane);
    for (std::size_t i = 0; i < plane; ++i) {
        QVERIFY(out[i] >= 0 && out[plane + i] >= 0 && out[2 * plane + i] >= 0);
        QVERIFY(std::abs(out[i] + out[plane + i] + out[2 * plane + i] - 1) < 1e-5F);
    }
}

void TestTorchNetwork::refusesSidesThatAreNoMultiplesOf16()
{
    for (const auto& [width, height] : {std::pair(100, 64), std::pair(64, 100), std::pair(0, 64), std::pair(8, 8)}) {
        const nb::RgbImage input(width, height);
        std::vector<float> out(input.pixels.size());
        const nb::Status status = m_network->probabilities(input.pixels, 1, width, height, out);
        QVERIFY(!status);
        QCOMPARE(status.error().code, nb::ErrorCode::Invalid);
    }
}

void TestTorchNetwork::saysThatThereIsNoGraphicsCard()
{
    const auto network
        = nb::loadNetwork(nb::test::defaultModelPath(), {nb::PrecisionChoice::Auto, nb::DeviceChoice::Cuda});
    if (network) {
        QCOMPARE((*network)->device(), nb::Device::Cuda);
        return;
    }
    QCOMPARE(network.error().code, nb::ErrorCode::Unsupported);
    QVERIFY(!network.error().remedy.empty());
}

void TestTorchNetwork::bf16OnlyWhereTheProcessorHasIt()
{
    const auto chosen = load(nb::test::defaultModelPath(), nb::PrecisionChoice::Auto);
    QVERIFY(chosen);
    const auto half = nb::loadNetwork(nb::test::defaultModelPath(), {nb::PrecisionChoice::Bf16, nb::DeviceChoice::Cpu});
    QCOMPARE(half.ok(), nb::processorHasBf16());
    if (half)
        return;
    QCOMPARE(half.error().code, nb::ErrorCode::Unsupported);
    QCOMPARE(chosen->precision(), nb::Precision::Fp32);
}

void TestTorchNetwork::saysThatWeightsLeadToNoNumbers()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("overflow.safetensors")).toStdString();
    nb::ModelFile model = nb::test::randomModel(2);
    for (auto& [name, tensor] : model.tensors)
        for (float& value : tensor.values)
            value *= 1e30F; // finite, as the file's check asks, but not for long
    QVERIFY(nb::writeModelFile(path, model));
    const auto network = load(path, nb::PrecisionChoice::Fp32);
    QVERIFY(network);
    const nb::RgbImage input = picture(64, 64);
    std::vector<float> out(input.pixels.size());
    const nb::Status status = network->probabilities(input.pixels, 1, 64, 64, out);
    QVERIFY(!status);
    QCOMPARE(status.error().code, nb::ErrorCode::Invalid);
    QVERIFY(!status.error().remedy.empty());
}

void TestTorchNetwork::anyWidthRuns_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {1, 3, 20, 32})
        QTest::addRow("width %d", width) << width;
}

void TestTorchNetwork::anyWidthRuns()
{
    QFETCH(int, width);
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("random.safetensors")).toStdString();
    QVERIFY(nb::writeModelFile(path, nb::test::randomModel(width)));
    const auto network = load(path, nb::PrecisionChoice::Auto);
    QVERIFY(network);
    QCOMPARE(network->info().width, width);
    QCOMPARE(run(*network, picture(32, 16)).size(), std::size_t{32 * 16 * 3});
}

QTEST_GUILESS_MAIN(TestTorchNetwork)
#include "tst_torchnetwork.moc"
