// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outlinetilesource.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kDotBelow = 4; // tile pixels: smaller nuclei have no shape to see
constexpr double kCasingAbove = 10; // with a casing, smaller ones would be all casing
constexpr double kShrink = 1.4; // a tile is shown at half to full size: lines are drawn so much wider
constexpr double kDotStrength = 3; // how fast a pixel becomes opaque with the share that nuclei cover
constexpr double kLeastShare = 0.08; // so that a lone nucleus is seen at any zoom

/// Nuclei too small for a shape: for each pixel the share covered, with the mean colour.
class DotSheet
{
public:
    explicit DotSheet(const QSize& size)
        : m_size(size)
        , m_dots(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()))
    {
    }

    void add(double x, double y, double share, const QColor& colour)
    {
        if (x < 0 || y < 0 || x >= m_size.width() || y >= m_size.height())
            return;
        Dot& dot = m_dots[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width())
            + static_cast<std::size_t>(x)];
        const auto weight = static_cast<float>(std::max(share, kLeastShare));
        const QRgb rgb = colour.rgb();
        dot.share += weight;
        dot.red += weight * static_cast<float>(qRed(rgb));
        dot.green += weight * static_cast<float>(qGreen(rgb));
        dot.blue += weight * static_cast<float>(qBlue(rgb));
        m_any = true;
    }

    void paintOn(QImage& image) const
    {
        if (!m_any)
            return;
        for (int y = 0; y < m_size.height(); ++y) {
            auto* const to = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = 0; x < m_size.width(); ++x) {
                const Dot& dot = m_dots[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width())
                    + static_cast<std::size_t>(x)];
                if (dot.share <= 0)
                    continue;
                const auto of = [&](float sum) { return static_cast<int>(std::lround(sum / dot.share)); };
                const int alpha = static_cast<int>(
                    std::lround(255 * (1 - std::exp(-kDotStrength * static_cast<double>(dot.share)))));
                to[x] = qPremultiply(qRgba(of(dot.red), of(dot.green), of(dot.blue), alpha));
            }
        }
    }

private:
    struct Dot {
        float share = 0;
        float red = 0;
        float green = 0;
        float blue = 0;
    };
    QSize m_size;
    std::vector<Dot> m_dots;
    bool m_any = false;
};

QPolygonF ringOf(const NucleusOutline& nucleus, const QPointF& origin, double scale)
{
    QPolygonF ring;
    ring.reserve(static_cast<qsizetype>(nucleus.points.size()));
    for (const OutlinePoint& p : nucleus.points)
        ring.append({(nucleus.originX + static_cast<double>(p.x) - origin.x()) * scale,
            (nucleus.originY + static_cast<double>(p.y) - origin.y()) * scale});
    return ring;
}

/// Shapes collected during the visit: all casings lie below all lines.
struct Shape {
    QPolygonF ring;
    QColor colour;
    bool casing = false;
};

void paintShapes(QImage& image, const std::vector<Shape>& shapes, const OutlineStyle& style, double unit)
{
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.casing, style.casingWidth * unit));
    for (const Shape& shape : shapes)
        if (shape.casing && style.stroke)
            painter.drawPolygon(shape.ring);
    for (const Shape& shape : shapes) {
        QColor fill = shape.colour;
        fill.setAlphaF(static_cast<float>(style.fillOpacity));
        painter.setBrush(style.fill ? QBrush(fill) : QBrush());
        painter.setPen(
            style.stroke ? QPen(shape.colour, style.lineWidth * unit * (shape.casing ? 1 : 0.8)) : QPen(Qt::NoPen));
        painter.drawPolygon(shape.ring);
    }
}

} // namespace

OutlineTileSource::OutlineTileSource(
    std::shared_ptr<const NucleusSource> nuclei, const QSizeF& slideSize, OutlineStyle style, double devicePixelRatio)
    : m_nuclei(std::move(nuclei))
    , m_style(std::move(style))
    , m_devicePixelRatio(devicePixelRatio)
    , m_grid(TileGrid::halving(slideSize, 1, 1))
{
}

quint64 OutlineTileSource::version(const TileKey& key) const
{
    quint64 newest = 0; // a neighbour's nucleus draws its line into this tile
    for (int row = std::max(key.row - 1, 0); row <= key.row + 1; ++row)
        for (int column = std::max(key.column - 1, 0); column <= key.column + 1; ++column)
            if (m_grid.contains({key.level, column, row}))
                newest = std::max(newest, quint64{m_nuclei->version(key.level, column, row)});
    return newest;
}

Result<QImage> OutlineTileSource::tile(const TileKey& key, const CancelToken& cancel) const
{
    if (version(key) == 0)
        return QImage();
    const QSize size = m_grid.pixels(key);
    const QRectF area = m_grid.area(key);
    const double scale = 1 / m_grid.levels[static_cast<std::size_t>(key.level)].pixelWidth;
    const double unit = kShrink * m_devicePixelRatio;
    const auto margin = static_cast<std::int64_t>(std::ceil(m_style.casingWidth * unit / scale));
    const Rect search = Rect{static_cast<std::int64_t>(area.x()), static_cast<std::int64_t>(area.y()),
        static_cast<std::int64_t>(std::ceil(area.width())), static_cast<std::int64_t>(std::ceil(area.height()))}
                            .grown(margin);
    DotSheet dots(size);
    std::vector<Shape> shapes;
    m_nuclei->visit(search, [&](const NucleusOutline& nucleus) {
        const double width = static_cast<double>(nucleus.bounds.width) * scale,
                     height = static_cast<double>(nucleus.bounds.height) * scale;
        if (std::max(width, height) < kDotBelow)
            dots.add((static_cast<double>(nucleus.bounds.x) - area.x()) * scale + width / 2,
                (static_cast<double>(nucleus.bounds.y) - area.y()) * scale + height / 2, width * height * 0.785,
                m_style.colourOf(nucleus)); // an ellipse in its box
        else
            shapes.push_back({ringOf(nucleus, area.topLeft(), scale), m_style.colourOf(nucleus),
                std::max(width, height) >= kCasingAbove * m_devicePixelRatio});
        return !cancel.cancelled();
    });
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    dots.paintOn(image);
    paintShapes(image, shapes, m_style, unit);
    return image;
}

} // namespace nb
