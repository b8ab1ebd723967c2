// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/correctpanel.h"

#include "engine/geometry/polygon.h"
#include "ui/correct/casefigures.h"
#include "ui/correct/classespanel.h"
#include "ui/correct/classkeys.h"
#include "ui/correct/historypanel.h"
#include "ui/correct/progresspanel.h"
#include "ui/correct/regionspanel.h"
#include "ui/correct/thumbnailstrip.h"
#include "ui/nucleusselection.h"
#include "ui/panelpieces.h"
#include "ui/windowactions.h"
#include "widgets/slidecanvas.h"

#include <QAction>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace nb
{

namespace
{

constexpr double kSmallestOnScreen = 36; // pixels: a smaller nucleus cannot be judged
constexpr double kWellSeen = 110;

QRectF rectOf(const Rect& box)
{
    return {static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.width),
        static_cast<double>(box.height)};
}

} // namespace

CorrectPanel::CorrectPanel(
    const Services& services, NucleusSelection& selection, SlideCanvas& canvas, WindowActions& actions, QWidget& window)
    : QWidget(&window)
    , m_selection(selection)
    , m_canvas(canvas)
    , m_review(new ReviewController(services, selection, this))
    , m_figures(new CaseFigures(services, this))
    , m_keys(new ClassKeys(window, this))
    , m_actions(makeActions(actions))
    , m_coming(new ThumbnailStrip(services, this))
    , m_readOnly(panelParagraph(this))
    , m_reviewPanel(new ReviewPanel(*m_review, *m_figures, m_coming, m_actions, this))
    , m_progress(new ProgressPanel(*m_figures, this))
    , m_regions(new RegionsPanel(*m_figures, canvas, this))
    , m_classes(new ClassesPanel(services, *m_figures, selection, *m_keys, this))
    , m_history(new HistoryPanel(this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(16);
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_readOnly, m_reviewPanel, m_progress, m_regions, m_classes, m_history})
        rows->addWidget(part);
    rows->addStretch(1);
    wire();
    setSession(nullptr);
}

ReviewPanel::Actions CorrectPanel::makeActions(WindowActions& actions)
{
    const auto make = [&](const QString& text, const char* key, const QString& tip) {
        QAction* action = actions.make(text, {}, {QKeySequence(QLatin1String(key))}, tip);
        action->setAutoRepeat(false); // a key that rests decides on one nucleus, not on fifty
        return action;
    };
    return {make(tr("&Next to check"), "Q", tr("Show the next nucleus that the model doubts")),
        make(tr("&Back"), "Shift+Q", tr("Show the nucleus before")),
        make(tr("&Accept"), "Y", tr("The nucleus is right as it is (or all that are selected), and on to the next")),
        make(tr("Fi&x"), "E", tr("Take the brush and correct its outline")),
        make(tr("&Delete"), "X", tr("No nucleus: delete it (or all that are selected), and on to the next"))};
}

void CorrectPanel::wire()
{
    connect(m_actions.next, &QAction::triggered, this, [this] {
        Q_EMIT walkRequested();
        m_review->next();
    });
    connect(m_actions.previous, &QAction::triggered, m_review, &ReviewController::previous);
    connect(m_actions.accept, &QAction::triggered, m_review, &ReviewController::accept);
    connect(m_actions.fix, &QAction::triggered, m_review, &ReviewController::fix);
    connect(m_actions.reject, &QAction::triggered, m_review, &ReviewController::reject);
    connect(m_review, &ReviewController::arrived, this, &CorrectPanel::showNucleus);
    connect(m_review, &ReviewController::changed, this, [this] {
        m_coming->show(m_review->coming());
        showStates();
    });
    connect(m_review, &ReviewController::fixRequested, this, &CorrectPanel::fixRequested);
    connect(m_review, &ReviewController::failed, this, &CorrectPanel::failed);
    connect(m_figures, &CaseFigures::failed, this, &CorrectPanel::failed);
    connect(m_figures, &CaseFigures::changed, this, &CorrectPanel::showStates);
    connect(&m_selection, &NucleusSelection::changed, this, &CorrectPanel::showStates);
    connect(m_classes, &ClassesPanel::failed, this, &CorrectPanel::failed);
    connect(m_classes, &ClassesPanel::noteRequested, this, &CorrectPanel::noteRequested);
    connect(m_regions, &RegionsPanel::showRequested, this, &CorrectPanel::showArea);
    connect(m_progress, &ProgressPanel::showRequested, this, &CorrectPanel::showArea);
}

void CorrectPanel::setSession(CaseSession* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &CaseSession::closing, this, [this] {
            m_session = nullptr;
            showStates();
        });
    m_review->setSession(session);
    m_figures->setSession(session);
    m_reviewPanel->setSession(session);
    m_regions->setSession(session);
    m_classes->setSession(session);
    m_history->setSession(session);
    m_readOnly->setVisible(session && session->readOnly());
    if (session && session->readOnly())
        m_readOnly->setText(tr("This case can only be looked at. %1").arg(session->readOnlyReason()));
    m_keys->setEnabled(session && !session->readOnly());
    showStates();
}

void CorrectPanel::setSlide(std::shared_ptr<const SlideSource> slide)
{
    m_coming->setSlide(std::move(slide));
}

void CorrectPanel::showStates()
{
    const bool any = (m_review->stop() && m_review->stop()->row != 0) || !m_selection.empty();
    const bool may = m_session && !m_session->readOnly();
    m_actions.next->setEnabled(m_session && m_review->state() != ReviewController::State::Searching);
    m_actions.previous->setEnabled(m_session && m_review->hasPrevious());
    for (QAction* action : {m_actions.accept, m_actions.reject})
        action->setEnabled(may && any);
    m_actions.fix->setEnabled(may && any && (m_selection.size() <= 1));
}

void CorrectPanel::showEvent(QShowEvent* event)
{
    m_figures->setWatched(true);
    QWidget::showEvent(event);
}

void CorrectPanel::hideEvent(QHideEvent* event)
{
    m_figures->setWatched(false);
    QWidget::hideEvent(event);
}

/// In the middle, as large as it takes to judge it; who has zoomed closer or a little farther keeps that.
void CorrectPanel::showNucleus(const ReviewStop& stop)
{
    const QRectF box = rectOf(boundsOf(stop.record.shape));
    ViewTransform view = m_canvas.view();
    const double side = std::max({box.width(), box.height(), 1.0});
    const double room = std::max(1.0, std::min(view.viewport.width(), view.viewport.height()));
    view.centre = box.center();
    if (side * view.scale < kSmallestOnScreen)
        view.scale = kWellSeen / side;
    view.scale = std::min(view.scale, 0.7 * room / side);
    m_canvas.moveTo(view);
}

void CorrectPanel::showArea(const QRectF& level0Area)
{
    m_canvas.moveTo(m_canvas.view().fitted(level0Area));
}

} // namespace nb
