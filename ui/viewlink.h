// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/slidecanvas.h"

#include <QObject>
#include <QPointF>

namespace nb
{

/// Two canvases that move as one: where one goes, the other goes by the same way in µm (in pixels, where µm/px is not
/// known), at the same magnification, turned alike. What lies under both middles when they are linked stays together, so
/// serial sections are aligned by moving one view alone (unlinked) and linking again.
class ViewLink : public QObject
{
    Q_OBJECT

public:
    ViewLink(SlideCanvas& first, SlideCanvas& second, QObject* parent = nullptr);

    void setLinked(bool linked);
    [[nodiscard]] bool linked() const { return m_linked; }
    /// The second shows the same slide as the first: the same place in both.
    void align();

private:
    void follow(SlideCanvas& leader, SlideCanvas& follower);
    [[nodiscard]] double lengthRatio() const; ///< second's pixels per first's pixel

    SlideCanvas& m_first;
    SlideCanvas& m_second;
    bool m_linked = true;
    bool m_following = false;
    QPointF m_firstAnchor; ///< level-0 pixels; belongs to
    QPointF m_secondAnchor;
    double m_scaleRatio = 1; ///< second's scale / first's scale
    double m_turn = 0; ///< second's rotation - first's
};

} // namespace nb
