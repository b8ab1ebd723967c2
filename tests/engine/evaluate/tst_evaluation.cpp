// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/evaluation.h"

#include "engine/io/labelimage.h"
#include "tests/support/sharedfiles.h"

#include <QtTest>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using nb::Finding;
using nb::LabelImage;

namespace
{

void fill(LabelImage& image, int x, int y, int width, int height, std::uint32_t label)
{
    for (int row = y; row < y + height; ++row)
        std::fill_n(image.row(row) + x, width, label);
}

nb::MultiPolygon box(double x, double y, double width, double height)
{
    return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, {}}};
}

QVariantMap countsAsExpected(const nb::EvaluationCounts& c)
{
    const auto n = [](std::int64_t value) { return QVariant(static_cast<double>(value)); };
    return {{"TP", n(c.matched)}, {"FN", n(c.unmatchedTruth())}, {"FP", n(c.unmatchedPrediction())},
        {"MD", n(c.missed)}, {"US", n(c.merged)}, {"FD", n(c.falseDetections)}, {"OS", n(c.split)},
        {"aji_inter", n(c.ajiIntersection)}, {"aji_union", n(c.ajiUnion)}, {"pq_tp", n(c.pqMatched)},
        {"truth", n(c.truth)}, {"pred", n(c.prediction)}, {"pix", n(c.commonPixels)}, {"pix_t", n(c.truthPixels)},
        {"pix_p", n(c.predictionPixels)}, {"dice_sum", c.diceSum}, {"pq_iou", c.pqIouSum}};
}

QVariantMap ratesAsExpected(const nb::EvaluationRates& r)
{
    return {{"precision", r.precision}, {"recall", r.recall}, {"f1", r.f1}, {"dice", r.dice},
        {"mdr", r.missedDetection}, {"fdr", r.falseDetection}, {"usr", r.underSegmentation},
        {"osr", r.overSegmentation}, {"aji", r.aji}, {"pq", r.pq}, {"dq", r.dq}, {"sq", r.sq},
        {"pixel_dice", r.pixelDice}};
}

void compare(const QVariantMap& ours, const QJsonObject& expected, double tolerance)
{
    QCOMPARE(ours.size(), expected.size());
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        QVERIFY2(expected.contains(it.key()), qPrintable(it.key()));
        const double is = it.value().toDouble(), shouldBe = expected[it.key()].toDouble();
        QVERIFY2(std::abs(is - shouldBe) <= tolerance,
            qPrintable(QString("%1: %2, not %3").arg(it.key()).arg(is, 0, 'g', 17).arg(shouldBe, 0, 'g', 17)));
    }
}

} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheVectors();
    void pooledRatesComeFromSummedCounts();
    void namesMergedAndSplitNuclei();
    void pairsUnderTwentyPercentDoNotMatch();
    void tiesGoToTheSmallerLabels();
    void refusesImagesOfDifferentSize();
    void polygonsScoreAsTheirPixels();
    void comparesOnlyInTheArea();
    void stopsWhenAsked();
};

