// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/cpubudget.h"
#include "engine/demo/demotissue.h"
#include "engine/evaluate/evaluation.h"
#include "engine/segment/slidesegmenter.h"
#include "tests/support/fakeslide.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/thresholdwatershed.h"

#include <QtTest>

namespace
{

using nb::DemoTissue;

constexpr std::int64_t kSide = 1200;

/// The nuclei that a program finds in a demo slide, against the truth.
nb::EvaluationCounts networkOn(const DemoTissue& tissue, const std::shared_ptr<const nb::Network>& network)
{
    const nb::Rect all{0, 0, tissue.width(), tissue.height()};
    const auto slide = std::make_shared<nb::test::FakeSlide>(tissue.render(all), 4);
    const auto recipe = nb::prepareSlide(slide, network, {}, {});
    if (!recipe)
        qFatal("%s", recipe.error().message().c_str());
    std::vector<nb::MultiPolygon> found, truth;
    nb::SegmentSinks sinks;
    sinks.nuclei = [&](std::vector<nb::Nucleus> nuclei) {
        for (nb::Nucleus& nucleus : nuclei)
            found.push_back({{std::move(nucleus.contour), {}}});
    };
    nb::NetworkScheduler scheduler(nb::cpuBudget());
    nb::Progress progress;
    if (const auto done = nb::segmentSlide(*recipe, scheduler, {all}, sinks, {}, progress); !done)
        qFatal("%s", done.error().message().c_str());
    for (nb::Nucleus& nucleus : tissue.truth(all).nuclei)
        truth.push_back({{std::move(nucleus.contour), {}}});
    const auto evaluation = nb::evaluate(truth, found);
    if (!evaluation)
        qFatal("%s", evaluation.error().message().c_str());
    return evaluation->counts;
}

nb::EvaluationCounts thresholdOn(const DemoTissue& tissue)
{
    const nb::Rect all{0, 0, tissue.width(), tissue.height()};
    const auto labels = nb::test::thresholdWatershed(tissue.render(all), nb::stainSet(tissue.stain()));
    const auto evaluation = nb::evaluate(tissue.truth(all).labels, labels);
    if (!evaluation)
        qFatal("%s", evaluation.error().message().c_str());
    return evaluation->counts;
}

} // namespace

class TestTorchDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultModelFindsItsNucleiWhereAThresholdDoesNot();
};

void TestTorchDemo::theDefaultModelFindsItsNucleiWhereAThresholdDoesNot()
{
    const auto network = nb::loadNetwork(nb::test::defaultModelPath(), {});
    QVERIFY2(network.ok(), network ? "" : network.error().message().c_str());
    nb::EvaluationCounts byNetwork, byThreshold;
    for (const std::uint64_t seed : {11U, 13U, 14U, 15U}) {
        const DemoTissue tissue(kSide, kSide, seed, 0);
        const nb::EvaluationCounts one = networkOn(tissue, *network), other = thresholdOn(tissue);
        qInfo("seed %d: network F1 %.3f (precision %.2f, recall %.2f), threshold F1 %.3f, %d nuclei",
            static_cast<int>(seed), nb::ratesOf(one).f1, nb::ratesOf(one).precision, nb::ratesOf(one).recall,
            nb::ratesOf(other).f1, static_cast<int>(one.truth));
        byNetwork += one;
        byThreshold += other;
    }
    const nb::EvaluationRates found = nb::ratesOf(byNetwork), plain = nb::ratesOf(byThreshold);
    const QString figures
        = QStringLiteral("network F1 %1, Dice %2, AJI %3; threshold F1 %4, Dice %5, AJI %6; %7 nuclei")
              .arg(found.f1, 0, 'f', 3)
              .arg(found.dice, 0, 'f', 3)
              .arg(found.aji, 0, 'f', 3)
              .arg(plain.f1, 0, 'f', 3)
              .arg(plain.dice, 0, 'f', 3)
              .arg(plain.aji, 0, 'f', 3)
              .arg(byNetwork.truth);
    qInfo("%s", qPrintable(figures));
    QVERIFY(byNetwork.truth > 500);
    QVERIFY2(found.f1 >= 0.80, qPrintable(figures));
    QVERIFY2(plain.f1 <= found.f1 - 0.15, qPrintable(figures));
}

QTEST_GUILESS_MAIN(TestTorchDemo)
#include "tst_torchdemo.moc"
