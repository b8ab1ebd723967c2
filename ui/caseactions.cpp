// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caseactions.h"

#include "ui/banner.h"
#include "ui/casecontroller.h"
#include "ui/filechooser.h"
#include "ui/glancequeue.h"
#include "ui/mainwindow.h"
#include "ui/recentfiles.h"
#include "ui/segmentationcontroller.h"
#include "ui/slidecontroller.h"
#include "ui/startpage.h"
#include "ui/unsavedlist.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>

namespace nb
{

namespace
{

constexpr auto kHintGiven = "hints/unsavedIsKept";

QString nameOf(const QString& path)
{
    return QFileInfo(path).fileName();
}

} // namespace

CaseActions::CaseActions(const Services& services, MainWindow& window, StartPage& start)
    : QObject(&window)
    , chooseTarget([&window](const QString& slidePath) { return chooseCaseTarget(&window, slidePath); })
    , chooseSlidePath([&window] { return chooseSlide(&window); })
    , m_window(window)
    , m_cases(window.cases())
{
    mayDiscard = [&window](const QString& question) {
        return QMessageBox::warning(&window, tr("Nucleoscope"), question, QMessageBox::Discard | QMessageBox::Cancel,
                   QMessageBox::Cancel)
            == QMessageBox::Discard;
    };
    makeActions();
    wireController();
    wireStartPage(services, start);
    connect(&window, &MainWindow::caseChanged, this, &CaseActions::caseChanged);
    connect(&window.segmentation(), &SegmentationController::recipeChanged, this, [this] {
        if (m_window.segmentation().recipe() && m_window.caseSession() && m_window.caseSession()->readOnly())
            tellReadOnly(); // what is said of the slide's pixel size must not hide it
    });
    showStates();
}

void CaseActions::makeActions()
{
    WindowActions& actions = m_window.actions();
    save = actions.make(tr("&Save case"), {}, {QKeySequence::Save},
        tr("Give the case a name; then every change is saved as it is made"));
    saveAs = actions.make(tr("Save case &as…"), {}, {QKeySequence(QStringLiteral("Ctrl+Shift+S"))},
        tr("Go on with the case under another name"));
    undo = actions.make(tr("&Undo"), {}, {QKeySequence(QStringLiteral("Ctrl+Z"))}, tr("Take back the last step"));
    redo = actions.make(tr("&Redo"), {},
        {QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))},
        tr("Do the step again that was taken back"));
    connect(save, &QAction::triggered, this, [this] {
        const CaseSession* session = m_window.caseSession();
        if (session && !session->unsaved() && !session->readOnly())
            m_window.banner().tell(Severity::Note,
                tr("Everything is in %1 already: each change is saved as it is made.").arg(nameOf(session->path())));
        else
            askAndSave();
    });
    connect(saveAs, &QAction::triggered, this, &CaseActions::askAndSave);
    connect(undo, &QAction::triggered, this, [this] {
        if (m_window.caseSession())
            m_window.caseSession()->undo();
    });
    connect(redo, &QAction::triggered, this, [this] {
        if (m_window.caseSession())
            m_window.caseSession()->redo();
    });
    actions.fileMenu()->insertActions(actions.openNuclei, {save, saveAs});
    actions.fileMenu()->insertSeparator(actions.openNuclei);
    actions.editMenu()->insertActions(actions.editMenu()->actions().value(0), {undo, redo});
}

void CaseActions::wireController()
{
    connect(&m_cases, &CaseController::slideMissing, this, &CaseActions::slideMissing);
    connect(&m_cases, &CaseController::openFailed, this, &CaseActions::openFailed);
    connect(&m_cases, &CaseController::saved, this, [this](const QString& path) {
        m_window.recent().add(path);
        m_window.banner().tell(
            Severity::Note, tr("Saved as %1. From now on each change is saved there as it is made.").arg(nameOf(path)));
    });
}

void CaseActions::wireStartPage(const Services& services, StartPage& start)
{
    m_glances = new GlanceQueue(services, CaseController::unsavedFolder(), this);
    m_unsaved = new UnsavedList(*m_glances, &start);
    start.addSection(m_unsaved);
    auto* glances
        = new GlanceQueue(services, CaseController::unsavedFolder(), this); // of its own: it begins anew at times
    start.showGlances(*glances);
    connect(&m_cases, &CaseController::unsavedListed, m_unsaved, &UnsavedList::show);
    connect(m_unsaved, &UnsavedList::openRequested, this, [this](const QString& path) { m_window.openFile(path); });
    connect(m_unsaved, &UnsavedList::saveRequested, this, [this](const QString& path, const QString& slidePath) {
        if (const QString target = chooseTarget(slidePath); !target.isEmpty())
            m_cases.saveUnsaved(path, target);
    });
    connect(m_unsaved, &UnsavedList::discardRequested, this, [this](const QString& path, const QString& slidePath) {
        if (mayDiscard(
                tr("Everything that was done on %1 and not saved will be gone for good.").arg(nameOf(slidePath))))
            m_cases.discardUnsaved(path);
    });
    connect(&m_window.slides(), &SlideController::closed, &m_cases, &CaseController::listUnsaved);
    m_cases.listUnsaved();
}

