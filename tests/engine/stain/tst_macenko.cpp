// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/macenko.h"
#include "engine/stain/twostainfit.h"
#include "tests/support/stainpictures.h"

#include <QtTest>

using namespace nb;

class TestMacenko : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheStainsAPictureWasPaintedWith_data()
    {
        QTest::addColumn<double>("red");
        QTest::newRow("usual") << 0.651;
        QTest::newRow("bluer") << 0.75;
        QTest::newRow("paler") << 0.5;
    }
    void findsTheStainsAPictureWasPaintedWith()
    {
        QFETCH(double, red);
        const StainMatrix truth{unitVector({red, 0.701, 0.290}), unitVector({0.216, 0.801, 0.558}), {2.5, 1.5}};
        const auto stains = estimateMacenko(tissueDensities(test::tissuePicture(200, 200, truth)));
        QVERIFY(stains.ok());
        QVERIFY(angleDegrees(stains->haematoxylin, truth.haematoxylin) < 3);
        QVERIFY(angleDegrees(stains->eosin, truth.eosin) < 3);
        QVERIFY(std::abs(stains->p99[0] / 2.5 - 1) < 0.1);
        QVERIFY(std::abs(stains->p99[1] / 1.5 - 1) < 0.1);
    }
    void haematoxylinIsTheRedderAbsorber()
    {
        const StainMatrix swapped{unitVector({0.216, 0.801, 0.558}), unitVector({0.651, 0.701, 0.290}), {2.5, 1.5}};
        const auto stains = estimateMacenko(tissueDensities(test::tissuePicture(100, 100, swapped)));
        QVERIFY(stains->haematoxylin[0] > stains->eosin[0]);
    }
    void refusesWhatHoldsNoTwoStains()
    {
        QVERIFY(!estimateMacenko({}));
        const auto grey = estimateMacenko(std::vector<OpticalDensity>(1000, {1, 1, 1}));
        QVERIFY(!grey);
        QVERIFY(grey.error().code == ErrorCode::Invalid);
        QVERIFY(!grey.error().remedy.empty());
    }
};

QTEST_GUILESS_MAIN(TestMacenko)
#include "tst_macenko.moc"
