// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that has to do with the case.
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
    connect(m_segmentation, &SegmentationController::wentOn, this,
        [this] { m_banner->tell(Severity::Note, tr("The search that was stopped before goes on where it ended.")); });
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
        const SlideIdentity& slide = session->slide();
        if (slide.pixelSizeOrigin == PixelSizeOrigin::Person && slide.pixelSize.plausible()
            && m_segmentation->chosenPixelSize() != slide.pixelSize) // else it was saved under another name
            m_segmentation->restorePixelSize(slide.pixelSize);
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

/// Nuclei that a model found at another pixel size are others: they go, in one step that can be undone.
void MainWindow::pixelSizeChosen()
{
    CaseSession* session = caseSession();
    const std::optional<PixelSize>& pixelSize = m_segmentation->chosenPixelSize();
    if (!session || session->readOnly())
        return;
    session->keepPixelSize(pixelSize.value_or(m_slides->slide()->info().pixelSize.value_or(PixelSize{})),
        pixelSize ? PixelSizeOrigin::Person : PixelSizeOrigin::Slide);
    const QString label = tr("Change pixel size");
    session->applyMade(label, [open = session->readerFactory(), name = label.toStdString()]() -> Result<Edit> {
        Edit edit;
        edit.label = name;
        NucleusFilter filter;
        filter.origin = NucleusOrigin::Model;
        const auto reader = open();
        auto rows = reader ? (*reader)->sorted("", false, filter) : reader.error();
        if (!rows)
            return rows.error();
        edit.removeNuclei = std::move(*rows);
        return edit;
    });
}

} // namespace nb
