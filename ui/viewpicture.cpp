// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewpicture.h"

#include "widgets/minimap.h"
#include "widgets/slidecanvas.h"

namespace nb
{

namespace
{

constexpr int kLookMs = 50;
constexpr qint64 kLongestMs = 30000; // a slide that cannot be read all through is shown as far as it can be

} // namespace

ViewPicture::ViewPicture(SlideCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_canvas(canvas)
{
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, &ViewPicture::takeIfSettled);
}

ViewPicture::~ViewPicture() = default;

void ViewPicture::take(int finer)
{
    if (busy())
        return;
    m_minimap = !m_canvas.minimap()->isHidden();
    m_canvas.setMinimapVisible(false);
    m_canvas.setPixelRatio(finer > 1 ? finer * m_canvas.devicePixelRatioF() : 0);
    m_since.start();
    m_look.start();
}

void ViewPicture::takeIfSettled()
{
    const bool enough = m_since.elapsed() > kLongestMs;
    if (!m_canvas.settled() && !enough)
        return;
    const QImage picture = m_canvas.picture(); // drawing it may ask for tiles that were not wanted before
    if (!m_canvas.settled() && !enough)
        return;
    letGo();
    Q_EMIT taken(picture);
}

void ViewPicture::stop()
{
    if (busy())
        letGo();
}

void ViewPicture::letGo()
{
    m_look.stop();
    m_canvas.setPixelRatio(0);
    m_canvas.setMinimapVisible(m_minimap);
}

} // namespace nb
