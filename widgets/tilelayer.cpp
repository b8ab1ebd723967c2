// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tilelayer.h"

#include <QPainter>
#include <QRegion>
#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

// A tile whose source changes all the time is made anew at most so often, and never takes more than about a tenth of a
// thread.
constexpr qint64 kRefreshMs = 100;
constexpr int kRefreshShare = 9;
constexpr double kHatch = 8; // Qt's pattern repeats after so many pixels
// From here on a level-0 pixel is a square that people want to see as it is.
constexpr double kShowPixelsAbove = 4;

/// Edges on whole device pixels: neighbours share them, so there is no seam and nothing is drawn twice.
QRectF snapped(const QRectF& screen, double devicePixelRatio)
{
    const auto snap = [devicePixelRatio](double v) { return std::round(v * devicePixelRatio) / devicePixelRatio; };
    return {QPointF(snap(screen.left()), snap(screen.top())), QPointF(snap(screen.right()), snap(screen.bottom()))};
}

} // namespace

TileLayer::TileLayer(std::shared_ptr<const TileSource> source, TileLoader& loader, QObject* parent)
    : Layer(parent)
    , m_source(std::move(source))
    , m_loader(loader)
{
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, [this] { reload(); });
    connect(&loader, &TileLoader::loaded, this, &TileLayer::tileLoaded);
    connect(&loader, &TileLoader::tileFailed, this, &TileLayer::tileFailed);
    connect(&loader, &TileLoader::delivered, this, &TileLayer::delivered);
}

TileLayer::~TileLayer()
{
    dropFormer();
    m_loader.forget(m_source->id());
}

void TileLayer::dropFormer()
{
    if (m_former)
        m_loader.forget(m_former->id());
    m_former.reset();
}

void TileLayer::setSource(std::shared_ptr<const TileSource> source)
{
    if (source == m_source)
        return;
    dropFormer();
    m_loader.setWanted(m_source, {});
    m_former = std::exchange(m_source, std::move(source));
    m_told = false;
    setSettled(false);
    reload();
    Q_EMIT changed({});
}

void TileLayer::sourceChanged()
{
    if (!m_refresh.isActive())
        reload();
}

void TileLayer::setOverviewOnly(bool only)
{
    if (only == m_overviewOnly)
        return;
    m_overviewOnly = only;
    reload();
}

void TileLayer::retryFailed()
{
    m_told = false;
    m_loader.retryFailed(m_source->id());
    reload();
    Q_EMIT changed({});
}

TileState TileLayer::stateOf(const TileSource& source, const TileKey& key) const
{
    if (const CachedTile* tile = m_loader.cache().find(source.id(), key))
        return tile->version < source.version(key) ? TileState::Old : TileState::Ready;
    return m_loader.failed(source.id(), key) ? TileState::Failed : TileState::Missing;
}

TileSelection TileLayer::selectionOf(const TileSource& source, const ViewTransform& view) const
{
    return selectTiles(source.grid(), view, [&](const TileKey& key) { return stateOf(source, key); });
}

bool TileLayer::tooFresh(const TileKey& key) const
{
    const CachedTile* const tile = m_loader.cache().find(m_source->id(), key);
    return tile
        && m_loader.nowMs() - tile->loadedAtMs < std::max<qint64>(kRefreshMs, qint64{tile->loadMs} * kRefreshShare);
}

void TileLayer::load(const ViewTransform& view)
{
    TileSelection selection = selectionOf(*m_source, view);
    if (m_overviewOnly) {
        const auto coarsest = [this](const TileKey& key) { return key.level == m_source->grid().coarsest(); };
        std::erase_if(selection.wanted, [&](const TileWant& want) { return !coarsest(want.key); });
        std::erase_if(selection.visible, [&](const TileKey& key) { return !coarsest(key); });
        selection.complete = stateOf(*m_source, {m_source->grid().coarsest(), 0, 0}) != TileState::Missing;
    }
    const auto fresh = std::erase_if(selection.wanted, [this](const TileWant& want) { return tooFresh(want.key); });
    if (fresh > 0 && !m_refresh.isActive())
        m_refresh.start(kRefreshMs);
    m_loader.cache().setVisible(m_source->id(), selection.visible);
    m_loader.setWanted(m_source, selection.wanted);
    if (selection.complete && m_former) {
        dropFormer();
        Q_EMIT changed({});
    }
    setSettled(selection.complete);
}

