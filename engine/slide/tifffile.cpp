// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/tifffile.h"

#include <algorithm>
#include <tiffio.h>

namespace nb
{

namespace
{

constexpr tmsize_t kMostBytesAtOnce = 4LL << 30; // a plain image of the most pixels that is a single strip takes less
constexpr double kMostTilePixels = 1 << 26;
constexpr double kAlwaysTilePixels = 1 << 24; // 4096 x 4096
constexpr double kMostTilesToPicture = 4;

} // namespace

void CloseTiff::operator()(tiff* file) const
{
    TIFFClose(file);
}

void silenceTiff()
{
    static const bool silent = [] {
        TIFFSetErrorHandler(nullptr);
        TIFFSetWarningHandler(nullptr);
        return true;
    }();
    (void)silent;
}

TiffFile openTiff(const std::string& path)
{
    silenceTiff();
    TIFFOpenOptions* const options = TIFFOpenOptionsAlloc();
    if (!options)
        return {};
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, kMostBytesAtOnce);
    // m: not mapped, so a file that shrinks is an error and no signal
    TiffFile file(TIFFOpenExt(path.c_str(), "rm", options));
    TIFFOpenOptionsFree(options);
    return file;
}

Status checkTiffTiles(tiff* file, const std::string& path)
{
    if (!TIFFIsTiled(file))
        return {}; // strips end where the picture does
    std::uint32_t width = 0, height = 0, tileWidth = 0, tileHeight = 0;
    if (!TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &width) || !TIFFGetField(file, TIFFTAG_IMAGELENGTH, &height)
        || !TIFFGetField(file, TIFFTAG_TILEWIDTH, &tileWidth) || !TIFFGetField(file, TIFFTAG_TILELENGTH, &tileHeight)
        || tileWidth == 0 || tileHeight == 0)
        return damagedTiff(path);
    const double picture = static_cast<double>(width) * height, tile = static_cast<double>(tileWidth) * tileHeight;
    if (tile <= std::min(kMostTilePixels, std::max(kAlwaysTilePixels, kMostTilesToPicture * picture)))
        return {};
    return Error{ErrorCode::TooLarge,
        "The TIFF claims tiles of " + std::to_string(tileWidth) + " x " + std::to_string(tileHeight)
            + " pixels, more than one may have",
        path, "Check the file, or convert it (vips tiffsave --tile --pyramid)"};
}

Error damagedTiff(const std::string& path)
{
    return {ErrorCode::Unreadable, "The TIFF is damaged or cut off", path, "Copy it again from where it came"};
}

} // namespace nb
