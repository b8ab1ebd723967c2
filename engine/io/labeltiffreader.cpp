// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/labelimageformats.h"
#include "engine/slide/imagefile.h"
#include "engine/slide/tifffile.h"

#include <algorithm>
#include <cstring>
#include <new>
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
    if (Status status = checkImageSize(layout.width, 1, path); !status)
        return status.error();
    if (Status status = checkImageSize(1, layout.height, path); !status)
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

/// Of strips one row, of tiles one row of tiles is in memory.
class TiffLabelRows final : public LabelRows
{
public:
    TiffLabelRows(TiffFile file, const Layout& layout, std::string path)
        : m_file(std::move(file))
        , m_layout(layout)
        , m_path(std::move(path))
    {
    }
    [[nodiscard]] int width() const override { return static_cast<int>(m_layout.width); }
    [[nodiscard]] int height() const override { return static_cast<int>(m_layout.height); }
    [[nodiscard]] Result<std::span<const std::uint32_t>> next() override;

private:
    [[nodiscard]] bool readScanline();
    [[nodiscard]] bool readTiles();
    [[nodiscard]] Status fillBand();

    const TiffFile m_file;
    const Layout m_layout;
    const std::string m_path;
    std::vector<std::uint32_t> m_band; ///< some rows of labels
    std::vector<std::uint8_t> m_bytes; ///< as libtiff gives them
    std::uint32_t m_next = 0; ///< row
    std::uint32_t m_bandTop = 0;
    std::uint32_t m_bandEnd = 0;
};

bool TiffLabelRows::readScanline()
{
    const std::size_t rowBytes = m_layout.width * m_layout.bytes;
    if (TIFFScanlineSize64(m_file.get()) != rowBytes)
        return false;
    m_bytes.resize(rowBytes);
    m_band.resize(m_layout.width);
    if (TIFFReadScanline(m_file.get(), m_bytes.data(), m_next, 0) != 1)
        return false;
    copyRow(m_bytes.data(), m_layout.width, m_layout, m_band.data());
    m_bandEnd = m_next + 1;
    return true;
}

bool TiffLabelRows::readTiles()
{
    std::uint32_t tileWidth = 0, tileHeight = 0;
    if (!TIFFGetField(m_file.get(), TIFFTAG_TILEWIDTH, &tileWidth)
        || !TIFFGetField(m_file.get(), TIFFTAG_TILELENGTH, &tileHeight) || tileWidth == 0 || tileHeight == 0)
        return false;
    const std::size_t rowBytes = tileWidth * m_layout.bytes;
    if (TIFFTileSize64(m_file.get()) != rowBytes * tileHeight)
        return false;
    const std::uint32_t rows = std::min(tileHeight, m_layout.height - m_next);
    m_bytes.resize(rowBytes * tileHeight);
    m_band.resize(std::size_t{m_layout.width} * rows);
    for (std::uint32_t x = 0; x < m_layout.width; x += tileWidth) {
        if (TIFFReadTile(m_file.get(), m_bytes.data(), x, m_next, 0, 0) < 0)
            return false;
        const std::uint32_t columns = std::min(tileWidth, m_layout.width - x);
        for (std::uint32_t row = 0; row < rows; ++row)
            copyRow(m_bytes.data() + row * rowBytes, columns, m_layout,
                m_band.data() + std::size_t{row} * m_layout.width + x);
    }
    m_bandEnd = m_next + rows;
    return true;
}

Status TiffLabelRows::fillBand()
{
    m_bandTop = m_next;
    try {
        if (!(TIFFIsTiled(m_file.get()) ? readTiles() : readScanline()))
            return damagedTiff(m_path);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory for the label image", m_path, "Close other programs"};
    }
    const std::uint32_t sign = 1U << (8 * m_layout.bytes - 1);
    if (m_layout.mayBeNegative
        && std::any_of(m_band.begin(), m_band.end(), [sign](std::uint32_t v) { return (v & sign) != 0; }))
        return Error{ErrorCode::Invalid, "The label image has negative labels", m_path,
            "Number the nuclei from 1 on; 0 is background"};
    return {};
}

Result<std::span<const std::uint32_t>> TiffLabelRows::next()
{
    if (m_next == m_bandEnd)
        if (Status status = fillBand(); !status)
            return status.error();
    const std::uint32_t* const row = m_band.data() + std::size_t{m_next++ - m_bandTop} * m_layout.width;
    return std::span(row, std::size_t{m_layout.width});
}

} // namespace

Result<std::unique_ptr<LabelRows>> openTiffLabels(const std::string& path)
{
    TiffFile file = openTiff(path);
    if (!file)
        return damagedTiff(path);
    const auto layout = layoutOf(file.get(), path);
    if (!layout)
        return layout.error();
    if (Status tiles = checkTiffTiles(file.get(), path); !tiles)
        return tiles.error();
    std::uint32_t tileHeight = 1;
    TIFFGetField(file.get(), TIFFTAG_TILELENGTH, &tileHeight);
    if (Status band = checkImageSize(layout->width, std::min(tileHeight, layout->height), path); !band)
        return band.error();
    return std::unique_ptr<LabelRows>(std::make_unique<TiffLabelRows>(std::move(file), *layout, path));
}

} // namespace nb
