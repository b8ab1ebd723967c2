// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slidetilesource.h"

#include "engine/slide/modelpixels.h"
#include "widgets/tilecache.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <list>

namespace nb
{

namespace
{

constexpr int kMostReduction = 4; // a tile reads at most 1024 x 1024 pixels of the file
constexpr std::size_t kKeptBytes = 64ULL << 20;
constexpr double kWhole = 1e-3;

QImage toImage(const RgbImage& rgb)
{
    QImage image(rgb.width, rgb.height, QImage::Format_RGB32);
    const cv::Mat from(rgb.height, rgb.width, CV_8UC3, const_cast<std::uint8_t*>(rgb.pixels.data()));
    cv::Mat to(rgb.height, rgb.width, CV_8UC4, image.bits(), static_cast<std::size_t>(image.bytesPerLine()));
    cv::cvtColor(from, to, cv::COLOR_RGB2BGRA); // 0xffRRGGBB, as RGB32 lies in memory
    return image;
}

/// Mean over `reduction` x `reduction` pixels; the last ones over what there is, and beyond it the nearest.
RgbImage averaged(const RgbImage& in, int reduction, const QSize& size)
{
    RgbImage out(size.width(), size.height());
    for (int y = 0; y < out.height; ++y) {
        const int top = std::min(y * reduction, in.height - 1), bottom = std::min((y + 1) * reduction, in.height);
        std::uint8_t* to = out.row(y);
        for (int x = 0; x < out.width; ++x) {
            const int left = std::min(x * reduction, in.width - 1), right = std::min((x + 1) * reduction, in.width);
            std::uint32_t sum[3] = {0, 0, 0};
            for (int row = top; row < bottom; ++row) {
                const std::uint8_t* from = in.row(row) + 3 * left;
                for (int column = left; column < right; ++column, from += 3)
                    for (int c = 0; c < 3; ++c)
                        sum[c] += from[c];
            }
            const auto count = static_cast<std::uint32_t>((bottom - top) * (right - left));
            for (const std::uint32_t s : sum)
                *to++ = static_cast<std::uint8_t>((s + count / 2) / count);
        }
    }
    return out;
}

void copyInto(RgbImage& canvas, const RgbImage& part, int left, int top)
{
    const int width = std::min(part.width, canvas.width - left), height = std::min(part.height, canvas.height - top);
    for (int y = 0; y < height; ++y)
        std::copy_n(part.row(y), width * 3, canvas.row(top + y) + 3 * left);
}

} // namespace

/// Tiles that were made of finer ones, most recently used first: the next coarser tile is made of them.
struct SlideTileSource::Kept {
    struct Tile {
        TileKey key;
        std::shared_ptr<const RgbImage> pixels;
    };
    std::mutex mutex; ///< guards all below
    std::list<Tile> tiles;
    std::size_t bytes = 0;

