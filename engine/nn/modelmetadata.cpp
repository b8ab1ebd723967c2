// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/modelmetadata.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace nb
{

namespace
{

using Json = nlohmann::json;
using Metadata = std::map<std::string, std::string>;

constexpr const char* kFormat = "nucleoscope-nb";
constexpr const char* kVersion = "1";
constexpr const char* kVersionWithInput = "2"; // not all colours: programs that do not know this must refuse the file
constexpr const char* kHaematoxylin = "haematoxylin";
constexpr const char* kClasses = R"(["background", "boundary", "inside"])";
constexpr std::size_t kLongestName = 200;
constexpr double kUnitTolerance = 1e-3; // W is stored with six digits
constexpr double kMostParallel = 0.9998; // cosine: stains nearer than about 1° cannot be told apart
constexpr double kMostConcentration = 1000;
constexpr std::pair<StainMethod, const char*> kMethods[]
    = {{StainMethod::None, "none"}, {StainMethod::Vahadane, "vahadane"}, {StainMethod::Macenko, "macenko"}};

Error invalid(const std::string& path, const std::string& why)
{
    return {ErrorCode::Invalid, "The model file's description makes no sense (" + why + ")", path,
        "Copy it again from where it came, or choose another model"};
}

std::string numberText(double value)
{
    char text[64];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

template <class T> std::optional<T> numberOf(const std::string& text)
{
    T value{};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

/// Takes values out of the metadata, and keeps the first complaint.
class Reader
{
public:
    Reader(const Metadata& metadata, std::string& complaint)
        : m_metadata(metadata)
        , m_complaint(complaint)
    {
    }

    template <class T> void number(const char* key, T& value, T least, T most)
    {
        const auto found = numberOf<T>(required(key));
        if (found && *found >= least && *found <= most) // false for NaN
            value = *found;
        else
            complain(std::string(key) + " has to be a number from " + numberText(static_cast<double>(least)) + " to "
                + numberText(static_cast<double>(most)));
    }
    void method(const char* key, StainMethod& value)
    {
        const std::string text = required(key);
        for (const auto& [method, name] : kMethods)
            if (text == name) {
                value = method;
                return;
            }
        complain(std::string(key) + " has to be vahadane, macenko or none");
    }
    void text(const char* key, std::string& value)
    {
        const auto found = m_metadata.find(key);
        if (found != m_metadata.end())
            value = found->second;
    }
    void line(const char* key, std::string& value)
    {
        text(key, value);
        const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
        if (value.size() > kLongestName || std::any_of(value.begin(), value.end(), control))
            complain(std::string(key) + " has to be one line of at most " + std::to_string(kLongestName) + " bytes");
    }
    void jsonText(const char* key, std::string& value)
    {
        text(key, value);
        if (!value.empty() && !Json::accept(value))
            complain(std::string(key) + " is no JSON");
    }
    void hash(const char* key, std::string& value)
    {
        text(key, value);
        if (!value.empty() && (value.size() != 64 || value.find_first_not_of("0123456789abcdef") != std::string::npos))
            complain(std::string(key) + " is no SHA-256");
    }
    void target(const char* key, StainMatrix& target);
    std::string required(const char* key)
    {
        const auto found = m_metadata.find(key);
        if (found != m_metadata.end())
            return found->second;
        complain(std::string(key) + " is missing");
        return {};
    }
    void complain(const std::string& why)
    {
        if (m_complaint.empty())
            m_complaint = why;
    }

private:
    const Metadata& m_metadata;
    std::string& m_complaint;
};

template <std::size_t N> bool takeNumbers(const Json& json, std::array<double, N>& numbers, double most)
{
    if (!json.is_array() || json.size() != N)
        return false;
    for (std::size_t i = 0; i < N; ++i) {
        if (!json[i].is_number())
            return false;
        numbers[i] = json[i].get<double>();
        if (!(numbers[i] >= 0 && numbers[i] <= most))
            return false;
    }
    return true;
}

double dot(const std::array<double, 3>& a, const std::array<double, 3>& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

void Reader::target(const char* key, StainMatrix& target)
{
    const Json json = Json::parse(required(key), nullptr, false);
    if (!json.is_object() || !json.contains("W") || !json.contains("p99") || !json["W"].is_array()
        || json["W"].size() != 2 || !takeNumbers(json["W"][0], target.haematoxylin, 1 + kUnitTolerance)
        || !takeNumbers(json["W"][1], target.eosin, 1 + kUnitTolerance)
        || !takeNumbers(json["p99"], target.p99, kMostConcentration))
        return complain(std::string(key) + " has to hold W (two stains of three numbers from 0 to 1) and p99");
    const auto unit = [](const auto& stain) { return std::abs(std::sqrt(dot(stain, stain)) - 1) <= kUnitTolerance; };
    if (!unit(target.haematoxylin) || !unit(target.eosin))
        return complain("the stains in " + std::string(key) + " are not of length 1");
    if (dot(target.haematoxylin, target.eosin) > kMostParallel)
        return complain("the two stains in " + std::string(key) + " are the same");
    if (!(target.p99[0] > 0 && target.p99[1] > 0))
        return complain("p99 in " + std::string(key) + " has to be above 0");
}

Status checkFormat(const Metadata& metadata, const std::string& path)
{
    const auto format = metadata.find("format");
    if (format == metadata.end() || format->second != kFormat)
        return Error{ErrorCode::Unsupported, "This is a safetensors file, but not a model of Nucleoscope", path,
            "Choose a model file made by Nucleoscope"};
    const auto version = metadata.find("format_version");
    const std::string wanted = metadata.contains("input") ? kVersionWithInput : kVersion;
    const bool known = version != metadata.end() && version->second == wanted;
    if (!known)
        return Error{ErrorCode::Unsupported, "The model file was made for another version of Nucleoscope", path,
            "Update the program, or choose another model"};
    return {};
}

} // namespace

Result<ModelInfo> parseModelMetadata(const Metadata& metadata, const std::string& path)
{
    if (Status status = checkFormat(metadata, path); !status)
        return status.error();
    ModelInfo info;
    std::string complaint;
    Reader reader(metadata, complaint);
    if (!(Json::parse(reader.required("classes"), nullptr, false) == Json::parse(kClasses)))
        reader.complain("the classes have to be background, boundary, inside");
    reader.number("width", info.width, 1, 256);
    reader.number("mpp", info.mpp, 0.05, 10.0);
    const auto input = metadata.find("input");
    if (input != metadata.end()) {
        info.input = ModelInput::Haematoxylin;
        if (input->second != kHaematoxylin)
            reader.complain("input has to be haematoxylin, or not there for all colours");
    }
    reader.number("input_mean", info.inputMean, -10.0, 10.0);
    reader.number("input_std", info.inputStd, 1e-3, 1e3);
    reader.number("target_erosion_steps", info.targetErosionSteps, 0, 64);
    reader.number("grow_steps", info.growSteps, 0, 64);
    reader.number("grow_max_background", info.growMaxBackground, 0.0, 1.0);
    reader.number("min_inside_px", info.minInsidePx, 1, 1 << 22);
    reader.number("max_extent_px", info.maxExtentPx, 8, 2048);
    reader.method("stain_method", info.stainMethod);
    reader.number("stain_lambda", info.stainLambda, 0.0, 100.0);
    reader.target("stain_target", info.stainTarget);
    reader.line("name", info.name);
    reader.line("licence", info.licence);
    reader.jsonText("training", info.training);
    reader.jsonText("metrics", info.metrics);
    reader.hash("parent", info.parent);
    if (!complaint.empty())
        return invalid(path, complaint);
    return info;
}

std::map<std::string, std::string> modelMetadata(const ModelInfo& info)
{
    const char* method = kMethods[0].second;
    for (const auto& [value, name] : kMethods)
        if (value == info.stainMethod)
            method = name;
    const Json target = {{"W", {info.stainTarget.haematoxylin, info.stainTarget.eosin}}, {"p99", info.stainTarget.p99}};
    const bool rgb = info.input == ModelInput::Rgb;
    Metadata metadata = {{"format", kFormat}, {"format_version", rgb ? kVersion : kVersionWithInput}, {"width", std::to_string(info.width)}, {"classes", kClasses},
        {"mpp", numberText(info.mpp)}, {"input_mean", numberText(info.inputMean)},
        {"input_std", numberText(info.inputStd)}, {"target_erosion_steps", std::to_string(info.targetErosionSteps)},
        {"grow_steps", std::to_string(info.growSteps)}, {"grow_max_background", numberText(info.growMaxBackground)},
        {"min_inside_px", std::to_string(info.minInsidePx)}, {"max_extent_px", std::to_string(info.maxExtentPx)},
        {"stain_method", method}, {"stain_lambda", numberText(info.stainLambda)}, {"stain_target", target.dump()},
        {"name", info.name}, {"licence", info.licence}, {"training", info.training}, {"metrics", info.metrics},
        {"parent", info.parent}};
    if (!rgb)
        metadata["input"] = kHaematoxylin;
    return metadata;
}

} // namespace nb