void TileLayer::rest()
{
    m_refresh.stop();
    m_loader.setWanted(m_source, {});
    m_loader.cache().setVisible(m_source->id(), {});
}

void TileLayer::setSettled(bool settled)
{
    if (settled == m_settled)
        return;
    m_settled = settled;
    Q_EMIT settledChanged();
}

void TileLayer::tileLoaded(quint64 source, const TileKey& key)
{
    if (source != m_source->id())
        return;
    Q_EMIT changed(m_source->grid().area(key));
    if (key.level == m_source->grid().coarsest())
        Q_EMIT overviewChanged();
}

void TileLayer::tileFailed(quint64 source, const TileKey& key, const Error& error)
{
    if (source != m_source->id())
        return;
    Q_EMIT changed(m_source->grid().area(key));
    if (std::exchange(m_told, true))
        return;
    Q_EMIT failed(error);
}

void TileLayer::delivered()
{
    if (!m_settled)
        reload();
}

QImage TileLayer::overview() const
{
    const CachedTile* const tile = m_loader.cache().find(m_source->id(), {m_source->grid().coarsest(), 0, 0});
    return tile ? tile->image : QImage();
}

void TileLayer::paint(QPainter& painter, const ViewTransform& view)
{
    if (view.upright() && !magnified(view))
        paintUpright(painter, view);
    else
        paintSheet(painter, view);
    markFailed(painter, view);
}

/// On the screen and not in a sheet, so that the hatching is as fine at every zoom; it moves along with the slide.
void TileLayer::markFailed(QPainter& painter, const ViewTransform& view) const
{
    if (!m_loader.anyFailed(m_source->id()))
        return;
    const QTransform toScreen = view.slideToScreen();
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(QColor(90, 90, 90, 150), Qt::BDiagPattern));
    const QPointF origin = toScreen.map(QPointF(0, 0));
    painter.setBrushOrigin(QPointF(std::remainder(origin.x(), kHatch), std::remainder(origin.y(), kHatch)));
    for (const TileDraw& draw : selectionOf(*m_source, view).draw)
        if (draw.failed)
            painter.drawPolygon(toScreen.map(QPolygonF(draw.area)));
}

void TileLayer::paintUpright(QPainter& painter, const ViewTransform& view) const
{
    TileSelection selection = selectionOf(*m_source, view);
    if (m_former) {
        const auto standIn = [&](const TileDraw& tile) { return !tile.picture || tile.key.level > selection.level; };
        QRegion uncovered;
        for (const TileDraw& tile : selection.draw)
            if (standIn(tile))
                uncovered += snapped(view.toScreen(tile.area), 1).toRect();
        std::erase_if(selection.draw, standIn);
        painter.save();
        painter.setClipRegion(uncovered, Qt::IntersectClip);
        drawTiles(painter, view, *m_former, selectionOf(*m_former, view).draw);
        painter.restore();
    }
    drawTiles(painter, view, *m_source, selection.draw);
}