void TestEvaluation::agreesWithTheVectors()
{
    NB_NEEDS_SHARED("vectors/metrics/expected.json");
    QFile file(QString::fromStdString(nb::test::sharedPath("vectors/metrics/expected.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(all.size() >= 7);
    for (const QString& name : all.keys()) {
        const std::string base = nb::test::sharedPath("vectors/metrics/") + name.toStdString();
        const auto truth = nb::readLabelImage(base + ".truth.png"), prediction = nb::readLabelImage(base + ".pred.png");
        QVERIFY2(truth.ok() && prediction.ok(), qPrintable(name));
        const auto evaluation = nb::evaluate(*truth, *prediction);
        QVERIFY(evaluation.ok());
        const QJsonObject expected = all[name].toObject();
        compare(countsAsExpected(evaluation->counts), expected["counts"].toObject(), 1e-9);
        compare(ratesAsExpected(nb::ratesOf(evaluation->counts)), expected["rates"].toObject(), 1e-9);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable("in " + name));
    }
}

void TestEvaluation::pooledRatesComeFromSummedCounts()
{
    LabelImage truth(30, 10), found(30, 10), nothing(30, 10);
    fill(truth, 0, 0, 10, 10, 1);
    fill(truth, 20, 0, 10, 10, 2);
    fill(found, 0, 0, 10, 5, 1);
    nb::EvaluationCounts pooled = nb::evaluate(truth, found)->counts;
    pooled += nb::evaluate(truth, nothing)->counts;
    const nb::EvaluationRates rates = nb::ratesOf(pooled);
    QCOMPARE(rates.precision, 1.0);
    QCOMPARE(rates.recall, 0.25);
    QCOMPARE(rates.dice, 100.0 / 150.0);
    QCOMPARE(rates.aji, 50.0 / 400.0);
    QCOMPARE(rates.missedDetection, 0.75);
    QCOMPARE(rates.pixelDice, 100.0 / 450.0);
    QCOMPARE(rates.pq, 0.0); // an IoU of exactly one half is not enough
}

void TestEvaluation::namesMergedAndSplitNuclei()
{
    LabelImage truth(60, 20), prediction(60, 20);
    fill(truth, 0, 0, 12, 10, 5); // these two are predicted as one
    fill(truth, 12, 0, 8, 10, 7);
    fill(prediction, 0, 0, 20, 10, 3);
    fill(truth, 30, 0, 20, 10, 8); // this one in two pieces
    fill(prediction, 30, 0, 12, 10, 4);
    fill(prediction, 42, 0, 8, 10, 6);
    fill(truth, 0, 15, 5, 5, 9); // missed
    fill(prediction, 40, 15, 5, 5, 2); // false
    const auto evaluation = nb::evaluate(truth, prediction);
    QVERIFY(evaluation.ok());
    const auto& judgedTruth = evaluation->matching.truth;
    const auto& judgedPrediction = evaluation->matching.prediction;
    QCOMPARE(judgedTruth.size(), std::size_t{4});
    QCOMPARE(judgedPrediction.size(), std::size_t{4});
    const auto verdict = [](const nb::JudgedNucleus& n) { return std::tuple(n.label, n.finding, n.other); };
    QCOMPARE(verdict(judgedTruth[0]), std::tuple(5U, Finding::Matched, 3U));
    QCOMPARE(verdict(judgedTruth[1]), std::tuple(7U, Finding::Merged, 3U));
    QCOMPARE(verdict(judgedTruth[2]), std::tuple(8U, Finding::Matched, 4U));
    QCOMPARE(verdict(judgedTruth[3]), std::tuple(9U, Finding::Missed, 0U));
    QCOMPARE(verdict(judgedPrediction[0]), std::tuple(2U, Finding::False, 0U));
    QCOMPARE(verdict(judgedPrediction[1]), std::tuple(3U, Finding::Matched, 5U));
    QCOMPARE(verdict(judgedPrediction[2]), std::tuple(4U, Finding::Matched, 8U));
    QCOMPARE(verdict(judgedPrediction[3]), std::tuple(6U, Finding::Split, 8U));
    QCOMPARE(judgedTruth[0].dice, 240.0 / 320.0);
    const nb::EvaluationRates rates = nb::ratesOf(evaluation->counts);
    QCOMPARE(rates.missedDetection, 1.0 / 4);
    QCOMPARE(rates.underSegmentation, 1.0 / 3);
    QCOMPARE(rates.falseDetection, 1.0 / 4);
    QCOMPARE(rates.overSegmentation, 1.0 / 3);
}

void TestEvaluation::pairsUnderTwentyPercentDoNotMatch()
{
    LabelImage truth(100, 1), exactly(100, 1), under(100, 1);
    fill(truth, 0, 0, 50, 1, 1);
    fill(exactly, 40, 0, 50, 1, 1); // 2·10/100
    fill(under, 41, 0, 50, 1, 1); // 2·9/100
    QCOMPARE(nb::evaluate(truth, exactly)->counts.matched, 1);
    QCOMPARE(nb::evaluate(truth, under)->counts.matched, 0);
}

void TestEvaluation::tiesGoToTheSmallerLabels()
{
    LabelImage truth(40, 1), prediction(40, 1);
    fill(truth, 10, 0, 20, 1, 1);
    fill(prediction, 0, 0, 20, 1, 9);
    fill(prediction, 20, 0, 20, 1, 4);
    const auto evaluation = nb::evaluate(truth, prediction);
    QCOMPARE(evaluation->matching.truth[0].other, 4U);
    const auto swapped = nb::evaluate(prediction, truth);
    QCOMPARE(swapped->matching.prediction[0].other, 4U);
}

void TestEvaluation::refusesImagesOfDifferentSize()
{
    const auto evaluation = nb::evaluate(LabelImage(10, 10), LabelImage(10, 11));
    QVERIFY(!evaluation.ok());
    QCOMPARE(evaluation.error().code, nb::ErrorCode::Invalid);
}

void TestEvaluation::polygonsScoreAsTheirPixels()
{
    const std::vector<nb::MultiPolygon> truth{box(0, 0, 10, 10), box(20, 0, 10, 10)};
    const std::vector<nb::MultiPolygon> prediction{box(100, 100, 0.2, 0.2), box(0.4, 0, 10, 10), box(25, 0, 5, 10)};
    const auto evaluation = nb::evaluate(truth, prediction);
    QVERIFY(evaluation.ok());
    QCOMPARE(evaluation->counts.prediction, 2); // the first holds no pixel centre
    QCOMPARE(evaluation->counts.matched, 2);
    QCOMPARE(evaluation->matching.truth[0].other, 2U);
    QCOMPARE(evaluation->matching.truth[0].dice, 1.0);
    QCOMPARE(evaluation->matching.truth[1].dice, 100.0 / 150.0);
}

void TestEvaluation::comparesOnlyInTheArea()
{
    const std::vector<nb::MultiPolygon> truth{box(0, 0, 10, 10)}, prediction{box(0, 0, 10, 10), box(50, 50, 10, 10)};
    QCOMPARE(nb::evaluate(truth, prediction)->counts.falseDetections, 1);
    const auto inside = nb::evaluate(truth, prediction, nb::Rect{0, 0, 20, 20});
    QCOMPARE(inside->counts.falseDetections, 0);
    QCOMPARE(inside->counts.matched, 1);
}

void TestEvaluation::stopsWhenAsked()
{
    nb::CancelSource source;
    source.cancel();
    const auto evaluation = nb::evaluate(LabelImage(10, 10), LabelImage(10, 10), source.token());
    QVERIFY(!evaluation.ok());
    QCOMPARE(evaluation.error().code, nb::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
