// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/openslideproperties.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <openslide.h>

namespace nb
{

std::string slideProperty(_openslide* handle, const char* name)
{
    const char* const value = openslide_get_property_value(handle, name);
    return value ? value : "";
}

std::optional<double> numberOf(const std::string& text)
{
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || !std::isfinite(value) || value <= 0)
        return {};
    return value;
}

namespace
{

constexpr double kCoarsestMicroscope = 5.0; // µm/px

/// µm/px of a generic TIFF, which OpenSlide 3 does not tell; a coarser resolution than a microscope's is a printer's.
std::optional<PixelSize> tiffPixelSize(openslide_t* slide)
{
    const std::string unit = slideProperty(slide, "tiff.ResolutionUnit");
    const double micrometres = unit == "centimeter" ? 1e4 : unit == "inch" ? 2.54e4 : 0;
    const auto x = numberOf(slideProperty(slide, "tiff.XResolution")),
               y = numberOf(slideProperty(slide, "tiff.YResolution"));
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
    for (const char* name : {OPENSLIDE_PROPERTY_NAME_MPP_X, "aperio.MPP", OPENSLIDE_PROPERTY_NAME_MPP_Y})
        if (said.empty())
            said = slideProperty(slide, name);
    if (const auto x = numberOf(slideProperty(slide, "tiff.XResolution"));
        said.empty() && x && slideProperty(slide, "tiff.ResolutionUnit") == "centimeter") {
        char text[32];
        std::snprintf(text, sizeof text, "%.4g", 1e4 / *x);
        said = text;
    }
    std::erase_if(said, [](char c) { return c < ' ' || c > '~'; });
    return said.substr(0, kLongest);
}

} // namespace

SaidPixelSize saidPixelSize(_openslide* slide)
{
    const auto x = numberOf(slideProperty(slide, OPENSLIDE_PROPERTY_NAME_MPP_X)),
               y = numberOf(slideProperty(slide, OPENSLIDE_PROPERTY_NAME_MPP_Y));
    if (x && y && PixelSize{*x, *y}.plausible())
        return {PixelSize{*x, *y}, {}};
    if (const auto size = tiffPixelSize(slide); size && size->plausible())
        return {size, {}};
    return {{}, wordsOf(slide)};
}

} // namespace nb
