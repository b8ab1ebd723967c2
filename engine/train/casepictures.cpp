// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/casepictures.h"

#include "engine/geometry/polygonruns.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr int kContextPx = 96; // half of a usual training patch: patches are centred on what is known
constexpr int kNeighbourhoodPx = 6; // around a single corrected nucleus; a neighbour further off is not judged

Ring scaled(const Ring& ring, double byX, double byY)
{
    Ring out;
    out.reserve(ring.size());
    for (const Point& p : ring)
        out.push_back({p.x * byX, p.y * byY});
    return out;
}

bool nothingKnown(const Plane<std::uint8_t>& known)
{
    return std::all_of(known.pixels.begin(), known.pixels.end(), [](std::uint8_t value) { return value == 0; });
}

} // namespace

MultiPolygon CasePictures::toModel(const MultiPolygon& level0) const
{
    const double byX = 1 / m_pixels.scaleX(), byY = 1 / m_pixels.scaleY();
    MultiPolygon out;
    for (const Polygon& polygon : level0) {
        Polygon part{scaled(polygon.shell, byX, byY), {}};
        for (const Ring& hole : polygon.holes)
            part.holes.push_back(scaled(hole, byX, byY));
        out.push_back(std::move(part));
    }
    return out;
}

void CasePictures::keepOut(const std::vector<MultiPolygon>& shapes)
{
    m_keptOut.clear();
    for (const MultiPolygon& shape : shapes)
        m_keptOut.push_back(toModel(shape));
}

Rect CasePictures::withContext(const Rect& core) const
{
    return core.grown(kContextPx).intersected({0, 0, m_pixels.width(), m_pixels.height()});
}

Result<CasePictures::Labelled> CasePictures::labelsOf(const Rect& area, const std::set<NucleusRow>& rows)
{
    const double sx = m_pixels.scaleX(), sy = m_pixels.scaleY();
    const auto left = static_cast<std::int64_t>(std::floor(static_cast<double>(area.x) * sx));
    const auto top = static_cast<std::int64_t>(std::floor(static_cast<double>(area.y) * sy));
    const auto right = static_cast<std::int64_t>(std::ceil(static_cast<double>(area.right()) * sx));
    const auto bottom = static_cast<std::int64_t>(std::ceil(static_cast<double>(area.bottom()) * sy));
    std::vector<MultiPolygon> shapes;
    Labelled out;
    const Status visited
        = m_reader.visit({left, top, right - left, bottom - top}, 0, [&](const NucleusGlance& nucleus) {
              shapes.push_back(toModel(nucleus.shape));
              if (rows.contains(nucleus.row))
                  out.chosen.insert(static_cast<std::uint32_t>(shapes.size()));
              return true;
          });
    if (!visited)
        return visited.error();
    auto labels = rasterize(shapes, area);
    if (!labels)
        return labels.error();
    out.labels = std::move(*labels);
    return out;
}

Status CasePictures::maskKeptOut(const Rect& area, Plane<std::uint8_t>& known) const
{
    if (m_keptOut.empty())
        return {};
    const auto out = rasterize(m_keptOut, area);
    if (!out)
        return out.error();
    for (std::size_t i = 0; i < known.pixels.size(); ++i)
        if (out->pixels[i] != 0)
            known.pixels[i] = 0;
    return {};
}

Result<std::shared_ptr<const TrainingPicture>> CasePictures::finished(
    const std::string& name, const Rect& area, LabelImage labels, Plane<std::uint8_t> known) const
{
    auto rgb = m_pixels.read(area);
    if (!rgb)
        return rgb.error();
    m_normalizer.apply(rgb->pixels.data(), rgb->pixels.size() / 3);
    auto picture = std::make_shared<TrainingPicture>();
    picture->name = name;
    picture->rgb = std::move(*rgb);
    picture->nuclei = countNuclei(labels, known);
    picture->labels = std::move(labels);
    picture->known = std::move(known);
    picture->place = PicturePlace{static_cast<double>(area.x) * m_pixels.scaleX(),
        static_cast<double>(area.y) * m_pixels.scaleY(), m_pixels.scaleX(), m_pixels.scaleY()};
    picture->slide = m_slide;
    return std::shared_ptr<const TrainingPicture>(std::move(picture));
}

Result<std::shared_ptr<const TrainingPicture>> CasePictures::region(
    const std::string& name, const MultiPolygon& shape, const Rect& core)
{
    const Rect area = withContext(core);
    if (area.empty())
        return std::shared_ptr<const TrainingPicture>();
    const std::vector<MultiPolygon> shapes{toModel(shape)};
    const auto within = rasterize(shapes, area);
    if (!within)
        return within.error();
    Plane<std::uint8_t> known(within->width, within->height);
    for (int y = 0; y < known.height; ++y)
        for (int x = 0; x < known.width; ++x)
            known.at(x, y) = within->at(x, y) != 0 && core.contains(area.x + x, area.y + y) ? 1 : 0;
    if (Status status = maskKeptOut(area, known); !status)
        return status.error();
    if (nothingKnown(known))
        return std::shared_ptr<const TrainingPicture>();
    auto labelled = labelsOf(area, {});
    if (!labelled)
        return labelled.error();
    return finished(name, area, std::move(labelled->labels), std::move(known));
}

Result<std::shared_ptr<const TrainingPicture>> CasePictures::aroundNuclei(
    const std::string& name, const std::set<NucleusRow>& rows, const Rect& core)
{
    const Rect area = withContext(core);
    if (area.empty())
        return std::shared_ptr<const TrainingPicture>();
    auto labelled = labelsOf(area, rows);
    if (!labelled)
        return labelled.error();
    const LabelImage& labels = labelled->labels;
    Plane<std::uint8_t> known(labels.width, labels.height);
    for (std::size_t i = 0; i < known.pixels.size(); ++i)
        known.pixels[i] = labelled->chosen.contains(labels.pixels[i]) ? 1 : 0;
    cv::Mat mask(known.height, known.width, CV_8U, known.pixels.data());
    constexpr int kSide = 2 * kNeighbourhoodPx + 1;
    cv::dilate(mask, mask, cv::getStructuringElement(cv::MORPH_ELLIPSE, {kSide, kSide}));
    for (std::size_t i = 0; i < known.pixels.size(); ++i)
        if (labels.pixels[i] != 0 && !labelled->chosen.contains(labels.pixels[i]))
            known.pixels[i] = 0; // a neighbour that nobody has looked at
    if (Status status = maskKeptOut(area, known); !status)
        return status.error();
    if (nothingKnown(known))
        return std::shared_ptr<const TrainingPicture>();
    return finished(name, area, std::move(labelled->labels), std::move(known));
}

} // namespace nb
