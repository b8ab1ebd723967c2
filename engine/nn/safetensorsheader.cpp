// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/safetensorsheader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace nb
{

namespace
{

using Json = nlohmann::json;

constexpr int kDeepest = 3; // the file, a tensor, its shape
constexpr std::size_t kMostTensors = 4096;
constexpr std::size_t kMostDimensions = 8;
constexpr std::uint64_t kMostValues = 1ULL << 31;
constexpr std::uint64_t kBytesPerValue = 4;
constexpr const char* kMetadata = "__metadata__";

Error invalid(const std::string& path, const std::string& why)
{
    return {ErrorCode::Invalid, "The model file's header makes no sense (" + why + ")", path,
        "Copy it again from where it came, or choose another model"};
}

/// A name from the file, made fit for a message.
std::string quoted(const std::string& name)
{
    std::string text = name.substr(0, 60);
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c > 0x7e; }, '?');
    return "\"" + text + "\"";
}

/// The header as JSON, or why it is none. JSON lets a name appear twice; then readers disagree on which one counts, so
/// it is refused here.
Result<Json> parseJson(std::string_view text, const std::string& path)
{
    std::vector<std::set<std::string>> names;
    std::string complaint;
    const auto check = [&](int depth, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start) {
            names.resize(static_cast<std::size_t>(depth) + 1);
            names.back().clear();
        }
        if ((event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start)
            && depth >= kDeepest)
            complaint = "it is nested too deeply";
        if (event == Json::parse_event_t::key && complaint.empty()
            && !names[static_cast<std::size_t>(depth) - 1].insert(value.get<std::string>()).second)
            complaint = quoted(value.get<std::string>()) + " appears twice";
        return complaint.empty();
    };
    Json json = Json::parse(text, check, false);
    if (!complaint.empty())
        return invalid(path, complaint);
    if (!json.is_object())
        return invalid(path, "it is not JSON");
    return json;
}

Result<std::map<std::string, std::string>> parseMetadata(const Json& json, const std::string& path)
{
    std::map<std::string, std::string> metadata;
    if (!json.is_object())
        return invalid(path, "its metadata is no object");
    for (const auto& [key, value] : json.items()) {
        if (!value.is_string())
            return invalid(path, "the metadata " + quoted(key) + " is no text");
        metadata[key] = value.get<std::string>();
    }
    return metadata;
}

Result<TensorPlace> parseTensor(const std::string& name, const Json& json, const std::string& path)
{
    TensorPlace tensor;
    tensor.name = name;
    if (!json.is_object() || json.size() != 3 || !json.contains("dtype") || !json.contains("shape")
        || !json.contains("data_offsets") || !json["dtype"].is_string())
        return invalid(path, "the tensor " + quoted(name) + " needs dtype, shape and data_offsets");
    if (json["dtype"] != "F32")
        return Error{ErrorCode::Unsupported,
            "The model file holds numbers of type " + quoted(json["dtype"].get<std::string>())
                + ", and only F32 can be read",
            path, "Convert the file to 32-bit floats, or choose another model"};
    const Json& shape = json["shape"];
    const Json& offsets = json["data_offsets"];
    if (!shape.is_array() || shape.size() > kMostDimensions)
        return invalid(path, "the shape of " + quoted(name));
    tensor.count = 1;
    for (const Json& size : shape) {
        if (!size.is_number_unsigned() || size.get<std::uint64_t>() > kMostValues)
            return invalid(path, "the shape of " + quoted(name));
        tensor.count *= size.get<std::uint64_t>(); // at most 2^31 times 2^31: no overflow
        if (tensor.count > kMostValues)
            return invalid(path, "the shape of " + quoted(name));
        tensor.shape.push_back(size.get<std::int64_t>());
    }
    if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned()
        || !offsets[1].is_number_unsigned())
        return invalid(path, "the place of " + quoted(name));
    tensor.begin = offsets[0].get<std::uint64_t>();
    const auto end = offsets[1].get<std::uint64_t>();
    if (end < tensor.begin || end - tensor.begin != tensor.count * kBytesPerValue)
        return invalid(path, "the place of " + quoted(name) + " does not fit its shape");
    return tensor;
}

/// The tensors cover the data from its first to its last byte, each byte once.
Status checkCover(std::vector<TensorPlace>& tensors, std::uint64_t dataBytes, const std::string& path)
{
    const auto before = [](const TensorPlace& a, const TensorPlace& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.count < b.count;
    };
    std::sort(tensors.begin(), tensors.end(), before);
    std::uint64_t end = 0;
    for (const TensorPlace& tensor : tensors) {
        if (tensor.begin != end)
            return invalid(path,
                "the data of " + quoted(tensor.name) + (tensor.begin < end ? " overlaps another's" : " leaves a gap"));
        end += tensor.count * kBytesPerValue;
    }
    if (dataBytes < end)
        return Error{ErrorCode::Unreadable,
            "The model file is cut off (" + std::to_string(end - dataBytes) + " bytes are missing)", path,
            "Copy it again from where it came"};
    if (dataBytes > end)
        return invalid(path, std::to_string(dataBytes - end) + " bytes at its end belong to no tensor");
    return {};
}

} // namespace

Result<SafeTensorsHeader> parseSafeTensorsHeader(
    std::string_view text, std::uint64_t dataBytes, const std::string& path)
{
    const auto json = parseJson(text, path);
    if (!json)
        return json.error();
    if (json->size() > kMostTensors)
        return invalid(path, "it names more than " + std::to_string(kMostTensors) + " tensors");
    SafeTensorsHeader header;
    for (const auto& [name, value] : json->items()) {
        if (name == kMetadata) {
            auto metadata = parseMetadata(value, path);
            if (!metadata)
                return metadata.error();
            header.metadata = std::move(*metadata);
            continue;
        }
        auto tensor = parseTensor(name, value, path);
        if (!tensor)
            return tensor.error();
        header.tensors.push_back(std::move(*tensor));
    }
    if (Status status = checkCover(header.tensors, dataBytes, path); !status)
        return status.error();
    return header;
}

std::string safeTensorsHeaderText(const SafeTensorsHeader& header)
{
    nlohmann::ordered_json json;
    json[kMetadata] = header.metadata;
    for (const TensorPlace& tensor : header.tensors)
        json[tensor.name] = {{"dtype", "F32"}, {"shape", tensor.shape},
            {"data_offsets", {tensor.begin, tensor.begin + tensor.count * kBytesPerValue}}};
    std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.append((8 - text.size() % 8) % 8, ' ');
    return text;
}

} // namespace nb
