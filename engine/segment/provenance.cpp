// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/provenance.h"

#include <cstdio>

namespace nb {

namespace {

std::string sizeText(const PixelSize& size)
{
    char text[64];
    if (size.x == size.y)
        std::snprintf(text, sizeof text, "%.6g", size.x);
    else
        std::snprintf(text, sizeof text, "%.6g x %.6g", size.x, size.y);
    return text;
}

const char* originText(PixelSizeOrigin origin)
{
    switch (origin) {
    case PixelSizeOrigin::Person:
        return "person";
    case PixelSizeOrigin::ModelAssumed:
        return "assumed";
    case PixelSizeOrigin::Slide:
        break;
    }
    return "slide";
}

std::string stainText(const SlideStain& stain)
{
    static constexpr const char* kMethods[] = {"none", "vahadane", "macenko"};
    const std::string method = kMethods[static_cast<int>(stain.method)];
    return stain.fromTarget ? method + ", H and E by the model's stains" : method;
}

std::string extractionText(const ExtractionRecipe& extraction)
{
    char text[64]; // 8-bit values above 127 are p > 0.5
    std::snprintf(text, sizeof text, "inside > %.3f, >= %d px", (extraction.insideAbove + 0.5) / 255, extraction.minInsidePx);
    return text;
}

} // namespace

std::map<std::string, std::string> provenanceOf(const SlideRecipe& recipe, const std::optional<ExtractionRecipe>& extraction)
{
    const std::string precision = recipe.network->precision() == Precision::Bf16 ? "bf16 " : "fp32 ";
    std::map<std::string, std::string> told {{"origin", "model"}, {"model", recipe.network->info().hash.substr(0, 16)}, {"mpp", sizeText(recipe.pixelSize)},
            {"mpp_origin", originText(recipe.pixelSizeOrigin)}, {"stain", stainText(recipe.stain)},
            {"run", precision + std::to_string(recipe.grid.patch()) + "/" + std::to_string(recipe.grid.stride())}};
    if (extraction)
        told["extraction"] = extractionText(*extraction);
    return told;
}

} // namespace nb
