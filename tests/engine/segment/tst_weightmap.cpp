// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/weightmap.h"
#include "tests/support/sharedfiles.h"

#include <QFile>
#include <QtTest>
#include <cmath>

class TestWeightMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalsTheVectors()
    {
        NB_NEEDS_SHARED("vectors/weight_map_128.f32");
        for (const int size : {128, 96}) {
            QFile file(
                QString::fromStdString(nb::test::sharedPath("vectors/weight_map_" + std::to_string(size) + ".f32")));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const auto map = nb::weightMap(size, size);
            QCOMPARE(static_cast<std::size_t>(bytes.size()), map.pixels.size() * sizeof(float));
            std::vector<float> expected(map.pixels.size());
            std::memcpy(expected.data(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
            float worst = 0;
            for (std::size_t i = 0; i < expected.size(); ++i)
                worst = std::max(worst, std::abs(expected[i] - map.pixels[i]));
            QVERIFY2(worst <= 1e-6F, qPrintable(QString::number(worst)));
        }
    }
    void hasMeanOneAndIsPositiveForAnyShape()
    {
        const auto map = nb::weightMap(112, 256);
        double sum = 0;
        for (const float w : map.pixels) {
            QVERIFY(w > 0);
            sum += w;
        }
        QVERIFY(std::abs(sum / static_cast<double>(map.pixels.size()) - 1) < 1e-5);
    }
};

QTEST_GUILESS_MAIN(TestWeightMap)
#include "tst_weightmap.moc"
