// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/slideidentitytext.h"

#include "engine/document/casedocument.h"

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace nb
{

namespace
{

using Json = nlohmann::json;

Json matrixJson(const StainMatrix& m)
{
    return {{"haematoxylin", m.haematoxylin}, {"eosin", m.eosin}, {"p99", m.p99}};
}

template <std::size_t N> bool readNumbers(const Json& from, const char* key, std::array<double, N>& to)
{
    const auto found = from.find(key);
    if (found == from.end() || !found->is_array() || found->size() != N)
        return false;
    for (std::size_t i = 0; i < N; ++i) {
        if (!(*found)[i].is_number())
            return false;
        to[i] = (*found)[i].get<double>();
        if (!std::isfinite(to[i]))
            return false;
    }
    return true;
}

bool readMatrix(const Json& from, const char* key, StainMatrix& to)
{
    const auto found = from.find(key);
    return found != from.end() && found->is_object() && readNumbers(*found, "haematoxylin", to.haematoxylin)
        && readNumbers(*found, "eosin", to.eosin) && readNumbers(*found, "p99", to.p99);
}

} // namespace

std::string stainText(const SlideStain& stain)
{
    const Json json{{"method", static_cast<int>(stain.method)}, {"source", matrixJson(stain.source)},
        {"target", matrixJson(stain.target)}, {"from_target", stain.fromTarget}, {"reason", stain.reason},
        {"lambda", stain.lambda}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<SlideStain> stainFromText(const std::string& text)
{
    const Json json = Json::parse(text, nullptr, false);
    SlideStain stain;
    if (!json.is_object() || !readMatrix(json, "source", stain.source) || !readMatrix(json, "target", stain.target))
        return {};
    const auto method = json.find("method"), fromTarget = json.find("from_target"), reason = json.find("reason"),
               lambda = json.find("lambda");
    if (method == json.end() || !method->is_number_integer() || method->get<int>() < 0 || method->get<int>() > 2)
        return {};
    stain.method = static_cast<StainMethod>(method->get<int>());
    stain.fromTarget = fromTarget != json.end() && fromTarget->is_boolean() && fromTarget->get<bool>();
    stain.reason = reason != json.end() && reason->is_string() ? reason->get<std::string>() : std::string();
    stain.lambda = lambda != json.end() && lambda->is_number() ? lambda->get<double>() : stain.lambda;
    return stain;
}

SlideIdentity identityOf(const SlideInfo& info)
{
    SlideIdentity slide;
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(info.path, failed);
    slide.path = info.path;
    slide.fileBytes = failed ? 0 : static_cast<std::int64_t>(bytes);
    slide.width = info.width();
    slide.height = info.height();
    slide.hash = info.hash;
    slide.pixelSize = info.pixelSize.value_or(PixelSize{});
    return slide;
}

Status expectSameSlide(const SlideIdentity& identity, const SlideInfo& info)
{
    const auto size = [](std::int64_t w, std::int64_t h) { return std::to_string(w) + " x " + std::to_string(h); };
    if (identity.width != info.width() || identity.height != info.height())
        return Error{ErrorCode::Invalid,
            "This is another slide: it has " + size(info.width(), info.height()) + " pixels, the case's slide "
                + size(identity.width, identity.height),
            info.path, "Look for the slide that the case was made on"};
    if (identity.hash != info.hash)
        return Error{ErrorCode::Invalid, "This is another slide: it has the right size, but other contents", info.path,
            "Look for the slide that the case was made on"};
    return {};
}

} // namespace nb
