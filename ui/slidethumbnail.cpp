// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/slidethumbnail.h"

#include "engine/document/casedocument.h"
#include "engine/document/casereader.h"
#include "engine/document/networkplace.h"
#include "engine/slide/slidesource.h"

#include <QFileInfo>

#include <algorithm>

namespace nb
{

namespace
{

// A slide without a pyramid would be read whole for a thumbnail: above this it is read in strips.
constexpr std::int64_t kStripPx = 512;
constexpr std::int64_t kMostPixels = 64LL << 20; // more than this is not worth a thumbnail

int coarsestUseful(const SlideInfo& info, int side)
{
    int level = 0;
    for (int i = 0; i < static_cast<int>(info.levels.size()); ++i)
        if (std::max(info.levels[static_cast<std::size_t>(i)].width, info.levels[static_cast<std::size_t>(i)].height) >= side)
            level = i;
    return level;
}

Result<QImage> pictureOf(const SlideSource& slide, int side, const CancelToken& cancel)
{
    const int number = coarsestUseful(slide.info(), side);
    const SlideLevel& level = slide.info().levels[static_cast<std::size_t>(number)];
    if (level.width * level.height > kMostPixels)
        return QImage();
    const QSize size = QSizeF(static_cast<double>(level.width), static_cast<double>(level.height))
                           .scaled(side, side, Qt::KeepAspectRatio)
                           .toSize()
                           .expandedTo({1, 1});
    QImage whole(static_cast<int>(level.width), static_cast<int>(level.height), QImage::Format_RGB888);
    for (std::int64_t y = 0; y < level.height; y += kStripPx) {
        if (cancel.cancelled())
            return Error{ErrorCode::Cancelled, "Stopped", "", ""};
        const std::int64_t rows = std::min(kStripPx, level.height - y);
        const auto strip = slide.read(number, {0, y, level.width, rows});
        if (!strip)
            return strip.error();
        for (int row = 0; row < strip->height; ++row)
            std::copy_n(strip->row(row), static_cast<std::size_t>(strip->width) * 3,
                whole.scanLine(static_cast<int>(y) + row));
    }
    return whole.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

std::optional<std::int64_t> countIn(const std::string& casePath)
{
    auto reader = CaseReader::open(casePath);
    if (!reader)
        return std::nullopt;
    const auto count = (*reader)->count();
    return count ? std::optional(*count) : std::nullopt;
}

// The slide of a case, where it lies on this machine; a path that leads elsewhere is not followed unasked.
Result<std::string> slideOf(const std::string& casePath)
{
    auto document = CaseDocument::open(casePath, CaseAccess::ReadOnly);
    if (!document)
        return document.error();
    const auto places = (*document)->slidePlaces();
    if (!places)
        return places.error();
    for (const std::string& place : *places)
        if (!leadsToNetwork(place) && QFileInfo::exists(QString::fromStdString(place)))
            return place;
    return Error{ErrorCode::NotFound, "The slide of this case is not where it was", casePath, "Open the case to look for it"};
}

} // namespace

bool namesCase(const QString& path)
{
    return path.endsWith(QStringLiteral(".nsc"), Qt::CaseInsensitive);
}

Result<SlideGlance> glanceAt(const QString& path, const QString& caseFolder, int side, const CancelToken& cancel)
{
    std::string slidePath = path.toStdString();
    std::optional<std::string> casePath;
    if (namesCase(path)) {
        casePath = slidePath;
        const auto found = slideOf(*casePath);
        if (!found)
            return found.error();
        slidePath = *found;
    }
    const auto slide = openSlide(slidePath);
    if (!slide)
        return slide.error();
    const auto picture = pictureOf(**slide, side, cancel);
    if (!picture)
        return picture.error();
    if (!casePath)
        casePath = (caseFolder + QLatin1Char('/')).toStdString() + (*slide)->info().hash + ".nsc";
    return SlideGlance{*picture, QFileInfo::exists(QString::fromStdString(*casePath)) ? countIn(*casePath) : std::nullopt};
}

} // namespace nb
