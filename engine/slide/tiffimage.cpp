// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/tiffimage.h"

#include <memory>
#include <tiffio.h>
#include <vector>

namespace nb
{

namespace
{

constexpr double kCoarsestMicroscope = 5.0; // µm/px: 1,000 dpi is 25 µm/px

struct Close {
    void operator()(TIFF* file) const { TIFFClose(file); }
};
using File = std::unique_ptr<TIFF, Close>;

/// libtiff's handlers are the process's: silent ones are set once, what went wrong shows in the results.
File openQuietly(const std::string& path)
{
    static const bool quiet = [] {
        TIFFSetErrorHandler(nullptr);
        TIFFSetWarningHandler(nullptr);
        return true;
    }();
    (void)quiet;
    return File(TIFFOpen(path.c_str(), "rm")); // m: not mapped, so a file that shrinks is an error and no signal
}

std::optional<PixelSize> pixelSizeOf(TIFF* file)
{
    std::uint16_t unit = RESUNIT_NONE;
    float x = 0, y = 0;
    TIFFGetFieldDefaulted(file, TIFFTAG_RESOLUTIONUNIT, &unit);
    if (unit != RESUNIT_CENTIMETER || !TIFFGetField(file, TIFFTAG_XRESOLUTION, &x)
        || !TIFFGetField(file, TIFFTAG_YRESOLUTION, &y))
        return {};
    const PixelSize size{1e4 / static_cast<double>(x), 1e4 / static_cast<double>(y)};
    if (!size.plausible() || size.x > kCoarsestMicroscope || size.y > kCoarsestMicroscope)
        return {};
    return size;
}

Error damaged(const std::string& path)
{
    return {ErrorCode::Unreadable, "The TIFF is damaged or cut off", path, "Copy it again from where it came"};
}

} // namespace

Result<TiffSize> readTiffSize(const std::string& path)
{
    const File file = openQuietly(path);
    std::uint32_t width = 0, height = 0;
    if (!file || !TIFFGetField(file.get(), TIFFTAG_IMAGEWIDTH, &width)
        || !TIFFGetField(file.get(), TIFFTAG_IMAGELENGTH, &height))
        return damaged(path);
    return TiffSize{width, height, pixelSizeOf(file.get())};
}

Result<RgbImage> readTiffPixels(const std::string& path)
{
    const File file = openQuietly(path);
    std::uint32_t width = 0, height = 0;
    if (!file || !TIFFGetField(file.get(), TIFFTAG_IMAGEWIDTH, &width)
        || !TIFFGetField(file.get(), TIFFTAG_IMAGELENGTH, &height))
        return damaged(path);
    char reason[1024] = "";
    if (!TIFFRGBAImageOK(file.get(), reason))
        return Error{ErrorCode::Unsupported, std::string("This kind of TIFF cannot be read (") + reason + ")", path,
            "Save it as 8-bit RGB"};
    std::vector<std::uint32_t> raster(static_cast<std::size_t>(width) * height);
    if (!TIFFReadRGBAImageOriented(file.get(), width, height, raster.data(), ORIENTATION_TOPLEFT, 1))
        return damaged(path);
    RgbImage image(static_cast<int>(width), static_cast<int>(height));
    for (std::size_t i = 0; i < raster.size(); ++i) {
        const std::uint32_t pixel = raster[i]; // premultiplied, so white shines through by what alpha lacks
        const std::uint32_t white = 255 - TIFFGetA(pixel);
        image.pixels[3 * i] = static_cast<std::uint8_t>(std::min<std::uint32_t>(255, TIFFGetR(pixel) + white));
        image.pixels[3 * i + 1] = static_cast<std::uint8_t>(std::min<std::uint32_t>(255, TIFFGetG(pixel) + white));
        image.pixels[3 * i + 2] = static_cast<std::uint8_t>(std::min<std::uint32_t>(255, TIFFGetB(pixel) + white));
    }
    return image;
}

} // namespace nb
