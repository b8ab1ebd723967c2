// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace nb
{

/// A length for a scale bar: a round number (1, 2 or 5 times a power of ten), and how long it is on the screen.
struct ScaleBarLength {
    double value = 0; ///< µm, or pixels of the slide where the pixel size is unknown
    double screenPixels = 0; ///< device-independent
    QString text; ///< "100 µm", "2 mm", "200 px"
};

/// The longest round length that fits into `maxPixels` (pure). `umPerScreenPixel` > 0, or `slidePixelsPerScreenPixel`
/// with `inPixels`.
[[nodiscard]] ScaleBarLength scaleBarLength(double unitsPerScreenPixel, double maxPixels, bool inPixels);

/// The bar in the corner of the canvas.
class ScaleBar : public QWidget
{
    Q_OBJECT

public:
    explicit ScaleBar(QWidget* parent = nullptr);

    /// µm (or slide pixels with `inPixels`) per device-independent screen pixel, along the screen's x axis.
    void setScale(double unitsPerScreenPixel, bool inPixels);
    [[nodiscard]] const ScaleBarLength& length() const { return m_length; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ScaleBarLength m_length;
};

} // namespace nb
