// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/caserecording.h"

#include "engine/document/slideidentitytext.h"
#include "engine/segment/tileextraction.h"

#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <unistd.h>

namespace nb
{

namespace
{

using Cells = std::vector<std::shared_ptr<const MapCell>>;

std::string machineName()
{
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

/// One tile is written while the next is computed; a slow disk holds the run up instead of filling the memory.
class TileWriter
{
public:
    TileWriter(
        DocumentThread& document, RunRecord run, CancelSource& stop, std::function<void(const FinishedTile&)> stored)
        : m_document(document)
        , m_run(std::move(run))
        , m_stop(stop)
        , m_stored(std::move(stored))
    {
    }
    void keep(std::shared_ptr<const MapCell> cell) { m_cells.push_back(std::move(cell)); }
    void write(const FinishedTile& tile)
    {
        settle();
        if (m_error)
            return;
        m_pending = m_document.ask([run = m_run, kept = std::make_shared<const FinishedTile>(tile), stored = m_stored,
                                       cells = std::exchange(m_cells, {})](CaseDocument& document) {
            auto outcome = document.runs().commitTile(run, *kept, cells);
            if (outcome && stored)
                stored(*kept); // from here: the next tile, which this thread waits for, may be far
            return outcome;
        });
    }
    void settle()
    {
        if (!m_pending.valid())
            return;
        const auto outcome = m_pending.get();
        if (!outcome) {
            m_error = outcome.error();
            m_stop.cancel();
            return;
        }
        m_sum.added += outcome->added;
        m_sum.yielded += outcome->yielded;
        m_sum.replaced += outcome->replaced;
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] const CaseRuns::TileOutcome& sum() const { return m_sum; }

private:
    DocumentThread& m_document;
    const RunRecord m_run;
    CancelSource& m_stop;
    const std::function<void(const FinishedTile&)> m_stored;
    Cells m_cells; ///< finished since the last tile
    std::future<Result<CaseRuns::TileOutcome>> m_pending;
    CaseRuns::TileOutcome m_sum;
    std::optional<Error> m_error;
};

LineageRecord lineageOf(const ModelInfo& model)
{
    return {model.hash, model.name, model.parent, model.licence, model.metrics};
}

Status keepDecisions(DocumentThread& document, const SlideRecipe& recipe)
{
    return document
        .ask([slide = identityOf(recipe.slide->info()), size = recipe.pixelSize, origin = recipe.pixelSizeOrigin,
                 stain = recipe.stain, lineage = lineageOf(recipe.network->info())](CaseDocument& d) -> Status {
            auto stored = d.slide();
            if (!stored)
                return stored.error();
            if (stored->hash != slide.hash || stored->width != slide.width || stored->height != slide.height)
                return Error{ErrorCode::Invalid, "The case belongs to another slide than " + slide.path, d.path(),
                    "Choose another case, or the slide that it was made on"};
            stored->pixelSize = size;
            stored->pixelSizeOrigin = origin;
            stored->stain = stain;
            stored->path = slide.path;
            Status status = d.setSlide(*stored);
            return status ? d.addLineage(lineage) : status;
        })
        .get();
}

} // namespace

std::string settingsText(const SlideRecipe& recipe, const ExtractionRecipe& extraction)
{
    nlohmann::json json{{"slide", recipe.slide->info().hash}, {"mpp", {recipe.pixelSize.x, recipe.pixelSize.y}},
        {"model_mpp", recipe.pixels.mpp()}, {"patch", recipe.grid.patch()}, {"stride", recipe.grid.stride()},
        {"stain", nlohmann::json::parse(stainText(recipe.stain), nullptr, false)},
        {"precision", recipe.network->precision() == Precision::Bf16 ? "bf16" : "fp32"},
        {"device", recipe.network->device() == Device::Cuda ? "cuda" : "cpu"}, {"inside_above", extraction.insideAbove},
        {"grow_background_below", extraction.growBackgroundBelow}, {"grow_steps", extraction.growSteps},
        {"min_inside_px", extraction.minInsidePx}, {"max_extent_px", extraction.maxExtentPx}};
    if (recipe.vote == Vote::Uniform) // not told otherwise: the texts of earlier runs stay equal to today's
        json["vote"] = "uniform";
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool givesSameMaps(const RunSettings& run, const SlideRecipe& recipe)
{
    const auto mapsOnly = [](const std::string& text) {
        auto json = nlohmann::json::parse(text, nullptr, false);
        if (json.is_object())
            for (const char* key :
                {"inside_above", "grow_background_below", "grow_steps", "min_inside_px", "max_extent_px"})
                json.erase(key);
        return json;
    };
    return run.modelHash == recipe.network->info().hash && run.scaleX == recipe.pixels.scaleX()
        && run.scaleY == recipe.pixels.scaleY()
        && mapsOnly(run.settings) == mapsOnly(settingsText(recipe, extractionRecipeOf(recipe.network->info())));
}

RunSettings runSettings(const SlideRecipe& recipe, const SegmentRequest& request, const std::string& author)
{
    const ModelInfo& model = recipe.network->info();
    RunSettings settings;
    settings.modelHash = model.hash;
    settings.modelName = model.name;
    settings.settings = settingsText(recipe, request.extraction.value_or(extractionRecipeOf(recipe.network->info())));
    settings.area = modelArea(recipe, request.area);
    settings.tilePx = request.tilePx;
    settings.scaleX = recipe.pixels.scaleX();
    settings.scaleY = recipe.pixels.scaleY();
    settings.machine = machineName();
    settings.author = author;
    return settings;
}

Result<CaseRunSummary> segmentIntoCase(DocumentThread& document, const std::shared_ptr<const SlideRecipe>& recipe,
    NetworkScheduler& scheduler, SegmentRequest request, const SegmentSinks& also, const std::string& author,
    const CancelToken& cancel, Progress& progress, const std::function<void(std::int64_t tiles)>& resumed)
{
    if (document.readOnly())
        return Error{ErrorCode::NotWritable, document.readOnlyReason(), document.path(), ""};
    if (Status status = keepDecisions(document, *recipe); !status)
        return status.error();
    if (request.tilePx <= 0 && request.order == PatchOrder::Reading) // else a plan that depends on the area alone
        request.tilePx = defaultTilePx(request.order);
    const auto run = document
                         .ask([settings = runSettings(*recipe, request, author)](
                                  CaseDocument& d) { return d.runs().beginOrResume(settings); })
                         .get();
    if (!run)
        return run.error();
    const auto done = document.ask([id = run->id](CaseDocument& d) { return d.runs().finishedTiles(id); }).get();
    if (!done)
        return done.error();
    if (resumed && !done->empty())
        resumed(static_cast<std::int64_t>(done->size()));
    request.isDone = [&done](const Rect& tile) { return done->contains({tile.x, tile.y}); };
    CancelSource stop(cancel);
    TileWriter writer(document, *run, stop, also.tile);
    SegmentSinks sinks{also.nuclei, {}, [&](const FinishedTile& tile) { writer.write(tile); }};
    sinks.maps = [&](std::shared_ptr<const MapCell> cell) {
        if (also.maps)
            also.maps(cell);
        writer.keep(std::move(cell));
    };
    const auto summary = segmentSlide(recipe, scheduler, request, sinks, stop.token(), progress);
    writer.settle();
    const bool whole = summary.ok() && !writer.error();
    const auto closed = document
                            .ask([run = *run, whole](CaseDocument& d) -> Result<std::vector<RunRecord>> {
                                d.runs().release();
                                if (whole)
                                    if (Status status = d.runs().finish(run); !status)
                                        return status.error();
                                return d.runs().runs();
                            })
                            .get();
    if (writer.error())
        return *writer.error();
    if (!summary)
        return summary.error();
    if (!closed)
        return closed.error();
    CaseRunSummary result{*summary, *run, static_cast<std::int64_t>(done->size()), writer.sum().added,
        writer.sum().yielded, writer.sum().replaced};
    for (const RunRecord& record : *closed)
        if (record.id == run->id)
            result.run = record;
    return result;
}

} // namespace nb
