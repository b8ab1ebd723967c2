// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "ui/correct/reviewcontroller.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;

namespace nb
{

/// Small pictures of the nuclei that come next, cut from the slide on a worker. GUI thread.
class ThumbnailStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ThumbnailStrip(const Services& services, QWidget* parent = nullptr);
    ~ThumbnailStrip() override;

    void setSlide(std::shared_ptr<const SlideSource> slide); ///< null: none
    void show(const std::vector<ReviewStop>& coming);

    static constexpr int kSidePx = 52;
    static constexpr std::size_t kMost = 4;

private:
    void cut();

    Services m_services;
    std::shared_ptr<const SlideSource> m_slide;
    std::shared_ptr<Job> m_job;
    std::vector<ReviewStop> m_coming;
    std::vector<QLabel*> m_pictures;
    QLabel* m_title;
};

/// The surroundings of a nucleus, its outline drawn in, `sidePx` pixels on a side. Blocks; any thread. Errors: those of
/// the slide.
[[nodiscard]] Result<QImage> nucleusPicture(const SlideSource& slide, const MultiPolygon& shape, int sidePx);

} // namespace nb
