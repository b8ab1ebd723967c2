// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pixelprobe.h"

namespace nb
{

PixelProbe::PixelProbe(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PixelProbe::~PixelProbe()
{
    m_pool.waitForDone(); // of one tile at most; its answer finds nobody
}

void PixelProbe::setSlide(std::shared_ptr<const SlideSource> slide)
{
    m_slide = std::move(slide);
    m_wanted.reset();
}

void PixelProbe::probe(qint64 x, qint64 y)
{
    m_wanted = {x, y};
    if (!m_reading)
        start();
}

void PixelProbe::start()
{
    if (!m_slide || !m_wanted)
        return;
    m_reading = true;
    const auto [x, y] = *std::exchange(m_wanted, std::nullopt);
    m_pool.start([this, slide = m_slide, x = x, y = y] {
        std::optional<std::array<std::uint8_t, 3>> rgb;
        const auto pixel = slide->read(0, {x, y, 1, 1});
        if (pixel.ok())
            rgb = {pixel.value().pixels[0], pixel.value().pixels[1], pixel.value().pixels[2]};
        QMetaObject::invokeMethod(
            this,
            [this, slide, x, y, rgb] {
                m_reading = false;
                if (slide == m_slide)
                    Q_EMIT read(x, y, rgb);
                start();
            },
            Qt::QueuedConnection);
    });
}

} // namespace nb
