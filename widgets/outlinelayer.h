// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/outlinestyle.h"
#include "widgets/tilelayer.h"

#include <memory>

namespace nb
{

/// The nuclei's outlines: few in view, as vectors, found by the source's index; many, as tiles.
class OutlineLayer : public Layer
{
    Q_OBJECT

public:
    OutlineLayer(std::shared_ptr<const NucleusSource> nuclei, const QSizeF& slideSize, TileLoader& loader,
        QObject* parent = nullptr);
    ~OutlineLayer() override;

    [[nodiscard]] int stackHeight() const override { return 5; } ///< above what is chosen
    void paint(QPainter& painter, const ViewTransform& view) override;
    [[nodiscard]] bool settled() const override;
    [[nodiscard]] QImage overview() const override;

    [[nodiscard]] const OutlineStyle& style() const { return m_style; }
    void setStyle(const OutlineStyle& style);
    /// The source may have changed. Cheap; call it at up to 10 Hz while nuclei come in.
    void sourceChanged();
    /// The nucleus under a place (level-0 pixels): for hover and clicks.
    [[nodiscard]] std::optional<Nucleus> nucleusAt(const QPointF& level0) const;
    /// One nucleus drawn with emphasis (under the cursor), in its own colour; nothing: none.
    void setHighlight(const std::optional<Nucleus>& nucleus);
    /// Whether the current view shows vectors (few nuclei) rather than tiles.
    [[nodiscard]] bool showsVectors() const { return m_vectors; }

protected:
    void load(const ViewTransform& view) override;
    void rest() override;

private:
    void paintVectors(QPainter& painter, const ViewTransform& view) const;
    void paintHighlight(QPainter& painter, const ViewTransform& view) const;
    void makeTiles();
    void tellChangedSquares(quint64 since);

    std::shared_ptr<const NucleusSource> m_nuclei;
    QSizeF m_slideSize;
    TileLoader& m_loader;
    OutlineStyle m_style;
    std::unique_ptr<TileLayer> m_tiles;
    std::optional<Nucleus> m_highlight;
    quint64 m_generation = 0; ///< that has been told of by `changed`
    double m_devicePixelRatio = 1;
    bool m_vectors = true;
};

} // namespace nb
