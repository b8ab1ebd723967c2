// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/demotissue.h"
#include "engine/io/geojsonreader.h"
#include "engine/io/geojsonwriter.h"
#include "tests/bench/measured.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <unistd.h>

namespace nb::bench
{

namespace
{

constexpr int kSide = 3000;

/// A GeoJSON file that is gone with the object.
class TemporaryGeoJson
{
public:
    explicit TemporaryGeoJson(const std::string& extension)
        : m_path(
            (std::filesystem::temp_directory_path() / ("nucleoscope-bench-" + std::to_string(::getpid()) + extension))
                .string())
    {
    }
    ~TemporaryGeoJson()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    TemporaryGeoJson(const TemporaryGeoJson&) = delete;
    TemporaryGeoJson& operator=(const TemporaryGeoJson&) = delete;
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

std::vector<Nucleus> demoNuclei()
{
    return DemoTissue(kSide, kSide, 1, 0).nucleiOwnedBy({0, 0, kSide, kSide});
}

void write(const std::vector<Nucleus>& nuclei, const std::string& path)
{
    const auto writer = orThrow(GeoJsonWriter::create(path, {}));
    for (const Nucleus& nucleus : nuclei)
        orThrow(writer->write(nucleus));
    orThrow(writer->finish());
}

void setNuclei(benchmark::State& state, const std::vector<Nucleus>& nuclei)
{
    state.counters["nuclei_per_s"]
        = benchmark::Counter(static_cast<double>(nuclei.size()), benchmark::Counter::kIsIterationInvariantRate);
}

void geoJsonOut(benchmark::State& state, const char* extension)
{
    const auto nuclei = demoNuclei();
    const TemporaryGeoJson file(extension);
    for (auto iteration : state) {
        (void)iteration;
        write(nuclei, file.path());
    }
    setNuclei(state, nuclei);
}
BENCHMARK_CAPTURE(geoJsonOut, plain, ".geojson")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(geoJsonOut, gz, ".geojson.gz")->Unit(benchmark::kMillisecond);

void geoJsonIn(benchmark::State& state, const char* extension)
{
    const auto nuclei = demoNuclei();
    const TemporaryGeoJson file(extension);
    write(nuclei, file.path());
    for (auto iteration : state) {
        (void)iteration;
        std::size_t read = 0;
        (void)orThrow(readGeoJson(file.path(), [&](GeoJsonFeature&&) { return ++read > 0; }));
        if (read != nuclei.size())
            state.SkipWithError("not every nucleus came back");
    }
    setNuclei(state, nuclei);
}
BENCHMARK_CAPTURE(geoJsonIn, plain, ".geojson")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(geoJsonIn, gz, ".geojson.gz")->Unit(benchmark::kMillisecond);

} // namespace

} // namespace nb::bench
