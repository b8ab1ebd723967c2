// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvasoverlay.h"

#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <vector>

namespace nb
{

/// Two sets of outlines over parts of the slide, one to the left of an upright divider and the other to its right:
/// dashed and lined, so that colour is not all that tells them apart. The divider is dragged, or moved by the arrow
/// keys while it has the focus; everything else goes on to the canvas.
class SwipeView : public CanvasOverlay
{
    Q_OBJECT

public:
    explicit SwipeView(SlideCanvas& canvas);
    ~SwipeView() override;

    struct Side {
        QString name; ///< stands beside the divider
        std::vector<QPolygonF> outlines; ///< level-0 pixels
    };
    /// `areas` (level-0 pixels): where there is something to compare.
    void compare(std::vector<QRectF> areas, Side left, Side right);
    void end();
    [[nodiscard]] bool active() const { return isVisible(); }

    /// 0..1: from the left edge of what is seen of the areas to its right edge.
    [[nodiscard]] double divider() const { return m_divider; }
    void setDivider(double share);
    /// Frames a place (level-0 pixels), and keeps the divider to the left of it until somebody moves that.
    void mark(const QRectF& place);
    [[nodiscard]] QRectF seenArea() const; ///< screen pixels; empty: none of it is on the screen
    [[nodiscard]] QWidget& handle() { return *m_handle; } ///< what is dragged

Q_SIGNALS:
    void dividerMoved(double share);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Handle;
    void place();
    void standAside(const QRectF& seen);
    void paintSide(QPainter& painter, const Side& side, const QRectF& clip, bool left) const;

    std::vector<QRectF> m_areas;
    Side m_left;
    Side m_right;
    QRectF m_marked; ///< level-0 pixels; empty: nothing
    bool m_standsAside = false; ///< the divider, of what is marked
    double m_divider = 0.5;
    QWidget* m_handle; ///< on the canvas: this lets the mouse through
};

} // namespace nb
