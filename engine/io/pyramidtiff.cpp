// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/pyramidtiff.h"

#include "engine/io/tifftarget.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace nb
{

namespace
{

constexpr int kTileStep = 16; // TIFF's rule
constexpr int kLargestTile = 4096;
constexpr std::int64_t kLargestSide = (1LL << 31) - 1;
constexpr std::int64_t kMostTiles = 1LL << 28; // libtiff holds 16 bytes of each

struct LevelSize {
    std::int64_t width = 0;
    std::int64_t height = 0;
};

/// The side of the tiles in the file. OpenSlide 3.4 with today's libtiff garbles levels that are narrower or lower than
/// their tiles, so there the tiles are smaller.
int fileTile(int tile, const LevelSize& size)
{
    while (tile > std::min(size.width, size.height) && tile % (2 * kTileStep) == 0)
        tile /= 2;
    return tile;
}

std::vector<LevelSize> levelSizes(const PyramidTiffOptions& options)
{
    std::vector<LevelSize> sizes;
    LevelSize next{options.width, options.height};
    bool more = true;
    while (more) {
        sizes.push_back(next);
        more = next.width > options.tile || next.height > options.tile;
        next = {(next.width + 1) / 2, (next.height + 1) / 2};
        more = more && fileTile(options.tile, next) <= std::min(next.width, next.height);
    }
    return sizes;
}

class Writer final : public PyramidTiffWriter
{
public:
    Writer(const PyramidTiffOptions& options, std::unique_ptr<TiffTarget> target)
        : m_options(options)
        , m_sizes(levelSizes(options))
        , m_written(static_cast<std::size_t>(columns(0) * rows(0)), false)
        , m_target(std::move(target))
    {
        beginLevel(0);
    }
    [[nodiscard]] Status writeTile(std::int64_t column, std::int64_t row, const RgbImage& tile) override;
    [[nodiscard]] Status prepare(const CancelToken& cancel) override;
    [[nodiscard]] Status finish(const CancelToken& cancel) override;

private:
    [[nodiscard]] std::int64_t columns(std::size_t level) const
    {
        return (m_sizes[level].width + m_options.tile - 1) / m_options.tile;
    }
    [[nodiscard]] std::int64_t rows(std::size_t level) const
    {
        return (m_sizes[level].height + m_options.tile - 1) / m_options.tile;
    }
    void beginLevel(std::size_t level);
    /// Calls `visit(index, left, top)` for each tile of the file that lies in a tile of ours, until one fails.
    template <class Visit>
    [[nodiscard]] bool eachFileTile(std::size_t level, std::int64_t column, std::int64_t row, Visit visit) const;
    [[nodiscard]] bool encode(std::size_t level, std::int64_t column, std::int64_t row, const RgbImage& tile);
    [[nodiscard]] bool decode(TIFF* from, std::size_t level, std::int64_t column, std::int64_t row, std::uint8_t* to);
    [[nodiscard]] bool fillMissing(const CancelToken& cancel);
    [[nodiscard]] bool buildLevel(std::size_t level, const CancelToken& cancel);
    [[nodiscard]] bool readAround(TIFF* finer, std::size_t level, std::int64_t column, std::int64_t row);
    void shrink(std::size_t level, std::int64_t column, std::int64_t row, RgbImage& to) const;

    const PyramidTiffOptions m_options;
    const std::vector<LevelSize> m_sizes;
    std::vector<bool> m_written; // tiles of level 0
    std::vector<std::uint8_t> m_scratch; // libtiff's predictor works in place
    RgbImage m_finer; // the 2 x 2 tiles of the finer level under a tile
    std::unique_ptr<TiffTarget> m_target;
    bool m_closed = false; ///< no tile can be written any more
    bool m_prepared = false;
};

void Writer::beginLevel(std::size_t level)
{
    TIFF* const tiff = m_target->tiff();
    std::optional<PixelSize> pixelSize = m_options.pixelSize;
    if (pixelSize) {
        pixelSize->x *= static_cast<double>(m_options.width) / static_cast<double>(m_sizes[level].width);
        pixelSize->y *= static_cast<double>(m_options.height) / static_cast<double>(m_sizes[level].height);
    }
    const LevelSize& size = m_sizes[level];
    m_target->describe(size.width, size.height, fileTile(m_options.tile, size), pixelSize);
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, level == 0 ? 0U : static_cast<unsigned>(FILETYPE_REDUCEDIMAGE));
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    if (!m_options.description.empty() && level == 0)
        TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, m_options.description.c_str());
    if (m_options.compression == TiffCompression::Deflate) {
        m_target->deflate();
        return;
    }
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_JPEG);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_YCBCR);
    TIFFSetField(tiff, TIFFTAG_YCBCRSUBSAMPLING, 1, 1);
    TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, m_options.jpegQuality);
    TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
}

