// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/labelimageformats.h"
#include "engine/slide/imagefile.h"
#include "engine/slide/tifffile.h"

#include <algorithm>
#include <cstring>
#include <tiffio.h>
#include <vector>

namespace nb
{

namespace
{

struct Layout {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::size_t bytes = 0; ///< per pixel: 1, 2 or 4
    bool mayBeNegative = false;
};

/// The layout of the first picture, if it is one of labels.
Result<Layout> layoutOf(TIFF* file, const std::string& path)
{
    Layout layout;
    std::uint16_t bits = 1, samples = 1, format = SAMPLEFORMAT_UINT;
    if (!TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &layout.width)
        || !TIFFGetField(file, TIFFTAG_IMAGELENGTH, &layout.height))
        return damagedTiff(path);
    TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &samples);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLEFORMAT, &format);
    if (samples != 1)
        return notALabelImage(path, "it has several channels");
    if (bits != 8 && bits != 16 && bits != 32)
        return notALabelImage(path, "its pixels have " + std::to_string(bits) + " bits, not 8, 16 or 32");
    if (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_INT && format != SAMPLEFORMAT_VOID)
        return notALabelImage(path, "its pixels are no whole numbers");
    layout.bytes = bits / 8;
    layout.mayBeNegative = format == SAMPLEFORMAT_INT;
    if (Status status = checkImageSize(layout.width, layout.height, path); !status)
        return status.error();
    return layout;
}

std::uint32_t valueAt(const std::uint8_t* row, std::size_t x, std::size_t bytes)
{
    std::uint8_t one = 0;
    std::uint16_t two = 0;
    std::uint32_t four = 0;
    switch (bytes) {
    case 1:
        std::memcpy(&one, row + x, 1);
        return one;
    case 2:
        std::memcpy(&two, row + 2 * x, 2);
        return two;
    default:
        std::memcpy(&four, row + 4 * x, 4);
        return four;
    }
}

void copyRow(const std::uint8_t* from, std::size_t count, const Layout& layout, std::uint32_t* to)
{
    for (std::size_t x = 0; x < count; ++x)
        to[x] = valueAt(from, x, layout.bytes);
}

bool readRows(TIFF* file, const Layout& layout, LabelImage& labels)
{
    const std::int64_t rowBytes = TIFFScanlineSize64(file);
    if (rowBytes != static_cast<std::int64_t>(layout.width * layout.bytes))
        return false;
    std::vector<std::uint8_t> row(static_cast<std::size_t>(rowBytes));
    for (std::uint32_t y = 0; y < layout.height; ++y) {
        if (TIFFReadScanline(file, row.data(), y, 0) != 1)
            return false;
        copyRow(row.data(), layout.width, layout, labels.row(static_cast<int>(y)));
    }
    return true;
}

bool readTiles(TIFF* file, const Layout& layout, LabelImage& labels)
{
    std::uint32_t tileWidth = 0, tileHeight = 0;
    if (!TIFFGetField(file, TIFFTAG_TILEWIDTH, &tileWidth) || !TIFFGetField(file, TIFFTAG_TILELENGTH, &tileHeight)
        || tileWidth == 0 || tileHeight == 0)
        return false;
    const std::size_t rowBytes = tileWidth * layout.bytes;
    if (TIFFTileSize64(file) != rowBytes * tileHeight)
        return false;
    std::vector<std::uint8_t> tile(rowBytes * tileHeight);
    for (std::uint32_t y = 0; y < layout.height; y += tileHeight) {
        for (std::uint32_t x = 0; x < layout.width; x += tileWidth) {
            if (TIFFReadTile(file, tile.data(), x, y, 0, 0) < 0)
                return false;
            const std::uint32_t columns = std::min(tileWidth, layout.width - x),
                                rows = std::min(tileHeight, layout.height - y);
            for (std::uint32_t row = 0; row < rows; ++row)
                copyRow(tile.data() + row * rowBytes, columns, layout, labels.row(static_cast<int>(y + row)) + x);
        }
    }
    return true;
}

bool anyNegative(const LabelImage& labels, std::size_t bytes)
{
    const std::uint32_t sign = 1U << (8 * bytes - 1);
    return std::any_of(labels.pixels.begin(), labels.pixels.end(), [sign](std::uint32_t v) { return (v & sign) != 0; });
}

} // namespace

Result<LabelImage> readTiffLabels(const std::string& path)
{
    const TiffFile file = openTiff(path);
    if (!file)
        return damagedTiff(path);
    const auto layout = layoutOf(file.get(), path);
    if (!layout)
        return layout.error();
    if (Status tiles = checkTiffTiles(file.get(), path); !tiles)
        return tiles.error();
    LabelImage labels(static_cast<int>(layout->width), static_cast<int>(layout->height));
    if (!(TIFFIsTiled(file.get()) ? readTiles(file.get(), *layout, labels) : readRows(file.get(), *layout, labels)))
        return damagedTiff(path);
    if (layout->mayBeNegative && anyNegative(labels, layout->bytes))
        return Error{ErrorCode::Invalid, "The label image has negative labels", path,
            "Number the nuclei from 1 on; 0 is background"};
    return labels;
}

} // namespace nb
