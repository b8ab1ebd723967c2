// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachpanel.h"

#include "ui/modelspanel.h"
#include "ui/samplesheet.h"
#include "ui/teachoffer.h"
#include "ui/teachprogress.h"
#include "ui/teachsettings.h"
#include "ui/teachsources.h"
#include "ui/teachverdict.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace nb
{

namespace
{

constexpr double kLeastMinutes = 0.1;
constexpr double kMostMinutes = 10000;

QVBoxLayout* rowsOf(QWidget* group)
{
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    return rows;
}

/// Scrolls to the top of a part of a page, when it has found its place.
void bringIntoSight(QWidget* part)
{
    QTimer::singleShot(0, part, [part] {
        for (QWidget* widget = part->parentWidget(); widget; widget = widget->parentWidget())
            if (auto* page = qobject_cast<QScrollArea*>(widget)) {
                QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
                page->verticalScrollBar()->setValue(part->mapTo(page->widget(), QPoint(0, 0)).y());
                return;
            }
    });
}

} // namespace

TeachPanel::TeachPanel(TeachController& teach, ModelShelf& shelf, QWidget* parent)
    : QWidget(parent)
    , m_teach(teach)
    , m_sources(new TeachSources(teach, this))
    , m_progress(new TeachProgress(teach, this))
    , m_verdict(new TeachVerdict(teach, this))
    , m_models(new ModelsPanel(shelf, this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(16);
    rows->addWidget(m_sources);
    rows->addWidget(makeStart());
    rows->addWidget(new TeachOffer(teach, shelf, this));
    rows->addWidget(m_verdict); // above the curves: they are only its history
    rows->addWidget(m_progress);
    rows->addWidget(makeAdvanced());
    rows->addWidget(m_models);
    rows->addStretch(1);
    connect(&teach, &TeachController::stateChanged, this, &TeachPanel::showState);
    connect(&teach, &TeachController::sourcesChanged, this, &TeachPanel::showState);
    connect(&shelf, &ModelShelf::changed, this, &TeachPanel::showState);
    connect(&shelf, &ModelShelf::changed, &teach, &TeachController::sourcesChanged);
    connect(&teach, &TeachController::previewReady, this, &TeachPanel::showPreview);
    connect(&teach, &TeachController::failed, this, [this] { m_preview->setEnabled(true); });
    showState();
}

QWidget* TeachPanel::makeStart()
{
    auto* group = new QWidget(this);
    auto* rows = rowsOf(group);
    auto* row = new QHBoxLayout;
    m_start = new QPushButton(tr("&Teach"), group);
    m_start->setObjectName(QStringLiteral("primary"));
    m_minutes = new QDoubleSpinBox(group);
    m_minutes->setObjectName(QStringLiteral("teachMinutes"));
    m_minutes->setRange(kLeastMinutes, kMostMinutes);
    m_minutes->setDecimals(1);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setAccessibleName(tr("Minutes to learn"));
    m_minutes->setToolTip(tr("So long the model learns, judging it included. You can go on working meanwhile"));
    row->addWidget(m_start, 1);
    row->addWidget(m_minutes);
    rows->addLayout(row);
    m_note = new QLabel(group);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("faint"));
    rows->addWidget(m_note);
    connect(m_start, &QPushButton::clicked, &m_teach, &TeachController::start);
    connect(m_minutes, &QDoubleSpinBox::valueChanged, this,
        [this](double minutes) { m_teach.settings.timeLimitMinutes = minutes; });
    return group;
}

QWidget* TeachPanel::makeAdvanced()
{
    auto* group = new QWidget(this);
    auto* rows = rowsOf(group);
    auto* disclosure = new QToolButton(group);
    disclosure->setText(tr("Ad&vanced"));
    disclosure->setCheckable(true);
    disclosure->setAutoRaise(true);
    disclosure->setArrowType(Qt::RightArrow);
    disclosure->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    disclosure->setObjectName(QStringLiteral("teachAdvanced"));
    rows->addWidget(disclosure);
    auto* inside = new QWidget(group);
    auto* insideRows = rowsOf(inside);
    m_preview = new QPushButton(tr("Sho&w samples"), inside);
    m_preview->setToolTip(tr("What the model is shown with these settings, what it should say, and what it says now"));
    insideRows->addWidget(m_preview);
    m_samples = new SampleSheet(inside);
    m_samples->hide();
    insideRows->addWidget(m_samples);
    m_samplesKey = new QLabel(
        tr("Inside blue, boundary orange, hatched where nobody knows. A wider panel shows larger pictures."), inside);
    m_samplesKey->setWordWrap(true);
    m_samplesKey->setObjectName(QStringLiteral("faint"));
    m_samplesKey->hide();
    insideRows->addWidget(m_samplesKey);
    m_settings = new TeachSettings(m_teach, inside);
    insideRows->addWidget(m_settings);
    rows->addWidget(inside);
    inside->hide();
    connect(disclosure, &QToolButton::toggled, this, [this, inside, disclosure](bool on) {
        disclosure->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
        m_settings->show();
        inside->setVisible(on);
    });
    connect(m_preview, &QPushButton::clicked, this, [this] {
        m_preview->setEnabled(false);
        m_teach.preview();
    });
    return group;
}

void TeachPanel::showState()
{
    using State = TeachController::State;
    const bool can = m_teach.obstacle().isEmpty();
    const bool decide = m_teach.state() == State::Decision;
    followTo(m_teach.state());
    m_start->setEnabled(can && m_teach.state() == State::Idle);
    m_preview->setEnabled(can && !m_teach.busy());
    for (QWidget* widget : {static_cast<QWidget*>(m_sources), static_cast<QWidget*>(m_settings)})
        widget->setEnabled(!m_teach.busy());
    m_minutes->setEnabled(!m_teach.busy() && m_teach.settings.timeLimitMinutes.has_value());
    const QSignalBlocker quiet(m_minutes);
    if (m_teach.settings.timeLimitMinutes)
        m_minutes->setValue(*m_teach.settings.timeLimitMinutes);
    m_note->setText(m_teach.busy()
            ? tr("You can go on working. When you look for nuclei, the training waits. If you close the program, "
                 "it can go on later.")
            : decide ? tr("A model has learnt: use it or keep the old one before you teach again.")
                     : tr("The model in use stays until you say otherwise."));
    m_note->setVisible(can || decide || m_teach.busy());
}

/// What has just begun is seen. The keyboard's focus goes there before its button is disabled, if it was here at all.
void TeachPanel::followTo(TeachController::State state)
{
    using State = TeachController::State;
    if (state == m_shown)
        return;
    const bool focused = QApplication::focusWidget() && isAncestorOf(QApplication::focusWidget());
    m_shown = state;
    if (state == State::Reading) {
        if (focused)
            m_progress->takeFocus();
        bringIntoSight(m_progress);
    } else if (state == State::Decision) {
        if (focused)
            m_verdict->takeFocus();
        bringIntoSight(m_verdict);
    }
}

void TeachPanel::showPreview(const std::vector<PreviewSample>& samples)
{
    m_preview->setEnabled(true);
    m_samples->show(samples);
    m_samplesKey->show();
}

} // namespace nb
