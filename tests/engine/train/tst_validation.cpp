// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/blobpicture.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/judgedcase.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace nb;

namespace
{

/// Crosses seams of the patch grid (every 352 model pixels), and its edge crosses nuclei; not a rectangle.
const MultiPolygon kRegion{Polygon{{{301, 283}, {611, 301}, {583, 555}, {290, 520}}, {}}};

/// What it finds depends on where in its patch a pixel lies: another patch grid gives other nuclei.
class GridNetwork : public test::FakeNetwork
{
public:
    [[nodiscard]] Status probabilities(
        std::span<const std::uint8_t> rgb, int count, int width, int height, std::span<float> out) const override
    {
        Status status = FakeNetwork::probabilities(rgb, count, width, height, out);
        const std::size_t plane = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
        for (std::size_t n = 0; n < static_cast<std::size_t>(count); ++n)
            for (std::size_t i = 0; i < plane; ++i)
                if (i % static_cast<std::size_t>(width) / 40 % 3 == 0) {
                    float* const to = out.data() + 3 * n * plane + i;
                    to[0] += to[2 * plane];
                    to[2 * plane] = 0;
                }
        return status;
    }
};

} // namespace

class TestValidation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRegionIsJudgedAsASearchOfItsSlideIs()
    {
        QTemporaryDir folder;
        const test::JudgedCase judged(folder.path().toStdString(), test::blobPicture(900, 800, 4), {0.25, 0.25},
            kRegion, std::make_shared<GridNetwork>());
        const EvaluationCounts verdict = judged.verdict(), evaluation = judged.evaluation();
        QVERIFY(evaluation.matched > 10 && evaluation.unmatchedPrediction() > 2);
        QCOMPARE(verdict.truth, evaluation.truth);
        QCOMPARE(verdict.prediction, evaluation.prediction);
        QCOMPARE(verdict.matched, evaluation.matched);
        QCOMPARE(verdict.unmatchedTruth(), evaluation.unmatchedTruth());
        QCOMPARE(verdict.unmatchedPrediction(), evaluation.unmatchedPrediction());
        QCOMPARE(verdict.commonPixels, evaluation.commonPixels);
        QCOMPARE(verdict.ajiUnion, evaluation.ajiUnion);
        QCOMPARE(ratesOf(verdict).f1, ratesOf(evaluation).f1);
    }
    void aModelThatIsEvaluatedGetsTheVerdictsFigures()
    {
        QTemporaryDir folder;
        const test::JudgedCase judged(folder.path().toStdString(), test::blobPicture(900, 800, 4), {0.25, 0.25},
            kRegion, std::make_shared<GridNetwork>());
        const EvaluationCounts verdict = judged.verdict(), evaluation = judged.modelEvaluation();
        QVERIFY(verdict.matched > 10 && verdict.unmatchedPrediction() > 2);
        QCOMPARE(evaluation.truth, verdict.truth);
        QCOMPARE(evaluation.prediction, verdict.prediction);
        QCOMPARE(evaluation.matched, verdict.matched);
        QCOMPARE(evaluation.unmatchedTruth(), verdict.unmatchedTruth());
        QCOMPARE(evaluation.unmatchedPrediction(), verdict.unmatchedPrediction());
        QCOMPARE(evaluation.commonPixels, verdict.commonPixels);
        QCOMPARE(evaluation.ajiUnion, verdict.ajiUnion);
        QCOMPARE(ratesOf(evaluation).pq, ratesOf(verdict).pq);
    }
    void whatLiesInSeveralAreasIsFoundOnce()
    {
        QTemporaryDir folder;
        const test::JudgedCase judged(folder.path().toStdString(), test::blobPicture(900, 800, 4), {0.25, 0.25},
            kRegion, std::make_shared<GridNetwork>());
        const Rect box{300, 280, 310, 280}, half{300, 280, 200, 280}, outside{5000, 0, 10, 10};
        Progress progress;
        const std::size_t once = judged.foundIn({box}, progress);
        QVERIFY(once > 10);
        QCOMPARE(judged.foundIn({box, half, outside}, progress), once);
        QVERIFY(progress.total > 0);
        QCOMPARE(progress.done.load(), progress.total.load());
    }
    void atAnotherPixelSizeTheFiguresAreClose()
    {
        QTemporaryDir folder;
        const test::JudgedCase judged(folder.path().toStdString(), test::blobPicture(900, 800, 5), {0.2, 0.2}, kRegion,
            std::make_shared<GridNetwork>());
        const EvaluationRates verdict = ratesOf(judged.verdict()), evaluation = ratesOf(judged.evaluation());
        QVERIFY(evaluation.f1 > 0.5);
        QVERIFY2(std::abs(verdict.f1 - evaluation.f1) < 0.02,
            qPrintable(QStringLiteral("%1 %2").arg(verdict.f1).arg(evaluation.f1)));
        QVERIFY(std::abs(verdict.dice - evaluation.dice) < 0.03);
    }
    void aRegionAtTheSlidesCornerIsJudgedAlike()
    {
        QTemporaryDir folder;
        const MultiPolygon corner{Polygon{{{600, 500}, {900, 500}, {900, 800}, {600, 800}}, {}}};
        const test::JudgedCase judged(folder.path().toStdString(), test::blobPicture(900, 800, 6), {0.25, 0.25}, corner,
            std::make_shared<GridNetwork>());
        const EvaluationCounts verdict = judged.verdict(), evaluation = judged.evaluation();
        QCOMPARE(verdict.matched, evaluation.matched);
        QCOMPARE(verdict.prediction, evaluation.prediction);
        QCOMPARE(verdict.commonPixels, evaluation.commonPixels);
    }
};

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
