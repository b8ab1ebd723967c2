// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/memorypolicy.h"
#include "tests/bench/suite.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <stdexcept>

namespace
{

int listSuites()
{
    std::puts("nucleoscope-bench --SUITE measures and prints one JSON object as its last line. Suites:");
    for (const auto& suite : nb::bench::registeredSuites())
        std::printf("  --%-10s %s\n", suite.name.c_str(), suite.description.c_str());
    return 0;
}

int runSuite(const std::string& name)
{
    for (const auto& suite : nb::bench::registeredSuites()) {
        if ("--" + suite.name != name)
            continue;
        try {
            std::printf("%s\n", suite.run().dump().c_str());
            return 0;
        } catch (const std::exception& error) {
            std::fprintf(stderr, "nucleoscope-bench: %s\n", error.what());
            return 1;
        }
    }
    std::fprintf(
        stderr, "nucleoscope-bench: there is no suite %s. Run it without arguments to see them\n", name.c_str());
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    nb::keepFreedMemory(); // as the programs do
    benchmark::Initialize(&argc, argv); // takes the --benchmark_... options
    return argc < 2 ? listSuites() : runSuite(argv[1]);
}
