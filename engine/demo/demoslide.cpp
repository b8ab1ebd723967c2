// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/demo/demoslide.h"

#include "engine/base/cpubudget.h"
#include "engine/io/geojsonwriter.h"
#include "engine/io/pyramidtiff.h"

#include <algorithm>
#include <deque>
#include <future>
#include <new>

namespace nb
{

namespace
{

constexpr int kTilePx = 256;
constexpr std::int64_t kBlockPx = 1024; // what a thread paints at once: a multiple of the tile

/// The parts of a slide in reading order; the last of a row or column may reach beyond the slide.
std::vector<Rect> blocksOf(const DemoTissue& tissue)
{
    std::vector<Rect> blocks;
    for (std::int64_t y = 0; y < tissue.height(); y += kBlockPx)
        for (std::int64_t x = 0; x < tissue.width(); x += kBlockPx)
            blocks.push_back({x, y, std::min(kBlockPx, tissue.width() - x), std::min(kBlockPx, tissue.height() - y)});
    return blocks;
}

/// Makes something of each block on all processors and takes it, in the blocks' order, on the calling thread. Never
/// more than two results for each processor are in memory.
template <class Make, class Take>
Status inOrder(const std::vector<Rect>& blocks, const CancelToken& cancel, const Make& make, const Take& take)
try {
    const auto ahead = static_cast<std::size_t>(cpuBudget());
    std::deque<std::future<decltype(make(blocks.front()))>> underway; // waits for what is left when it goes
    std::size_t next = 0;
    for (const Rect& block : blocks) {
        while (next < blocks.size() && underway.size() < ahead) {
            const Rect area = blocks[next++];
            underway.push_back(std::async(std::launch::async, [&make, area] { return make(area); }));
        }
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Making the demo slide was cancelled", {}, {}};
        auto made = underway.front().get();
        underway.pop_front();
        if (Status taken = take(block, std::move(made)); !taken)
            return taken;
    }
    return {};
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "Not enough memory to make the demo slide", {}, "Close other programs"};
} catch (const std::system_error& error) {
    return Error{
        ErrorCode::Internal, std::string("No thread could be started to make the demo slide: ") + error.what(), {}, {}};
}

Status writeTiles(PyramidTiffWriter& writer, const Rect& block, const RgbImage& picture, Progress& progress)
{
    for (std::int64_t y = 0; y < block.height; y += kTilePx) {
        for (std::int64_t x = 0; x < block.width; x += kTilePx) {
            RgbImage tile(kTilePx, kTilePx);
            const auto rows = std::min<std::int64_t>(kTilePx, block.height - y);
            const auto bytes = static_cast<std::size_t>(std::min<std::int64_t>(kTilePx, block.width - x)) * 3;
            for (std::int64_t row = 0; row < rows; ++row)
                std::copy_n(picture.row(static_cast<int>(y + row)) + x * 3, bytes, tile.row(static_cast<int>(row)));
            if (Status written = writer.writeTile((block.x + x) / kTilePx, (block.y + y) / kTilePx, tile); !written)
                return written;
            progress.done.fetch_add(1, std::memory_order_relaxed);
        }
    }
    return {};
}

/// The slide, whole and on the disk, but not yet under its name.
Result<std::unique_ptr<PyramidTiffWriter>> preparedSlide(
    const DemoTissue& tissue, const std::string& path, const CancelToken& cancel, Progress& progress)
{
    PyramidTiffOptions options;
    options.width = tissue.width();
    options.height = tissue.height();
    options.tile = kTilePx;
    options.compression = TiffCompression::Jpeg;
    options.pixelSize = PixelSize{DemoTissue::kMpp, DemoTissue::kMpp};
    options.description = tissue.description();
    auto writer = PyramidTiffWriter::create(path, options);
    if (!writer)
        return writer;
    progress.total = ((tissue.width() + kTilePx - 1) / kTilePx) * ((tissue.height() + kTilePx - 1) / kTilePx);
    Status status = inOrder(
        blocksOf(tissue), cancel, [&tissue](const Rect& block) { return tissue.render(block); },
        [&](const Rect& block, const RgbImage& picture) { return writeTiles(**writer, block, picture, progress); });
    if (status)
        status = (*writer)->prepare(cancel);
    if (!status)
        return status.error();
    return writer;
}

/// The nuclei likewise.
Result<std::unique_ptr<GeoJsonWriter>> preparedTruth(
    const DemoTissue& tissue, const std::string& path, const CancelToken& cancel)
{
    GeoJsonOptions options;
    options.metadata = {{"source", "truth of a synthetic slide"}, {"slide", tissue.description()}};
    auto writer = GeoJsonWriter::create(path, options);
    if (!writer)
        return writer;
    Status status = inOrder(
        blocksOf(tissue), cancel, [&tissue](const Rect& block) { return tissue.nucleiOwnedBy(block); },
        [&](const Rect&, const std::vector<Nucleus>& nuclei) -> Status {
            for (const Nucleus& nucleus : nuclei)
                if (Status written = (*writer)->write(nucleus); !written)
                    return written;
            return {};
        });
    if (status)
        status = (*writer)->prepare();
    if (!status)
        return status.error();
    return writer;
}

} // namespace

Status writeDemoSlide(const DemoTissue& tissue, const std::string& path, const CancelToken& cancel, Progress& progress)
{
    const auto slide = preparedSlide(tissue, path, cancel, progress);
    return slide ? (*slide)->finish(cancel) : slide.error();
}

Status writeDemoTruth(const DemoTissue& tissue, const std::string& path, const CancelToken& cancel)
{
    const auto truth = preparedTruth(tissue, path, cancel);
    return truth ? (*truth)->finish() : truth.error();
}

Status writeDemo(const DemoTissue& tissue, const std::string& slidePath, const std::string& truthPath,
    const CancelToken& cancel, Progress& progress)
{
    const auto truth = preparedTruth(tissue, truthPath, cancel);
    if (!truth)
        return truth.error();
    const auto slide = preparedSlide(tissue, slidePath, cancel, progress);
    if (!slide)
        return slide.error();
    if (Status status = (*slide)->finish(cancel); !status)
        return status;
    return (*truth)->finish();
}

} // namespace nb
