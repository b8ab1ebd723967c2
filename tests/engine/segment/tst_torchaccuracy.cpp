// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program's accuracy on real images with truth, in both precisions: the floors of the paper's and the promises.
#include "engine/evaluate/nucleifile.h"
#include "engine/nn/network.h"
#include "engine/nn/precisionchoice.h"
#include "engine/segment/slidesegmenter.h"
#include "tests/support/sharedfiles.h"

#include <QTest>

namespace
{

constexpr int kImages[] = {1, 3, 4, 6, 8, 10, 12, 13};
constexpr double kBetweenPrecisions = 0.003;

std::optional<nb::EvaluationRates> pooledRates(nb::PrecisionChoice precision)
{
    const auto network = nb::loadNetwork(nb::test::defaultModelPath(), {precision, nb::DeviceChoice::Cpu});
    if (!network)
        return {};
    nb::NetworkScheduler scheduler(2);
    nb::EvaluationCounts pooled;
    for (const int number : kImages) {
        const std::string stem = nb::test::sharedPath(
            QString("data/mod/test/test_%1").arg(number, 2, 10, QChar('0')).toStdString());
        const auto slide = nb::openSlide(stem + ".png");
        const auto truth = nb::readNuclei(stem + ".labels.png");
        if (!slide || !truth)
            return {};
        nb::SegmentOptions options;
        options.pixelSize = nb::PixelSize{0.25, 0.25};
        const auto recipe = nb::prepareSlide(*slide, *network, options, {});
        if (!recipe)
            return {};
        nb::NucleiFile found;
        std::vector<nb::MultiPolygon> outlines;
        nb::SegmentSinks sinks;
        sinks.nuclei = [&](std::vector<nb::Nucleus> nuclei) {
            for (nb::Nucleus& nucleus : nuclei)
                outlines.push_back({nb::Polygon{std::move(nucleus.contour), {}}});
        };
        nb::Progress progress;
        const nb::Rect all{0, 0, (*slide)->info().width(), (*slide)->info().height()};
        if (!nb::segmentSlide(*recipe, scheduler, {all}, sinks, {}, progress))
            return {};
        found.nuclei = std::move(outlines);
        const auto judged = nb::evaluate(*truth, found);
        if (!judged)
            return {};
        pooled += judged->counts;
    }
    return nb::ratesOf(pooled);
}

} // namespace

class TestTorchAccuracy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNucleiOfRealImages();
    void bf16FindsThemAsWell();

private:
    std::optional<nb::EvaluationRates> m_exact;
};

void TestTorchAccuracy::findsTheNucleiOfRealImages()
{
    NB_NEEDS_SHARED("data/mod/test/test_01.png");
    m_exact = pooledRates(nb::PrecisionChoice::Fp32);
    QVERIFY(m_exact);
    qInfo("fp32: F1 %.4f, Dice %.4f, AJI %.4f, PQ %.4f", m_exact->f1, m_exact->dice, m_exact->aji, m_exact->pq);
    QVERIFY(m_exact->f1 >= 0.87);
    QVERIFY(m_exact->dice >= 0.835);
    QVERIFY(m_exact->aji >= 0.585);
    QVERIFY(m_exact->pq >= 0.605);
}

void TestTorchAccuracy::bf16FindsThemAsWell()
{
    NB_NEEDS_SHARED("data/mod/test/test_01.png");
    if (!nb::processorHasBf16())
        QSKIP("this processor cannot calculate in bf16");
    QVERIFY(m_exact);
    const auto half = pooledRates(nb::PrecisionChoice::Bf16);
    QVERIFY(half);
    qInfo("bf16: F1 %.4f, Dice %.4f, AJI %.4f, PQ %.4f", half->f1, half->dice, half->aji, half->pq);
    QVERIFY(std::abs(half->f1 - m_exact->f1) <= kBetweenPrecisions);
    QVERIFY(std::abs(half->dice - m_exact->dice) <= kBetweenPrecisions);
    QVERIFY(std::abs(half->aji - m_exact->aji) <= kBetweenPrecisions);
    QVERIFY(std::abs(half->pq - m_exact->pq) <= kBetweenPrecisions);
}

QTEST_GUILESS_MAIN(TestTorchAccuracy)
#include "tst_torchaccuracy.moc"
