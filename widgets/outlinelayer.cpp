// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outlinelayer.h"

#include "widgets/outlinebands.h"
#include "widgets/outlinetilesource.h"

#include <QPainter>
#include <cmath>
#include <utility>

namespace nb
{

namespace
{

// Nuclei in view up to which vectors are drawn, and from which tiles are; between them it stays as it was, so that a
// pan does not flicker.
constexpr std::size_t kVectorsUpTo = 1000;
constexpr std::size_t kTilesFrom = 1500;

Rect rectOf(const QRectF& slide)
{
    const auto low = [](double v) { return static_cast<std::int64_t>(std::floor(v)); };
    const auto high = [](double v) { return static_cast<std::int64_t>(std::ceil(v)); };
    const Rect rect{low(slide.left()), low(slide.top()), 0, 0};
    return {rect.x, rect.y, high(slide.right()) - rect.x, high(slide.bottom()) - rect.y};
}

QPen cosmetic(const QColor& colour, double width)
{
    QPen pen(colour, width);
    pen.setCosmetic(true);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

} // namespace

OutlineLayer::OutlineLayer(
    std::shared_ptr<const NucleusSource> nuclei, const QSizeF& slideSize, TileLoader& loader, QObject* parent)
    : Layer(parent)
    , m_nuclei(std::move(nuclei))
    , m_slideSize(slideSize)
    , m_loader(loader)
{
    makeTiles();
}

OutlineLayer::~OutlineLayer() = default;

void OutlineLayer::makeTiles()
{
    auto source = std::make_shared<OutlineTileSource>(m_nuclei, m_slideSize, m_style, m_devicePixelRatio);
    if (m_tiles) {
        m_tiles->setSource(std::move(source));
        return;
    }
    m_tiles = std::make_unique<TileLayer>(std::move(source), m_loader);
    connect(m_tiles.get(), &Layer::changed, this, [this](const QRectF& area) {
        if (!m_vectors)
            Q_EMIT changed(area);
    });
    connect(m_tiles.get(), &Layer::overviewChanged, this, &Layer::overviewChanged);
    connect(m_tiles.get(), &Layer::settledChanged, this, &Layer::settledChanged);
    connect(m_tiles.get(), &Layer::failed, this, &Layer::failed);
}

void OutlineLayer::setStyle(const OutlineStyle& style)
{
    m_style = style;
    makeTiles();
    if (drawn())
        Q_EMIT changed({});
}

void OutlineLayer::load(const ViewTransform& view)
{
    const std::size_t count = m_nuclei->countNear(rectOf(view.visibleSlide()));
    m_vectors = count <= (m_vectors ? kTilesFrom : kVectorsUpTo);
    if (view.devicePixelRatio != m_devicePixelRatio) { // another screen: lines of another width in pixels
        m_devicePixelRatio = view.devicePixelRatio;
        makeTiles();
    }
    m_tiles->setVisible(true);
    m_tiles->setOverviewOnly(m_vectors);
    m_tiles->setView(view);
}

void OutlineLayer::rest()
{
    m_tiles->setVisible(false);
}

void OutlineLayer::sourceChanged()
{
    if (m_generation == m_nuclei->generation())
        return;
    const quint64 since = std::exchange(m_generation, m_nuclei->generation());
    if (!drawn())
        return;
    const bool before = m_vectors;
    reload();
    m_tiles->sourceChanged();
    if (m_vectors != before)
        Q_EMIT changed({});
    else if (m_vectors)
        tellChangedSquares(since);
}

/// Where vectors have changed since a generation; tiles tell of themselves.
void OutlineLayer::tellChangedSquares(quint64 since)
{
    const TileGrid& grid = m_tiles->source()->grid();
    const int level = std::min(tileLevelFor(grid, view()), grid.coarsest());
    const TileLevel& squares = grid.levels[static_cast<std::size_t>(level)];
    const double wide = squares.pixelWidth * TileGrid::kTileSize, high = squares.pixelHeight * TileGrid::kTileSize;
    const QRectF seen = view().visibleSlide();
    const double margin = (m_style.handCasingWidth + 1) / view().scale;
    for (int row = std::max(static_cast<int>(seen.top() / high), 0); row < squares.rows && row * high < seen.bottom();
         ++row)
        for (int column = std::max(static_cast<int>(seen.left() / wide), 0);
             column < squares.columns && column * wide < seen.right(); ++column)
            if (m_nuclei->version(level, column, row) > since)
                Q_EMIT changed(grid.area({level, column, row}).adjusted(-margin, -margin, margin, margin));
}

bool OutlineLayer::settled() const
{
    return !drawn() || m_tiles->settled();
}

QImage OutlineLayer::overview() const
{
    return m_tiles->overview();
}

std::optional<Nucleus> OutlineLayer::nucleusAt(const QPointF& level0) const
{
    return m_nuclei->at({level0.x(), level0.y()});
}

void OutlineLayer::setHighlight(const std::optional<Nucleus>& nucleus)
{
    if (nucleus.has_value() == m_highlight.has_value() && (!nucleus || nucleus->id == m_highlight->id))
        return;
    const auto areaOf = [this](const std::optional<Nucleus>& n) {
        QPolygonF ring;
        if (n)
            for (const Point& p : n->contour)
                ring.append({p.x, p.y});
        const double margin = 6 / view().scale;
        return n ? ring.boundingRect().adjusted(-margin, -margin, margin, margin) : QRectF();
    };
    const QRectF area = areaOf(m_highlight).united(areaOf(nucleus));
    m_highlight = nucleus;
    if (drawn())
        Q_EMIT changed(area);
}

void OutlineLayer::paint(QPainter& painter, const ViewTransform& view)
{
    paintHighlight(painter, view); // beneath, so that the line keeps its colour
    if (m_vectors)
        paintVectors(painter, view);
    else
        m_tiles->paint(painter, view);
}

void OutlineLayer::paintVectors(QPainter& painter, const ViewTransform& view) const
{
    const QRectF clip = painter.hasClipping() ? painter.clipBoundingRect() : QRectF(QPointF(0, 0), view.viewport);
    const double margin = m_style.handCasingWidth;
    const QTransform toScreen = view.slideToScreen();
    std::vector<OutlineShape> shapes;
    m_nuclei->visit(
        rectOf(view.toSlide(clip.adjusted(-margin, -margin, margin, margin))), [&](const NucleusOutline& n) {
            QPolygonF ring;
            ring.reserve(static_cast<qsizetype>(n.points.size()));
            for (const OutlinePoint& p : n.points)
                ring.append(
                    toScreen.map(QPointF(n.originX + static_cast<double>(p.x), n.originY + static_cast<double>(p.y))));
            const bool faint = static_cast<double>(std::max(n.bounds.width, n.bounds.height)) * view.scale
                < m_style.faintBelow;
            shapes.push_back({std::move(ring), faint ? m_style.faintColourOf(n) : m_style.colourOf(n), !faint,
                OutlineStyle::byHand(n), OutlineStyle::accepted(n)});
            return true;
        });
    const bool quick = !painter.testRenderHint(QPainter::SmoothPixmapTransform); // a frame in motion
    paintOutlines(painter, shapes, m_style, 1, quick);
}

void OutlineLayer::paintHighlight(QPainter& painter, const ViewTransform& view) const
{
    if (!m_highlight)
        return;
    QPolygonF ring;
    const QTransform toScreen = view.slideToScreen();
    for (const Point& p : m_highlight->contour)
        ring.append(toScreen.map(QPointF(p.x, p.y)));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(cosmetic(m_style.casing, m_style.handCasingWidth + 4));
    painter.drawPolygon(ring);
    painter.setBrush(QColor(255, 255, 255, 60));
    painter.setPen(cosmetic(Qt::white, m_style.handCasingWidth + 2));
    painter.drawPolygon(ring);
}

} // namespace nb
