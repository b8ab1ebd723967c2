// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/segment/mapstore.h"
#include "engine/segment/networkscheduler.h"
#include "engine/segment/slidesegmenter.h"
#include "tests/support/blobpicture.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/fakeslide.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <vector>

namespace nb::test
{

/// A slide of blobs and a network, ready to be segmented in small patches.
struct SegmentBench {
    explicit SegmentBench(int width = 1400, int height = 1100, double mpp = 0.25)
        : slide(std::make_shared<FakeSlide>(blobPicture(width, height, 5), 1, PixelSize{mpp, mpp}))
        , network(std::make_shared<FakeNetwork>())
    {
        SegmentOptions options;
        options.normalize = StainChoice::None;
        options.patch = 128;
        options.stride = 96;
        if (auto made = prepareSlide(slide, network, options, {}))
            recipe = *made;
    }
    [[nodiscard]] Rect all() const { return {0, 0, slide->info().width(), slide->info().height()}; }

    struct Found {
        std::vector<Nucleus> nuclei; ///< in reading order
        std::shared_ptr<MapStore> maps;
        std::optional<SegmentSummary> summary;
    };
    [[nodiscard]] Found segment(const SegmentRequest& request, int threads = 2) const
    {
        Found found;
        found.maps = std::make_shared<MapStore>(*recipe);
        NetworkScheduler scheduler(threads);
        SegmentSinks sinks;
        sinks.nuclei
            = [&](std::vector<Nucleus> some) { found.nuclei.insert(found.nuclei.end(), some.begin(), some.end()); };
        sinks.maps = [&](std::shared_ptr<const MapCell> cell) { found.maps->add(std::move(cell)); };
        Progress progress;
        if (const auto summary = segmentSlide(recipe, scheduler, request, sinks, {}, progress))
            found.summary = *summary;
        inReadingOrder(found.nuclei);
        return found;
    }
    static void inReadingOrder(std::vector<Nucleus>& nuclei)
    {
        std::sort(nuclei.begin(), nuclei.end(), [](const Nucleus& a, const Nucleus& b) {
            return a.firstY != b.firstY ? a.firstY < b.firstY : a.firstX < b.firstX;
        });
    }

    std::shared_ptr<FakeSlide> slide;
    std::shared_ptr<FakeNetwork> network;
    std::shared_ptr<const SlideRecipe> recipe;
};

/// Bit for bit.
inline bool sameNucleus(const Nucleus& a, const Nucleus& b)
{
    const NucleusMeasurements &m = a.measurements, &n = b.measurements;
    return a.id == b.id && a.contour == b.contour && a.firstX == b.firstX && a.firstY == b.firstY
        && m.areaUm2 == n.areaUm2 && m.perimeterUm == n.perimeterUm && m.haematoxylinMean == n.haematoxylinMean
        && m.haematoxylinStd == n.haematoxylinStd && m.eosinMean == n.eosinMean && m.insideMean == n.insideMean
        && m.boundaryConfidence == n.boundaryConfidence;
}

inline bool sameMaps(const MapCell& a, const MapCell& b)
{
    return a.area == b.area && a.background.pixels == b.background.pixels && a.boundary.pixels == b.boundary.pixels
        && a.inside.pixels == b.inside.pixels && a.skipped == b.skipped;
}

} // namespace nb::test
