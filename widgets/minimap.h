// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layer.h"

#include <QImage>
#include <QWidget>

namespace nb
{

/// The whole slide in a corner of the canvas: where the view is, where nuclei were found (the layers' overviews). Click
/// or drag to go there.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(QWidget* parent = nullptr);

    void setSlideSize(const QSizeF& size);
    void setView(const ViewTransform& view);
    /// From bottom to top; hidden ones are left out.
    void setLayers(const QList<Layer*>& layers);
    /// The layers look different: drawn anew at the next paint.
    void refresh();
    /// The largest size the slide's shape allows within `room`.
    [[nodiscard]] QSize sizeFor(const QSize& room) const;
    /// Level-0 to minimap pixels.
    [[nodiscard]] QTransform slideToMap() const;

    [[nodiscard]] QSize sizeHint() const override { return sizeFor({200, 200}); }

Q_SIGNALS:
    /// The person pointed at a place (level-0 pixels).
    void pointed(const QPointF& level0);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void drawPicture();

    QSizeF m_slideSize;
    ViewTransform m_view;
    QList<Layer*> m_layers;
    QImage m_picture;
    bool m_old = true;
};

} // namespace nb
