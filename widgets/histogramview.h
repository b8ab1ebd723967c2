// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/displayadjustment.h"

#include <QWidget>

namespace nb
{

/// A histogram of red, green and blue, from black at the left to white at the right; heights on a logarithmic scale,
/// because the glass would hide the tissue.
class HistogramView : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramView(QWidget* parent = nullptr);

    void setHistogram(const ChannelHistogram& histogram);
    [[nodiscard]] const ChannelHistogram& histogram() const { return m_histogram; }
    [[nodiscard]] QSize sizeHint() const override { return {200, 90}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChannelHistogram m_histogram{};
};

} // namespace nb
