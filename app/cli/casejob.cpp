// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/casejob.h"

#include "app/cli/console.h"
#include "engine/document/caserecording.h"

#include <chrono>
#include <filesystem>

namespace nb::cli
{

namespace
{

/// The case that is there, or null.
Result<std::unique_ptr<CaseDocument>> openIfThere(const std::string& path, const SlideInfo& slide)
{
    std::error_code ignored; // what is wrong with the name, making the case says
    if (!std::filesystem::exists(path, ignored))
        return std::unique_ptr<CaseDocument>();
    auto document = CaseDocument::open(path);
    if (!document)
        return document;
    if ((*document)->readOnly())
        return Error{ErrorCode::NotWritable, (*document)->readOnlyReason(), path, ""};
    const auto identity = (*document)->slide();
    if (!identity)
        return identity.error();
    if (Status same = expectSameSlide(*identity, slide); !same)
        return Error{ErrorCode::Invalid, "The case belongs to another slide than " + slide.path, path,
            "Choose another case, or the slide that it was made on"};
    return document;
}

/// An error where the case holds nuclei of a finished run and a further one was not asked for.
Status mayRun(CaseDocument& document, const RunSettings& settings, bool again)
{
    const auto runs = document.runs().runs();
    if (!runs)
        return runs.error();
    const auto stopped = document.runs().resumable(settings);
    if (!stopped)
        return stopped.error();
    if (runs->empty() || *stopped || again)
        return {};
    return Error{ErrorCode::Exists, "The case holds the nuclei of an earlier run", document.path(),
        "With --overwrite they are found anew; what a person corrected, drew or checked stays"};
}

} // namespace

bool isCase(const std::string& output)
{
    return output.ends_with(".nsc");
}

Result<SegmentOutcome> runCaseJob(const SegmentJob& job, bool again, const std::shared_ptr<const Network>& network,
    NetworkScheduler& scheduler, const CancelToken& cancel, Progress& progress)
{
    const auto start = std::chrono::steady_clock::now();
    const auto slide = openSlide(job.input);
    if (!slide)
        return slide.error();
    auto document = openIfThere(job.output, (*slide)->info());
    if (!document)
        return document.error();
    SegmentOptions options = job.options;
    if (*document && !options.pixelSize)
        if (const auto identity = (*document)->slide();
            identity && identity->pixelSizeOrigin == PixelSizeOrigin::Person)
            options.pixelSize = identity->pixelSize; // what a person said about the slide before holds
    const auto recipe = prepareSlide(*slide, network, options, cancel);
    if (!recipe)
        return recipe.error();
    SegmentRequest request;
    request.area = job.region.value_or(Rect{0, 0, (*slide)->info().width(), (*slide)->info().height()});
    request.tilePx = defaultTilePx(request.order);
    if (Status status = expectPixels(**recipe, request.area); !status)
        return status.error();
    if (!*document) // only now: whatever failed so far leaves no empty case
        document = CaseDocument::create(job.output, identityOf((*slide)->info()));
    if (!document)
        return document.error();
    if (Status status = mayRun(**document, runSettings(**recipe, request, {}), again); !status)
        return status.error();
    DocumentThread thread(std::move(*document));
    const auto done = segmentIntoCase(thread, *recipe, scheduler, request, {}, {}, cancel, progress);
    if (!done && done.error().code == ErrorCode::Cancelled)
        note("What was found so far is in the case; the same command goes on where it ended");
    if (!done)
        return done.error();
    SegmentOutcome outcome{done->segment, 0, (*recipe)->pixelSize, (*recipe)->stain, (*recipe)->warning};
    outcome.summary.nuclei = done->run.nuclei;
    outcome.summary.tooLarge = done->run.tooLarge;
    if (done->resumedTiles > 0)
        note("Took up a run that had been stopped");
    if (done->yielded > 0)
        note(std::to_string(done->yielded) + " nuclei were left out because a person's are there");
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return outcome;
}

} // namespace nb::cli
