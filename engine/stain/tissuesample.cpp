// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stain/tissuesample.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <utility>

namespace nb
{

namespace
{

constexpr double kWantedUm = 0.25;
constexpr std::int64_t kBlock = 256;
constexpr std::int64_t kMostCells = 1 << 16;
constexpr std::size_t kWantedBlocks = 64;
constexpr std::size_t kMostBlocks = 192;
constexpr std::int64_t kMostOverviewPixels = 1 << 23;
constexpr std::int64_t kBandPixels = 1 << 20;
constexpr double kTissueShare = 0.1; // of a cell or block, for it to count
constexpr int kBlack = 16; // brightest channel of what is no tissue but void or ink
constexpr std::uint64_t kSeed = 20180314;

std::size_t levelFor(const SlideInfo& info, const PixelSize& size)
{
    const double um = size.plausible() ? std::sqrt(size.x * size.y) : kWantedUm;
    const auto distance
        = [&](const SlideLevel& level) { return std::abs(std::log(um * level.downsample / kWantedUm)); };
    const auto nearest = std::min_element(info.levels.begin(), info.levels.end(),
        [&](const SlideLevel& a, const SlideLevel& b) { return distance(a) < distance(b); });
    return static_cast<std::size_t>(nearest - info.levels.begin());
}

/// True, and the density, if the pixel is tissue that may be sampled.
bool sampled(const std::uint8_t* rgb, OpticalDensity& density)
{
    density = densityOf(rgb);
    return isTissue(density) && std::max({rgb[0], rgb[1], rgb[2]}) >= kBlack;
}

/// A grid over the sampling level; each cell holds one block.
struct Cells {
    std::int64_t size = kBlock;
    std::int64_t columns = 1;
    std::int64_t rows = 1;

    explicit Cells(const SlideLevel& level)
    {
        const auto across = [&](std::int64_t length) { return (length + size - 1) / size; };
        while (across(level.width) > kMostCells / std::max<std::int64_t>(across(level.height), 1))
            size *= 2;
        columns = across(level.width);
        rows = across(level.height);
    }
    [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(columns * rows); }
    /// The block in the middle of the cell, inside of the level.
    [[nodiscard]] Rect block(std::size_t cell, const SlideLevel& level) const
    {
        const auto index = static_cast<std::int64_t>(cell);
        const std::int64_t margin = (size - kBlock) / 2;
        const auto start = [&](std::int64_t at, std::int64_t length) { // the middle of the last cell may lie outside
            return margin > 0
                ? std::clamp<std::int64_t>(at * size + margin, 0, std::max<std::int64_t>(length - kBlock, 0))
                : at * size;
        };
        const Rect middle{start(index % columns, level.width), start(index / columns, level.height), kBlock, kBlock};
        return middle.intersected({0, 0, level.width, level.height});
    }
};

/// The items in an order that depends on the seed alone (std::shuffle's would depend on the library too).
std::vector<std::size_t> shuffled(std::vector<std::size_t> items, std::mt19937_64& random)
{
    for (std::size_t i = items.size(); i > 1; --i)
        std::swap(items[i - 1], items[random() % i]);
    return items;
}

Error cancelledAt(const SlideInfo& info)
{
    return {ErrorCode::Cancelled, "Stopped while looking at the stains", info.path, ""};
}

/// How much tissue the coarsest level shows in each cell, 0 to 1; empty where it is no help.
Result<std::vector<float>> overview(
    const SlideSource& slide, const SlideLevel& fine, const Cells& cells, const CancelToken& cancel)
{
    const SlideInfo& info = slide.info();
    const SlideLevel& level = info.levels.back();
    if (level.width >= fine.width || level.width > kMostOverviewPixels / std::max<std::int64_t>(level.height, 1))
        return std::vector<float>();
    std::vector<float> tissue(cells.count()), seen(cells.count());
    const std::int64_t bandRows = std::max<std::int64_t>(1, kBandPixels / level.width);
    OpticalDensity density;
    for (std::int64_t top = 0; top < level.height; top += bandRows) {
        if (cancel.cancelled())
            return cancelledAt(info);
        const auto band = slide.read(
            static_cast<int>(info.levels.size()) - 1, {0, top, level.width, std::min(bandRows, level.height - top)});
        if (!band)
            return band.error();
        for (int y = 0; y < band->height; ++y) {
            const std::int64_t row = (top + y) * fine.height / level.height / cells.size;
            for (int x = 0; x < band->width; ++x) {
                const auto cell
                    = static_cast<std::size_t>(row * cells.columns + x * fine.width / level.width / cells.size);
                seen[cell] += 1;
                tissue[cell] += sampled(band->row(y) + x * 3L, density) ? 1.0F : 0.0F;
            }
        }
    }
    for (std::size_t i = 0; i < tissue.size(); ++i)
        tissue[i] /= std::max(seen[i], 1.0F);
    return tissue;
}

/// The cells to read, in this order: those that show tissue, or all where none does (sparse cells vanish at low
/// magnification).
std::vector<std::size_t> plan(const Cells& cells, const std::vector<float>& tissue, std::mt19937_64& random)
{
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < tissue.size(); ++i)
        if (static_cast<double>(tissue[i]) >= kTissueShare)
            chosen.push_back(i);
    if (chosen.empty())
        for (std::size_t i = 0; i < cells.count(); ++i)
            chosen.push_back(i);
    return shuffled(std::move(chosen), random);
}

/// A uniform sample of all that is added (reservoir sampling, Vitter's Algorithm R), in bounded memory.
class Reservoir
{
public:
    explicit Reservoir(std::mt19937_64& random)
        : m_random(random)
    {
    }
    void add(const OpticalDensity& density)
    {
        if (m_kept.size() < kSampledPixels)
            m_kept.push_back(density);
        else if (const std::uint64_t at = m_random() % (m_added + 1); at < kSampledPixels)
            m_kept[at] = density;
        ++m_added;
    }
    [[nodiscard]] std::uint64_t added() const { return m_added; }
    [[nodiscard]] std::vector<OpticalDensity> take() { return std::move(m_kept); }

private:
    std::mt19937_64& m_random;
    std::vector<OpticalDensity> m_kept;
    std::uint64_t m_added = 0;
};

} // namespace

Result<std::vector<OpticalDensity>> sampleTissue(
    const SlideSource& slide, const PixelSize& pixelSize, const CancelToken& cancel)
{
    const SlideInfo& info = slide.info();
    const std::size_t levelIndex = levelFor(info, pixelSize);
    const SlideLevel& level = info.levels[levelIndex];
    const Cells cells(level);
    const auto tissue = overview(slide, level, cells, cancel);
    if (!tissue)
        return tissue.error();
    std::mt19937_64 random(kSeed);
    Reservoir reservoir(random);
    std::size_t read = 0, withTissue = 0;
    for (const std::size_t cell : plan(cells, *tissue, random)) {
        if (read++ == kMostBlocks || withTissue == kWantedBlocks)
            break;
        if (cancel.cancelled())
            return cancelledAt(info);
        const auto block = slide.read(static_cast<int>(levelIndex), cells.block(cell, level));
        if (!block)
            return block.error();
        const std::uint64_t before = reservoir.added();
        OpticalDensity density;
        for (std::size_t i = 0; i + 2 < block->pixels.size(); i += 3)
            if (sampled(&block->pixels[i], density))
                reservoir.add(density);
        if (static_cast<double>(reservoir.added() - before) * 3
            >= kTissueShare * static_cast<double>(block->pixels.size()))
            ++withTissue;
    }
    return reservoir.take();
}

} // namespace nb
