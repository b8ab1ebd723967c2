// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/displayadjustment.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;

namespace nb
{

class HistogramView;
class SlideCanvas;

/// Brightness, contrast and gamma of the picture, with the histogram of what is seen. Changes what is shown, never what
/// is computed.
class DisplayPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DisplayPanel(SlideCanvas& canvas, QWidget* parent = nullptr);

    [[nodiscard]] const ChannelHistogram& histogram() const; ///< as drawn

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Knob {
        QSlider* slider = nullptr;
        QLabel* value = nullptr;
    };
    [[nodiscard]] Knob makeKnob(const QString& name);
    void knobTurned();
    void showDisplay();
    void countSoon();
    void count();

    SlideCanvas& m_canvas;
    HistogramView* m_histogram;
    Knob m_brightness;
    Knob m_contrast;
    Knob m_gamma;
    QPushButton* m_reset;
    ChannelHistogram m_scanned{}; ///< of what is seen, before the adjustment
    QTimer m_count;
};

} // namespace nb
