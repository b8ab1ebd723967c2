// SPDX-License-Identifier: GPL-3.0-or-later
// The `--micro` suite: every benchmark that a file here registers with Google Benchmark's BENCHMARK.
#include "tests/bench/suite.h"

#include <benchmark/benchmark.h>

namespace nb::bench
{

namespace
{

/// Shows the table and keeps the figures.
class CollectingReporter : public benchmark::ConsoleReporter
{
public:
    CollectingReporter()
        : ConsoleReporter(OO_Tabular) // no colours: the last line is for programs
    {
    }
    void ReportRuns(const std::vector<Run>& runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            if (run.error_occurred)
                continue;
            auto& figures = json[run.benchmark_name()];
            figures["seconds"] = run.GetAdjustedRealTime() / benchmark::GetTimeUnitMultiplier(run.time_unit);
            for (const auto& [name, counter] : run.counters)
                figures[name] = counter.value;
        }
    }
    nlohmann::ordered_json json;
};

nlohmann::ordered_json runMicroSuite()
{
    CollectingReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return reporter.json;
}

const RegisteredSuite kMicro({"micro", "single steps (Google Benchmark; takes --benchmark_filter=...)", runMicroSuite});

} // namespace

} // namespace nb::bench
