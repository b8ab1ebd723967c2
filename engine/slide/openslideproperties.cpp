// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/openslideproperties.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <openslide.h>

namespace nb
{

namespace
{

constexpr double kMostTilePixels = 1 << 26;
constexpr double kCoarsestMicroscope = 5.0; // µm/px
constexpr double kCoarsestWorthTelling = 100.0; // likewise: coarser, nobody meant a microscope

/// µm/px of a generic TIFF, which OpenSlide 3 does not tell; a coarser resolution than a microscope's is a printer's.
std::optional<PixelSize> tiffPixelSize(openslide_t* slide)
{
    const std::string unit = slideProperty(slide, "tiff.ResolutionUnit");
    const double micrometres = unit == "centimeter" ? 1e4 : unit == "inch" ? 2.54e4 : 0;
    const auto x = slideNumber(slide, "tiff.XResolution"), y = slideNumber(slide, "tiff.YResolution");
    if (micrometres == 0 || !x || !y || slideProperty(slide, OPENSLIDE_PROPERTY_NAME_VENDOR) != "generic-tiff")
        return {};
    const PixelSize size{micrometres / *x, micrometres / *y};
    return size.x < kCoarsestMicroscope && size.y < kCoarsestMicroscope ? std::optional(size) : std::nullopt;
}

/// What the file says of its pixels' size, where it says anything that is meant for a microscope; printable and short.
std::string wordsOf(openslide_t* slide)
{
    constexpr std::size_t kLongest = 20;
    std::string said;
    for (const char* name : {OPENSLIDE_PROPERTY_NAME_MPP_X, "aperio.MPP", OPENSLIDE_PROPERTY_NAME_MPP_Y}) {
        const auto number = slideNumber(slide, name);
        const bool good = number && PixelSize{*number, *number}.plausible(); // then it is the other axis that is wrong
        if (said.empty() && !good)
            said = slideProperty(slide, name);
    }
    // A generic TIFF without a scanner's resolution has a printer's, or what its writer puts where it knows none.
    if (const auto x = slideNumber(slide, "tiff.XResolution"); said.empty() && x
        && slideProperty(slide, "tiff.ResolutionUnit") == "centimeter" && 1e4 / *x <= kCoarsestWorthTelling) {
        char text[32];
        std::snprintf(text, sizeof text, "%.4g", 1e4 / *x);
        said = text;
    }
    std::erase_if(said, [](char c) { return c < ' ' || c > '~'; });
    return said.substr(0, kLongest);
}

struct TileSize {
    double width = 0;
    double height = 0;
};

/// In level pixels; 0 x 0 where OpenSlide does not tell.
TileSize tileSize(openslide_t* slide, int level)
{
    const std::string name = "openslide.level[" + std::to_string(level) + "].tile-";
    const auto width = slideNumber(slide, (name + "width").c_str());
    const auto height = slideNumber(slide, (name + "height").c_str());
    return width && height ? TileSize{*width, *height} : TileSize{};
}

} // namespace

std::string slideProperty(openslide_t* slide, const char* name)
{
    const char* const value = openslide_get_property_value(slide, name);
    return value ? value : "";
}

std::optional<double> slideNumber(openslide_t* slide, const char* name)
{
    const std::string text = slideProperty(slide, name);
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || !std::isfinite(value) || value <= 0)
        return {};
    return value;
}

SaidPixelSize saidPixelSize(openslide_t* slide)
{
    const auto x = slideNumber(slide, OPENSLIDE_PROPERTY_NAME_MPP_X);
    const auto y = slideNumber(slide, OPENSLIDE_PROPERTY_NAME_MPP_Y);
    if (x && y && PixelSize{*x, *y}.plausible())
        return {PixelSize{*x, *y}, {}};
    if (const auto size = tiffPixelSize(slide); size && size->plausible())
        return {size, {}};
    return {{}, wordsOf(slide)};
}

double slideDownsample(double ratio)
{
    const double whole = std::round(ratio);
    return whole >= 1 && std::abs(ratio - whole) < 0.02 * whole / 4 ? whole : ratio;
}

bool garbled(openslide_t* slide, int level)
{
    const TileSize tile = tileSize(slide, level);
    std::int64_t width = 0, height = 0;
    openslide_get_level_dimensions(slide, level, &width, &height);
    return static_cast<double>(width) < tile.width || static_cast<double>(height) < tile.height;
}

bool anyTileTooLarge(openslide_t* slide)
{
    const int levels = openslide_get_level_count(slide);
    for (int i = 0; i < levels; ++i)
        if (const TileSize tile = tileSize(slide, i); tile.width * tile.height > kMostTilePixels)
            return true;
    return false;
}

} // namespace nb
