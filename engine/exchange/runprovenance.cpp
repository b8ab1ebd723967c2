// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/runprovenance.h"

#include "engine/document/caserecording.h"
#include "engine/document/slideidentitytext.h"
#include "engine/io/provenancenames.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace nb
{

namespace
{

using Json = nlohmann::json;

constexpr int kStainDigits = 5; // of an estimate from a sample

std::string numberText(double value)
{
    char text[40];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

template <std::size_t N> void appendNumbers(std::string& to, const char* name, const std::array<double, N>& values)
{
    to.append(", ").append(name);
    for (const double value : values) {
        char text[40];
        to += ' ';
        to.append(text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, kStainDigits).ptr);
    }
}

/// The number of this name; nothing where there is none.
std::optional<double> numberIn(const Json& settings, const char* key)
{
    const auto found = settings.find(key);
    return found != settings.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::string wordIn(const Json& settings, const char* key)
{
    const auto found = settings.find(key);
    return found != settings.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string networkText(const Json& settings)
{
    const auto patch = numberIn(settings, "patch"), stride = numberIn(settings, "stride");
    const std::string precision = wordIn(settings, "precision"), vote = wordIn(settings, "vote");
    if (!patch || !stride || precision.empty())
        return {};
    return precision + " " + numberText(*patch) + "/" + numberText(*stride)
        + (vote.empty() ? "" : ", " + vote + " vote");
}

std::string extractionText(const Json& settings)
{
    const auto inside = numberIn(settings, "inside_above"), least = numberIn(settings, "min_inside_px"),
               steps = numberIn(settings, "grow_steps");
    if (!inside || !least || !steps)
        return {};
    char threshold[16]; // 8-bit values above 127 are p > 0.5
    std::snprintf(threshold, sizeof threshold, "%.3f", (*inside + 0.5) / 255);
    return "inside > " + std::string(threshold) + ", >= " + numberText(*least) + " px, grown by " + numberText(*steps);
}

} // namespace

std::string stainProvenance(const SlideStain& stain)
{
    static constexpr const char* kMethods[] = {"none", "vahadane", "macenko"};
    std::string text = kMethods[static_cast<int>(stain.method)];
    if (stain.method == StainMethod::Vahadane)
        text += ", lambda " + numberText(stain.lambda);
    if (stain.fromTarget)
        text += ", H and E by the model's stains";
    appendNumbers(text, "H", stain.source.haematoxylin);
    appendNumbers(text, "E", stain.source.eosin);
    appendNumbers(text, "P99", stain.source.p99);
    return text;
}

MetadataEntries pixelSizeProvenance(const PixelSize& size, PixelSizeOrigin origin)
{
    if (!size.plausible())
        return {};
    static constexpr std::string_view kOrigins[] = {"slide", "person", "assumed"};
    const std::string x = numberText(size.x);
    return {{std::string(kPixelSizeKey), size.x == size.y ? x : x + " x " + numberText(size.y)},
        {std::string(kPixelSizeOriginKey), std::string(kOrigins[static_cast<int>(origin)])}};
}

std::optional<PixelSize> pixelSizeOf(const std::string& text)
{
    PixelSize size;
    const char* const end = text.data() + text.size();
    const auto x = std::from_chars(text.data(), end, size.x);
    size.y = size.x;
    constexpr std::string_view kTimes = " x ";
    const auto left = static_cast<std::size_t>(end - x.ptr);
    if (x.ec == std::errc() && std::string_view(x.ptr, left).starts_with(kTimes)
        && std::from_chars(x.ptr + kTimes.size(), end, size.y).ec != std::errc())
        return {};
    return x.ec == std::errc() && size.plausible() ? std::optional(size) : std::nullopt;
}

MetadataEntries runProvenance(const RunSettings& run, const std::string& started)
{
    MetadataEntries entries;
    const auto add = [&entries](std::string_view key, std::string&& value) {
        if (!value.empty())
            entries.emplace_back(key, std::move(value));
    };
    const Json settings = Json::parse(run.settings, nullptr, false);
    if (!settings.is_object())
        return entries;
    if (const auto stored = settings.find("stain"); stored != settings.end())
        if (const auto stain = stainFromText(stored->dump(-1, ' ', false, Json::error_handler_t::replace)))
            add(kStainKey, stainProvenance(*stain));
    add(kRunKey, networkText(settings));
    add(kRunAtKey, std::string(started));
    add(kExtractionKey, extractionText(settings));
    return entries;
}

MetadataEntries foundNucleusMetadata(const SlideRecipe& recipe, const ExtractionRecipe& extraction)
{
    RunSettings run;
    run.settings = settingsText(recipe, extraction);
    MetadataEntries all{{std::string(kOriginKey), std::string(kOriginNames.front())},
        {std::string(kModelKey), recipe.network->info().hash}};
    for (const MetadataEntries& more :
        {pixelSizeProvenance(recipe.pixelSize, recipe.pixelSizeOrigin), runProvenance(run, {})})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace nb