    [[nodiscard]] std::shared_ptr<const RgbImage> find(const TileKey& key)
    {
        const std::lock_guard lock(mutex);
        const auto found = std::find_if(tiles.begin(), tiles.end(), [&](const Tile& t) { return t.key == key; });
        if (found == tiles.end())
            return nullptr;
        tiles.splice(tiles.begin(), tiles, found);
        return found->pixels;
    }
    void keep(const TileKey& key, std::shared_ptr<const RgbImage> pixels)
    {
        const std::lock_guard lock(mutex);
        bytes += pixels->pixels.size();
        tiles.push_front({key, std::move(pixels)});
        while (bytes > kKeptBytes) {
            bytes -= tiles.back().pixels->pixels.size();
            tiles.pop_back();
        }
    }
};

SlideTileSource::SlideTileSource(std::shared_ptr<const SlideSource> slide)
    : m_slide(std::move(slide))
    , m_kept(std::make_unique<Kept>())
{
    describe();
}

SlideTileSource::SlideTileSource(std::shared_ptr<const SlideRecipe> recipe, StainView stainView)
    : m_slide(recipe->slide)
    , m_recipe(std::move(recipe))
    , m_stainView(stainView)
    , m_kept(std::make_unique<Kept>())
{
    describe();
}

SlideTileSource::~SlideTileSource() = default;

void SlideTileSource::describe()
{
    const SlideInfo& info = m_slide->info();
    m_grid = TileGrid::halving(QSizeF(static_cast<double>(info.width()), static_cast<double>(info.height())), 1, 1);
    for (TileLevel& level : m_grid.levels) {
        Origin origin;
        for (std::size_t i = 0; i < info.levels.size(); ++i)
            if (info.levels[i].downsample <= level.pixelWidth * (1 + kWhole)
                && info.levels[i].downsample >= info.levels[static_cast<std::size_t>(origin.fileLevel)].downsample)
                origin.fileLevel = static_cast<int>(i);
        const double ratio = level.pixelWidth / info.levels[static_cast<std::size_t>(origin.fileLevel)].downsample;
        origin.reduction = static_cast<int>(std::lround(ratio));
        origin.whole = std::abs(ratio - origin.reduction) < kWhole * ratio;
        origin.fromTiles = ratio > kMostReduction * (1 + kWhole);
        level.quick = !origin.fromTiles;
        m_origins.push_back(origin);
    }
}

Result<RgbImage> SlideTileSource::fromFile(const TileKey& key, const Origin& origin) const
{
    const QSize size = m_grid.pixels(key);
    const std::int64_t x = std::int64_t{key.column} * TileGrid::kTileSize,
                       y = std::int64_t{key.row} * TileGrid::kTileSize;
    if (!origin.whole) {
        const double pixel = m_grid.levels[static_cast<std::size_t>(key.level)].pixelWidth;
        return ModelPixels(m_slide, PixelSize{1, 1}, pixel).read({x, y, size.width(), size.height()});
    }
    const SlideLevel& level = m_slide->info().levels[static_cast<std::size_t>(origin.fileLevel)];
    const std::int64_t r = origin.reduction;
    // A level may have been cut a pixel short: what it lacks is repeated from its last ones.
    Rect area{std::min(x * r, level.width - 1), std::min(y * r, level.height - 1), size.width() * r, size.height() * r};
    area.width = std::min(area.width, level.width - area.x);
    area.height = std::min(area.height, level.height - area.y);
    auto pixels = m_slide->read(origin.fileLevel, area);
    if (!pixels || (r == 1 && pixels->width == size.width() && pixels->height == size.height()))
        return pixels;
    return averaged(*pixels, static_cast<int>(r), size);
}

Result<RgbImage> SlideTileSource::fromFinerTiles(const TileKey& key, const CancelToken& cancel) const
{
    RgbImage four;
    for (int i = 0; i < 4; ++i) {
        const TileKey child{key.level - 1, key.column * 2 + i % 2, key.row * 2 + i / 2};
        if (!m_grid.contains(child))
            continue;
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Not needed any more", m_slide->info().path, ""};
        auto part = pixels(child, cancel);
        if (!part)
            return part.error();
        if (four.empty()) { // the upper left one is always there, and says how far the others reach
            const auto side = [](int first, bool next, int second) { return next ? first + second : first; };
            const TileKey right{child.level, child.column + 1, child.row},
                below{child.level, child.column, child.row + 1};
            four = RgbImage(
                side(part->width, m_grid.contains(right), m_grid.contains(right) ? m_grid.pixels(right).width() : 0),
                side(part->height, m_grid.contains(below), m_grid.contains(below) ? m_grid.pixels(below).height() : 0));
        }
        copyInto(four, *part, i % 2 * TileGrid::kTileSize, i / 2 * TileGrid::kTileSize);
    }
    return averaged(four, 2, m_grid.pixels(key));
}

Result<RgbImage> SlideTileSource::pixels(const TileKey& key, const CancelToken& cancel) const
{
    const Origin& origin = m_origins[static_cast<std::size_t>(key.level)];
    if (!origin.fromTiles)
        return fromFile(key, origin);
    if (const auto kept = m_kept->find(key))
        return *kept;
    auto made = fromFinerTiles(key, cancel);
    if (made)
        m_kept->keep(key, std::make_shared<const RgbImage>(*made));
    return made;
}

void SlideTileSource::applyStainView(RgbImage& image) const
{
    if (!m_recipe || m_stainView == StainView::Original)
        return;
    const std::size_t count = image.pixels.size() / 3;
    switch (m_stainView) {
    case StainView::Original:
        break;
    case StainView::Normalised:
        m_recipe->normalizer.apply(image.pixels.data(), count);
        break;
    case StainView::Haematoxylin:
        m_recipe->separation.showOnly(StainSeparation::View::Haematoxylin, image.pixels.data(), count);
        break;
    case StainView::Eosin:
        m_recipe->separation.showOnly(StainSeparation::View::Eosin, image.pixels.data(), count);
        break;
    case StainView::Residual:
        m_recipe->separation.showOnly(StainSeparation::View::Residual, image.pixels.data(), count);
        break;
    }
}

bool SlideTileSource::asItIs(const TileKey& key) const
{
    const Origin& origin = m_origins[static_cast<std::size_t>(key.level)];
    if (m_stainView != StainView::Original || !origin.whole || origin.reduction != 1)
        return false;
    const SlideLevel& level = m_slide->info().levels[static_cast<std::size_t>(origin.fileLevel)];
    const QSize size = m_grid.pixels(key);
    return std::int64_t{key.column} * TileGrid::kTileSize + size.width() <= level.width
        && std::int64_t{key.row} * TileGrid::kTileSize + size.height() <= level.height;
}

Result<QImage> SlideTileSource::piece(const TileKey& key) const
{
    const QSize size = m_grid.pixels(key);
    QImage image(size, QImage::Format_RGB32); // rows of four bytes a pixel are never padded
    if (image.isNull())
        return Error{ErrorCode::OutOfMemory, "Not enough memory", m_slide->info().path, "Close other programs"};
    const Rect area{std::int64_t{key.column} * TileGrid::kTileSize, std::int64_t{key.row} * TileGrid::kTileSize,
        size.width(), size.height()};
    const Status status = m_slide->readXrgb(m_origins[static_cast<std::size_t>(key.level)].fileLevel, area,
        reinterpret_cast<std::uint32_t*>(image.bits()));
    return status ? Result<QImage>(std::move(image)) : status.error();
}

Result<QImage> SlideTileSource::tile(const TileKey& key, const CancelToken& cancel) const
{
    if (asItIs(key))
        return piece(key);
    auto rgb = pixels(key, cancel);
    if (!rgb)
        return rgb.error();
    applyStainView(*rgb);
    return toImage(*rgb);
}

} // namespace nb
