// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searchstatus.h"

#include "ui/casesession.h"
#include "ui/segmentationcontroller.h"

#include <QAction>
#include <QToolButton>

namespace nb
{

namespace
{

constexpr int kReadMs = 12000;
constexpr int kRoomForFound = 640; // of the window's width; below it, place and pixel size alone

} // namespace

SearchStatus::SearchStatus(SegmentationController& segmentation, QAction& stop, QWidget* parent)
    : WorkStatus(tr("Progress of the search"), parent)
    , m_segmentation(segmentation)
{
    QToolButton& button = addStop(tr("Stop the search"),
        tr("Stop the search (%1). What it found stays.").arg(stop.shortcut().toString(QKeySequence::NativeText)));
    button.setObjectName(QStringLiteral("stopSearch"));
    connect(&button, &QToolButton::clicked, &stop, &QAction::trigger);
    m_over.setSingleShot(true);
    m_over.setInterval(kReadMs);
    connect(&m_over, &QTimer::timeout, this, &QWidget::hide);
    connect(&segmentation, &SegmentationController::activityChanged, this, &SearchStatus::showActivity);
    connect(&segmentation, &SegmentationController::progressed, this, &SearchStatus::showProgress);
    connect(&segmentation, &SegmentationController::finished, this, [this](const CaseRunSummary& run) {
        m_found = run.segment.nuclei;
        m_over.start();
        showFound();
    });
    connect(&segmentation, &SegmentationController::found, this, [this] {
        if (m_over.isActive()) // the case has been edited meanwhile, or its nuclei have been counted
            showFound();
    });
    connect(&segmentation, &SegmentationController::recipeChanged, this, [this] {
        m_over.stop(); // what was found is of another slide, or another model
        showActivity();
    });
}

void SearchStatus::showActivity()
{
    if (m_segmentation.activity() == SegmentationController::Activity::Idle) {
        if (!m_over.isActive())
            hide();
        return;
    }
    m_over.stop();
    showProgress();
}

void SearchStatus::showProgress()
{
    using Activity = SegmentationController::Activity;
    const auto status = m_segmentation.status();
    if (status.total == 0)
        return showWork(
            m_segmentation.activity() == Activity::Preparing ? tr("Getting ready…") : tr("Searching…"), std::nullopt);
    const double share = static_cast<double>(status.done) / static_cast<double>(status.total);
    showWork(progressText(tr("Searching: %1 %"), share, status.secondsLeft), share);
}

/// With how many that makes in the case now: some were replaced, and a person may have drawn or removed some since.
void SearchStatus::showFound()
{
    QString text = tr("%n nucleus/nuclei found", nullptr, static_cast<int>(m_found));
    if (const CaseSession* session = m_segmentation.caseSession())
        text += QStringLiteral(" · ") + tr("%n in the case", nullptr, static_cast<int>(session->nuclei()->size()));
    showResult(text);
    setVisible(window()->width() >= kRoomForFound); // the side panel tells it, too
}

} // namespace nb
