// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outlinetilesource.h"

#include "widgets/outlinebands.h"

#include <QPainter>
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
constexpr double kEllipse = 0.785; // of its box
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

    /// A nucleus in its box (tile pixels): spread over the pixels that it covers.
    void add(const QRectF& box, const QColor& colour)
    {
        const double covered = box.width() * box.height() * kEllipse;
        const double strength = kEllipse * std::max(1.0, kLeastShare / std::max(covered, 1e-9));
        const int left = std::max(static_cast<int>(std::floor(box.left())), 0),
                  top = std::max(static_cast<int>(std::floor(box.top())), 0);
        for (int y = top; y < std::min<double>(box.bottom(), m_size.height()); ++y)
            for (int x = left; x < std::min<double>(box.right(), m_size.width()); ++x) {
                const double wide = std::min(box.right(), x + 1.0) - std::max(box.left(), double(x)),
                             high = std::min(box.bottom(), y + 1.0) - std::max(box.top(), double(y));
                add(x, y, static_cast<float>(strength * wide * high), colour.rgb());
            }
    }

    void paintOn(QImage& image, double opacity) const
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
                    std::lround(255 * opacity * (1 - std::exp(-kDotStrength / opacity * static_cast<double>(dot.share)))));
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
    void add(int x, int y, float share, QRgb rgb)
    {
        Dot& dot = m_dots[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width())
            + static_cast<std::size_t>(x)];
        dot.share += share;
        dot.red += share * static_cast<float>(qRed(rgb));
        dot.green += share * static_cast<float>(qGreen(rgb));
        dot.blue += share * static_cast<float>(qBlue(rgb));
        m_any = true;
    }

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
    const auto margin = static_cast<std::int64_t>(std::ceil(m_style.handCasingWidth * unit / scale));
    const Rect search = Rect{static_cast<std::int64_t>(area.x()), static_cast<std::int64_t>(area.y()),
        static_cast<std::int64_t>(std::ceil(area.width())), static_cast<std::int64_t>(std::ceil(area.height()))}
                            .grown(margin);
    DotSheet dots(size);
    std::vector<OutlineShape> shapes;
    m_nuclei->visit(search, [&](const NucleusOutline& nucleus) {
        const double width = static_cast<double>(nucleus.bounds.width) * scale,
                     height = static_cast<double>(nucleus.bounds.height) * scale;
        if (std::max(width, height) < kDotBelow)
            dots.add(QRectF((static_cast<double>(nucleus.bounds.x) - area.x()) * scale,
                         (static_cast<double>(nucleus.bounds.y) - area.y()) * scale, width, height),
                m_style.colourOf(nucleus));
        else
            shapes.push_back({ringOf(nucleus, area.topLeft(), scale),
                std::max(width, height) < m_style.faintBelow * unit ? m_style.faintColourOf(nucleus)
                                                                    : m_style.colourOf(nucleus),
                std::max(width, height) >= kCasingAbove * m_devicePixelRatio, OutlineStyle::byHand(nucleus),
                OutlineStyle::accepted(nucleus)});
        return !cancel.cancelled();
    });
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    dots.paintOn(image, m_style.faintOpacity);
    QPainter painter(&image);
    paintOutlines(painter, shapes, m_style, unit, false);
    painter.end();
    return image;
}

} // namespace nb
