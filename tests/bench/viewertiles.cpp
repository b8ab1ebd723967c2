// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/cpubudget.h"
#include "tests/bench/measured.h"
#include "tests/bench/viewermeasures.h"
#include "widgets/slidetilesource.h"
#include "widgets/tileloader.h"

#include <openslide.h>

#include <atomic>
#include <cstdio>
#include <malloc.h>
#include <thread>

namespace nb::bench
{

namespace
{

constexpr int kRuns = 5;
constexpr int kTiles = ViewerSlides::kSide / TileGrid::kTileSize; // on a side
constexpr std::size_t kCacheBytes = 128ULL << 20;

/// Seconds of the window's loader for all tiles of level 0.
double ourSeconds(const ViewerSlides& slides, int threads)
{
    TileLoader loader(threads);
    const auto source = std::make_shared<SlideTileSource>(slides.open());
    std::vector<TileWant> wanted;
    for (int row = 0; row < kTiles; ++row)
        for (int column = 0; column < kTiles; ++column)
            wanted.push_back({{0, column, row}, static_cast<double>(wanted.size())});
    std::size_t loaded = 0;
    QObject::connect(&loader, &TileLoader::loaded, &loader, [&loaded] { ++loaded; });
    return secondsOf([&] {
        loader.setWanted(source, wanted);
        pumpUntil("tiles", [&] { return loaded == wanted.size(); });
    });
}

double openSlideSeconds(const ViewerSlides& slides, int threads)
{
    openslide_t* const handle = openslide_open(slides.path().c_str());
    if (!handle || openslide_get_error(handle))
        throw std::runtime_error("OpenSlide cannot open the demo slide");
    std::atomic<int> next{0};
    const double seconds = secondsOf([&] {
        std::vector<std::thread> workers;
        for (int i = 0; i < threads; ++i)
            workers.emplace_back([&] {
                std::vector<std::uint32_t> pixels(std::size_t{TileGrid::kTileSize} * TileGrid::kTileSize);
                for (int tile = next++; tile < kTiles * kTiles; tile = next++)
                    openslide_read_region(handle, pixels.data(), std::int64_t{tile % kTiles} * TileGrid::kTileSize,
                        std::int64_t{tile / kTiles} * TileGrid::kTileSize, 0, TileGrid::kTileSize, TileGrid::kTileSize);
            });
        for (std::thread& worker : workers)
            worker.join();
    });
    openslide_close(handle);
    return seconds;
}

std::size_t heapBytes()
{
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/// What the cache ever held in a walk over more than it can hold.
std::size_t mostHeld(const ViewerSlides& slides)
{
    TileLoader loader(1, kCacheBytes);
    const auto source = std::make_shared<SlideTileSource>(slides.open());
    std::vector<TileWant> wanted;
    for (int i = 0; i < kTiles * kTiles; ++i)
        wanted.push_back({{0, i % kTiles, i / kTiles}, static_cast<double>(i)});
    std::size_t most = 0, loaded = 0;
    QObject::connect(&loader, &TileLoader::loaded, &loader, [&] {
        ++loaded;
        most = std::max(most, loader.cache().bytes());
    });
    loader.setWanted(source, wanted);
    pumpUntil("tiles", [&] { return loaded == wanted.size(); });
    return most;
}

} // namespace

void measureTileRate(const ViewerSlides& slides, nlohmann::ordered_json& json)
{
    const int threads = cpuBudget();
    std::vector<double> ratios, rates;
    for (int i = 0; i < kRuns; ++i) {
        const double bare = openSlideSeconds(slides, threads), ours = ourSeconds(slides, threads);
        std::fprintf(stderr, "%d tiles: OpenSlide %.3f s, ours %.3f s\n", kTiles * kTiles, bare, ours);
        ratios.push_back(bare / ours);
        rates.push_back(kTiles * kTiles / ours);
    }
    json["tile_rate_over_openslide"] = median(ratios);
    json["tiles_per_s"] = median(rates);
}

void measureCache(const ViewerSlides& slides, nlohmann::ordered_json& json)
{
    const std::size_t held = mostHeld(slides);
    TileCache cache(kCacheBytes);
    const std::size_t before = heapBytes();
    for (int i = 0; i < 2 * static_cast<int>(kCacheBytes >> 18); ++i) {
        QImage tile(TileGrid::kTileSize, TileGrid::kTileSize, QImage::Format_RGB32);
        tile.fill(Qt::white);
        cache.insert(1, {0, i, 0}, {std::move(tile), 0, 0, 0}, false);
    }
    const std::size_t taken = heapBytes() - before;
    json["cache_over_limit"] = static_cast<double>(std::max(held, taken)) / static_cast<double>(kCacheBytes) - 1;
}

} // namespace nb::bench
