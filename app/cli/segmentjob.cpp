// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/segmentjob.h"

#include "engine/exchange/runprovenance.h"
#include "engine/io/geojsonwriter.h"
#include "engine/io/heatmapwriter.h"
#include "engine/io/labeltiffwriter.h"
#include "engine/io/setaside.h"
#include "engine/segment/tileextraction.h"

#include <chrono>
#include <filesystem>

namespace nb::cli
{

namespace
{

using Clock = std::chrono::steady_clock;

/// The files of one job. The first failure stops the run and is kept.
class Outputs
{
public:
    Outputs(const SegmentJob& job, std::shared_ptr<const SlideRecipe> recipe, CancelSource& stop)
        : m_job(job)
        , m_recipe(std::move(recipe))
        , m_stop(stop)
    {
    }
    [[nodiscard]] Status open(const Rect& area);
    [[nodiscard]] SegmentSinks sinks();
    [[nodiscard]] Status finish();
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] std::int64_t repaired() const { return m_nuclei->repaired(); }
    [[nodiscard]] std::int64_t dropped() const { return m_nuclei->dropped(); }

private:
    void keep(const Status& status);
    void add(const std::vector<Nucleus>& nuclei);

    const SegmentJob& m_job;
    const std::shared_ptr<const SlideRecipe> m_recipe;
    CancelSource& m_stop;
    std::unique_ptr<GeoJsonWriter> m_nuclei;
    std::unique_ptr<HeatmapWriter> m_heatmap;
    std::unique_ptr<LabelTiffWriter> m_labels;
    std::optional<Error> m_error;
};

Status Outputs::open(const Rect& area)
{
    GeoJsonOptions options;
    options.metadata = foundNucleusMetadata(*m_recipe, extractionRecipeOf(m_recipe->network->info()));
    auto nuclei = GeoJsonWriter::create(m_job.output, options);
    if (!nuclei)
        return nuclei.error();
    m_nuclei = std::move(*nuclei);
    if (!m_job.labels.empty()) {
        const SlideInfo& slide = m_recipe->slide->info();
        auto labels = LabelTiffWriter::create(m_job.labels, slide.width(), slide.height(), m_recipe->pixelSize);
        if (!labels)
            return labels.error();
        m_labels = std::move(*labels);
    }
    if (m_job.heatmap.empty())
        return {};
    auto heatmap = HeatmapWriter::create(m_job.heatmap, area, m_recipe->network->info().mpp);
    if (!heatmap)
        return heatmap.error();
    m_heatmap = std::move(*heatmap);
    return {};
}

void Outputs::keep(const Status& status)
{
    if (status || m_error)
        return;
    m_error = status.error();
    m_stop.cancel();
}

void Outputs::add(const std::vector<Nucleus>& nuclei)
{
    for (const Nucleus& nucleus : nuclei) {
        keep(m_nuclei->write(nucleus));
        if (m_labels)
            keep(m_labels->add(nucleus.contour));
    }
}

SegmentSinks Outputs::sinks()
{
    SegmentSinks sinks;
    sinks.nuclei = [this](const std::vector<Nucleus>& nuclei) { add(nuclei); };
    if (m_heatmap)
        sinks.maps = [this](const std::shared_ptr<const MapCell>& cell) { keep(m_heatmap->add(*cell)); };
    return sinks;
}

/// Takes an old file out of sight while the files that belong to it change; it comes back unless they all did. A crash
/// in between leaves none, rather than old nuclei beside the maps of another run; it is set aside then (setAsidePath) until
/// the next nuclei are written.
class OutOfSight
{
public:
    explicit OutOfSight(const std::string& path)
        : m_path(path)
        , m_hidden(setAsidePath(path))
    {
        std::error_code failed;
        std::filesystem::rename(m_path, m_hidden, failed);
        m_there = !failed; // where it cannot be renamed, writing the new one will say why
    }
    ~OutOfSight()
    {
        std::error_code ignored;
        if (m_there)
            std::filesystem::rename(m_hidden, m_path, ignored);
    }
    OutOfSight(const OutOfSight&) = delete;
    OutOfSight& operator=(const OutOfSight&) = delete;
    void replaced()
    {
        std::error_code ignored;
        std::filesystem::remove(m_hidden, ignored);
        m_there = false;
    }

private:
    const std::filesystem::path m_path;
    const std::filesystem::path m_hidden;
    bool m_there = false;
};

Status Outputs::finish()
{
    // All are whole and on the disk before the first is renamed: a disk that fills up at the last replaces none.
    const CancelToken cancel = m_stop.token();
    Status status;
    if (m_labels)
        status = m_labels->prepare(cancel);
    if (status && m_heatmap)
        status = m_heatmap->prepare(cancel);
    if (status)
        status = m_nuclei->prepare();
    std::optional<OutOfSight> before;
    if (status && (m_labels || m_heatmap))
        before.emplace(m_job.output);
    if (status && m_labels)
        status = m_labels->finish(cancel);
    if (status && m_heatmap)
        status = m_heatmap->finish(cancel);
    if (status)
        status = m_nuclei->finish(); // last: where the nuclei are, all the rest is, too
    if (status && before)
        before->replaced();
    return status;
}

} // namespace

Status expectPixels(const SlideRecipe& recipe, const Rect& region)
{
    if (!modelArea(recipe, region).empty())
        return {};
    return Error{ErrorCode::OutOfRange, "The region lies outside of the slide or is smaller than a pixel of the model",
        recipe.slide->info().path, "Choose a region inside the slide"};
}

Result<SegmentOutcome> runSegmentJob(const SegmentJob& job, const std::shared_ptr<const Network>& network,
    NetworkScheduler& scheduler, const CancelToken& cancel, Progress& progress)
{
    const auto start = Clock::now();
    const auto slide = openSlide(job.input);
    if (!slide)
        return slide.error();
    const auto recipe = prepareSlide(*slide, network, job.options, cancel);
    if (!recipe)
        return recipe.error();
    SegmentRequest request;
    request.area = job.region.value_or(Rect{0, 0, (*slide)->info().width(), (*slide)->info().height()});
    const Rect area = modelArea(**recipe, request.area);
    if (Status status = expectPixels(**recipe, request.area); !status)
        return status.error();
    CancelSource stop(cancel);
    Outputs outputs(job, *recipe, stop);
    if (Status status = outputs.open(area); !status)
        return status.error();
    const auto summary = segmentSlide(*recipe, scheduler, request, outputs.sinks(), stop.token(), progress);
    if (outputs.error())
        return *outputs.error();
    if (!summary)
        return summary.error();
    if (Status status = outputs.finish(); !status)
        return status.error();
    SegmentOutcome outcome{*summary, std::chrono::duration<double>(Clock::now() - start).count(), (*recipe)->pixelSize,
        (*recipe)->stain, (*recipe)->warning};
    outcome.repaired = outputs.repaired();
    outcome.dropped = outputs.dropped();
    return outcome;
}

} // namespace nb::cli
