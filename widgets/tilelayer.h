// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layer.h"
#include "widgets/tileloader.h"

#include <QTimer>
#include <memory>

namespace nb
{

/// A layer of tiles: slide, stain view, heatmap, outlines from afar. While a tile is missing a coarser one is drawn in
/// its place.
class TileLayer : public Layer
{
    Q_OBJECT

public:
    TileLayer(std::shared_ptr<const TileSource> source, TileLoader& loader, QObject* parent = nullptr);
    ~TileLayer() override;

    void paint(QPainter& painter, const ViewTransform& view) override;
    [[nodiscard]] bool settled() const override { return m_settled || !drawn(); }
    [[nodiscard]] QImage overview() const override;

    [[nodiscard]] const std::shared_ptr<const TileSource>& source() const { return m_source; }
    /// Another source over the same slide (another stain view or colour table). What the old one shows stays until the
    /// new one's tiles are there.
    void setSource(std::shared_ptr<const TileSource> source);
    /// The source may have new versions: looks at the visible tiles. Cheap; call it at up to 10 Hz while results come
    /// in.
    void sourceChanged();
    /// Loads no more than the coarsest tile, for `overview`.
    void setOverviewOnly(bool only);
    /// Where tiles have failed: tries them once more (the slide may be back).
    void retryFailed();

protected:
    void load(const ViewTransform& view) override;
    void rest() override;

private:
    [[nodiscard]] TileState stateOf(const TileSource& source, const TileKey& key) const;
    [[nodiscard]] bool tooFresh(const TileKey& key) const;
    [[nodiscard]] TileSelection selectionOf(const TileSource& source, const ViewTransform& view) const;
    void tileLoaded(quint64 source, const TileKey& key);
    void tileFailed(quint64 source, const TileKey& key, const Error& error);
    void delivered();
    void paintUpright(QPainter& painter, const ViewTransform& view) const;
    [[nodiscard]] bool magnified(const ViewTransform& view) const;
    [[nodiscard]] ViewTransform sheetView(const ViewTransform& view, QRectF area) const;
    void paintSheet(QPainter& painter, const ViewTransform& view) const;
    void drawTiles(QPainter& painter, const ViewTransform& view, const TileSource& source,
        const std::vector<TileDraw>& tiles) const;
    void markFailed(QPainter& painter, const ViewTransform& view) const;
    void dropFormer();
    void setSettled(bool settled);

    std::shared_ptr<const TileSource> m_source;
    std::shared_ptr<const TileSource> m_former; ///< shown where the new source has no tile of its own yet
    TileLoader& m_loader;
    QTimer m_refresh; ///< looks again at tiles that were too fresh to be made anew
    bool m_overviewOnly = false;
    bool m_settled = false;
    bool m_told = false;
};

} // namespace nb
