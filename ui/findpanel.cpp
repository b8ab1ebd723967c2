// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findpanel.h"

#include "ui/casesession.h"
#include "ui/enginetexts.h"
#include "ui/extractionpanel.h"
#include "ui/timeleft.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace nb
{

namespace
{

constexpr int kBarSteps = 1000;

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(QStringLiteral("heading"));
    return label;
}

QLabel* paragraph(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(QStringLiteral("faint"));
    return label;
}

QVBoxLayout* rowsOf(QWidget* group)
{
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    return rows;
}

/// A button for an action, with its key in the tool tip; it follows the action's state.
QPushButton* buttonFor(QAction* action, const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(key.isEmpty() ? action->toolTip() : QStringLiteral("%1 (%2)").arg(action->toolTip(), key));
    button->setEnabled(action->isEnabled());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
    return button;
}

} // namespace

FindPanel::FindPanel(SegmentationController& segmentation, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_segmentation(segmentation)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(16);
    rows->addWidget(makeModel());
    rows->addWidget(makeSearch(actions));
    rows->addWidget(makeProgress(actions));
    rows->addWidget(makeFound(actions));
    rows->addWidget(new ExtractionPanel(segmentation, this));
    rows->addStretch(1);
    connect(&segmentation, &SegmentationController::networkChanged, this, &FindPanel::showNetwork);
    connect(&segmentation, &SegmentationController::recipeChanged, this, &FindPanel::showRecipe);
    connect(&segmentation, &SegmentationController::activityChanged, this, &FindPanel::showActivity);
    connect(&segmentation, &SegmentationController::progressed, this, &FindPanel::showProgress);
    connect(&segmentation, &SegmentationController::found, this, &FindPanel::showCount);
    connect(&segmentation, &SegmentationController::extractionChanged, this, &FindPanel::showCount);
    connect(&segmentation, &SegmentationController::finished, this, &FindPanel::showSummary);
    connect(&segmentation, &SegmentationController::failed, this, [this] {
        if (!m_segmentation.network())
            m_model->setText(tr("Could not be loaded"));
    });
    showNetwork();
    showRecipe();
    showActivity();
}

QWidget* FindPanel::makeModel()
{
    auto* group = new QWidget(this);
    auto* rows = rowsOf(group);
    rows->addWidget(heading(tr("Model"), group));
    rows->addWidget(m_model = paragraph(group));
    rows->addWidget(m_stain = paragraph(group));
    return group;
}

QWidget* FindPanel::makeSearch(const Actions& actions)
{
    auto* group = new QWidget(this);
    auto* rows = rowsOf(group);
    rows->addWidget(heading(tr("Find nuclei"), group));
    auto* view = buttonFor(actions.view, tr("Segment &what I see"), group);
    view->setObjectName(QStringLiteral("primary"));
    rows->addWidget(view);
    rows->addWidget(m_slide = buttonFor(actions.slide, QString(), group));
    m_slide->setObjectName(QStringLiteral("segmentSlide"));
    showStoppedSlide(std::nullopt);
    return group;
}

QWidget* FindPanel::makeProgress(const Actions& actions)
{
    m_work = new QWidget(this);
    auto* rows = rowsOf(m_work);
    rows->addWidget(m_what = new QLabel(m_work));
    m_what->setWordWrap(true);
    m_bar = new QProgressBar(m_work);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    auto* stop = buttonFor(actions.stop, tr("Stop"), m_work);
    auto* row = new QHBoxLayout;
    row->addWidget(m_bar, 1);
    row->addWidget(stop);
    rows->addLayout(row);
    return m_work;
}

QWidget* FindPanel::makeFound(const Actions& actions)
{
    auto* group = new QWidget(this);
    auto* rows = rowsOf(group);
    rows->addWidget(heading(tr("Found"), group));
    rows->addWidget(m_count = new QLabel(group));
    m_count->setWordWrap(true);
    m_count->setObjectName(QStringLiteral("foundCount"));
    rows->addWidget(m_last = paragraph(group));
    rows->addWidget(buttonFor(actions.exportNuclei, tr("&Export…"), group));
    return group;
}

void FindPanel::showNetwork()
{
    if (!m_segmentation.network()) {
        m_model->setText(tr("Loading…"));
        return;
    }
    const ModelInfo& model = m_segmentation.network()->info();
    m_model->setText(
        tr("%1, made for %2 µm/px").arg(QString::fromStdString(model.name), QLocale().toString(model.mpp)));
    m_model->setToolTip(tr("Licence: %1").arg(QString::fromStdString(model.licence)));
}

void FindPanel::showRecipe()
{
    showStain();
    m_last->clear();
    m_last->hide();
    showCount();
}

void FindPanel::showStain()
{
    const auto& recipe = m_segmentation.recipe();
    if (recipe)
        m_stain->setText(engineText(recipe->stain.reason));
    else
        m_stain->setText(m_segmentation.preparing() ? tr("Looking at the slide's stain and tissue…") : QString());
    m_stain->setVisible(!m_stain->text().isEmpty());
}

