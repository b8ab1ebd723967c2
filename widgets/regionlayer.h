// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/shapes.h"
#include "widgets/layer.h"

#include <QColor>
#include <QString>
#include <vector>

namespace nb
{

/// A region as it is drawn.
struct RegionPicture {
    MultiPolygon shape; ///< level-0 pixels
    QString label; ///< name and what it is for, as a person reads it
    Qt::PenStyle line = Qt::SolidLine; ///< by role, so that roles are told apart without colour
    QColor colour{20, 20, 20};
    bool checked = false; ///< every nucleus in it is right: a double line
    bool chosen = false; ///< a broad line
};

/// The regions of a case: outline and label.
class RegionLayer : public Layer
{
    Q_OBJECT

public:
    using Layer::Layer;

    void setRegions(std::vector<RegionPicture> regions);
    [[nodiscard]] const std::vector<RegionPicture>& regions() const { return m_regions; }
    [[nodiscard]] int stackHeight() const override { return 10; }
    void paint(QPainter& painter, const ViewTransform& view) override;

protected:
    void load(const ViewTransform& /*view*/) override { }
    void rest() override { }

private:
    static void paintLabel(QPainter& painter, const RegionPicture& region, const QRectF& onScreen);

    std::vector<RegionPicture> m_regions;
};

} // namespace nb
