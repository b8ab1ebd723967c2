// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teachingjob.h"

#include <QImage>
#include <QWidget>

#include <array>
#include <vector>

namespace nb
{

/// Samples of a training, each in a row: what is shown, what the model should say, what it says now, each column under
/// its heading. As large as the panel is wide, up to a patch's own size.
class SampleSheet : public QWidget
{
    Q_OBJECT

public:
    explicit SampleSheet(QWidget* parent = nullptr);

    void show(const std::vector<PreviewSample>& samples);
    [[nodiscard]] QStringList headings() const;
    /// Of a picture, as it is drawn now.
    [[nodiscard]] QRect place(int row, int column) const;

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int sideFor(int width) const;
    [[nodiscard]] int headingHeight(int side) const;

    std::vector<std::array<QImage, 3>> m_rows;
};

} // namespace nb
