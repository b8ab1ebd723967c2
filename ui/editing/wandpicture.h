// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/wand.h"

#include <QPointF>

namespace nb
{

class SlideCanvas;

/// The slide around the wand as it is on the screen, in the view's resolution, for the wand to look at. Taken from what
/// is drawn: nothing is read from the disk.
class WandPicture
{
public:
    WandPicture(const SlideCanvas& canvas, const QPointF& level0);
    /// Takes it anew where the hand has come near its edge.
    void follow(const SlideCanvas& canvas, const QPointF& level0);
    /// What looks like the place and hangs together with it; level-0 pixels, empty where the place is outside.
    [[nodiscard]] MultiPolygon regionAt(const Point& level0, bool exact) const;

private:
    RgbImage m_picture;
    PixelFrame m_frame;
    QPointF m_centre; ///< level-0 pixels
    double m_reach = 0; ///< level-0 pixels from the centre to the edge
};

} // namespace nb
