// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/labelimageformats.h"
#include "engine/slide/imagefile.h"

#include <csetjmp>
#include <cstdio>
#include <cstring>
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
    /// One value a pixel, 1 or 2 bytes (the higher first), no row padding.
    [[nodiscard]] bool readRows(std::uint8_t* raster)
    {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_packing(m_png);
        const int passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        const std::size_t rowBytes = png_get_rowbytes(m_png, m_info);
        for (int pass = 0; pass < passes; ++pass)
            for (std::uint32_t y = 0; y < height(); ++y)
                png_read_row(m_png, raster + y * rowBytes, nullptr);
        png_read_end(m_png, nullptr);
        return true;
    }
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
        labels.pixels[i] = twoBytes ? static_cast<std::uint32_t>(raster[2 * i] << 8 | raster[2 * i + 1]) : raster[i];
    return labels;
}

} // namespace nb
