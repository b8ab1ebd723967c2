// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/twostainfit.h"
#include "engine/stain/vahadane.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/stainpictures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <chrono>
#include <limits>

using namespace nb;

namespace
{

StainMatrix expected(const char* name)
{
    QFile file(QString::fromStdString(test::sharedPath("vectors/stain/expected.json")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto entry = QJsonDocument::fromJson(file.readAll()).object()[QLatin1String(name)].toObject();
    const auto columns = entry[QLatin1String("W_columns_HE")].toArray();
    StainMatrix stains;
    for (int c = 0; c < 3; ++c) {
        stains.haematoxylin[static_cast<std::size_t>(c)] = columns[0].toArray()[c].toDouble();
        stains.eosin[static_cast<std::size_t>(c)] = columns[1].toArray()[c].toDouble();
    }
    stains.p99
        = {entry[QLatin1String("p99")].toArray()[0].toDouble(), entry[QLatin1String("p99")].toArray()[1].toDouble()};
    return stains;
}

constexpr StainMatrix kTrue{{0.651, 0.701, 0.290}, {0.216, 0.801, 0.558}, {2.5, 1.5}};

} // namespace

class TestVahadane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithIndependentImplementation_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("source") << QStringLiteral("source");
        QTest::newRow("target") << QStringLiteral("target");
    }
    void agreesWithIndependentImplementation()
    {
        NB_NEEDS_SHARED("vectors/stain/expected.json");
        QFETCH(QString, name);
        const auto tissue
            = tissueDensities(test::readPicture(test::sharedPath("vectors/stain/" + name.toStdString() + ".png")));
        const auto started = std::chrono::steady_clock::now();
        const auto stains = estimateVahadane(tissue, 0.1);
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
        QVERIFY(stains.ok());
        const StainMatrix truth = expected(name.toLatin1().constData());
        const double h = angleDegrees(stains->haematoxylin, truth.haematoxylin),
                     e = angleDegrees(stains->eosin, truth.eosin);
        qInfo("%s: %.4f and %.4f degrees off, P99 %.4f and %.4f of the truth, %zu pixels in %.3f s", qPrintable(name),
            h, e, stains->p99[0] / truth.p99[0], stains->p99[1] / truth.p99[1], tissue.size(), seconds);
        QVERIFY(h < 0.1 && e < 0.1);
        QVERIFY(std::abs(stains->p99[0] / truth.p99[0] - 1) < 0.005);
        QVERIFY(std::abs(stains->p99[1] / truth.p99[1] - 1) < 0.005);
    }
    void findsTheStainsAPictureWasPaintedWith()
    {
        const auto stains = estimateVahadane(tissueDensities(test::tissuePicture(200, 200, kTrue)), 0.1);
        QVERIFY(stains.ok());
        QVERIFY(angleDegrees(stains->haematoxylin, kTrue.haematoxylin) < 3);
        QVERIFY(angleDegrees(stains->eosin, kTrue.eosin) < 3);
    }
    void samePixelsGiveTheSameStains()
    {
        const auto tissue = tissueDensities(test::tissuePicture(100, 100, kTrue));
        const auto first = estimateVahadane(tissue, 0.1), second = estimateVahadane(tissue, 0.1);
        QVERIFY(
            first->haematoxylin == second->haematoxylin && first->eosin == second->eosin && first->p99 == second->p99);
    }
    void columnsAreNonNegativeUnitVectors()
    {
        const auto stains = estimateVahadane(tissueDensities(test::tissuePicture(100, 100, kTrue)), 0.1);
        for (const auto& v : {stains->haematoxylin, stains->eosin}) {
            QVERIFY(std::abs(v[0] * v[0] + v[1] * v[1] + v[2] * v[2] - 1) < 1e-9);
            QVERIFY(v[0] >= 0 && v[1] >= 0 && v[2] >= 0);
        }
        QVERIFY(stains->haematoxylin[0] > stains->eosin[0]);
    }
    void refusesWhatHoldsNoTwoStains()
    {
        QVERIFY(!estimateVahadane({}, 0.1));
        QVERIFY(!estimateVahadane(std::vector<OpticalDensity>(99, {1, 1, 1}), 0.1));
        const auto grey = estimateVahadane(std::vector<OpticalDensity>(1000, {1, 1, 1}), 0.1);
        QVERIFY(!grey);
        QVERIFY(grey.error().code == ErrorCode::Invalid);
    }
    void refusesASenselessLambda()
    {
        const auto tissue = tissueDensities(test::tissuePicture(50, 50, kTrue));
        for (const double lambda :
            {-0.1, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
            QVERIFY(!estimateVahadane(tissue, lambda));
    }
    void fitIsTheMinimumOfThePenalisedSquares()
    {
        const TwoStainFit fit(unitVector(kTrue.haematoxylin), unitVector(kTrue.eosin), 0.1);
        const auto h = unitVector(kTrue.haematoxylin), e = unitVector(kTrue.eosin);
        std::mt19937_64 random(3);
        for (int n = 0; n < 200; ++n) {
            OpticalDensity v{};
            for (auto& x : v)
                x = static_cast<float>(static_cast<double>(random() >> 11) * 0x1p-53 * 4);
            const auto cost = [&](double a, double b) {
                double sum = 0.1 * (a + b);
                for (std::size_t c = 0; c < 3; ++c)
                    sum += std::pow(static_cast<double>(v[c]) - h[c] * a - e[c] * b, 2) / 2;
                return sum;
            };
            const auto best = fit(v);
            for (double da = -0.02; da < 0.03; da += 0.02)
                for (double db = -0.02; db < 0.03; db += 0.02)
                    QVERIFY(cost(std::max(best[0] + da, 0.0), std::max(best[1] + db, 0.0))
                        >= cost(best[0], best[1]) - 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestVahadane)
#include "tst_vahadane.moc"
