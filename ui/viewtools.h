// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewhistory.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace nb
{

class CountingGrid;
class DisplayPanel;
class RotateDialog;
class Ruler;
class SlideCanvas;
class SlideController;
class SlideStatus;
class StatusLine;
class ViewActions;
class WindowActions;

/// Moving about on a slide, turning its picture, measuring on it and adjusting its display: what the person does with
/// the view, and none of what is computed.
class ViewTools : public QObject
{
    Q_OBJECT

public:
    /// `window` is asked for dialogs and its keys; `actions` is placed already.
    ViewTools(QWidget& window, SlideCanvas& canvas, WindowActions& actions, SlideController& slides,
        SlideStatus& slideStatus, StatusLine& status);

    [[nodiscard]] ViewActions& actions() const { return *m_actions; }
    [[nodiscard]] Ruler& ruler() const { return *m_ruler; }
    [[nodiscard]] CountingGrid& grid() const { return *m_grid; }
    [[nodiscard]] DisplayPanel& displayPanel() const { return *m_display; } ///< for a place in the tab See

    /// The stain view that is shown, by name; empty: the slide as scanned.
    void setStainView(const QString& name);

Q_SIGNALS:
    void originalStainRequested(); ///< the person wants to see the slide as scanned

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wireWays();
    void wireTurns();
    void wireMeasures();
    void wireDisplay();
    void slideChanged();
    void viewChanged();
    void rest(); ///< the view is one to come back to
    void go(bool back);
    void showWays();
    void fillZoomMenu();
    void askForPlace();
    void askForAngle();
    void askForSpacing();
    void turnTo(double degrees);
    void showPixelSize();
    void showDisplayNote();

    QWidget& m_window;
    SlideCanvas& m_canvas;
    WindowActions& m_windowActions;
    SlideController& m_slides;
    SlideStatus& m_slideStatus;
    StatusLine& m_status;
    ViewActions* m_actions;
    CountingGrid* m_grid;
    Ruler* m_ruler;
    DisplayPanel* m_display;
    QString m_stainView;
    ViewHistory m_history;
    QTimer m_resting;
    bool m_flying = false; ///< on the way to a view of the history
    QPointer<RotateDialog> m_rotate;
};

} // namespace nb
