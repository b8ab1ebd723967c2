// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/ternarymap.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>
#include <opencv2/imgcodecs.hpp>

class TestTernaryMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalsTheVector()
    {
        NB_NEEDS_SHARED("vectors/ternary/labels.png");
        const cv::Mat labels = cv::imread(nb::test::sharedPath("vectors/ternary/labels.png"), cv::IMREAD_UNCHANGED);
        const cv::Mat expected
            = cv::imread(nb::test::sharedPath("vectors/ternary/ternary_4.png"), cv::IMREAD_UNCHANGED);
        nb::LabelImage image(labels.cols, labels.rows);
        for (int y = 0; y < labels.rows; ++y)
            for (int x = 0; x < labels.cols; ++x)
                image.at(x, y)
                    = labels.depth() == CV_16U ? labels.at<std::uint16_t>(y, x) : labels.at<std::uint8_t>(y, x);
        const auto ternary = nb::ternaryMap(image, 4);
        int different = 0;
        for (int y = 0; y < labels.rows; ++y)
            for (int x = 0; x < labels.cols; ++x)
                different += ternary.at(x, y) != expected.at<std::uint8_t>(y, x) ? 1 : 0;
        QCOMPARE(different, 0);
    }
    void goesOnBeyondTheEdgeAndStopsAtNeighbours()
    {
        nb::LabelImage labels(6, 3, 1);
        for (int y = 0; y < 3; ++y)
            labels.at(4, y) = labels.at(5, y) = 2;
        const auto ternary = nb::ternaryMap(labels, 1);
        QCOMPARE(int(ternary.at(0, 0)), 2);
        QCOMPARE(int(ternary.at(3, 1)), 1);
        QCOMPARE(int(ternary.at(4, 1)), 1);
        QCOMPARE(int(ternary.at(5, 1)), 2);
    }
};

QTEST_GUILESS_MAIN(TestTernaryMap)
#include "tst_ternarymap.moc"
