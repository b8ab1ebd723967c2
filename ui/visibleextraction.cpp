// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visibleextraction.h"

#include "engine/segment/storedextraction.h"
#include "ui/segmentationcontroller.h"
#include "ui/visibleregion.h"
#include "widgets/slidecanvas.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{
constexpr int kSoonMs = 40;
constexpr int kGrownMs = 500; // maps come many times a second
constexpr int kTickMs = 100;
constexpr double kLetRunSeconds = 0.4; // so that a slider in motion shows something, and not only when it rests
} // namespace

VisibleExtraction::VisibleExtraction(
    const Services& services, SlideCanvas& canvas, SegmentationController& segmentation, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_canvas(canvas)
    , m_segmentation(segmentation)
{
    m_soon.setSingleShot(true);
    m_tick.setInterval(kTickMs);
    const auto soon = [this] {
        if (!m_soon.isActive() || m_soon.remainingTime() > kSoonMs)
            m_soon.start(kSoonMs);
    };
    connect(&m_soon, &QTimer::timeout, this, &VisibleExtraction::look);
    connect(&m_tick, &QTimer::timeout, this, [this] { tellGrown(); });
    connect(&canvas, &SlideCanvas::viewChanged, this, soon);
    connect(&segmentation, &SegmentationController::found, this, [this] {
        if (!m_soon.isActive())
            m_soon.start(kGrownMs);
    });
    connect(&segmentation, &SegmentationController::recipeChanged, this, &VisibleExtraction::stop);
    connect(&segmentation, &SegmentationController::extractionChanged, this, &VisibleExtraction::look);
}

VisibleExtraction::~VisibleExtraction()
{
    stop();
}

void VisibleExtraction::stop()
{
    m_tick.stop();
    if (m_job)
        m_job->cancel();
    m_job.reset();
    m_asked = {};
}

VisibleExtraction::Question VisibleExtraction::question() const
{
    const QRectF seen = m_canvas.view().visibleSlide();
    const auto left = static_cast<std::int64_t>(std::floor(seen.left())),
               top = static_cast<std::int64_t>(std::floor(seen.top()));
    const Rect view{left, top, static_cast<std::int64_t>(std::ceil(seen.right())) - left,
        static_cast<std::int64_t>(std::ceil(seen.bottom())) - top};
    // A search brings the nuclei of its maps itself.
    const bool searching = m_segmentation.activity() != SegmentationController::Activity::Idle;
    return {m_segmentation.extractionChoice(), visibleRegion(*m_segmentation.recipe(), view).area,
        m_segmentation.maps(), m_segmentation.preview(), searching ? 0 : m_segmentation.maps()->generation()};
}

void VisibleExtraction::look()
{
    m_soon.stop();
    if (!m_segmentation.recipe() || !m_segmentation.maps())
        return;
    if (!m_segmentation.extractionChoice()) { // the model's own: they are all there
        if (m_asked.choice) {
            stop();
            Q_EMIT ready(m_segmentation.nuclei());
        }
        return;
    }
    const Question now = question();
    if (now == m_asked || now.area.empty())
        return;
    if (m_job && m_job->running() && m_job->seconds() < kLetRunSeconds) {
        m_soon.start(kSoonMs);
        return;
    }
    start(now);
}

void VisibleExtraction::start(const Question& question)
{
    stop();
    m_asked = question;
    m_found = m_segmentation.preview();
    m_foundBefore = m_found->size();
    m_tick.start();
    m_job = m_services.jobs.start(
        this,
        [recipe = m_segmentation.recipe(), question, how = m_segmentation.extraction(), found = m_found](
            const CancelToken& cancel, Progress&) {
            return extractStored(
                *recipe, *question.maps, question.area, how,
                [&found](const std::vector<Nucleus>& nuclei) { found->add(nuclei); }, cancel);
        },
        [this](const Result<StoredExtraction>& result) {
            m_tick.stop();
            if (result)
                tellAll(*result);
            else
                Q_EMIT failed(tr("The nuclei on the screen could not be found anew."), result.error());
            Q_EMIT finished();
        });
}

void VisibleExtraction::tellGrown()
{
    if (m_found != m_segmentation.preview() || m_found->size() == m_foundBefore)
        return;
    ExtractionPreview preview = m_segmentation.extractionPreview();
    preview.shown = true;
    preview.onScreen = std::max(preview.onScreen, static_cast<std::int64_t>(m_found->size() - m_foundBefore));
    m_segmentation.tellPreview(preview);
    Q_EMIT ready(m_segmentation.nuclei());
}

/// None found where all is known is an answer, too; none where maps are missing is not.
void VisibleExtraction::tellAll(const StoredExtraction& found)
{
    if (m_found != m_segmentation.preview()) // the case changed meanwhile: these went into a preview that is gone
        return look();
    m_segmentation.tellExtracted(found.area);
    m_segmentation.tellPreview({found.complete || found.nuclei > 0, !found.complete, found.nuclei});
    Q_EMIT ready(m_segmentation.nuclei());
}

} // namespace nb