template <class Visit>
bool Writer::eachFileTile(std::size_t level, std::int64_t column, std::int64_t row, Visit visit) const
{
    const LevelSize& size = m_sizes[level];
    const int side = fileTile(m_options.tile, size);
    const std::int64_t across = (size.width + side - 1) / side, down = (size.height + side - 1) / side;
    const int each = m_options.tile / side;
    for (int y = 0; y < each && row * each + y < down; ++y)
        for (int x = 0; x < each && column * each + x < across; ++x)
            if (!visit((row * each + y) * across + column * each + x, x * side, y * side))
                return false;
    return true;
}

bool Writer::encode(std::size_t level, std::int64_t column, std::int64_t row, const RgbImage& tile)
{
    const auto side = static_cast<std::size_t>(fileTile(m_options.tile, m_sizes[level]));
    m_scratch.resize(3 * side * side);
    const auto size = static_cast<tmsize_t>(m_scratch.size());
    return eachFileTile(level, column, row, [&](std::int64_t index, int left, int top) {
        for (std::size_t line = 0; line < side; ++line)
            std::copy_n(
                tile.row(top + static_cast<int>(line)) + 3 * left, 3 * side, m_scratch.data() + line * 3 * side);
        return TIFFWriteEncodedTile(m_target->tiff(), static_cast<std::uint32_t>(index), m_scratch.data(), size)
            == size;
    });
}

/// Tile (column, row) of a finished level; `to` is its upper left pixel in m_finer.
bool Writer::decode(TIFF* from, std::size_t level, std::int64_t column, std::int64_t row, std::uint8_t* to)
{
    const auto side = static_cast<std::size_t>(fileTile(m_options.tile, m_sizes[level]));
    m_scratch.resize(3 * side * side);
    const auto size = static_cast<tmsize_t>(m_scratch.size()), stride = 3 * static_cast<tmsize_t>(m_finer.width);
    return eachFileTile(level, column, row, [&](std::int64_t index, int left, int top) {
        if (TIFFReadEncodedTile(from, static_cast<std::uint32_t>(index), m_scratch.data(), size) != size)
            return false;
        for (std::size_t line = 0; line < side; ++line)
            std::copy_n(m_scratch.data() + line * 3 * side, 3 * side,
                to + (top + static_cast<tmsize_t>(line)) * stride + 3 * left);
        return true;
    });
}

Status Writer::writeTile(std::int64_t column, std::int64_t row, const RgbImage& tile)
{
    const std::int64_t index = row * columns(0) + column;
    if (m_closed || column < 0 || row < 0 || column >= columns(0) || row >= rows(0) || tile.width != m_options.tile
        || tile.height != m_options.tile || m_written[static_cast<std::size_t>(index)])
        return Error{ErrorCode::Invalid, "A tile of the picture has the wrong size or place", "", ""};
    if (!encode(0, column, row, tile))
        return m_target->failure();
    m_written[static_cast<std::size_t>(index)] = true;
    return {};
}

bool Writer::fillMissing(const CancelToken& cancel)
{
    const RgbImage white(m_options.tile, m_options.tile);
    for (std::int64_t row = 0; row < rows(0) && !cancel.cancelled(); ++row)
        for (std::int64_t column = 0; column < columns(0); ++column)
            if (!m_written[static_cast<std::size_t>(row * columns(0) + column)] && !encode(0, column, row, white))
                return false;
    return !cancel.cancelled();
}

/// The up to 2 x 2 tiles of the finer level that tile (column, row) of `level` covers.
bool Writer::readAround(TIFF* finer, std::size_t level, std::int64_t column, std::int64_t row)
{
    for (int y = 0; y < 2 && 2 * row + y < rows(level - 1); ++y)
        for (int x = 0; x < 2 && 2 * column + x < columns(level - 1); ++x)
            if (!decode(finer, level - 1, 2 * column + x, 2 * row + y,
                    m_finer.row(y * m_options.tile) + 3 * x * m_options.tile))
                return false;
    return true;
}

