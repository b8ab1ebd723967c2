// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/searchstatus.h"

#include "ui/casesession.h"
#include "ui/icons.h"
#include "ui/segmentationcontroller.h"
#include "ui/timeleft.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace nb
{

namespace
{

constexpr int kBarSteps = 1000;
constexpr int kBarWidth = 90;
constexpr int kBarHeight = 8;
constexpr int kReadMs = 12000;
constexpr int kRoomForText = 900; // of the window's width; below it, the bar alone
constexpr int kRoomForFound = 640; // below it, place and pixel size alone; the side panel tells it, too

} // namespace

SearchStatus::SearchStatus(SegmentationController& segmentation, QAction& stop, QWidget* parent)
    : QWidget(parent)
    , m_segmentation(segmentation)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    auto* const button = new QToolButton(this);
    m_stop = button;
    button->setIcon(stop.icon());
    button->setAutoRaise(true);
    button->setObjectName(QStringLiteral("stopSearch"));
    button->setAccessibleName(tr("Stop the search"));
    button->setToolTip(
        tr("Stop the search (%1). What it found stays.").arg(stop.shortcut().toString(QKeySequence::NativeText)));
    connect(button, &QToolButton::clicked, &stop, &QAction::trigger);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(kBarWidth, kBarHeight);
    m_bar->setAccessibleName(tr("Progress of the search"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 4, 0);
    row->setSpacing(6);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(m_stop);
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
    hide();
}

QString SearchStatus::text() const
{
    return m_text->text();
}

void SearchStatus::showActivity()
{
    const bool searching = m_segmentation.activity() != SegmentationController::Activity::Idle;
    if (!searching) {
        if (!m_over.isActive())
            hide();
        return;
    }
    m_over.stop();
    m_bar->show();
    m_stop->show();
    show();
    showProgress();
}

void SearchStatus::showProgress()
{
    const auto status = m_segmentation.status();
    m_bar->setRange(0, status.total > 0 ? kBarSteps : 0);
    if (status.total > 0)
        m_bar->setValue(static_cast<int>(kBarSteps * status.done / status.total));
    m_text->setText(progressText());
    m_text->setVisible(window()->width() >= kRoomForText);
    setToolTip(m_text->text());
}

QString SearchStatus::progressText() const
{
    using Activity = SegmentationController::Activity;
    const auto status = m_segmentation.status();
    const QString what = m_segmentation.activity() == Activity::Preparing ? tr("Getting ready…") : tr("Searching…");
    if (status.total == 0)
        return what;
    const QString share = tr("Searching: %1 %").arg(100 * status.done / status.total);
    return status.secondsLeft ? share + QStringLiteral(", ") + describeTimeLeft(*status.secondsLeft) : share;
}

/// With how many that makes in the case now: some were replaced, and a person may have drawn or removed some since.
void SearchStatus::showFound()
{
    QString text = tr("%n nucleus/nuclei found", nullptr, static_cast<int>(m_found));
    if (const CaseSession* session = m_segmentation.caseSession())
        text += QStringLiteral(" · ") + tr("%n in the case", nullptr, static_cast<int>(session->nuclei()->size()));
    m_text->setText(text);
    m_text->show();
    m_bar->hide();
    m_stop->hide();
    setVisible(window()->width() >= kRoomForFound);
}

} // namespace nb
