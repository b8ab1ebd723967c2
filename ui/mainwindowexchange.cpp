// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that has to do with files of other programs.
#include "ui/banner.h"
#include "ui/casecontroller.h"
#include "ui/enginetexts.h"
#include "ui/exchangecontroller.h"
#include "ui/exportdialog.h"
#include "ui/filechooser.h"
#include "ui/findpanel.h"
#include "ui/mainwindow.h"
#include "ui/nucleusselection.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/slidescene.h"

#include <QFileInfo>

#include <utility>

namespace nb
{

namespace
{

/// What came, in one line: "120 nuclei and 3 regions imported from a.geojson; 20 replaced those of the same id."
QString toldOf(const QString& path, const CaseImportSummary& summary)
{
    const auto number = [](std::int64_t value) { return static_cast<int>(value); };
    QString told = MainWindow::tr("%n nucleus/nuclei", nullptr, number(summary.nuclei));
    if (summary.regions > 0)
        told += MainWindow::tr(" and %n region(s)", nullptr, number(summary.regions));
    told = MainWindow::tr("%1 imported from %2.").arg(told, QFileInfo(path).fileName());
    if (summary.replaced > 0)
        told += QLatin1Char(' ')
            + MainWindow::tr(
                "%n replaced what had the same id; undo brings it back.", nullptr, number(summary.replaced));
    if (summary.yielded > 0)
        told += QLatin1Char(' ')
            + MainWindow::tr("%n that the model had found there gave way; undo brings back what was there.", nullptr,
                number(summary.yielded));
    if (summary.kept > 0)
        told += QLatin1Char(' ')
            + MainWindow::tr("%n that you changed meanwhile stayed as yours.", nullptr, number(summary.kept));
    if (summary.converted > 0)
        told += QLatin1Char(' ')
            + MainWindow::tr("%n had been measured at another µm/px; the sizes were converted to this slide's.",
                nullptr, number(summary.converted));
    if (summary.passedOver > 0)
        told += QLatin1Char(' ')
            + MainWindow::tr("%n point(s), line(s) and the like were left out: a case holds outlines only.", nullptr,
                number(summary.passedOver));
    return told;
}

/// What did not come, in one line; empty where all came.
QString complaintOf(CaseImportSummary summary)
{
    const std::optional<Error> broken = std::exchange(summary.broken, {});
    QString text = engineText(summary.complaint());
    if (broken)
        text += (text.isEmpty() ? QString() : QStringLiteral(". ")) + describe(*broken);
    return text;
}

} // namespace

void MainWindow::wireExchange()
{
    connect(m_exchange, &ExchangeController::changed, this, [this] {
        if (m_exchange->busy())
            m_find->showWork(m_exchange->what(), m_exchange->share());
        else
            m_find->endWork();
        showActionStates();
    });
    connect(m_exchange, &ExchangeController::failed, this,
        [this](const QString& headline, const Error& error) { m_banner->tell(headline, error); });
    connect(m_exchange, &ExchangeController::written, this, [this](const QString& path, const QString& told) {
        m_banner->tell(Severity::Note, tr("%1: %2").arg(told, QFileInfo(path).fileName()));
    });
    connect(
        m_exchange, &ExchangeController::imported, this, [this](const QString& path, const CaseImportSummary& summary) {
            m_scene->setVisible(LayerId::Outlines, true);
            const QString complaint = complaintOf(summary);
            m_banner->tell(complaint.isEmpty() ? Severity::Note : Severity::Warning,
                toldOf(path, summary) + (complaint.isEmpty() ? QString() : QLatin1Char(' ') + complaint));
        });
}

void MainWindow::askForNuclei()
{
    if (const QString path = chooseNuclei(this, m_slides->path()); !path.isEmpty())
        readNuclei(path);
}

void MainWindow::readNuclei(const QString& path)
{
    if (m_cases->opening()) // they will come into it
        m_nucleiToRead = path;
    else if (m_exchange->busy())
        m_banner->tell(Severity::Warning,
            tr("Another file is still being read or written. Import %1 once that is done.")
                .arg(QFileInfo(path).fileName()));
    else if (caseSession())
        m_exchange->read(path, caseSession());
    else
        m_banner->tell(Severity::Warning,
            tr("%1 was not imported: what you do on this slide cannot be kept, and an import could not be either. Free "
               "some space, or allow writing in your home folder, and open the slide again.")
                .arg(QFileInfo(path).fileName()));
}

void MainWindow::askForExport()
{
    const CaseSession* session = caseSession();
    if (m_exchange->busy())
        return;
    if (!session) { // the case could not be made: what is shown can still be saved
        if (const QString path = chooseExport(this, m_slides->path()); !path.isEmpty())
            exportNuclei(path);
        return;
    }
    auto* dialog = new ExportDialog(
        {{session->classes(), session->regions(), false, {}, session->slide()},
            static_cast<std::int64_t>(session->nuclei()->size()), m_selection->rows(), m_slides->path()},
        this);
    connect(dialog, &ExportDialog::chosen, this, [this](const ExportRequest& request) {
        if (const CaseSession* open = caseSession())
            m_exchange->write(request, open, m_slides->slide());
    });
    dialog->open();
}

void MainWindow::exportNuclei(const QString& path)
{
    const CaseSession* session = caseSession();
    if (!session) {
        m_exchange->writeFound(
            path, m_segmentation->preview(), *m_segmentation->recipe(), m_segmentation->extraction());
        return;
    }
    ExportRequest request;
    request.path = path;
    request.choice = {session->classes(), session->regions(), false, {}, session->slide()};
    m_exchange->write(request, session, m_slides->slide());
}

} // namespace nb