void CaseActions::caseChanged()
{
    if (CaseSession* session = m_window.caseSession()) {
        connect(session, &CaseSession::historyChanged, this, &CaseActions::showStates);
        connect(session, &CaseSession::historyChanged, this, &CaseActions::hintThatWorkIsKept);
        if (session->readOnly())
            tellReadOnly();
        else
            m_window.banner().withdraw(Cause::ReadOnly); // a copy, perhaps
    }
    showStates();
}

void CaseActions::showStates()
{
    const CaseSession* session = m_window.caseSession();
    const bool mayEdit = session && !session->readOnly();
    save->setEnabled(session != nullptr);
    saveAs->setEnabled(session != nullptr);
    const QString undoes = mayEdit ? session->undoLabel() : QString(),
                  redoes = mayEdit ? session->redoLabel() : QString();
    const auto shown = [](QString label) { return label.replace(QLatin1Char('&'), QLatin1String("&&")); };
    undo->setEnabled(!undoes.isEmpty());
    undo->setText(undoes.isEmpty() ? tr("&Undo") : tr("&Undo “%1”").arg(shown(undoes)));
    redo->setEnabled(!redoes.isEmpty());
    redo->setText(redoes.isEmpty() ? tr("&Redo") : tr("&Redo “%1”").arg(shown(redoes)));
    Q_EMIT titleChanged();
}

QString CaseActions::titlePart() const
{
    const CaseSession* session = m_window.caseSession();
    if (!session)
        return {};
    if (session->readOnly())
        return tr("%1 (to look at only)").arg(session->unsaved() ? tr("case without a name") : nameOf(session->path()));
    if (!session->unsaved())
        return nameOf(session->path());
    return session->history().empty() ? QString() : tr("not saved under a name yet – kept");
}

void CaseActions::tellReadOnly()
{
    m_window.banner().tell(Severity::Warning,
        tr("You can look at this case, but not change it.") + QLatin1Char(' ')
            + m_window.caseSession()->readOnlyReason(),
        {{tr("Save a copy…"), [this] { askAndSave(); }}}, Cause::ReadOnly);
}

/// Said once, ever, when the first work without a name was done.
void CaseActions::hintThatWorkIsKept()
{
    const CaseSession* session = m_window.caseSession();
    if (!session || !session->unsaved() || session->history().empty()
        || QSettings().value(QLatin1String(kHintGiven)).toBool())
        return;
    QSettings().setValue(QLatin1String(kHintGiven), true);
    m_window.banner().tell(Severity::Note,
        tr("What you do is kept from now on, also when you close the slide or the program: the start page offers it "
           "again. Save it as a case to have it where you want it."),
        {{tr("Save case as…"), [this] { askAndSave(); }}});
}

void CaseActions::askAndSave()
{
    if (!m_window.caseSession())
        return;
    if (const QString target = chooseTarget(m_window.slides().path()); !target.isEmpty())
        m_cases.saveAs(target);
}

void CaseActions::askForSlideOf(const QString& casePath)
{
    if (const QString slide = chooseSlidePath(); !slide.isEmpty())
        m_cases.openCase(casePath, slide);
}

void CaseActions::slideMissing(const QString& casePath, const QString& slidePath, bool leadsToNetwork)
{
    const BannerAction find{tr("Find the slide…"), [this, casePath] { askForSlideOf(casePath); }};
    if (leadsToNetwork)
        m_window.banner().tell(Severity::Warning,
            tr("The slide of %1 lies on another computer: %2. Open it only if you know that place.")
                .arg(nameOf(casePath), slidePath),
            {{tr("Open it"), [this, casePath, slidePath] { m_cases.openCase(casePath, slidePath); }}, find});
    else
        m_window.banner().tell(
            Severity::Warning, tr("The slide of %1 is not where it was: %2").arg(nameOf(casePath), slidePath), {find});
}

void CaseActions::openFailed(const QString& casePath, const Error& error)
{
    QList<BannerAction> ways;
    if (QFileInfo::exists(casePath))
        ways.append({tr("Find the slide…"), [this, casePath] { askForSlideOf(casePath); }});
    if (m_window.recent().paths().contains(casePath))
        ways.append({tr("Forget this file"), [this, casePath] { m_window.recent().remove(casePath); }});
    m_window.banner().tell(tr("%1 could not be opened.").arg(nameOf(casePath)), error, ways);
}

} // namespace nb
