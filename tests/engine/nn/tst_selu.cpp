// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/selu.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <vector>

namespace
{

double exact(double x)
{
    constexpr double kLambda = 1.0507009873554805, kAlpha = 1.6732632423543772;
    return x > 0 ? kLambda * x : kLambda * kAlpha * std::expm1(x);
}

std::uint16_t asBf16(float value) // of a number that bf16 holds exactly
{
    return static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(value) >> 16);
}

float fromBf16(std::uint16_t value)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16);
}

} // namespace

class TestSelu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheFunction();
    void doesNotDependOnThePlace();
    void bf16IsTheNearest();
    void infinitiesAndNoNumbers();
};

void TestSelu::isTheFunction()
{
    std::vector<float> x;
    for (double v = -120; v < 20; v += 0.00137)
        x.push_back(static_cast<float>(v));
    x.insert(x.end(), {0.0F, -0.0F, -1e-8F, -1e-20F, 1e-8F, -1e30F, 1e30F});
    std::vector<float> y = x;
    nb::seluInPlace(y.data(), y.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double want = exact(static_cast<double>(x[i])), error = std::abs(static_cast<double>(y[i]) - want);
        QVERIFY2(error <= 1e-6 * std::max(1.0, std::abs(want)), qPrintable(QString::number(static_cast<double>(x[i]))));
    }
}

void TestSelu::doesNotDependOnThePlace()
{
    std::vector<float> x(67);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>(i) * 0.31F - 12.0F;
    std::vector<float> together = x;
    nb::seluInPlace(together.data(), together.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        float alone = x[i];
        nb::seluInPlace(&alone, 1);
        QCOMPARE(std::bit_cast<std::uint32_t>(alone), std::bit_cast<std::uint32_t>(together[i]));
    }
}

void TestSelu::bf16IsTheNearest()
{
    for (float v = -8.0F; v < 8.0F; v += 0.0625F) {
        std::uint16_t value = asBf16(v);
        nb::seluInPlaceBf16(&value, 1);
        const double want = exact(static_cast<double>(v)), got = static_cast<double>(fromBf16(value));
        QVERIFY2(std::abs(got - want) <= std::abs(want) / 256 + 1e-6, qPrintable(QString::number(static_cast<double>(v))));
    }
}

void TestSelu::infinitiesAndNoNumbers()
{
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    std::vector<float> x{kInfinity, -kInfinity, std::numeric_limits<float>::quiet_NaN()};
    std::vector<std::uint16_t> half{asBf16(x[0]), asBf16(x[1]), asBf16(x[2])};
    nb::seluInPlace(x.data(), x.size());
    QVERIFY(std::isinf(x[0]) && std::abs(x[1] + 1.7580993F) < 1e-5F && std::isnan(x[2]));
    nb::seluInPlaceBf16(half.data(), half.size());
    QVERIFY(std::isinf(fromBf16(half[0])) && std::isnan(fromBf16(half[2])));
}

QTEST_GUILESS_MAIN(TestSelu)
#include "tst_selu.moc"
