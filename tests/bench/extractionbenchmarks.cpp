// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/defaultmodel.h"
#include "engine/segment/tileextraction.h"
#include "tests/bench/demomaps.h"
#include "tests/bench/demoregion.h"
#include "tests/bench/measured.h"

#include <benchmark/benchmark.h>

namespace nb::bench
{

namespace
{

constexpr int kSide = 1000;

struct Prepared {
    std::shared_ptr<const SlideRecipe> recipe;
    MapWindow window;
    ExtractionRecipe extraction;
};

Prepared prepared()
{
    const auto network = orThrow(loadNetwork(orThrow(findDefaultModel()), {}));
    Prepared all;
    all.recipe = orThrow(prepareSlide(demoRegion(kSide, kSide), network, {}, {}));
    NetworkScheduler scheduler(1);
    all.window = mapsOf(all.recipe, scheduler);
    all.extraction = extractionRecipeOf(network->info());
    return all;
}

/// Components, growth, no outlines.
void componentsOfMaps(benchmark::State& state)
{
    static const Prepared all = prepared(); // Google Benchmark calls this several times
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(
            findComponents(all.window.inside, all.window.background, all.window.area, all.extraction));
    }
}
BENCHMARK(componentsOfMaps)->Unit(benchmark::kMillisecond);

/// From maps to measured nuclei.
void nucleiOfMaps(benchmark::State& state)
{
    static const Prepared all = prepared(); // Google Benchmark calls this several times
    std::size_t nuclei = 0;
    for (auto iteration : state) {
        (void)iteration;
        nuclei = extractTile(*all.recipe, all.window, all.window.area, all.window.area, all.extraction).nuclei.size();
    }
    state.counters["nuclei"] = static_cast<double>(nuclei);
}
BENCHMARK(nucleiOfMaps)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace nb::bench
