// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/thumbnailstrip.h"

#include "engine/geometry/polygon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kSurroundings = 2.2; // of the nucleus's larger side
constexpr std::int64_t kLeastSide = 24; // level-0 pixels

QPainterPath pathOf(const MultiPolygon& shape)
{
    QPainterPath path;
    const auto add = [&path](const Ring& ring) {
        QPolygonF points;
        for (const Point& point : ring)
            points.append(QPointF(point.x, point.y));
        path.addPolygon(points);
        path.closeSubpath();
    };
    for (const Polygon& polygon : shape) {
        add(polygon.shell);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
    }
    return path;
}

/// The coarsest level that still has a pixel for each of the picture's.
int levelFor(const SlideInfo& info, double level0PerPixel)
{
    int best = 0;
    for (std::size_t i = 0; i < info.levels.size(); ++i)
        if (info.levels[i].downsample <= std::max(1.0, level0PerPixel))
            best = static_cast<int>(i);
    return best;
}

} // namespace

Result<QImage> nucleusPicture(const SlideSource& slide, const MultiPolygon& shape, int sidePx)
{
    const Rect box = boundsOf(shape);
    const double side
        = kSurroundings * static_cast<double>(std::max({box.width, box.height, std::int64_t{kLeastSide / 2}}));
    const double left = static_cast<double>(box.x) + (static_cast<double>(box.width) - side) / 2,
                 top = static_cast<double>(box.y) + (static_cast<double>(box.height) - side) / 2;
    const int level = levelFor(slide.info(), side / sidePx);
    const double scale = slide.info().levels[static_cast<std::size_t>(level)].downsample;
    const Rect area{static_cast<std::int64_t>(std::floor(left / scale)),
        static_cast<std::int64_t>(std::floor(top / scale)), static_cast<std::int64_t>(std::ceil(side / scale)) + 1,
        static_cast<std::int64_t>(std::ceil(side / scale)) + 1};
    const auto pixels = slide.read(level, area);
    if (!pixels)
        return pixels.error();
    const QImage source(
        pixels->row(0), pixels->width, pixels->height, qsizetype{3} * pixels->width, QImage::Format_RGB888);
    QImage picture(sidePx, sidePx, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(sidePx / side, sidePx / side);
    painter.translate(-left, -top);
    painter.drawImage(QRectF(static_cast<double>(area.x) * scale, static_cast<double>(area.y) * scale,
                          static_cast<double>(area.width) * scale, static_cast<double>(area.height) * scale),
        source);
    for (const auto& [colour, width] : {std::pair{QColor(0, 0, 0, 160), 3.0}, {QColor(255, 240, 90), 1.4}}) {
        QPen pen(colour, width);
        pen.setCosmetic(true);
        painter.strokePath(pathOf(shape), pen);
    }
    return picture;
}

ThumbnailStrip::ThumbnailStrip(const Services& services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_title(new QLabel(tr("Then:"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_title->setObjectName(QStringLiteral("faint"));
    row->addWidget(m_title);
    for (std::size_t i = 0; i < kMost; ++i) {
        auto* picture = new QLabel(this);
        picture->setFixedSize(kSidePx, kSidePx);
        m_pictures.push_back(picture);
        row->addWidget(picture);
    }
    row->addStretch(1);
    setVisible(false);
}

ThumbnailStrip::~ThumbnailStrip()
{
    if (m_job)
        m_job->cancel();
}

void ThumbnailStrip::setSlide(std::shared_ptr<const SlideSource> slide)
{
    m_slide = std::move(slide);
    show({});
}

void ThumbnailStrip::show(const std::vector<ReviewStop>& coming)
{
    const auto same = [](const ReviewStop& a, const ReviewStop& b) { return a.row == b.row; };
    const std::vector<ReviewStop> first(
        coming.begin(), coming.begin() + static_cast<std::ptrdiff_t>(std::min(coming.size(), kMost)));
    if (std::equal(first.begin(), first.end(), m_coming.begin(), m_coming.end(), same))
        return;
    if (m_job)
        m_job->cancel();
    m_coming = first;
    setVisible(m_slide && !m_coming.empty());
    if (isVisibleTo(parentWidget()))
        cut();
}

void ThumbnailStrip::cut()
{
    m_job = m_services.jobs.start(
        this,
        [slide = m_slide, coming = m_coming, side = static_cast<int>(kSidePx * devicePixelRatioF())](
            const CancelToken& cancel, Progress&) -> Result<std::vector<QImage>> {
            std::vector<QImage> pictures;
            for (const ReviewStop& stop : coming) {
                if (cancel.cancelled())
                    break;
                auto picture = nucleusPicture(*slide, stop.record.shape, side);
                pictures.push_back(picture ? std::move(*picture) : QImage()); // the canvas says what cannot be read
            }
            return pictures;
        },
        [this](const Result<std::vector<QImage>>& pictures) {
            for (std::size_t i = 0; i < kMost; ++i) {
                const bool there = pictures && i < pictures->size() && i < m_coming.size();
                QPixmap pixmap = there ? QPixmap::fromImage((*pictures)[i]) : QPixmap();
                pixmap.setDevicePixelRatio(devicePixelRatioF());
                m_pictures[i]->setPixmap(pixmap);
                const QString why = there ? doubtText(m_coming[i].item.doubt.reason) : QString();
                m_pictures[i]->setToolTip(why);
                m_pictures[i]->setAccessibleName(there ? tr("Coming: %1").arg(why) : QString());
            }
        });
}

} // namespace nb
