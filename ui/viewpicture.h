// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QTimer>

namespace nb
{

class SlideCanvas;

/// Takes a picture of what a canvas shows, finer than the screen where that is asked for: the canvas draws with more
/// pixels until all tiles are there. The scale bar is in it, the minimap is not. The person may go on moving: the
/// picture is of what is seen when it is taken.
class ViewPicture : public QObject
{
    Q_OBJECT

public:
    explicit ViewPicture(SlideCanvas& canvas, QObject* parent = nullptr);
    ~ViewPicture() override;

    /// `finer`: pixels of the picture per screen pixel, 1..4.
    void take(int finer);
    void stop();
    [[nodiscard]] bool busy() const { return m_look.isActive(); }

Q_SIGNALS:
    void taken(const QImage& picture);

private:
    void takeIfSettled();
    void letGo();

    SlideCanvas& m_canvas;
    QTimer m_look;
    QElapsedTimer m_since;
    bool m_minimap = true; ///< was shown before
};

} // namespace nb
