// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;

namespace nb
{

class SegmentationController;

/// How nuclei are made from the model's maps: two sliders, and the way back to what the model file says.
class ExtractionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ExtractionPanel(SegmentationController& segmentation, QWidget* parent = nullptr);

private:
    [[nodiscard]] QSlider* addSlider(QLabel*& label, int least, int most);
    void choose();
    void show();

    SegmentationController& m_segmentation;
    QLabel* m_insideText = nullptr;
    QSlider* m_inside = nullptr;
    QLabel* m_smallestText = nullptr;
    QSlider* m_smallest = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_reset = nullptr;
};

} // namespace nb
