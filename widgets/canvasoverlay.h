// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace nb
{

class SlideCanvas;

/// A glass plate over the whole canvas, below minimap and scale bar: drawn anew whenever the view changes. Hidden it
/// costs nothing. Lets all mouse events through unless a derived class takes them.
class CanvasOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit CanvasOverlay(SlideCanvas& canvas);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] SlideCanvas& canvas() const { return m_canvas; }
    /// A dark text on a light plate, its box's middle at `at`, kept inside of the widget.
    void drawPlate(QPainter& painter, const QPointF& at, const QString& text) const;

private:
    SlideCanvas& m_canvas;
};

} // namespace nb
