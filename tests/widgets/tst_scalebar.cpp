// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scalebar.h"

#include <QRandomGenerator>
#include <QtTest>
#include <cmath>

using nb::ScaleBar;
using nb::scaleBarLength;

class TestScaleBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthsAreRound_data();
    void lengthsAreRound();
    void theDrawnBarIsAsLongAsItSays();
    void nonsenseShowsNothing();
};

void TestScaleBar::lengthsAreRound_data()
{
    QTest::addColumn<double>("perPixel");
    QTest::addColumn<bool>("inPixels");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("screen");
    QTest::newRow("40x, one to one") << 0.25 << false << "20 µm" << 80.0;
    QTest::newRow("just fits") << 100.0 / 160 << false << "100 µm" << 160.0;
    QTest::newRow("far") << 20.0 << false << "2 mm" << 100.0;
    QTest::newRow("near") << 0.004 << false << "500 nm" << 125.0;
    QTest::newRow("unknown pixel size") << 3.0 << true << "200 px" << 200.0 / 3;
}

void TestScaleBar::lengthsAreRound()
{
    QFETCH(double, perPixel);
    QFETCH(bool, inPixels);
    QFETCH(QString, text);
    QFETCH(double, screen);
    const auto length = scaleBarLength(perPixel, 160, inPixels);
    QCOMPARE(length.text, text);
    QVERIFY(std::abs(length.screenPixels - screen) < 1e-9);
}

void TestScaleBar::theDrawnBarIsAsLongAsItSays()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 20; ++i) {
        const double perPixel = std::exp(random.bounded(9.0) - 4);
        ScaleBar bar;
        bar.setScale(perPixel, false);
        QImage picture(bar.sizeHint(), QImage::Format_RGB32);
        picture.fill(Qt::white);
        bar.resize(bar.sizeHint());
        bar.render(&picture);
        // The row of the bar itself: from its first dark pixel to its last.
        const int row = picture.height() - 10;
        int first = -1, last = -1;
        for (int x = 0; x < picture.width(); ++x)
            if (qGray(picture.pixel(x, row)) < 140) {
                first = first < 0 ? x : first;
                last = x;
            }
        const double micrometres = bar.length().value;
        QVERIFY2(std::abs((last - first + 1) - micrometres / perPixel) <= 1,
            qPrintable(QStringLiteral("%1 for %2 at %3").arg(last - first + 1).arg(bar.length().text).arg(perPixel)));
    }
}

void TestScaleBar::nonsenseShowsNothing()
{
    for (const double perPixel : {0.0, -1.0, std::nan(""), HUGE_VAL})
        QVERIFY(scaleBarLength(perPixel, 160, false).text.isEmpty());
}

QTEST_MAIN(TestScaleBar)
#include "tst_scalebar.moc"
