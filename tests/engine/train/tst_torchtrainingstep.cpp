// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/nblayers.h"
#include "engine/train/trainingstep.h"
#include "tests/support/trainingpictures.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace nb;

namespace
{

TrainingSettings exact()
{
    TrainingSettings settings;
    settings.patch = 32;
    settings.batch = 2;
    settings.dropout = 0;
    settings.averaging = 0;
    settings.precision = PrecisionChoice::Fp32;
    settings.threads = 1;
    settings.seed = 3;
    return settings;
}

ModelFile empty(int width)
{
    return {test::recipeOf(width), {}};
}

TrainingBatch batchOf(const TrainingSettings& settings, const Augmentation& augmentation = Augmentation::none())
{
    SampleRecipe recipe;
    recipe.pictures = {test::dottedPicture(64)};
    recipe.patch = settings.patch;
    recipe.augmentation = augmentation;
    recipe.model = test::recipeOf(4);
    BatchFeed feed(std::make_shared<SampleMaker>(recipe), {settings.batch, 10, 0});
    return std::move(feed.next().value());
}

std::unique_ptr<TrainingStep> stepOf(const ModelFile& model, const TrainingSettings& settings)
{
    auto step = makeTrainingStep(model, settings);
    return step ? std::move(*step) : nullptr;
}

double lossOf(const WeightMap& weights, const TrainingSettings& settings, const TrainingBatch& batch)
{
    return stepOf({test::recipeOf(2), weights}, settings)->gradient(batch)->loss;
}

} // namespace

