// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluate/areaevaluation.h"
#include "engine/evaluate/modelnuclei.h"
#include "engine/geometry/polygon.h"
#include "engine/segment/slidesegmenter.h"
#include "engine/train/casetrainingsource.h"
#include "engine/train/validation.h"
#include "tests/support/casefixture.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace nb::test
{

template <class T> T sure(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().message());
    return std::move(*result);
}

/// A slide, what a network finds on the whole of it, and a case whose truth is that with every fifth nucleus gone and
/// every seventh moved; one checked region for validation. What training says of the network on that region can be
/// compared with what the evaluation of the found nuclei says.
struct JudgedCase {
    std::string casePath;
    RegionRecord region;
    std::shared_ptr<const Network> network;
    PixelSize pixelSize;
    NucleiFile found;

    JudgedCase(const std::string& folder, const RgbImage& picture, const PixelSize& size, const MultiPolygon& shape,
        std::shared_ptr<const Network> with)
        : casePath(folder + "/case.nsc")
        , network(std::move(with))
        , pixelSize(size)
    {
        RgbImage copy = picture;
        cv::Mat bgr;
        cv::cvtColor(cv::Mat(copy.height, copy.width, CV_8UC3, copy.pixels.data()), bgr, cv::COLOR_RGB2BGR);
        cv::imwrite(folder + "/slide.png", bgr);
        const auto slide = sure(openSlide(folder + "/slide.png"));
        SegmentOptions options;
        options.pixelSize = size;
        const auto recipe = sure(prepareSlide(slide, network, options, {}));
        NetworkScheduler scheduler(1);
        std::vector<MultiPolygon> shapes;
        SegmentRequest request;
        request.area = {0, 0, slide->info().width(), slide->info().height()};
        SegmentSinks sinks;
        sinks.nuclei = [&shapes](std::vector<Nucleus> nuclei) {
            for (Nucleus& nucleus : nuclei)
                shapes.push_back({{std::move(nucleus.contour), {}}});
        };
        Progress progress;
        sure(segmentSlide(recipe, scheduler, request, sinks, {}, progress));
        makeCase(identityOf(slide->info()), recipe->stain, shapes, shape);
        found.nuclei = std::move(shapes);
    }

    [[nodiscard]] std::shared_ptr<const TrainingPicture> heldOut() const
    {
        TrainingPreparation preparation;
        preparation.model = network->info();
        CaseTrainingOptions options;
        options.role = RegionRole::Validation;
        const auto pictures = sure(caseTrainingSource(casePath, options)->load(preparation, {}));
        if (pictures.size() != 1)
            throw std::runtime_error("not one picture");
        return pictures.front();
    }

    /// As training judges.
    [[nodiscard]] EvaluationCounts verdict() const
    {
        NetworkScheduler scheduler(1);
        return sure(judgePicture(network, heldOut(), scheduler, {})).counts;
    }

    /// As the evaluation judges what a search of the whole slide found.
    [[nodiscard]] EvaluationCounts evaluation() const
    {
        const auto reader = sure(CaseReader::open(casePath));
        const auto truth = sure(readCaseNuclei(*reader, casePath, {}));
        return sure(evaluateAreas(truth, found, {&region, 1})).pooled;
    }

    /// As the evaluation judges what the network finds in the region.
    [[nodiscard]] EvaluationCounts modelEvaluation() const
    {
        const auto reader = sure(CaseReader::open(casePath));
        const auto truth = sure(readCaseNuclei(*reader, casePath, {}));
        Progress progress;
        return sure(evaluateAreas(truth, searched({boundsOf(region.shape)}, progress), {&region, 1})).pooled;
    }

    /// How many nuclei the network finds in and on the edges of `areas`.
    [[nodiscard]] std::size_t foundIn(const std::vector<Rect>& areas, Progress& progress) const
    {
        return std::get<std::vector<MultiPolygon>>(searched(areas, progress).nuclei).size();
    }

private:
    [[nodiscard]] NucleiFile searched(const std::vector<Rect>& areas, Progress& progress) const
    {
        const auto document = sure(CaseDocument::open(casePath, CaseAccess::ReadOnly));
        const auto identity = sure(document->slide());
        NetworkScheduler scheduler(1);
        progress.done = 0;
        return sure(findNucleiIn(areas, sure(openSlide(identity.path)), identity, network, scheduler, {}, progress));
    }
    void makeCase(SlideIdentity identity, const SlideStain& stain, const std::vector<MultiPolygon>& shapes,
        const MultiPolygon& shape)
    {
        identity.pixelSize = pixelSize;
        identity.stain = stain;
        const auto document = sure(CaseDocument::create(casePath, identity, true));
        Edit edit;
        edit.label = "Truth";
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            if (i % 5 == 0)
                continue;
            edit.putNuclei.push_back(nucleus(i + 1, 0, 0, 5));
            edit.putNuclei.back().shape = shapes[i];
            if (i % 7 == 0)
                for (Point& p : edit.putNuclei.back().shape.front().shell)
                    p.x += 6;
        }
        region.id = uuidOf(100000);
        region.name = "judged";
        region.shape = shape;
        region.role = RegionRole::Validation;
        region.checked = true;
        edit.putRegions.push_back(region);
        sure(document->edits().apply(edit));
    }
};

} // namespace nb::test