void TileLayer::drawTiles(
    QPainter& painter, const ViewTransform& view, const TileSource& source, const std::vector<TileDraw>& tiles) const
{
    const QRectF clip = painter.hasClipping() ? painter.clipBoundingRect() : QRectF(QPointF(0, 0), view.viewport);
    const QTransform toScreen = view.slideToScreen();
    for (const TileDraw& draw : tiles) {
        const QRectF target = snapped(toScreen.mapRect(draw.area), view.devicePixelRatio);
        if (!target.intersects(clip))
            continue;
        const CachedTile* const tile = draw.picture ? m_loader.cache().find(source.id(), draw.key) : nullptr;
        if (tile && !tile->image.isNull()) {
            const QRectF whole = source.grid().area(draw.key);
            const TileLevel& level = source.grid().levels[static_cast<std::size_t>(draw.key.level)];
            const QRectF part((draw.area.left() - whole.left()) / level.pixelWidth,
                (draw.area.top() - whole.top()) / level.pixelHeight, draw.area.width() / level.pixelWidth,
                draw.area.height() / level.pixelHeight);
            painter.drawImage(target, tile->image, part);
        }
    }
}

/// A sheet of upright tiles that covers `area` of the slide. Magnified: pixel by pixel, to be enlarged as one picture.
/// Otherwise in whole device pixels (so that a quarter turn moves pixels without blurring them), at other angles at the
/// scale that puts tiles on whole pixels, so that none is moved by rounding.
ViewTransform TileLayer::sheetView(const ViewTransform& view, QRectF area) const
{
    double scale = view.deviceScale();
    const double pixel
        = m_source->grid().levels[static_cast<std::size_t>(tileLevelFor(m_source->grid(), view))].pixelWidth;
    const bool larger = magnified(view);
    if (larger || std::fmod(view.rotationDeg, 90) != 0) {
        const double tile = pixel * TileGrid::kTileSize;
        scale = larger ? 1 / pixel : std::max(1.0, std::ceil(tile * scale - 0.02)) / tile;
        area.setTopLeft({std::floor(area.left() * scale) / scale, std::floor(area.top() * scale) / scale});
    }
    ViewTransform sheet;
    sheet.devicePixelRatio = view.devicePixelRatio;
    sheet.scale = scale / view.devicePixelRatio;
    sheet.viewport = QSizeF(std::ceil(area.width() * scale), std::ceil(area.height() * scale)) / view.devicePixelRatio;
    sheet.centre = area.topLeft() + QPointF(sheet.viewport.width(), sheet.viewport.height()) / (2 * sheet.scale);
    return sheet;
}

/// The finest tiles are shown larger than they are.
bool TileLayer::magnified(const ViewTransform& view) const
{
    return m_source->grid().levels.front().pixelWidth * view.deviceScale() > 1;
}

/// Tiles are put together upright and turned or enlarged as one picture, so that nothing shows where they meet.
void TileLayer::paintSheet(QPainter& painter, const ViewTransform& view) const
{
    const QRectF clip = (painter.hasClipping() ? painter.clipBoundingRect() : QRectF(QPointF(0, 0), view.viewport))
                            .adjusted(-2, -2, 2, 2);
    // Two pixels more all round where enlarged: what lies beyond the clip has its share in the pixels at its edge.
    const double more = magnified(view) ? 2 * m_source->grid().levels.front().pixelWidth : 0;
    const QRectF area = view.toSlide(clip)
                            .adjusted(-more, -more, more, more)
                            .intersected(QRectF(QPointF(0, 0), m_source->grid().slideSize));
    if (area.isEmpty())
        return;
    const ViewTransform upright = sheetView(view, area);
    QImage sheet((upright.viewport * view.devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (sheet.isNull())
        return;
    sheet.setDevicePixelRatio(view.devicePixelRatio);
    sheet.fill(Qt::transparent);
    {
        QPainter sheetPainter(&sheet);
        sheetPainter.setRenderHints(painter.renderHints());
        paintUpright(sheetPainter, upright);
    }
    painter.save();
    painter.setTransform(view.slideToScreen(), true);
    if (view.deviceScale() >= kShowPixelsAbove)
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(upright.visibleSlide(), sheet, QRectF(sheet.rect()));
    painter.restore();
}

} // namespace nb
