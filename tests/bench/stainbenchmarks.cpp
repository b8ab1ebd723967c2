// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/defaultmodel.h"
#include "engine/nn/modelfile.h"
#include "engine/stain/slidestain.h"
#include "engine/stain/stainnormalizer.h"
#include "tests/bench/demoregion.h"
#include "tests/bench/measured.h"

#include <benchmark/benchmark.h>

namespace nb::bench
{

namespace
{

constexpr int kSide = 1000;

ModelInfo defaultModelInfo()
{
    return orThrow(readModelFile(orThrow(findDefaultModel()))).info;
}

SlideStain stainOf(const SlideSource& slide)
{
    const ModelInfo model = defaultModelInfo();
    return orThrow(decideSlideStain(
        slide, *slide.info().pixelSize, StainChoice::Vahadane, model.stainTarget, model.stainLambda, {}));
}

void setPixels(benchmark::State& state, std::size_t pixels)
{
    state.counters["pixels_per_s"]
        = benchmark::Counter(static_cast<double>(pixels), benchmark::Counter::kIsIterationInvariantRate);
}

void estimateStain(benchmark::State& state)
{
    const auto slide = demoRegion(kSide, kSide);
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(stainOf(*slide));
    }
}
BENCHMARK(estimateStain)->Unit(benchmark::kMillisecond);

void normaliseStain(benchmark::State& state)
{
    const auto slide = demoRegion(kSide, kSide);
    const StainNormalizer normalizer(stainOf(*slide));
    const RgbImage picture = orThrow(slide->read(0, {0, 0, kSide, kSide}));
    RgbImage copy = picture;
    for (auto iteration : state) {
        (void)iteration;
        copy.pixels = picture.pixels;
        normalizer.apply(copy.pixels.data(), copy.pixels.size() / 3);
        benchmark::DoNotOptimize(copy.pixels.data());
    }
    setPixels(state, picture.pixels.size() / 3);
}
BENCHMARK(normaliseStain)->Unit(benchmark::kMillisecond);

void separateStains(benchmark::State& state)
{
    const auto slide = demoRegion(kSide, kSide);
    const StainSeparation separation(stainOf(*slide).source);
    const RgbImage picture = orThrow(slide->read(0, {0, 0, kSide, kSide}));
    const std::size_t pixels = picture.pixels.size() / 3;
    std::vector<float> haematoxylin(pixels), eosin(pixels);
    for (auto iteration : state) {
        (void)iteration;
        separation.densities(picture.pixels.data(), pixels, haematoxylin.data(), eosin.data());
        benchmark::DoNotOptimize(haematoxylin.data());
    }
    setPixels(state, pixels);
}
BENCHMARK(separateStains)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace nb::bench
