// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"

#include <QObject>
#include <QThreadPool>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace nb
{

/// Reads single pixels of the slide as scanned, off the GUI thread, on a thread of its own, so that a long search does
/// not hold them up. Only the last one asked for counts: what was asked for in between is skipped.
class PixelProbe : public QObject
{
    Q_OBJECT

public:
    explicit PixelProbe(QObject* parent = nullptr);
    ~PixelProbe() override;

    void setSlide(std::shared_ptr<const SlideSource> slide); ///< null: nothing is read
    void probe(qint64 x, qint64 y); ///< level-0 pixels, on the slide; returns at once

Q_SIGNALS:
    /// None: it cannot be read.
    void read(qint64 x, qint64 y, const std::optional<std::array<std::uint8_t, 3>>& rgb);

private:
    void start();

    std::shared_ptr<const SlideSource> m_slide;
    std::optional<std::pair<qint64, qint64>> m_wanted;
    bool m_reading = false;
    QThreadPool m_pool;
};

} // namespace nb
