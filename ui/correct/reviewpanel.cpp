// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/reviewpanel.h"

#include "ui/correct/casefigures.h"
#include "ui/correct/thumbnailstrip.h"
#include "ui/panelpieces.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nb
{

ReviewPanel::ReviewPanel(
    ReviewController& review, CaseFigures& figures, ThumbnailStrip* coming, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_review(review)
    , m_figures(figures)
{
    auto* rows = panelRows(this);
    auto* next = panelButton(actions.next, tr("Ne&xt to check"), this);
    next->setObjectName(QStringLiteral("primary"));
    rows->addWidget(next);
    rows->addWidget(m_reason = new QLabel(this));
    m_reason->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("heading")); // what one has to read before one decides
    m_reason->setTextFormat(Qt::PlainText);
    auto* grid = new QGridLayout;
    grid->setSpacing(6);
    grid->addWidget(panelButton(actions.accept, tr("Accept"), this), 0, 0);
    grid->addWidget(panelButton(actions.fix, tr("Fix"), this), 0, 1);
    grid->addWidget(panelButton(actions.reject, tr("Delete"), this), 1, 0);
    grid->addWidget(panelButton(actions.previous, tr("Back"), this), 1, 1);
    rows->addLayout(grid);
    rows->addWidget(coming);
    m_place = new QComboBox(this);
    m_place->setAccessibleName(tr("Where to check"));
    m_place->setToolTip(tr("Check all of the slide, or one region first"));
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    rows->addWidget(m_place);
    rows->addWidget(m_waiting = panelParagraph(this));
    connect(m_place, &QComboBox::activated, this, [this](int index) {
        m_review.setRegion(index > 0 ? std::optional(m_places.at(static_cast<std::size_t>(index - 1))) : std::nullopt);
    });
    connect(&review, &ReviewController::changed, this, &ReviewPanel::show);
    connect(&figures, &CaseFigures::changed, this, &ReviewPanel::show);
    showPlaces();
    show();
}

void ReviewPanel::setSession(CaseSession* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &CaseSession::regionsChanged, this, &ReviewPanel::showPlaces);
    showPlaces();
    show();
}

void ReviewPanel::showPlaces()
{
    const QSignalBlocker quiet(m_place);
    m_place->clear();
    m_place->addItem(tr("On the whole slide"));
    m_places.clear();
    for (const RegionRecord& region : m_session ? m_session->regions() : std::vector<RegionRecord>()) {
        m_place->addItem(tr("In %1").arg(QString::fromStdString(region.name)));
        m_places.push_back(region.id);
        if (m_review.region() == region.id)
            m_place->setCurrentIndex(m_place->count() - 1);
    }
    m_place->setEnabled(m_place->count() > 1);
}

QString ReviewPanel::whatNow() const
{
    const ReviewCounts& slide = m_figures.figures().slide;
    const bool none = m_figures.known() && slide.nuclei == 0;
    const QString findFirst = tr("There are no nuclei yet. Find some first, in the tab Find.");
    switch (m_review.state()) {
    case ReviewController::State::NoCase:
        return tr("Open a slide first.");
    case ReviewController::State::Searching:
        return tr("Looking for what is doubtful…");
    case ReviewController::State::NothingLeft:
        if (none)
            return findFirst;
        return slide.nuclei > slide.reviewed()
            ? tr("You have been through all. Press again to see those that you passed over.")
            : tr("Nothing is left to check here.");
    case ReviewController::State::Ready:
        return none ? findFirst : tr("Shows the nuclei that the model doubts, the worst first.");
    case ReviewController::State::AtNucleus:
        break;
    }
    const ReviewStop& stop = *m_review.stop();
    if (stop.row == 0)
        return tr("Deleted. Undo brings it back.");
    switch (stop.record.origin) {
    case NucleusOrigin::Accepted:
        return tr("You said that it is right.");
    case NucleusOrigin::Corrected:
        return tr("Corrected.");
    case NucleusOrigin::Drawn:
    case NucleusOrigin::Model:
    case NucleusOrigin::Imported:
        break;
    }
    return doubtText(stop.item.doubt.reason);
}

void ReviewPanel::show()
{
    if (const QString now = whatNow(); now != m_reason->text()) {
        m_reason->setText(now);
        QAccessibleEvent told(m_reason, QAccessible::NameChanged); // read out without the focus going there
        QAccessible::updateAccessibility(&told);
    }
    const ReviewCounts& slide = m_figures.figures().slide;
    const auto waiting = slide.nuclei - slide.reviewed();
    m_waiting->setVisible(m_figures.known() && slide.nuclei > 0);
    m_waiting->setText(waiting > 0
            ? tr("%1 of %n nucleus/nuclei not looked at yet.", nullptr, static_cast<int>(slide.nuclei))
                  .arg(QLocale().toString(static_cast<qlonglong>(waiting)))
            : tr("Every nucleus has been looked at."));
}

} // namespace nb
