// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stoppedsearch.h"

#include "ui/banner.h"
#include "ui/casesession.h"
#include "ui/mainwindow.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"

#include <QPointer>

#include <cmath>

namespace nb
{

StoppedSearch::StoppedSearch(const Services& services, MainWindow& window)
    : QObject(&window)
    , m_services(services)
    , m_window(window)
{
    const SegmentationController& segmentation = window.segmentation();
    connect(&window.slides(), &SlideController::opened, this, [this] { m_settled = false; });
    connect(&window, &MainWindow::caseChanged, this, &StoppedSearch::look);
    connect(&segmentation, &SegmentationController::recipeChanged, this, &StoppedSearch::look);
    connect(&segmentation, &SegmentationController::activityChanged, this, [this, &segmentation] {
        m_settled = m_settled || segmentation.activity() == SegmentationController::Activity::Slide;
    });
}

/// Once the case and what the model needs of the slide are there, whichever comes last.
void StoppedSearch::look()
{
    CaseSession* const session = m_window.caseSession();
    const auto recipe = m_window.segmentation().recipe();
    if (m_settled || !session || session->readOnly() || !recipe)
        return;
    session->thread().post([jobs = &m_services.jobs, here = QPointer<StoppedSearch>(this),
                               session = QPointer<CaseSession>(session), recipe](CaseDocument& document) {
        auto stopped = stoppedSlideRun(document, *recipe);
        if (!stopped || !*stopped) // a case that cannot be read says so where it is read for the person
            return;
        QMetaObject::invokeMethod(
            jobs,
            [here, session, recipe, stopped = **stopped] {
                if (here && session && session == here->m_window.caseSession()
                    && recipe == here->m_window.segmentation().recipe())
                    here->offer(stopped);
            },
            Qt::QueuedConnection);
    });
}

void StoppedSearch::offer(const StoppedRun& stopped)
{
    SegmentationController& segmentation = m_window.segmentation();
    if (m_settled || segmentation.activity() != SegmentationController::Activity::Idle)
        return;
    m_settled = true;
    const int percent = std::max(1, static_cast<int>(std::floor(100 * stopped.share)));
    m_window.banner().tell(Severity::Warning, tr("The search of this slide stopped at %1 %.").arg(percent),
        {{tr("Go on"),
             [this, extraction = stopped.extraction] {
                 m_window.scene().setVisible(LayerId::Outlines, true);
                 m_window.segmentation().resumeSlide(extraction);
             }},
            {tr("Not now"), [] {}}});
}

} // namespace nb
