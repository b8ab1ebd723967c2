// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/arguments.h"

#include "ui/slidethumbnail.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace nb
{

namespace
{

constexpr int kLargestPicture = 16384;

std::optional<Rect> parseRegion(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(-?\\d{1,9}),(-?\\d{1,9}),(\\d{1,9}),(\\d{1,9})$"));
    const auto match = pattern.match(text);
    const Rect region{match.captured(1).toLongLong(), match.captured(2).toLongLong(), match.captured(3).toLongLong(),
        match.captured(4).toLongLong()};
    return match.hasMatch() && !region.empty() ? std::optional(region) : std::nullopt;
}

std::optional<QSize> parseSize(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const auto match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool fits
        = match.hasMatch() && !size.isEmpty() && size.width() <= kLargestPicture && size.height() <= kLargestPicture;
    return fits ? std::optional(size) : std::nullopt;
}

/// What is wrong with the list, or nothing.
QString parseLayers(const QString& text, SnapshotRequest& request)
{
    static const QStringList kStains{QStringLiteral("slide"), QStringLiteral("normalised"),
        QStringLiteral("haematoxylin"), QStringLiteral("eosin"), QStringLiteral("residual")};
    static const std::map<QString, LayerId> kLayers{{QStringLiteral("background"), LayerId::Background},
        {QStringLiteral("boundary"), LayerId::Boundary}, {QStringLiteral("inside"), LayerId::Inside},
        {QStringLiteral("outlines"), LayerId::Outlines}};
    request.layers.clear();
    request.showSlide = false;
    request.showRegions = false;
    const auto names = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& name : names) {
        if (const auto stain = kStains.indexOf(name); stain >= 0) {
            request.showSlide = true;
            request.stainView
                = std::max(request.stainView, static_cast<int>(stain)); // "slide" beside a stain view means that view
        } else if (const auto found = kLayers.find(name); found != kLayers.end())
            request.layers.insert(found->second);
        else if (name == QLatin1String("annotations")) // a slide and a file of nuclei have none to draw
            request.showRegions = true;
        else
            return QStringLiteral("--layers knows slide, normalised, haematoxylin, eosin, residual, background, "
                                  "boundary, inside, outlines and annotations, not \"%1\"")
                .arg(name);
    }
    return {};
}

QString readSnapshotOptions(const QCommandLineParser& parser, SnapshotRequest& request)
{
    const auto value = [&](const char* name) { return parser.value(QLatin1String(name)); };
    const auto given = [&](const char* name) { return parser.isSet(QLatin1String(name)); };
    request.output = value("snapshot");
    if (request.output.isEmpty())
        return QStringLiteral("--snapshot needs the name of the picture");
    if (given("region") && !(request.region = parseRegion(value("region"))))
        return QStringLiteral("--region is X,Y,W,H in whole pixels of the slide, W and H above 0");
    if (given("size")) {
        const auto size = parseSize(value("size"));
        if (!size)
            return QStringLiteral("--size is WIDTHxHEIGHT in pixels, each from 1 to %1").arg(kLargestPicture);
        request.size = *size;
    }
    request.showRegions = namesCase(request.file);
    if (!request.nucleiFile.isEmpty() || namesCase(request.file))
        request.layers.insert(LayerId::Outlines);
    return given("layers") ? parseLayers(value("layers"), request) : QString();
}

} // namespace

Arguments parseArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("See and find nuclei on whole-slide images. For research use only."));
    parser.addPositionalArgument(
        QStringLiteral("FILE"), QStringLiteral("A slide, a picture or a case (.nsc)."), QStringLiteral("[FILE]"));
    parser.addOptions({{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this help.")},
        {QStringLiteral("version"), QStringLiteral("Shows the version.")},
        {QStringLiteral("nuclei"), QStringLiteral("Shows the nuclei of a GeoJSON file on the slide."),
            QStringLiteral("FILE.geojson")},
        {QStringLiteral("snapshot"), QStringLiteral("Saves the picture and ends; needs no display."),
            QStringLiteral("OUT.png")},
        {QStringLiteral("region"), QStringLiteral("What the picture shows, in pixels of the slide."),
            QStringLiteral("X,Y,W,H")},
        {QStringLiteral("size"), QStringLiteral("Size of the picture."), QStringLiteral("WxH")},
        {QStringLiteral("layers"),
            QStringLiteral("What the picture shows: slide, normalised, haematoxylin, eosin, residual, background, "
                           "boundary, inside, outlines, annotations (the case's regions)."),
            QStringLiteral("LIST")}});
    Arguments result;
    if (!parser.parse(arguments)) {
        result.complaint = parser.errorText();
        return result;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        result.answer = parser.helpText();
        return result;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        result.answer = QStringLiteral("nucleoscope %1\n").arg(QStringLiteral(NB_VERSION));
        return result;
    }
    const QStringList files = parser.positionalArguments();
    result.file = files.value(0);
    result.nucleiFile = parser.value(QStringLiteral("nuclei"));
    result.snapshot = parser.isSet(QStringLiteral("snapshot"));
    result.request.file = result.file;
    result.request.nucleiFile = result.nucleiFile;
    if (files.size() > 1)
        result.complaint = QStringLiteral("Only one slide at a time: %1").arg(files[1]);
    else if (result.file.isEmpty() && (result.snapshot || !result.nucleiFile.isEmpty()))
        result.complaint = QStringLiteral("Name the slide, too");
    else if (!result.snapshot
        && (parser.isSet(QStringLiteral("region")) || parser.isSet(QStringLiteral("size"))
            || parser.isSet(QStringLiteral("layers"))))
        result.complaint = QStringLiteral("--region, --size and --layers go with --snapshot");
    else if (result.snapshot)
        result.complaint = readSnapshotOptions(parser, result.request);
    return result;
}

} // namespace nb
