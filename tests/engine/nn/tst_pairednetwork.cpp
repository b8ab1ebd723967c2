// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/pairednetwork.h"
#include "engine/nn/stainviewnetwork.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/stainpictures.h"

#include <QtTest>

using namespace nb;

namespace
{

/// Says the same everywhere, and remembers what it was shown.
class ConstantNetwork : public Network
{
public:
    ConstantNetwork(float background, float boundary, double mpp = 0.25)
        : m_values{background, boundary, 1 - background - boundary}
    {
        m_info.mpp = mpp;
        m_info.stainTarget = test::modelTarget();
        m_info.hash = std::string(64, 'c');
    }
    [[nodiscard]] const ModelInfo& info() const override { return m_info; }
    [[nodiscard]] Precision precision() const override { return Precision::Fp32; }
    [[nodiscard]] Device device() const override { return Device::Cpu; }
    [[nodiscard]] Status probabilities(
        std::span<const std::uint8_t> rgb, int, int, int, std::span<float> out) const override
    {
        seen.assign(rgb.begin(), rgb.end());
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = m_values[i / (out.size() / 3)];
        return {};
    }
    mutable std::vector<std::uint8_t> seen;

private:
    ModelInfo m_info;
    const std::array<float, 3> m_values;
};

} // namespace

class TestPairedNetwork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void boundaryComesFromOneAndTheRestFromTheOther()
    {
        const auto pair = PairedNetwork::create(
            std::make_shared<ConstantNetwork>(0.2F, 0.0F), std::make_shared<ConstantNetwork>(0.75F, 0.25F));
        QVERIFY(pair);
        const std::vector<std::uint8_t> rgb(16 * 16 * 3, 200);
        std::vector<float> out(rgb.size());
        QVERIFY((*pair)->probabilities(rgb, 1, 16, 16, out));
        QVERIFY(std::abs(out[0] - 0.75F * 0.2F) < 1e-6F);
        QVERIFY(std::abs(out[256] - 0.25F) < 1e-6F);
        QVERIFY(std::abs(out[512] - 0.75F * 0.8F) < 1e-6F);
        QCOMPARE((*pair)->info().hash.size(), std::size_t{64});
        QVERIFY((*pair)->info().hash != std::string(64, 'c'));
    }
    void modelsOfDifferentPixelSizesDoNotPair()
    {
        const auto pair = PairedNetwork::create(
            std::make_shared<ConstantNetwork>(0.2F, 0.0F), std::make_shared<ConstantNetwork>(0.7F, 0.3F, 0.5));
        QVERIFY(!pair);
        QCOMPARE(pair.error().code, ErrorCode::Invalid);
    }
    void aHaematoxylinModelSeesHaematoxylinAlone()
    {
        const auto inside = std::make_shared<ConstantNetwork>(0.2F, 0.0F);
        const StainViewNetwork network(inside);
        std::vector<std::uint8_t> rgb(16 * 16 * 3), more = rgb;
        for (std::size_t i = 0; i < rgb.size(); i += 3) { // the same nuclei, with and without eosin
            test::paint(&rgb[i], test::modelTarget(), 1.0, 0.0);
            test::paint(&more[i], test::modelTarget(), 1.0, 0.6);
        }
        std::vector<float> out(rgb.size());
        QVERIFY(network.probabilities(rgb, 1, 16, 16, out));
        const auto without = inside->seen;
        QVERIFY(network.probabilities(more, 1, 16, 16, out));
        for (std::size_t i = 0; i < without.size(); ++i)
            QVERIFY(std::abs(int(without[i]) - int(inside->seen[i])) <= 3);
    }
};

QTEST_GUILESS_MAIN(TestPairedNetwork)
#include "tst_pairednetwork.moc"
