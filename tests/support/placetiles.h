// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tilesource.h"

#include <QColor>
#include <QMutex>
#include <QSet>
#include <QWaitCondition>
#include <algorithm>
#include <atomic>
#include <cmath>

namespace nb::test
{

/// Tiles whose colour says where they are: red and green rise with the place (0 to 255 over the slide), blue says which
/// level (10 each), but for squares of full blue at `landmarks`. With `hold` its threads wait until `let go`.
class PlaceTiles : public TileSource
{
public:
    explicit PlaceTiles(const QSizeF& slide)
        : m_grid(TileGrid::halving(slide, 1, 1))
    {
    }

    [[nodiscard]] static QColor colourAt(const QPointF& place, const QSizeF& slide)
    {
        const auto part = [](double v, double most) { return static_cast<int>(std::clamp(v / most, 0.0, 1.0) * 255); };
        return QColor(part(place.x(), slide.width()), part(place.y(), slide.height()), 0);
    }

    static constexpr double kLandmark
        = 128; ///< level-0 pixels on a side; edges on multiples of 64, so no level blurs them
    [[nodiscard]] static QList<QPointF> landmarks()
    {
        return {{1024, 512}, {2560, 1728}, {3072, 2048}, {3456, 2240}, {4992, 3008}};
    }
    [[nodiscard]] static bool inLandmark(const QPointF& place)
    {
        const auto marks = landmarks();
        return std::any_of(marks.begin(), marks.end(), [&](const QPointF& m) {
            return std::abs(place.x() - m.x()) < kLandmark / 2 && std::abs(place.y() - m.y()) < kLandmark / 2;
        });
    }

    [[nodiscard]] const TileGrid& grid() const override { return m_grid; }
    [[nodiscard]] Result<QImage> tile(const TileKey& key, const CancelToken& cancel) const override
    {
        {
            QMutexLocker lock(&m_mutex);
            m_begun.append(key);
            while (m_hold && !cancel.cancelled())
                m_free.wait(&m_mutex, 20);
            if (m_failing.contains(key))
                return Error{ErrorCode::Unreadable, "A part of the slide cannot be read", "place.svs", "Copy it again"};
        }
        const QSize size = m_grid.pixels(key);
        const QRectF area = m_grid.area(key);
        const double pixel = m_grid.levels[static_cast<std::size_t>(key.level)].pixelWidth;
        QImage image(size, opaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); ++x) {
                const QPointF place = area.topLeft() + QPointF(x + 0.5, y + 0.5) * pixel;
                QColor colour = colourAt(place, m_grid.slideSize);
                colour.setBlue(marked && inLandmark(place) ? 255 : 10 * key.level);
                colour.setAlpha(opaque ? 255 : 128);
                image.setPixelColor(x, y, colour);
            }
        return image;
    }
    [[nodiscard]] quint64 version(const TileKey&) const override { return m_version; }

    void hold(bool held)
    {
        QMutexLocker lock(&m_mutex);
        m_hold = held;
        m_free.wakeAll();
    }
    void fail(const TileKey& key)
    {
        QMutexLocker lock(&m_mutex);
        m_failing.insert(key);
    }
    void mend()
    {
        QMutexLocker lock(&m_mutex);
        m_failing.clear();
    }
    [[nodiscard]] QList<TileKey> begun() const
    {
        QMutexLocker lock(&m_mutex);
        return m_begun;
    }
    void setVersion(quint64 version) { m_version = version; }
    bool opaque = true;
    bool marked = true; ///< with landmarks

private:
    TileGrid m_grid;
    mutable QMutex m_mutex; ///< guards all below
    mutable QWaitCondition m_free;
    mutable QList<TileKey> m_begun;
    bool m_hold = false;
    QSet<TileKey> m_failing;
    std::atomic<quint64> m_version{0};
};

} // namespace nb::test
