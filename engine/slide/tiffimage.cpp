// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/tiffimage.h"

#include "engine/slide/tifffile.h"

#include <tiffio.h>
#include <vector>

namespace nb
{

namespace
{

constexpr double kCoarsestMicroscope = 5.0; // µm/px: 1,000 dpi is 25 µm/px

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

} // namespace

Result<TiffSize> readTiffSize(const std::string& path)
{
    const TiffFile file = openTiff(path);
    std::uint32_t width = 0, height = 0;
    if (!file || !TIFFGetField(file.get(), TIFFTAG_IMAGEWIDTH, &width)
        || !TIFFGetField(file.get(), TIFFTAG_IMAGELENGTH, &height))
        return damagedTiff(path);
    return TiffSize{width, height, pixelSizeOf(file.get())};
}

Result<RgbImage> readTiffPixels(const std::string& path)
{
    const TiffFile file = openTiff(path);
    std::uint32_t width = 0, height = 0;
    if (!file || !TIFFGetField(file.get(), TIFFTAG_IMAGEWIDTH, &width)
        || !TIFFGetField(file.get(), TIFFTAG_IMAGELENGTH, &height))
        return damagedTiff(path);
    if (Status tiles = checkTiffTiles(file.get(), path); !tiles)
        return tiles.error();
    char reason[1024] = "";
    if (!TIFFRGBAImageOK(file.get(), reason))
        return Error{ErrorCode::Unsupported, std::string("This kind of TIFF cannot be read (") + reason + ")", path,
            "Save it as 8-bit RGB"};
    std::vector<std::uint32_t> raster(static_cast<std::size_t>(width) * height);
    if (!TIFFReadRGBAImageOriented(file.get(), width, height, raster.data(), ORIENTATION_TOPLEFT, 1))
        return damagedTiff(path);
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