/// The mean of 2 x 2 pixels of m_finer; at the right and lower edge of the picture only of those that lie in it.
void Writer::shrink(std::size_t level, std::int64_t column, std::int64_t row, RgbImage& to) const
{
    const int tile = m_options.tile;
    const auto wide = static_cast<int>(std::min<std::int64_t>(2 * tile, m_sizes[level - 1].width - 2 * column * tile));
    const auto high = static_cast<int>(std::min<std::int64_t>(2 * tile, m_sizes[level - 1].height - 2 * row * tile));
    std::fill(to.pixels.begin(), to.pixels.end(), std::uint8_t{255});
    for (int y = 0; 2 * y < high; ++y) {
        const std::uint8_t* const upper = m_finer.row(2 * y);
        const std::uint8_t* const lower = m_finer.row(std::min(2 * y + 1, high - 1));
        std::uint8_t* out = to.row(y);
        for (int x = 0; 2 * x < wide; ++x) {
            const int left = 6 * x, right = 3 * std::min(2 * x + 1, wide - 1);
            for (int c = 0; c < 3; ++c)
                *out++ = static_cast<std::uint8_t>(
                    (upper[left + c] + upper[right + c] + lower[left + c] + lower[right + c] + 2) / 4);
        }
    }
}

bool Writer::buildLevel(std::size_t level, const CancelToken& cancel)
{
    const auto finer = m_target->reader(static_cast<int>(level) - 1);
    if (!finer)
        return false;
    if (m_options.compression == TiffCompression::Jpeg)
        TIFFSetField(finer.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    beginLevel(level);
    RgbImage tile(m_options.tile, m_options.tile);
    m_finer = RgbImage(2 * m_options.tile, 2 * m_options.tile);
    for (std::int64_t row = 0; row < rows(level); ++row) {
        for (std::int64_t column = 0; column < columns(level); ++column) {
            if (cancel.cancelled() || !readAround(finer.get(), level, column, row))
                return false;
            shrink(level, column, row, tile);
            if (!encode(level, column, row, tile))
                return false;
        }
    }
    return TIFFWriteDirectory(m_target->tiff()) == 1;
}

Status Writer::prepare(const CancelToken& cancel)
{
    if (m_prepared)
        return {};
    if (m_closed)
        return Error{ErrorCode::Invalid, "The picture is finished already", "", ""};
    m_closed = true;
    bool good = fillMissing(cancel) && TIFFWriteDirectory(m_target->tiff()) == 1;
    for (std::size_t level = 1; good && level < m_sizes.size(); ++level)
        good = buildLevel(level, cancel);
    if (!good)
        return m_target->failure(cancel);
    Status status = m_target->prepare();
    m_prepared = status.ok();
    return status;
}

Status Writer::finish(const CancelToken& cancel)
{
    if (Status status = prepare(cancel); !status)
        return status;
    m_prepared = false; // what is finished cannot be finished again
    return m_target->commit();
}

bool makesSense(const PyramidTiffOptions& options)
{
    if (options.width < 1 || options.height < 1 || options.width > kLargestSide || options.height > kLargestSide
        || options.tile < kTileStep || options.tile > kLargestTile || options.tile % kTileStep != 0
        || options.jpegQuality < 1 || options.jpegQuality > 100
        || (options.pixelSize && !options.pixelSize->plausible()))
        return false;
    const std::int64_t columns = (options.width + options.tile - 1) / options.tile;
    return columns <= kMostTiles / ((options.height + options.tile - 1) / options.tile);
}

/// All tiles of all levels as they are (at most 1/3 more than level 0, but for the edges) and half as much again, which
/// no compression exceeds; with the tables.
double mostBytes(const PyramidTiffOptions& options)
{
    double tiles = 0;
    for (const LevelSize& size : levelSizes(options))
        tiles += static_cast<double>((size.width + options.tile - 1) / options.tile)
            * static_cast<double>((size.height + options.tile - 1) / options.tile);
    return tiles * (3.0 * 1.5 * options.tile * options.tile + 16) + 1e6;
}

} // namespace

Result<std::unique_ptr<PyramidTiffWriter>> PyramidTiffWriter::create(
    const std::string& path, const PyramidTiffOptions& options)
{
    if (!makesSense(options))
        return Error{ErrorCode::Invalid, "A picture of this size cannot be written", path, "Choose a smaller region"};
    auto target = TiffTarget::create(path, mostBytes(options));
    if (!target)
        return target.error();
    return std::unique_ptr<PyramidTiffWriter>(new Writer(options, std::move(*target)));
}

} // namespace nb
