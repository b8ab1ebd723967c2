// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas's ways to go somewhere else, by name.
#include "widgets/slidecanvas.h"

#include <algorithm>

namespace nb
{

void SlideCanvas::fit()
{
    moveTo(m_view.fitted(slideRect()));
    m_fitted = true;
}

void SlideCanvas::fitTo(const QRectF& slideArea)
{
    moveTo(m_view.fitted(slideArea));
}

void SlideCanvas::showActualPixels()
{
    setScale(1 / m_view.devicePixelRatio);
}

void SlideCanvas::zoomBy(double factor, const QPointF& atScreen)
{
    if (m_slideSize.isEmpty() || !(factor > 0))
        return;
    const double scale = std::clamp(m_motion.targetScale(m_view) * factor, smallestScale(), largestScale());
    m_fitted = false;
    if (m_reducedMotion || !isVisible())
        setView(m_view.scaledAt(atScreen, scale));
    else
        m_motion.zoomTo(m_view, scale, atScreen);
}

void SlideCanvas::zoomBy(double factor)
{
    zoomBy(factor, QPointF(width() / 2.0, height() / 2.0));
}

void SlideCanvas::setScale(double scale)
{
    zoomBy(scale / m_motion.targetScale(m_view));
}

void SlideCanvas::centreOn(const QPointF& level0)
{
    ViewTransform view = m_view;
    view.centre = level0;
    setView(view);
}

void SlideCanvas::panBy(const QPointF& screenDelta)
{
    setView(pixelAligned(m_view.panned(screenDelta)));
}

void SlideCanvas::stopMotion()
{
    m_motion.stop();
}

void SlideCanvas::rotateBy(double degrees)
{
    const bool fitted = m_fitted;
    setView(fitted ? m_view.rotated(degrees).fitted(slideRect()) : m_view.rotated(degrees));
    m_fitted = fitted;
}

void SlideCanvas::setMirrored(bool mirrored)
{
    ViewTransform view = m_view;
    view.mirrored = mirrored;
    const bool fitted = m_fitted;
    setView(view);
    m_fitted = fitted;
}

} // namespace nb