void FindPanel::showActivity()
{
    showStain();
    showCount();
    if (m_segmentation.preparing() && !m_segmentation.network())
        showNetwork(); // tried once more, perhaps
    if (m_segmentation.activity() == SegmentationController::Activity::Idle) {
        m_work->setVisible(m_otherWork);
        return;
    }
    m_otherWork = false;
    m_last->clear(); // of another search
    m_last->hide();
    m_work->show();
    showProgress();
}

void FindPanel::showProgress()
{
    using Activity = SegmentationController::Activity;
    const auto status = m_segmentation.status();
    m_bar->setRange(0, status.total > 0 ? kBarSteps : 0);
    if (status.total > 0)
        m_bar->setValue(static_cast<int>(kBarSteps * status.done / status.total));
    QString text;
    switch (m_segmentation.activity()) {
    case Activity::Idle:
        return;
    case Activity::Preparing:
        text = tr("Getting the slide ready…");
        break;
    case Activity::View:
        text = tr("Looking at what you see…");
        break;
    case Activity::Region:
        text = tr("Going through the region…");
        break;
    case Activity::Slide:
        text = tr("Going through the slide…");
        break;
    }
    if (status.secondsLeft)
        text += QLatin1Char(' ') + describeTimeLeft(*status.secondsLeft);
    m_what->setText(text);
}

void FindPanel::showCount()
{
    const CaseSession* const session = m_segmentation.caseSession();
    const auto shown = m_segmentation.nuclei();
    const auto count = shown ? static_cast<int>(shown->size()) : 0;
    const bool searching = m_segmentation.activity() != SegmentationController::Activity::Idle;
    if (session && m_segmentation.extractionChoice() && !searching)
        m_count->setText(previewText(static_cast<int>(session->nuclei()->size())));
    else if (count == 0)
        m_count->setText(tr("Nothing yet. Zoom to a place of interest and segment what you see."));
    else if (session)
        m_count->setText(tr("%n nucleus/nuclei in the case", nullptr, count));
    else
        m_count->setText(tr("%n nucleus/nuclei", nullptr, count));
}

/// What the person's settings find is of the screen, what is in the case of the slide: never one in place of the other.
QString FindPanel::previewText(int inCase) const
{
    const ExtractionPreview& preview = m_segmentation.extractionPreview();
    const QString ofCase = tr("%n nucleus/nuclei in the case", nullptr, inCase);
    const QString lookAgain = tr("To show what your setting finds, the model has to look here again: press “Segment "
                                 "what I see”.");
    if (!preview.shown)
        return preview.mapsMissing ? ofCase + QLatin1Char('\n') + lookAgain : ofCase;
    QString text = tr("%n on the screen with your setting", nullptr, static_cast<int>(preview.onScreen))
        + QStringLiteral(" · ") + ofCase;
    if (preview.mapsMissing)
        text
            += QLatin1Char('\n') + tr("Not all that is on the screen: for the rest, the model has to look here again.");
    return text;
}

void FindPanel::showStoppedSlide(std::optional<int> percent)
{
    m_slide->setText(percent ? tr("Go on with the who&le slide (%1 %)").arg(*percent) : tr("Segment the who&le slide"));
}

void FindPanel::showSummary(const CaseRunSummary& run)
{
    const SegmentSummary& summary = run.segment;
    const double mpp = m_segmentation.network()->info().mpp;
    const double area = summary.megapixels * mpp * mpp; // mm²: a megapixel of 1 µm/px is one
    const auto number = [](double value, int decimals) { return QLocale().toString(value, 'f', decimals); };
    QString text = tr("Last search: %n nucleus/nuclei on %1 mm² in %2 s.", nullptr, static_cast<int>(summary.nuclei))
                       .arg(number(area, 2), number(summary.seconds, 1));
    const auto all = summary.patches + summary.skippedPatches;
    if (summary.skippedPatches > 0)
        text += QLatin1Char(' ')
            + tr("%1 % had no tissue and was skipped.")
                  .arg(std::lround(100.0 * static_cast<double>(summary.skippedPatches) / static_cast<double>(all)));
    if (summary.tooLarge > 0)
        text += QLatin1Char(' ')
            + tr("%n shape(s) too large for a nucleus left out.", nullptr, static_cast<int>(summary.tooLarge));
    if (run.resumedTiles > 0)
        text += QLatin1Char(' ')
            + tr("It went on where it was stopped before; what was found until then is not counted here.");
    if (run.yielded > 0)
        text += QLatin1Char(' ')
            + tr("%n nucleus/nuclei left out because a person's are there.", nullptr, static_cast<int>(run.yielded));
    m_last->setText(text);
    m_last->show();
}

void FindPanel::showWork(const QString& what, std::optional<double> share)
{
    m_otherWork = true;
    m_work->show();
    m_what->setText(what);
    m_bar->setRange(0, share ? kBarSteps : 0);
    if (share)
        m_bar->setValue(static_cast<int>(kBarSteps * *share));
}

void FindPanel::endWork()
{
    m_otherWork = false;
    showActivity();
}

} // namespace nb
