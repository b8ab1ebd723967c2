// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stoppedsearch.h"

#include "engine/document/caserecording.h"
#include "ui/banner.h"
#include "ui/casesession.h"
#include "ui/findpanel.h"
#include "ui/mainwindow.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"

#include <QPointer>

#include <cmath>

namespace nb
{

namespace
{

constexpr int kLastTileMs = 600;

int percentDone(const StoppedRun& stopped)
{
    return std::max(1, static_cast<int>(std::floor(100 * stopped.share)));
}

} // namespace

StoppedSearch::StoppedSearch(const Services& services, MainWindow& window, FindPanel& find)
    : QObject(&window)
    , m_services(services)
    , m_window(window)
    , m_find(find)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kLastTileMs);
    connect(&m_again, &QTimer::timeout, this, &StoppedSearch::look);
    const SegmentationController& segmentation = window.segmentation();
    connect(&window.slides(), &SlideController::opened, this, [this] { m_settled = false; });
    connect(&window, &MainWindow::caseChanged, this, [this] {
        if (CaseSession* const session = m_window.caseSession())
            connect(session, &CaseSession::changed, this, [this] {
                if (m_stopped) // it may have been undone
                    m_again.start();
            });
        look();
    });
    connect(&segmentation, &SegmentationController::recipeChanged, this, &StoppedSearch::look);
    connect(&segmentation, &SegmentationController::extractionChanged, this, &StoppedSearch::showOnButton);
    connect(&segmentation, &SegmentationController::activityChanged, this, [this, &segmentation] {
        if (segmentation.activity() == SegmentationController::Activity::Slide) {
            m_settled = true;
            m_window.banner().withdraw(Cause::StoppedSearch);
        }
        if (segmentation.activity() == SegmentationController::Activity::Idle)
            m_again.start();
        showOnButton();
    });
}

/// Once the case and what the model needs of the slide are there, whichever comes last; and after each search.
void StoppedSearch::look()
{
    CaseSession* const session = m_window.caseSession();
    const auto recipe = m_window.segmentation().recipe();
    if (!session || session->readOnly() || !recipe) {
        learn(std::nullopt);
        return;
    }
    session->thread().post([jobs = &m_services.jobs, here = QPointer<StoppedSearch>(this),
                               session = QPointer<CaseSession>(session), recipe](CaseDocument& document) {
        auto stopped = stoppedSlideRun(document, *recipe);
        if (!stopped) // a case that cannot be read says so where it is read for the person
            return;
        QMetaObject::invokeMethod(
            jobs,
            [here, session, recipe, stopped = std::move(*stopped)] {
                if (here && session && session == here->m_window.caseSession()
                    && recipe == here->m_window.segmentation().recipe())
                    here->learn(stopped);
            },
            Qt::QueuedConnection);
    });
}

void StoppedSearch::learn(std::optional<StoppedRun> stopped)
{
    m_stopped = std::move(stopped);
    showOnButton();
    if (m_stopped)
        offer(*m_stopped);
    else
        m_window.banner().withdraw(Cause::StoppedSearch);
}

/// Only where a press goes on with it: another setting begins anew.
void StoppedSearch::showOnButton()
{
    const SegmentationController& segmentation = m_window.segmentation();
    const bool goesOn = m_stopped && segmentation.recipe()
        && segmentation.activity() == SegmentationController::Activity::Idle
        && m_stopped->run.settings.settings == settingsText(*segmentation.recipe(), segmentation.extraction());
    m_find.showStoppedSlide(goesOn ? std::optional(percentDone(*m_stopped)) : std::nullopt);
}

void StoppedSearch::offer(const StoppedRun& stopped)
{
    SegmentationController& segmentation = m_window.segmentation();
    if (m_settled || segmentation.activity() != SegmentationController::Activity::Idle)
        return;
    m_settled = true;
    m_window.banner().tell(Severity::Warning, tr("The search of this slide stopped at %1 %.").arg(percentDone(stopped)),
        {{tr("Go on"),
             [this, extraction = stopped.extraction] {
                 m_window.scene().setVisible(LayerId::Outlines, true);
                 m_window.segmentation().resumeSlide(extraction);
             }},
            {tr("Not now"), [] {}}},
        Cause::StoppedSearch);
}

} // namespace nb
