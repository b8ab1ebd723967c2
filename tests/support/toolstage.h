// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/slidecanvas.h"
#include "widgets/tooloverlay.h"

#include <QSignalSpy>
#include <QtTest>

namespace nb::test
{

/// A canvas with a tool overlay: 400 x 400 screen pixels, half a screen pixel per slide pixel, (200, 200) on the screen
/// is (2000, 2000) on the slide.
struct ToolStage {
    SlideCanvas canvas;
    ToolOverlay overlay{canvas};

    ToolStage()
    {
        canvas.setReducedMotion(true);
        canvas.setMinimapVisible(false);
        canvas.setScaleBarVisible(false);
        canvas.resize(400, 400);
        canvas.setSlideSize(4000, 4000);
        ViewTransform view = canvas.view();
        view.centre = {2000, 2000};
        view.scale = 0.5;
        canvas.setView(view);
        canvas.show();
    }
    void press(const QPoint& at, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(&overlay, Qt::LeftButton, keys, at);
    }
    /// QTest's own move knows no keys.
    void move(const QPoint& to, Qt::KeyboardModifiers keys = {}, Qt::MouseButtons buttons = Qt::LeftButton)
    {
        QMouseEvent event(QEvent::MouseMove, to, overlay.mapToGlobal(to), Qt::NoButton, buttons, keys);
        QCoreApplication::sendEvent(&overlay, &event);
    }
    void release(const QPoint& at, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseRelease(&overlay, Qt::LeftButton, keys, at);
    }
    void drag(const QList<QPoint>& way, Qt::KeyboardModifiers keys = {})
    {
        press(way.first(), keys);
        for (const QPoint& p : way)
            move(p, keys);
        release(way.last(), keys);
    }
    void click(const QPoint& at, Qt::KeyboardModifiers keys = {})
    {
        press(at, keys);
        release(at, keys);
    }
    void doubleClick(const QPoint& at)
    {
        click(at);
        QTest::mouseDClick(&overlay, Qt::LeftButton, {}, at);
    }
    [[nodiscard]] QPointF slide(const QPoint& screen) const { return canvas.view().toSlide(screen); }
};

} // namespace nb::test
