// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/labelimageformats.h"
#include "engine/slide/imagefile.h"

#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <new>
#include <png.h>
#include <vector>

namespace nb
{

namespace
{

struct Source {
    const std::uint8_t* next = nullptr;
    std::size_t left = 0;
    char complaint[128] = "";
};

extern "C" void onPngError(png_structp png, png_const_charp message)
{
    auto* const source = static_cast<Source*>(png_get_error_ptr(png));
    std::snprintf(source->complaint, sizeof source->complaint, "%s", message);
    png_longjmp(png, 1);
}

extern "C" void onPngWarning(png_structp, png_const_charp) { }

extern "C" void readPngBytes(png_structp png, png_bytep to, std::size_t count)
{
    auto* const source = static_cast<Source*>(png_get_io_ptr(png));
    if (count > source->left)
        png_error(png, "it ends too early");
    std::memcpy(to, source->next, count);
    source->next += count;
    source->left -= count;
}

/// libpng's own state. Its functions jump back on errors, so those that call them hold nothing that has a destructor.
class PngReader
{
public:
    explicit PngReader(const std::vector<std::uint8_t>& bytes)
        : m_source{bytes.data(), bytes.size()}
        , m_png(png_create_read_struct(PNG_LIBPNG_VER_STRING, &m_source, onPngError, onPngWarning))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
    }
    ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    [[nodiscard]] bool readHeader()
    {
        if (!m_png || !m_info || setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_read_fn(m_png, &m_source, readPngBytes);
        png_read_info(m_png, m_info);
        return true;
    }
    /// To be called once, before rows are read.
    [[nodiscard]] bool begin()
    {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_packing(m_png);
        m_passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        return true;
    }
    /// The next row: one value a pixel, 1 or 2 bytes (the higher first), no padding.
    [[nodiscard]] bool readRow(std::uint8_t* row)
    {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_read_row(m_png, row, nullptr);
        return true;
    }
    [[nodiscard]] bool readRows(std::uint8_t* raster)
    {
        if (!begin())
            return false;
        const std::size_t rowBytes = png_get_rowbytes(m_png, m_info);
        for (int pass = 0; pass < m_passes; ++pass)
            for (std::uint32_t y = 0; y < height(); ++y)
                if (!readRow(raster + y * rowBytes))
                    return false;
        return end();
    }
    /// What follows the last row is well, too.
    [[nodiscard]] bool end()
    {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_read_end(m_png, nullptr);
        return true;
    }
    [[nodiscard]] bool interlaced() const { return png_get_interlace_type(m_png, m_info) != PNG_INTERLACE_NONE; }
    [[nodiscard]] std::uint32_t width() const { return png_get_image_width(m_png, m_info); }
    [[nodiscard]] std::uint32_t height() const { return png_get_image_height(m_png, m_info); }
    [[nodiscard]] bool oneChannel() const
    {
        const int kind = png_get_color_type(m_png, m_info);
        return kind == PNG_COLOR_TYPE_GRAY || kind == PNG_COLOR_TYPE_PALETTE;
    }
    [[nodiscard]] bool twoBytes() const { return png_get_bit_depth(m_png, m_info) == 16; }
    [[nodiscard]] const char* complaint() const { return m_source.complaint; }

private:
    Source m_source;
    png_structp m_png;
    png_infop m_info;
    int m_passes = 1;
};

std::uint32_t valueOf(const std::uint8_t* row, std::size_t x, bool twoBytes)
{
    return twoBytes ? static_cast<std::uint32_t>(row[2 * x] << 8 | row[2 * x + 1]) : row[x];
}

/// The file's bytes, which for labels are few, and one row of pixels are in memory.
class PngLabelRows final : public LabelRows
{
public:
    PngLabelRows(std::vector<std::uint8_t> bytes, std::string path)
        : m_bytes(std::move(bytes))
        , m_path(std::move(path))
        , m_reader(m_bytes)
    {
    }
    [[nodiscard]] PngReader& reader() { return m_reader; }
    [[nodiscard]] int width() const override { return static_cast<int>(m_reader.width()); }
    [[nodiscard]] int height() const override { return static_cast<int>(m_reader.height()); }
    [[nodiscard]] Result<std::span<const std::uint32_t>> next() override
    {
        const bool twoBytes = m_reader.twoBytes();
        const std::size_t width = m_reader.width();
        try {
            m_raw.resize(width * (twoBytes ? 2 : 1));
            m_row.resize(width);
        } catch (const std::bad_alloc&) {
            return Error{
                ErrorCode::OutOfMemory, "Not enough memory for the label image", m_path, "Close other programs"};
        }
        const bool first = m_next++ == 0;
        if ((first && !m_reader.begin()) || !m_reader.readRow(m_raw.data())
            || (m_next == m_reader.height() && !m_reader.end()))
            return damagedImage(m_path, m_reader.complaint());
        for (std::size_t x = 0; x < width; ++x)
            m_row[x] = valueOf(m_raw.data(), x, twoBytes);
        return std::span<const std::uint32_t>(m_row);
    }

private:
    const std::vector<std::uint8_t> m_bytes;
    const std::string m_path;
    PngReader m_reader;
    std::vector<std::uint8_t> m_raw;
    std::vector<std::uint32_t> m_row;
    std::uint32_t m_next = 0;
};

} // namespace

Result<LabelImage> readPngLabels(const std::string& path)
{
    const auto bytes = readImageFile(path);
    if (!bytes)
        return bytes.error();
    PngReader reader(*bytes);
    if (!reader.readHeader())
        return damagedImage(path, reader.complaint());
    if (!reader.oneChannel())
        return notALabelImage(path, "it is in colour");
    if (Status status = checkImageSize(reader.width(), reader.height(), path); !status)
        return status.error();
    const std::size_t pixels = std::size_t{reader.width()} * reader.height();
    const bool twoBytes = reader.twoBytes();
    std::vector<std::uint8_t> raster(pixels * (twoBytes ? 2 : 1));
    if (!reader.readRows(raster.data()))
        return damagedImage(path, reader.complaint());
    LabelImage labels(static_cast<int>(reader.width()), static_cast<int>(reader.height()));
    for (std::size_t i = 0; i < pixels; ++i)
        labels.pixels[i] = valueOf(raster.data(), i, twoBytes);
    return labels;
}

Result<std::unique_ptr<LabelRows>> openPngLabels(const std::string& path)
{
    auto bytes = readImageFile(path);
    if (!bytes)
        return bytes.error();
    auto rows = std::make_unique<PngLabelRows>(std::move(*bytes), path);
    PngReader& reader = rows->reader();
    if (!reader.readHeader())
        return damagedImage(path, reader.complaint());
    if (!reader.oneChannel())
        return notALabelImage(path, "it is in colour");
    if (reader.interlaced()) // all rows are needed for the first
        return std::unique_ptr<LabelRows>();
    for (const auto& [width, height] : {std::pair(reader.width(), 1U), std::pair(1U, reader.height())})
        if (Status side = checkImageSize(width, height, path); !side)
            return side.error();
    return std::unique_ptr<LabelRows>(std::move(rows));
}

} // namespace nb
