// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that has to do with the case.
#include "engine/document/pixelsizechange.h"
#include "ui/banner.h"
#include "ui/caseactions.h"
#include "ui/casecontroller.h"
#include "ui/caseview.h"
#include "ui/mainwindow.h"
#include "ui/nucleusselection.h"
#include "ui/recentfiles.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"

namespace nb
{

CaseSession* MainWindow::caseSession() const
{
    return m_cases->session();
}

void MainWindow::wireCase()
{
    m_caseActions = new CaseActions(m_services, *this, *m_start);
    new CaseView(*this);
    connect(m_caseActions, &CaseActions::titleChanged, this, &MainWindow::showTitle);
    connect(m_cases, &CaseController::caseOpeningChanged, this, &MainWindow::showOpening);
    connect(m_cases, &CaseController::openingStarted, this, [this] { m_segmentation->setCase(nullptr, true); });
    const auto tell = [this](const QString& headline, const Error& error) { m_banner->tell(headline, error); };
    connect(m_cases, &CaseController::failed, this, tell);
    connect(m_cases, &CaseController::notKept, this, [this, tell](const Error& error) {
        m_segmentation->setCase(nullptr);
        m_recent->add(m_slides->path());
        tell(tr("What you do on this slide cannot be kept."), error);
        readWantedNuclei();
    });
    connect(m_cases, &CaseController::changed, this, &MainWindow::takeCase);
    connect(m_segmentation, &SegmentationController::pixelSizeChosen, this, &MainWindow::pixelSizeChosen);
    const QString goesOn = tr("The search that was stopped before goes on where it ended.");
    connect(m_segmentation, &SegmentationController::wentOn, this,
        [this, goesOn] { m_banner->tell(Severity::Note, goesOn); });
    connect(m_segmentation, &SegmentationController::activityChanged, this, [this, goesOn] {
        if (m_segmentation->activity() == SegmentationController::Activity::Idle && m_banner->text() == goesOn)
            m_banner->dismiss(); // it does no more
    });
}

void MainWindow::takeCase()
{
    m_selection->clear();
    CaseSession* session = caseSession();
    m_segmentation->setCase(session);
    if (session) {
        connect(session, &CaseSession::failed, this,
            [this](const QString& headline, const Error& error) { m_banner->tell(headline, error); });
        connect(session, &CaseSession::nucleiLoaded, m_segmentation, &SegmentationController::resultsGrew);
        connect(session, &CaseSession::nucleiChanged, this, &MainWindow::showActionStates);
        connect(session, &CaseSession::changed, this, [this](const EditOutcome& outcome) {
            if (outcome.pixelSize) // done just now, or undone, or done again
                takePixelSize();
        });
        if (session->slide().pixelSizeOrigin == PixelSizeOrigin::Person)
            takePixelSize();
        m_scene->showNuclei(m_segmentation->nuclei());
        m_recent->add(session->unsaved() ? m_slides->path() : session->path());
        readWantedNuclei();
    }
    showActionStates();
    Q_EMIT caseChanged();
}

/// Those that the slide was opened with.
void MainWindow::readWantedNuclei()
{
    if (const QString nuclei = std::exchange(m_nucleiToRead, QString()); !nuclei.isEmpty())
        readNuclei(nuclei);
}

/// What the case says of it, where the search does not know that yet.
void MainWindow::takePixelSize()
{
    const SlideIdentity& slide = caseSession()->slide();
    const bool byPerson = slide.pixelSizeOrigin == PixelSizeOrigin::Person && slide.pixelSize.plausible();
    const auto chosen = byPerson ? std::optional(slide.pixelSize) : std::nullopt;
    if (m_segmentation->chosenPixelSize() != chosen)
        m_segmentation->restorePixelSize(chosen);
}

/// In one step with all that follows from it.
void MainWindow::pixelSizeChosen(const std::optional<PixelSize>& before)
{
    CaseSession* session = caseSession();
    if (!session || session->readOnly())
        return;
    const std::optional<PixelSize>& chosen = m_segmentation->chosenPixelSize();
    const auto ofFile = m_slides->slide()->info().pixelSize;
    const auto measuredWith = [&](const std::optional<PixelSize>& person) {
        const double assumed = m_segmentation->network() ? m_segmentation->network()->info().mpp : 0;
        return person ? *person : ofFile.value_or(PixelSize{assumed, assumed});
    };
    const PixelSizeDecision decision{
        chosen.value_or(ofFile.value_or(PixelSize{})), chosen ? PixelSizeOrigin::Person : PixelSizeOrigin::Slide};
    const QString label = tr("Change pixel size");
    session->applyMade(
        label,
        [open = session->readerFactory(), name = label.toStdString(), was = measuredWith(before),
            now = measuredWith(chosen), decision]() -> Result<Edit> {
            const auto reader = open();
            if (!reader)
                return reader.error();
            auto edit = changeOfPixelSize(**reader, was, now, decision);
            if (edit)
                edit->label = name;
            return edit;
        },
        this,
        [this](const Result<EditOutcome>& outcome) {
            if (!outcome && caseSession())
                takePixelSize(); // what is searched with is what the case says
        });
}

} // namespace nb
