// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "widgets/displayadjustment.h"
#include "widgets/layer.h"
#include "widgets/viewmotion.h"

#include <QImage>
#include <QList>
#include <QPointer>
#include <QRegion>
#include <QWidget>
#include <optional>

namespace nb
{

class Minimap;
class ScaleBar;

/// The slide under the hand: a stack of layers that pans, zooms, turns. Keeps the last frame: a pan moves it and draws
/// only the strips that come into view, a tile that arrives only its place. What only looks better now (a tile for its
/// stand-in, lines after a zoom in motion) is drawn a few milliseconds at a time, so that no frame takes long. Nothing
/// here decodes or waits. Hands: drag
/// pans (and glides on), wheel and pinch zoom at the cursor, arrows pan, + and - zoom, 0 or Home shows all; Ctrl+wheel
/// asks for another overlay opacity.
class SlideCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit SlideCanvas(QWidget* parent = nullptr);
    ~SlideCanvas() override;

    /// Level-0 pixels; 0 x 0: no slide. Shows all of it.
    void setSlideSize(qint64 width, qint64 height);
    [[nodiscard]] QSizeF slideSize() const { return m_slideSize; }
    [[nodiscard]] QRectF slideRect() const { return {QPointF(0, 0), m_slideSize}; }
    /// For the scale bar; none: the bar shows pixels.
    void setPixelSize(const std::optional<PixelSize>& pixelSize);
    [[nodiscard]] const std::optional<PixelSize>& pixelSize() const { return m_pixelSize; }

    /// On top of those there that do not lie higher (`stackHeight`); not owned, removed when it is destroyed.
    void addLayer(Layer* layer);
    void removeLayer(Layer* layer);
    [[nodiscard]] const QList<Layer*>& layers() const { return m_layers; }

    [[nodiscard]] const ViewTransform& view() const { return m_view; }
    /// At once, ending any motion; kept within what makes sense (scale, slide in reach). Viewport and device pixel
    /// ratio are the canvas's own.
    void setView(const ViewTransform& view);
    /// Smoothly, or at once with reduced motion.
    void moveTo(const ViewTransform& view);
    void fit();
    [[nodiscard]] bool fitted() const { return m_fitted; } ///< all of the slide, and so after resizing
    void fitTo(const QRectF& slideArea);
    /// One level-0 pixel per device pixel.
    void showActualPixels();
    void zoomBy(double factor, const QPointF& atScreen);
    void zoomBy(double factor);
    void setScale(double scale); ///< screen pixels per level-0 pixel, about the middle, smoothly
    void centreOn(const QPointF& level0);
    void panBy(const QPointF& screenDelta);
    void rotateBy(double degrees);
    void setMirrored(bool mirrored);
    void stopMotion(); ///< a glide or flight ends where it is
    [[nodiscard]] double smallestScale() const;
    [[nodiscard]] double largestScale() const;
    [[nodiscard]] double fitScale() const;

    /// How the lowest layer, the slide, is shown; what lies over it keeps its colours, and nothing is computed from it.
    void setDisplay(const DisplayAdjustment& display);
    [[nodiscard]] const DisplayAdjustment& display() const { return m_display; }
    /// Of the slide's pixels on the screen, before `display`. Draws them once: not for every frame.
    [[nodiscard]] ChannelHistogram histogram() const;

    void setReducedMotion(bool reduced);
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setWheelTowardsZoomsOut(bool out) { m_wheelTowardsZoomsOut = out; }
    void setMinimapVisible(bool visible);
    void setScaleBarVisible(bool visible);
    /// What lies over the canvas along its top edge, `height` pixels, is not covered by overlays nor covers them.
    void setTopCovered(int height);
    [[nodiscard]] Minimap* minimap() const { return m_minimap; }
    [[nodiscard]] ScaleBar* scaleBar() const { return m_scaleBar; }

    /// Nothing moves and no layer is missing anything.
    [[nodiscard]] bool settled() const;
    /// Device pixels per screen pixel to draw with; 0: those of the screen. More than those are for a picture to print:
    /// set it, wait until all is `settled`, take the picture, set it back.
    void setPixelRatio(double ratio);
    [[nodiscard]] double pixelRatio() const;
    /// What a person sees, minimap and scale bar included.
    [[nodiscard]] QImage picture();

Q_SIGNALS:
    void viewChanged(const nb::ViewTransform& view);
    void hovered(const QPointF& level0); ///< also where the slide moves under a resting mouse
    void hoverLeft();
    void clicked(const QPointF& level0, Qt::MouseButton button, Qt::KeyboardModifiers modifiers);
    void doubleClicked(const QPointF& level0);
    void settledChanged();
    void lowestSettledChanged(); ///< of the lowest layer, the slide, whatever those over it still wait for
    void displayChanged();
    /// Ctrl+wheel: `steps` wheel notches, positive for more.
    void overlayOpacityWheel(double steps);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] ViewTransform kept(ViewTransform view) const; ///< within limits
    void applyView(const ViewTransform& view);
    void layerChanged(const QRectF& slideArea);
    void layersChanged();
    void tellSettled();
    void measureScaleBar();
    [[nodiscard]] ViewTransform pixelAligned(const ViewTransform& view) const;
    void placeOverlays();
    bool gesture(QEvent* event);
    void updateFrame();
    void scrollFrame(const QPoint& deviceDelta);
    void paintPieces(const QRegion& region);
    void paintAged();
    void paintInto(QImage& frame, const QRect& piece);
    [[nodiscard]] QPolygonF slideInFrame() const; ///< device pixels

    QSizeF m_slideSize{0, 0};
    std::optional<PixelSize> m_pixelSize;
    QList<Layer*> m_layers;
    ViewTransform m_view;
    ViewMotion m_motion;
    double m_pixelRatio = 0; ///< 0: the screen's
    bool m_reducedMotion = false;
    bool m_wheelTowardsZoomsOut = true;
    bool m_fitted = true; ///< nothing but resizing has happened since `fit`: resizing fits again
    bool m_wasSettled = true;

    QImage m_frame; ///< device pixels
    ViewTransform m_frameView; ///< what m_frame shows
    QRegion m_dirty; ///< of m_frame, device-independent pixels: shows something else, to be drawn at once
    QRegion m_aged; ///< likewise: shows the right place, but not as well as it could
    DisplayAdjustment m_display;
    bool m_coarse = false; ///< m_frame is drawn quickly, in motion
    bool m_unhurried = false; ///< all of the next frame is drawn, however long that takes

    std::optional<QPointF> m_pressedAt;
    ViewTransform m_pressedView;
    QPointF m_lastAt;
    std::optional<QPointF> m_mouseAt; ///< while it is over the canvas
    bool m_dragging = false;

    bool m_minimapWanted = true;
    bool m_scaleBarWanted = true;
    int m_topCovered = 0;
    Minimap* m_minimap;
    ScaleBar* m_scaleBar;
};

} // namespace nb
