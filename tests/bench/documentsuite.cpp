// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for in a case of a million nuclei. Times are wall-clock, of the engine alone; drawing is the
// viewer's suite.
#include "engine/annotation/brush.h"
#include "engine/base/cpubudget.h"
#include "engine/document/casedocument.h"
#include "engine/document/caseedits.h"
#include "engine/document/casereader.h"
#include "engine/document/reviewmeter.h"
#include "engine/document/reviewqueue.h"
#include "engine/exchange/casegeojson.h"
#include "engine/exchange/caseimport.h"
#include "engine/geometry/polygon.h"
#include "tests/bench/measured.h"
#include "tests/bench/suite.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <random>

namespace nb::bench
{

namespace
{

namespace fs = std::filesystem;

constexpr std::int64_t kNuclei = 1000000;
constexpr int kPoints = 24;
constexpr std::int64_t kSide = 100000; // level-0 pixels
constexpr std::int64_t kPitch = 100; // level-0 pixels from nucleus to nucleus
constexpr int kEdits = 60;
constexpr int kStrokes = 200;
constexpr int kRepeats = 3;

/// Twelve measurements, as the benchmark is defined; the two that take the network's maps stay unmeasured.
NucleusMeasurements measurements(std::mt19937_64& random)
{
    std::uniform_real_distribution<double> any(0, 100);
    NucleusMeasurements m;
    for (double* value : {&m.areaUm2, &m.perimeterUm, &m.circularity, &m.solidity, &m.eccentricity, &m.majorAxisUm,
             &m.minorAxisUm, &m.orientationDeg, &m.haematoxylinMean, &m.haematoxylinStd, &m.eosinMean, &m.eosinStd})
        *value = any(random);
    m.insideMean = m.boundaryConfidence = std::nan("");
    return m;
}

NucleusRecord nucleus(std::int64_t number, double radius, std::mt19937_64& random)
{
    NucleusRecord record;
    for (std::size_t i = 0; i < 16; i += 8) {
        const std::uint64_t bits = random();
        std::copy_n(
            reinterpret_cast<const std::uint8_t*>(&bits), 8, record.id.begin() + static_cast<std::ptrdiff_t>(i));
    }
    const double x = static_cast<double>(number % (kSide / kPitch) * kPitch) + 50,
                 y = static_cast<double>(number / (kSide / kPitch) * kPitch) + 50;
    Ring ring;
    for (int i = 0; i < kPoints; ++i) {
        const double angle = 2 * M_PI * i / kPoints, r = radius * (1 + 0.15 * std::sin(2 * angle + x));
        ring.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    record.shape = {Polygon{std::move(ring), {}}};
    record.origin = NucleusOrigin::Imported;
    record.measurements = measurements(random);
    return record;
}

SlideIdentity slide()
{
    SlideIdentity identity;
    identity.path = "/bench.svs";
    identity.width = identity.height = kSide;
    identity.hash = std::string(64, 'b');
    identity.pixelSize = {0.25, 0.25};
    return identity;
}

double fill(CaseDocument& document)
{
    std::mt19937_64 random(1);
    return secondsOf([&] {
        for (std::int64_t from = 0; from < kNuclei; from += 50000) {
            Edit edit;
            edit.label = "Import";
            for (std::int64_t i = from; i < from + 50000; ++i)
                edit.putNuclei.push_back(nucleus(i, 18, random));
            static_cast<void>(orThrow(document.edits().apply(edit)));
        }
    });
}

/// A closed ring of 500 points around a tenth of the slide's nuclei.
MultiPolygon lasso()
{
    Ring ring;
    const double centre = static_cast<double>(kSide) / 2, radius = std::sqrt(0.1 / M_PI) * static_cast<double>(kSide);
    for (int i = 0; i < 500; ++i) {
        const double angle = 2 * M_PI * i / 500, r = radius * (1 + 0.1 * std::sin(9 * angle));
        ring.push_back({centre + r * std::cos(angle), centre + r * std::sin(angle)});
    }
    return {Polygon{std::move(ring), {}}};
}

double percentile95(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * 95 / 100)];
}

template <class Work> double medianSeconds(Work work)
{
    std::vector<double> seconds;
    for (int i = 0; i < kRepeats; ++i)
        seconds.push_back(secondsOf(work));
    return median(seconds);
}

/// From a closed file to the outlines of one screen at 1:1 in the middle of the slide.
double openSeconds(const std::string& path)
{
    return medianSeconds([&] {
        const auto document = orThrow(CaseDocument::open(path));
        const auto reader = orThrow(CaseReader::open(path));
        std::int64_t seen = 0;
        orThrow(reader->visit({kSide / 2, kSide / 2, 1920, 1080}, 0, [&](const NucleusGlance&) { return ++seen > 0; }));
        static_cast<void>(orThrow(reader->count()));
    });
}

double commitP95Ms(CaseDocument& document)
{
    std::mt19937_64 random(7);
    std::vector<double> milliseconds;
    for (int i = 0; i < kEdits; ++i) {
        Edit edit;
        edit.label = "Brush";
        edit.putNuclei.push_back(nucleus(static_cast<std::int64_t>(random() % kNuclei), 20, random));
        milliseconds.push_back(1000 * secondsOf([&] { static_cast<void>(orThrow(document.edits().apply(edit))); }));
    }
    return percentile95(milliseconds);
}

/// A whole stroke of the brush over a nucleus' edge, its neighbours spared: from the press of the button (which nucleus
/// is it, which lie around it) over a dozen positions of the mouse to the finished outline, ready to be drawn.
double brushP95Ms(CaseReader& reader)
{
    std::mt19937_64 random(9);
    std::vector<double> milliseconds;
    for (int i = 0; i < kStrokes; ++i) {
        const auto number = static_cast<std::int64_t>(random() % kNuclei);
        const Point middle{static_cast<double>(number % (kSide / kPitch) * kPitch) + 50,
            static_cast<double>(number / (kSide / kPitch) * kPitch) + 50};
        milliseconds.push_back(1000 * secondsOf([&] {
            const NucleusRow row = orThrow(reader.at(middle)).value();
            const NucleusRecord record = orThrow(reader.nucleus(row)).value();
            std::vector<MultiPolygon> neighbours;
            orThrow(reader.visit(boundsOf(record.shape).grown(200), 0, [&](const NucleusGlance& glance) {
                if (glance.row != row)
                    neighbours.push_back(glance.shape);
                return true;
            }));
            BrushStroke stroke(record.shape, {BrushMode::Add, 12}, std::move(neighbours));
            for (int k = 0; k < 12; ++k)
                stroke.extend({middle.x + 14 + 4 * k, middle.y + 3 * std::sin(k)});
            if (areaOf(stroke.finished()) <= areaOf(record.shape))
                throw std::runtime_error("the brush added nothing");
        }));
    }
    return percentile95(milliseconds);
}

/// All of the case to a file and that file into an empty case.
void exchange(CaseDocument& from, nlohmann::ordered_json& figures)
{
    const std::string file = from.path() + ".geojson", into = from.path() + ".imported.nsc";
    const CaseChoice choice{
        orThrow(from.edits().classes()), orThrow(from.edits().regions()), false, {}, orThrow(from.slide())};
    std::int64_t written = 0;
    std::fprintf(stderr, "GeoJSON out\n");
    figures["geojson_out_s"] = medianSeconds([&] {
        Progress progress;
        const auto reader = orThrow(CaseReader::open(from.path()));
        written = orThrow(exportGeoJson(*reader, choice, file, false, {}, progress)).nuclei;
    });
    figures["geojson_mib"] = static_cast<double>(fs::file_size(file)) / (1 << 20);
    std::fprintf(stderr, "GeoJSON in\n");
    figures["geojson_in_s"] = medianSeconds([&] {
        fs::remove(into);
        DocumentThread document(orThrow(CaseDocument::create(into, slide())));
        Progress progress;
        const auto summary = orThrow(importIntoCase(document, file, "bench", {}, progress));
        if (summary.nuclei != written || written < kNuclei)
            throw std::runtime_error("not every nucleus arrived. " + summary.complaint());
    });
    fs::remove(file);
    fs::remove(into);
}

/// What is next to check, and how much was.
void review(CaseReader& reader, nlohmann::ordered_json& figures)
{
    ReviewQueue queue(reader);
    ReviewQuery query;
    std::fprintf(stderr, "looking for what is doubtful\n");
    figures["review_scale_s"] = medianSeconds([&] { query.scale = orThrow(queue.scale()); });
    figures["review_page_s"] = medianSeconds([&] { static_cast<void>(orThrow(queue.page(query))); });
    const std::vector<MultiPolygon> checked{lasso()};
    figures["review_counts_s"] = medianSeconds([&] { static_cast<void>(orThrow(ReviewMeter(reader).slide(checked))); });
}

nlohmann::ordered_json measure(const std::string& path)
{
    nlohmann::ordered_json figures;
    {
        const auto document = orThrow(CaseDocument::create(path, slide()));
        std::fprintf(stderr, "storing %lld nuclei\n", static_cast<long long>(kNuclei));
        figures["store_s"] = fill(*document);
        orThrow(document->checkpoint());
    }
    figures["file_mib"] = static_cast<double>(fs::file_size(path)) / (1 << 20);
    std::fprintf(stderr, "opening\n");
    figures["open_s"] = openSeconds(path);
    const auto document = orThrow(CaseDocument::open(path));
    const auto reader = orThrow(CaseReader::open(path));
    figures["brush_p95_ms"] = brushP95Ms(*reader);
    figures["commit_p95_ms"] = commitP95Ms(*document);
    std::vector<NucleusRow> selected;
    figures["lasso_100k_s"] = medianSeconds([&] { selected = orThrow(reader->within(lasso())); });
    figures["lasso_nuclei"] = selected.size();
    std::fprintf(stderr, "sorting\n");
    figures["sort_s"] = medianSeconds([&] { static_cast<void>(orThrow(reader->sorted("eosin_mean", true, {}))); });
    figures["filter_s"] = medianSeconds([&] {
        static_cast<void>(
            orThrow(reader->sorted("area_um2", false, {{}, {}, {{"circularity", 10, 30}, {"solidity", 0, 50}}})));
    });
    const auto all = orThrow(reader->sorted("", false, {}));
    figures["page_ms"] = 1000
        * medianSeconds([&] { static_cast<void>(orThrow(reader->lines(std::span(all).subspan(all.size() / 2, 60)))); });
    review(*reader, figures);
    Edit classify, remove;
    classify.label = "Give a class";
    classify.changeNuclei.push_back({selected, 2, {}});
    figures["classify_100k_s"] = secondsOf([&] { static_cast<void>(orThrow(document->edits().apply(classify))); });
    remove.label = "Delete all";
    remove.removeNuclei = all;
    std::fprintf(stderr, "deleting all\n");
    figures["delete_all_s"] = secondsOf([&] { static_cast<void>(orThrow(document->edits().apply(remove))); });
    figures["undo_delete_all_s"] = secondsOf([&] { static_cast<void>(orThrow(document->edits().undo())); });
    figures["checkpoint_s"] = secondsOf([&] { orThrow(document->checkpoint()); });
    exchange(*document, figures);
    std::fprintf(stderr, "checking\n");
    figures["verify_s"] = secondsOf([&] { orThrow(document->verify()); });
    figures["peak_rss_mib"] = peakMemoryMib();
    return figures;
}

nlohmann::ordered_json run()
{
    std::string folder = (fs::temp_directory_path() / "nucleoscope-bench-XXXXXX").string();
    if (!::mkdtemp(folder.data()))
        throw std::runtime_error("no temporary folder can be made");
    try {
        auto figures = measure(folder + "/million.nsc");
        fs::remove_all(folder);
        return figures;
    } catch (...) {
        fs::remove_all(folder);
        throw;
    }
}

const RegisteredSuite kDocument(
    {"document", "a case of a million nuclei: opening, editing, selecting, sorting, undoing", run});

} // namespace

} // namespace nb::bench
