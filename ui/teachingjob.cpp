// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachingjob.h"

#include "engine/train/casetrainingsource.h"
#include "engine/train/comparisonoutlines.h"
#include "engine/train/trainingdata.h"
#include "ui/keptteaching.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace nb
{

namespace
{

constexpr int kWatchedSide = 192;
constexpr int kSideMultiple = 16; // of the network

std::shared_ptr<const TrainingSource> caseSource(const TeachingRequest& request, RegionRole role)
{
    CaseTrainingOptions options;
    options.role = role;
    options.roles = request.roles;
    options.heldOut = request.heldOut;
    options.correctedNuclei = request.correctedNuclei;
    options.slide = request.slide;
    return caseTrainingSource(request.casePath, options);
}

bool anyOf(const TeachingRequest& request, RegionRole role)
{
    return std::any_of(request.roles.begin(), request.roles.end(), [role](const auto& r) { return r.second == role; });
}

TrainingSources sourcesOf(const TeachingRequest& request)
{
    TrainingSources sources;
    const bool ofCase = !request.casePath.empty();
    if (ofCase && (anyOf(request, RegionRole::Training) || request.correctedNuclei))
        sources.learn.push_back(caseSource(request, RegionRole::Training));
    if (ofCase && (anyOf(request, RegionRole::Validation) || request.heldOut))
        sources.validate.push_back(caseSource(request, RegionRole::Validation));
    for (const auto& [path, use] : request.others) {
        if (use == TeachingUse::Learn)
            sources.learn.push_back(trainingSource(path, RegionRole::Training));
        else if (use == TeachingUse::Rehearse)
            sources.rehearse.push_back(trainingSource(path, RegionRole::Training));
        else if (use == TeachingUse::Judge)
            sources.validate.push_back(trainingSource(path, RegionRole::Validation));
    }
    return sources;
}

Result<TrainingPlan> planOf(const TeachingRequest& request, const CancelToken& cancel)
{
    TrainingPlan plan;
    plan.settings = request.settings;
    auto parent = readModelFile(request.parentPath);
    if (!parent)
        return parent.error();
    plan.start = std::move(*parent);
    auto data = loadTrainingData(sourcesOf(request), {plan.start.info, request.normalize, {}}, cancel);
    if (!data)
        return data.error();
    plan.data = std::move(*data);
    return plan;
}

/// The middle of what is known of a picture, as large as the network can take and no larger than is worth looking at.
WatchedPatch watchedOf(const TrainingPicture& picture)
{
    double x = 0, y = 0;
    std::int64_t known = 0;
    for (int row = 0; row < picture.rgb.height; ++row)
        for (int column = 0; column < picture.rgb.width; ++column)
            if (picture.known.empty() || picture.known.at(column, row) != 0) {
                x += column;
                y += row;
                ++known;
            }
    const auto side = [](int size) { return std::min(kWatchedSide, size / kSideMultiple * kSideMultiple); };
    const int width = side(picture.rgb.width), height = side(picture.rgb.height);
    if (known == 0 || width == 0 || height == 0)
        return {};
    const auto first = [&](double sum, int wanted, int size) {
        return std::clamp(static_cast<int>(sum / static_cast<double>(known)) - wanted / 2, 0, size - wanted);
    };
    const int left = first(x, width, picture.rgb.width), top = first(y, height, picture.rgb.height);
    WatchedPatch watched{RgbImage(width, height), LabelImage(width, height)};
    for (int row = 0; row < height; ++row) {
        std::copy_n(picture.rgb.row(top + row) + 3 * left, 3 * width, watched.rgb.row(row));
        std::copy_n(picture.labels.row(top + row) + left, width, watched.truth.row(row));
    }
    return watched;
}

TrainingSinks sinksOf(TeachingFeed& feed, const WatchedPatch& watched)
{
    TrainingSinks sinks;
    sinks.start = [&feed](const StartReport& report) {
        const std::lock_guard lock(feed.mutex);
        feed.start = report;
    };
    sinks.step = [&feed](const StepReport& report) {
        const std::lock_guard lock(feed.mutex);
        feed.steps.push_back(report);
    };
    sinks.epoch = [&feed, &watched](const EpochReport& report) {
        TeachingFeed::Epoch epoch{report, {}};
        if (!watched.rgb.empty())
            if (auto map = mapOf(*report.network, watched.rgb)) // what cannot be shown will fail in the training
                epoch.map = std::move(*map);
        epoch.report.network.reset();
        const std::lock_guard lock(feed.mutex);
        feed.epochs.push_back(std::move(epoch));
    };
    return sinks;
}

Error nothingToLearnFrom()
{
    return {ErrorCode::Invalid, "There is nothing to learn from", "",
        "Check at least one region, or name a folder of pictures with labels"};
}

void enter(TeachingFeed& feed, TeachingPhase phase)
{
    const std::lock_guard lock(feed.mutex);
    feed.phase = phase;
}

Validation scoresOf(const std::vector<PictureComparison>& pictures, EvaluationCounts PictureComparison::*counts)
{
    Validation validation;
    for (const PictureComparison& picture : pictures) {
        validation.pictures.push_back(picture.*counts);
        validation.pooled += picture.*counts;
    }
    validation.rates = ratesOf(validation.pooled);
    return validation;
}

Status compare(const TrainingPlan& plan, const Services& services, const CancelToken& cancel, TeachingResult& result)
{
    if (plan.data.validation.empty())
        return {};
    const auto before = services.makeNetwork(plan.start);
    if (!before)
        return before.error();
    const auto after = services.makeNetwork(result.outcome->model);
    if (!after)
        return after.error();
    auto comparison = compareModels(*before, *after, plan.data.validation, services.scheduler, cancel);
    if (!comparison)
        return comparison.error();
    result.comparison = std::move(*comparison);
    result.before = scoresOf(result.comparison, &PictureComparison::countsBefore);
    result.after = scoresOf(result.comparison, &PictureComparison::countsAfter);
    return {};
}

Result<TeachingResult> teach(const TeachingRequest& request, KeptTeaching& kept, const Services& services,
    TeachingFeed& feed, const TrainingControl& control, const CancelToken& cancel)
{
    const auto begun = std::chrono::steady_clock::now();
    auto plan = planOf(request, cancel);
    if (!plan)
        return plan.error();
    plan->checkpoint = kept.checkpoint();
    plan->resume = kept.begun();
    plan->secondsSpent = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (plan->data.train.empty())
        return nothingToLearnFrom();
    const TrainingPictures& shown = plan->data.validation.empty() ? plan->data.train : plan->data.validation;
    const WatchedPatch watched = watchedOf(*shown.front());
    {
        const std::lock_guard lock(feed.mutex);
        feed.watched = watched;
        feed.phase = TeachingPhase::Training;
    }
    auto outcome = services.train(*plan, services.scheduler, control, sinksOf(feed, watched), cancel);
    if (!outcome)
        return outcome.error();
    if (Status status = kept.markTrained(); !status)
        return status.error();
    TeachingResult result;
    result.outcome = std::make_shared<const TrainingOutcome>(std::move(*outcome));
    for (const auto& picture : plan->data.train)
        result.nuclei += picture->nuclei;
    enter(feed, TeachingPhase::Comparing);
    if (Status status = compare(*plan, services, cancel, result); !status)
        return status.error();
    if (!request.slideHash.empty() && !request.casePath.empty()) {
        result.slideHash = request.slideHash;
        const auto placed = [](const PictureComparison& c) { return c.picture->place.has_value(); };
        result.ofTheCase = anyOf(request, RegionRole::Validation) || request.heldOut
            ? static_cast<std::size_t>(std::find_if_not(result.comparison.begin(), result.comparison.end(), placed)
                - result.comparison.begin())
            : 0;
        for (std::size_t i = 0; i < result.ofTheCase; ++i)
            result.onSlide.push_back(outlinesOnSlide(result.comparison[i]));
    }
    return result;
}

} // namespace

Result<WatchedMap> mapOf(const Network& network, const RgbImage& rgb)
{
    const std::size_t plane = static_cast<std::size_t>(rgb.width) * static_cast<std::size_t>(rgb.height);
    std::vector<float> out(3 * plane);
    if (Status status = network.probabilities(rgb.pixels, 1, rgb.width, rgb.height, out); !status)
        return status.error();
    WatchedMap map{Plane<std::uint8_t>(rgb.width, rgb.height), Plane<std::uint8_t>(rgb.width, rgb.height)};
    for (std::size_t i = 0; i < plane; ++i) {
        map.boundary.pixels[i] = static_cast<std::uint8_t>(std::lround(255 * out[plane + i]));
        map.inside.pixels[i] = static_cast<std::uint8_t>(std::lround(255 * out[2 * plane + i]));
    }
    return map;
}

Result<TeachingResult> teachKept(KeptTeaching& kept, const std::string& openCase,
    const std::shared_ptr<const SlideSource>& openSlide, const Services& services, TeachingFeed& feed,
    TrainingControl& control, const CancelToken& cancel)
{
    if (Status status = kept.open(); !status)
        return status.error();
    TeachingRequest request = kept.request();
    if (!request.slide && openCase == request.casePath)
        request.slide = openSlide;
    if (kept.trained())
        control.finish = true;
    return teach(request, kept, services, feed, control, cancel);
}

Result<std::vector<PreviewSample>> previewSamples(
    const TeachingRequest& request, const Services& services, int count, const CancelToken& cancel)
{
    auto plan = planOf(request, cancel);
    if (!plan)
        return plan.error();
    if (plan->data.train.empty())
        return nothingToLearnFrom();
    const auto network = services.makeNetwork(plan->start);
    if (!network)
        return network.error();
    const TrainingSettings& settings = request.settings;
    const SampleMaker maker(SampleRecipe{plan->data.train, plan->data.rehearsal, settings.rehearsalShare,
        settings.patch, settings.target, settings.augmentation, plan->start.info, settings.seed});
    std::vector<PreviewSample> previews;
    for (int i = 0; i < count && !cancel.cancelled(); ++i) {
        auto sample = maker.make(0, static_cast<std::uint64_t>(i));
        if (!sample)
            return sample.error();
        auto now = mapOf(**network, sample->rgb);
        if (!now)
            return now.error();
        previews.push_back({std::move(*sample), std::move(*now)});
    }
    return previews;
}

} // namespace nb
