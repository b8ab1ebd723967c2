// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachingrequest.h"

#include "engine/train/settingsreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kLargest = 1 << 30; // pixels
constexpr int kMostThreads = 1024;

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

std::string bytes(const QJsonValue& value)
{
    return value.toString().toStdString();
}

QJsonValue rectJson(const std::optional<Rect>& rect)
{
    if (!rect)
        return {};
    return QJsonArray{qint64{rect->x}, qint64{rect->y}, qint64{rect->width}, qint64{rect->height}};
}

std::optional<Rect> rectIn(const QJsonValue& value)
{
    const QJsonArray array = value.toArray();
    std::array<std::int64_t, 4> numbers{};
    for (int i = 0; i < 4; ++i)
        numbers.at(static_cast<std::size_t>(i)) = std::clamp<qint64>(array.at(i).toInteger(), 0, kLargest);
    const Rect rect{numbers[0], numbers[1], numbers[2], numbers[3]};
    return rect.empty() ? std::nullopt : std::optional(rect);
}

std::optional<Uuid> uuidIn(const QString& hex)
{
    const QByteArray from = QByteArray::fromHex(hex.toLatin1());
    Uuid id{};
    if (from.size() != static_cast<qsizetype>(id.size()))
        return {};
    std::copy(from.begin(), from.end(), id.begin());
    return id;
}

/// A number of an enumeration that ends with `last`.
template <class Enum> Enum chosen(const QJsonValue& value, Enum last)
{
    return static_cast<Enum>(std::clamp(value.toInt(), 0, static_cast<int>(last)));
}

} // namespace

QByteArray requestText(const TeachingRequest& request)
{
    QJsonObject roles;
    for (const auto& [id, role] : request.roles)
        roles.insert(
            QString::fromLatin1(
                QByteArray(reinterpret_cast<const char*>(id.data()), static_cast<qsizetype>(id.size())).toHex()),
            static_cast<int>(role));
    QJsonArray others;
    for (const auto& [path, use] : request.others)
        others.append(QJsonArray{text(path), static_cast<int>(use)});
    const QJsonObject json{{QStringLiteral("model"), text(request.parentPath)},
        {QStringLiteral("case"), text(request.casePath)}, {QStringLiteral("slide"), text(request.slideName)},
        {QStringLiteral("slide_hash"), text(request.slideHash)}, {QStringLiteral("roles"), roles},
        {QStringLiteral("held_out"), rectJson(request.heldOut)},
        {QStringLiteral("corrected_nuclei"), request.correctedNuclei}, {QStringLiteral("others"), others},
        {QStringLiteral("settings"), text(settingsText(request.settings))},
        {QStringLiteral("precision"), static_cast<int>(request.settings.precision)},
        {QStringLiteral("threads"), request.settings.threads},
        {QStringLiteral("normalize"), static_cast<int>(request.normalize)}};
    return QJsonDocument(json).toJson();
}

Result<TeachingRequest> requestFromText(const QByteArray& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const auto value = [&json](const char* key) { return json.value(QLatin1String(key)); };
    auto settings = settingsFromText(bytes(value("settings")));
    if (!settings)
        return settings.error();
    TeachingRequest request;
    request.settings = std::move(*settings);
    request.settings.precision = chosen(value("precision"), PrecisionChoice::Bf16);
    request.settings.threads = std::clamp(value("threads").toInt(), 0, kMostThreads);
    request.parentPath = bytes(value("model"));
    request.casePath = bytes(value("case"));
    request.slideName = bytes(value("slide"));
    request.slideHash = bytes(value("slide_hash"));
    const QJsonObject roles = value("roles").toObject();
    for (auto role = roles.begin(); role != roles.end(); ++role)
        if (const auto id = uuidIn(role.key()))
            request.roles[*id] = chosen(role.value(), RegionRole::Validation);
    request.heldOut = rectIn(value("held_out"));
    request.correctedNuclei = value("corrected_nuclei").toBool();
    for (const QJsonValue& other : value("others").toArray())
        request.others.emplace_back(bytes(other.toArray().at(0)), chosen(other.toArray().at(1), TeachingUse::Nothing));
    request.normalize = chosen(value("normalize"), StainChoice::None);
    return request;
}

} // namespace nb
