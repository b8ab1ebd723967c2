// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/defaultmodel.h"
#include "engine/nn/network.h"
#include "tests/bench/demoregion.h"
#include "tests/bench/measured.h"

#include <benchmark/benchmark.h>

namespace nb::bench
{

namespace
{

/// One patch on one thread.
void forwardPass(benchmark::State& state, PrecisionChoice precision)
{
    const auto network = loadNetwork(orThrow(findDefaultModel()), {precision, DeviceChoice::Cpu});
    if (!network) {
        state.SkipWithError(network.error().message().c_str());
        return;
    }
    const int side = static_cast<int>(state.range(0));
    const RgbImage picture = orThrow(demoRegion(side, side)->read(0, {0, 0, side, side}));
    std::vector<float> out(picture.pixels.size());
    for (auto iteration : state) {
        (void)iteration;
        orThrow((*network)->probabilities(picture.pixels, 1, side, side, out));
    }
    state.counters["pixels_per_s"]
        = benchmark::Counter(static_cast<double>(side) * side, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK_CAPTURE(forwardPass, fp32, PrecisionChoice::Fp32)
    ->Arg(128)
    ->Arg(256)
    ->Arg(512)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(forwardPass, bf16, PrecisionChoice::Bf16)
    ->Arg(128)
    ->Arg(256)
    ->Arg(512)
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace nb::bench