class TestTorchTrainingStep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void gradientAgreesWithFiniteDifferences()
    {
        const TrainingSettings settings = exact();
        TrainingBatch batch = batchOf(settings);
        std::fill_n(batch.target.begin() + 300, 200, kUnknownTarget);
        const auto step = stepOf(empty(2), settings);
        const WeightMap weights = step->currentWeights();
        const auto analytic = step->gradient(batch);
        QVERIFY(analytic);
        int checked = 0;
        for (const auto& [name, tensor] : analytic->gradient) {
            // the largest component of each layer: differences of small ones drown in rounding
            const auto most = static_cast<std::size_t>(std::max_element(tensor.values.begin(), tensor.values.end(),
                                                           [](float a, float b) { return std::abs(a) < std::abs(b); })
                - tensor.values.begin());
            const double expected = static_cast<double>(tensor.values[most]);
            if (std::abs(expected) < 1e-3)
                continue;
            constexpr float kDelta = 2e-3F;
            WeightMap up = weights, down = weights;
            up[name].values[most] += kDelta;
            down[name].values[most] -= kDelta;
            const double measured
                = (lossOf(up, settings, batch) - lossOf(down, settings, batch)) / (2.0 * static_cast<double>(kDelta));
            QVERIFY2(std::abs(measured - expected) < 0.03 * std::abs(expected) + 2e-4,
                qPrintable(QString("%1: %2 for %3").arg(QString::fromStdString(name)).arg(measured).arg(expected)));
            ++checked;
        }
        QVERIFY2(checked > 20, qPrintable(QString::number(checked)));
    }
    void learnsOneBatchByHeart()
    {
        TrainingSettings settings = exact();
        settings.patch = 64;
        const TrainingBatch batch = batchOf(settings);
        const auto step = stepOf(empty(8), settings);
        double loss = 1;
        for (int i = 0; i < 600 && loss >= 0.05; ++i)
            loss = step->advance(batch, 3e-3, 0).value();
        QVERIFY2(loss < 0.05, qPrintable(QString::number(loss)));
    }
    void learnsInBf16Too()
    {
        TrainingSettings settings = exact();
        settings.precision = PrecisionChoice::Bf16;
        settings.dropout = 0.1;
        const TrainingBatch batch = batchOf(settings);
        const auto step = stepOf(empty(4), settings);
        const double first = step->advance(batch, 3e-3, 0).value();
        double last = first;
        for (int i = 1; i < 60; ++i)
            last = step->advance(batch, 3e-3, static_cast<std::uint64_t>(i)).value();
        QVERIFY2(last < 0.7 * first, qPrintable(QString("%1 from %2").arg(last).arg(first)));
    }
    void letsOthersInBetweenLayersForwardAndBack()
    {
        const auto step = stepOf(empty(2), exact());
        std::size_t times = 0;
        step->setBetweenLayers([&times] { ++times; });
        QVERIFY(step->advance(batchOf(exact()), 1e-3, 0));
        QCOMPARE(times, 2 * (nbLayers(2).size() - 1)); // all but the head
    }
    void whatIsNotKnownHasNoPartInTheLoss()
    {
        const TrainingSettings settings = exact();
        TrainingBatch batch = batchOf(settings);
        std::fill_n(batch.target.begin(), batch.target.size() / 2, kUnknownTarget);
        TrainingBatch other = batch; // the known picture is the same, the unknown one says something else
        const auto step = stepOf(empty(2), settings);
        for (std::size_t i = 0; i < other.rgb.size() / 2; ++i)
            other.rgb[i] = static_cast<std::uint8_t>(255 - other.rgb[i]);
        const auto a = step->gradient(batch), b = step->gradient(other);
        QVERIFY(std::abs(a->loss - b->loss) < 1e-5);
        std::fill(batch.target.begin(), batch.target.end(), kUnknownTarget);
        const WeightMap before = step->currentWeights();
        const auto nothing = step->advance(batch, 1e-2, 0);
        QVERIFY(nothing);
        QCOMPARE(*nothing, 0.0);
        const WeightMap after = step->currentWeights();
        for (const auto& [name, tensor] : before)
            QVERIFY2(tensor.values == after.at(name).values, name.c_str());
    }
    void theWeightMapMakesTheMiddleCount()
    {
        TrainingSettings settings = exact();
        const TrainingBatch batch = batchOf(settings);
        const double weighted = stepOf(empty(2), settings)->gradient(batch)->loss;
        settings.weightMap = false;
        const double even = stepOf(empty(2), settings)->gradient(batch)->loss;
        QVERIFY(std::abs(weighted - even) > 1e-4);
    }
    void glorotWeightsAndZeroBiases()
    {
        const WeightMap weights = stepOf(empty(8), exact())->currentWeights();
        for (const NbLayer& layer : nbLayers(8)) {
            const auto& values = weights.at(layer.name + ".weight").values;
            const double bound = std::sqrt(6.0 / (layer.kernel * layer.kernel * (layer.in + layer.out)));
            double most = 0;
            for (const float v : values)
                most = std::max(most, std::abs(static_cast<double>(v)));
            QVERIFY(most <= bound && most > 0.8 * bound);
            for (const float v : weights.at(layer.name + ".bias").values)
                QCOMPARE(v, 0.0F);
        }
    }
    void aFrozenEncoderStays()
    {
        TrainingSettings settings = exact();
        settings.freezeEncoder = true;
        const auto step = stepOf(empty(2), settings);
        const WeightMap before = step->currentWeights();
        QVERIFY(step->advance(batchOf(settings), 1e-2, 0));
        const WeightMap after = step->currentWeights();
        QVERIFY(before.at("enc1.conv1.weight").values == after.at("enc1.conv1.weight").values);
        QVERIFY(before.at("dec1.conv1.weight").values != after.at("dec1.conv1.weight").values);
    }
    void heldToItsParentItStaysNearer()
    {
        TrainingSettings settings = exact();
        const TrainingBatch batch = batchOf(settings);
        const auto parent = stepOf(empty(4), settings);
        for (int i = 0; i < 100; ++i)
            QVERIFY(parent->advance(batch, 3e-3, 0));
        TrainingBatch unknown = batch; // half known and contradicting, half unknown
        std::fill_n(unknown.target.begin(), unknown.target.size() / 2, std::uint8_t{0});
        std::fill(unknown.target.begin() + static_cast<long>(unknown.target.size() / 2), unknown.target.end(),
            kUnknownTarget);
        const auto drift = [&](double distillation) {
            settings.distillation = distillation;
            const auto step = stepOf({test::recipeOf(4), parent->currentWeights()}, settings);
            for (int i = 0; i < 30; ++i)
                if (!step->advance(unknown, 1e-3, 0))
                    return -1.0;
            return step->gradient(batch)->loss;
        };
        const double free = drift(0), held = drift(5);
        QVERIFY2(held < free, qPrintable(QString("%1 %2").arg(held).arg(free)));
    }
    void weightsThatAreNoNumbersStopIt()
    {
        const TrainingSettings settings = exact();
        const auto step = stepOf(empty(2), settings);
        TrainingState state = step->state();
        state.weights.at("dec1.conv1.weight").values[0] = std::numeric_limits<float>::quiet_NaN();
        step->restore(state);
        const auto loss = step->advance(batchOf(settings), 1e-3, 0);
        QVERIFY(!loss);
        QCOMPARE(loss.error().code, ErrorCode::Invalid);
        QVERIFY(!loss.error().remedy.empty());
    }
};

QTEST_GUILESS_MAIN(TestTorchTrainingStep)
#include "tst_torchtrainingstep.moc"
