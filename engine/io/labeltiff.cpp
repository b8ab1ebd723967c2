// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/labeltiff.h"

#include "engine/base/image.h"
#include "engine/geometry/polygon.h"
#include "engine/io/tifftarget.h"

#include <algorithm>
#include <cmath>
#include <zlib.h>

namespace nb
{

namespace
{

constexpr int kTile = 256;
constexpr std::int64_t kLargestSide = (1LL << 31) - 1;
constexpr std::int64_t kMostTiles = 1LL << 28;

/// Which rings touch which tile: those of tile t, in order, are `rings[begin[t]]` up to `rings[begin[t + 1]]`.
struct TileIndex {
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    std::vector<std::size_t> begin;
    std::vector<std::uint32_t> rings;
};

template <class Visit> void eachTile(const Ring& ring, const Rect& picture, std::int64_t columns, Visit visit)
{
    const Rect bounds = boundsOf(ring).intersected(picture);
    if (bounds.empty())
        return;
    for (std::int64_t row = bounds.y / kTile; row <= (bounds.bottom() - 1) / kTile; ++row)
        for (std::int64_t column = bounds.x / kTile; column <= (bounds.right() - 1) / kTile; ++column)
            visit(static_cast<std::size_t>(row * columns + column));
}

TileIndex indexTiles(std::int64_t width, std::int64_t height, const std::vector<Ring>& rings)
{
    TileIndex index{(width + kTile - 1) / kTile, (height + kTile - 1) / kTile, {}, {}};
    const Rect picture{0, 0, width, height};
    index.begin.assign(static_cast<std::size_t>(index.columns * index.rows) + 1, 0);
    for (const Ring& ring : rings)
        eachTile(ring, picture, index.columns, [&](std::size_t tile) { ++index.begin[tile + 1]; });
    for (std::size_t i = 1; i < index.begin.size(); ++i)
        index.begin[i] += index.begin[i - 1];
    index.rings.resize(index.begin.back());
    std::vector<std::size_t> next(index.begin.begin(), index.begin.end() - 1);
    for (std::size_t i = 0; i < rings.size(); ++i)
        eachTile(rings[i], picture, index.columns,
            [&](std::size_t tile) { index.rings[next[tile]++] = static_cast<std::uint32_t>(i); });
    return index;
}

/// Gives `label` to the free pixels of the tile whose centres lie in the ring.
void fill(const Ring& ring, std::uint32_t label, const Rect& area, LabelImage& tile, std::vector<double>& crossings)
{
    const Rect rows = boundsOf(ring).intersected(area);
    for (std::int64_t y = rows.y; y < rows.bottom(); ++y) {
        const double centre = static_cast<double>(y) + 0.5;
        crossings.clear();
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const Point &a = ring[i], &b = ring[j];
            if ((a.y > centre) != (b.y > centre))
                crossings.push_back((b.x - a.x) * (centre - a.y) / (b.y - a.y) + a.x);
        }
        std::sort(crossings.begin(), crossings.end());
        std::uint32_t* const line = tile.row(static_cast<int>(y - area.y));
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const auto left = static_cast<std::int64_t>(std::ceil(crossings[i] - 0.5));
            const auto right = static_cast<std::int64_t>(std::ceil(crossings[i + 1] - 0.5));
            for (std::int64_t x = std::max(left, area.x); x < std::min(right, area.right()); ++x)
                if (line[x - area.x] == 0)
                    line[x - area.x] = label;
        }
    }
}

/// A tile of zeros as it lies in the file: most of a slide is that, so it is compressed once.
std::vector<std::uint8_t> compressedZeros()
{
    const std::vector<std::uint8_t> zeros(kTile * kTile * sizeof(std::uint32_t), 0);
    uLongf size = compressBound(zeros.size());
    std::vector<std::uint8_t> packed(size);
    if (compress2(packed.data(), &size, zeros.data(), zeros.size(), Z_BEST_COMPRESSION) != Z_OK)
        size = 0;
    packed.resize(size);
    return packed;
}

bool writeTiles(TIFF* tiff, const Rect& picture, const std::vector<Ring>& rings)
{
    const TileIndex index = indexTiles(picture.width, picture.height, rings);
    std::vector<std::uint8_t> zeros = compressedZeros();
    LabelImage tile(kTile, kTile);
    std::vector<double> crossings;
    const auto size = static_cast<tmsize_t>(tile.pixels.size() * sizeof(std::uint32_t));
    for (std::size_t t = 0; t + 1 < index.begin.size(); ++t) {
        const auto number = static_cast<std::uint32_t>(t);
        if (index.begin[t] == index.begin[t + 1] && !zeros.empty()) {
            const auto packed = static_cast<tmsize_t>(zeros.size());
            if (TIFFWriteRawTile(tiff, number, zeros.data(), packed) != packed)
                return false;
            continue;
        }
        std::fill(tile.pixels.begin(), tile.pixels.end(), 0U);
        const auto column = static_cast<std::int64_t>(t) % index.columns,
                   row = static_cast<std::int64_t>(t) / index.columns;
        const Rect area = Rect{column * kTile, row * kTile, kTile, kTile}.intersected(picture);
        for (std::size_t i = index.begin[t]; i < index.begin[t + 1]; ++i)
            fill(rings[index.rings[i]], index.rings[i] + 1, area, tile, crossings);
        if (TIFFWriteEncodedTile(tiff, number, tile.pixels.data(), size) != size)
            return false;
    }
    return TIFFWriteDirectory(tiff) == 1;
}

} // namespace

Status writeLabelTiff(const std::string& path, std::int64_t width, std::int64_t height, const PixelSize& pixelSize,
    const std::vector<Ring>& rings)
{
    if (width < 1 || height < 1 || width > kLargestSide || height > kLargestSide
        || (width + kTile - 1) / kTile > kMostTiles / ((height + kTile - 1) / kTile))
        return Error{
            ErrorCode::Invalid, "A label image of this size cannot be written", path, "Choose a smaller region"};
    const double tiles
        = static_cast<double>((width + kTile - 1) / kTile) * static_cast<double>((height + kTile - 1) / kTile);
    auto target = TiffTarget::create(path, tiles * (kTile * kTile * 4.1 + 16) + 1e6);
    if (!target)
        return target.error();
    TIFF* const tiff = (*target)->tiff();
    (*target)->describe(width, height, kTile, pixelSize.plausible() ? std::optional(pixelSize) : std::nullopt);
    (*target)->deflate();
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 32);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    if (!writeTiles(tiff, {0, 0, width, height}, rings))
        return (*target)->failure();
    return (*target)->commit();
}

} // namespace nb
