// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachprogress.h"

#include "ui/teachpictures.h"
#include "ui/timeleft.h"
#include "widgets/trainingplot.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace nb
{

namespace
{
constexpr int kBarSteps = 1000;
constexpr int kPatchPx = 128; // shown side by side in a narrow panel
enum LossCurve { Learnt, HeldOut };
enum ScoreCurve { F1, Aji, Dice, Pq };
} // namespace

TeachProgress::TeachProgress(TeachController& teach, QWidget* parent)
    : QWidget(parent)
    , m_teach(teach)
    , m_what(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_losses(new TrainingPlot(tr("Error (loss)"), {{tr("Learnt from")}, {tr("Held out"), true}}, this))
    , m_scores(new TrainingPlot(
          tr("Scores, held out"), {{tr("F1"), true}, {tr("AJI"), true}, {tr("Dice"), true}, {tr("PQ"), true}}, this))
{
    m_scores->fixValues(0, 1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_what->setWordWrap(true);
    m_what->setObjectName(QStringLiteral("teachState"));
    rows->addWidget(m_what);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    rows->addWidget(m_bar);
    rows->addWidget(makeButtons());
    rows->addWidget(m_losses);
    rows->addWidget(m_scores);
    rows->addWidget(makeWatched());
    for (TrainingPlot* plot : {m_losses, m_scores}) {
        plot->setToolTip(tr("Drag to move, turn the wheel to zoom, double-click to see all, right-click to save"));
        connect(plot, &TrainingPlot::exportRequested, this, [this, plot] { exportPlot(*plot); });
    }
    connect(&teach, &TeachController::began, this, &TeachProgress::begin);
    connect(&teach, &TeachController::stateChanged, this, &TeachProgress::showState);
    connect(&teach, &TeachController::stepped, this, [this](double step, double loss) {
        m_losses->add(Learnt, step, loss);
        showStep();
    });
    connect(&teach, &TeachController::startJudged, this, [this](const StartReport& report) {
        m_losses->add(HeldOut, 0, report.validationLoss);
        showScores(0, report.validation);
    });
    connect(&teach, &TeachController::judged, this, &TeachProgress::showEpoch);
    showState();
}

QWidget* TeachProgress::makeButtons()
{
    auto* group = new QWidget(this);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    m_pause = new QPushButton(tr("&Pause"), group);
    m_pause->setCheckable(true);
    m_pause->setObjectName(QStringLiteral("teachPause"));
    m_finish = new QPushButton(tr("Stop, &keep the best"), group);
    m_finish->setObjectName(QStringLiteral("teachFinish"));
    m_discard = new QPushButton(tr("&Discard"), group);
    m_discard->setObjectName(QStringLiteral("teachDiscard"));
    m_discard->setToolTip(tr("Stops and forgets what was learnt. The model in use stays as it is"));
    for (QPushButton* button : {m_pause, m_finish, m_discard})
        row->addWidget(button);
    connect(m_pause, &QPushButton::clicked, &m_teach, &TeachController::pause);
    connect(m_finish, &QPushButton::clicked, this, [this] {
        m_finish->setEnabled(false);
        m_teach.finish();
    });
    connect(m_discard, &QPushButton::clicked, &m_teach, &TeachController::askToDiscard);
    return group;
}

void TeachProgress::takeFocus()
{
    m_pause->setFocus();
}

QWidget* TeachProgress::makeWatched()
{
    auto* group = new QWidget(this);
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    m_mapText = new QLabel(group);
    m_mapText->setWordWrap(true);
    m_mapText->setObjectName(QStringLiteral("faint"));
    rows->addWidget(m_mapText);
    auto* pictures = new QHBoxLayout;
    for (QLabel** label : {&m_patch, &m_map}) {
        *label = new QLabel(group);
        (*label)->setFixedSize(kPatchPx, kPatchPx);
        (*label)->setScaledContents(true);
        pictures->addWidget(*label);
    }
    m_patch->setAccessibleName(tr("A patch that was held out"));
    m_map->setAccessibleName(tr("What the model sees in it"));
    m_map->setObjectName(QStringLiteral("teachMap"));
    pictures->addStretch(1);
    rows->addLayout(pictures);
    return group;
}

void TeachProgress::begin()
{
    m_losses->clear();
    m_scores->clear();
    m_patch->clear();
    m_map->clear();
    m_mapText->clear();
    m_finish->setEnabled(true);
    m_pause->setChecked(false);
}

void TeachProgress::showState()
{
    using State = TeachController::State;
    const State state = m_teach.state();
    setVisible(state != State::Idle);
    const bool training = state == State::Training || state == State::Paused;
    m_pause->setEnabled(training || state == State::Reading);
    if (state != State::Reading) // then it may have been pressed already
        m_pause->setChecked(state == State::Paused);
    m_pause->setText(state == State::Paused ? tr("&Go on") : tr("&Pause"));
    for (QWidget* widget : {static_cast<QWidget*>(m_bar), m_pause->parentWidget()})
        widget->setVisible(m_teach.busy());
    m_bar->setRange(0, training && m_teach.lastStep() ? kBarSteps : 0);
    switch (state) {
    case State::Idle:
        break;
    case State::Reading:
        m_what->setText(tr("Reading what is to be learnt from…"));
        break;
    case State::Training:
    case State::Paused:
        showStep();
        break;
    case State::Comparing:
        m_what->setText(tr("Comparing the new model with the one before…"));
        break;
    case State::Decision:
        m_what->setText(tr("Done after %n step(s).", nullptr, static_cast<int>(m_teach.result()->outcome->steps)));
        break;
    }
}

void TeachProgress::showStep()
{
    if (m_teach.state() == TeachController::State::Paused) {
        m_what->setText(tr("Paused. Nothing is lost."));
        return;
    }
    const auto& step = m_teach.lastStep();
    if (!step) {
        m_what->setText(tr("The model before is judged first…"));
        return;
    }
    if (m_teach.state() != TeachController::State::Training)
        return;
    m_bar->setRange(0, kBarSteps);
    if (step->totalSteps > 0)
        m_bar->setValue(static_cast<int>(kBarSteps * step->step / step->totalSteps));
    QString text = tr("Learning: %1 patches a second").arg(QLocale().toString(step->patchesPerSecond, 'f', 1));
    if (const auto left = m_teach.secondsLeft())
        text += QLatin1String(", ") + describeTimeLeft(*left);
    m_what->setText(text);
}

void TeachProgress::showEpoch(const TeachingFeed::Epoch& epoch)
{
    const auto step = static_cast<double>(epoch.report.step);
    showScores(step, epoch.report.validation);
    if (epoch.report.validationLoss)
        m_losses->add(HeldOut, step, *epoch.report.validationLoss);
    const WatchedPatch& watched = m_teach.watched();
    if (watched.rgb.empty() || epoch.map.inside.empty())
        return;
    m_patch->setPixmap(QPixmap::fromImage(imageOf(watched.rgb)));
    m_map->setPixmap(QPixmap::fromImage(mapPicture(watched.rgb, epoch.map)));
    m_mapText->setText(tr("What the model sees in one patch after round %1 (epoch): inside blue, boundary orange.")
                           .arg(QLocale().toString(static_cast<qlonglong>(epoch.report.epoch + 1))));
}

void TeachProgress::showScores(double step, const std::optional<Validation>& validation)
{
    if (!validation)
        return;
    const EvaluationRates& rates = validation->rates;
    m_scores->add(F1, step, rates.f1);
    m_scores->add(Aji, step, rates.aji);
    m_scores->add(Dice, step, rates.dice);
    m_scores->add(Pq, step, rates.pq);
}

void TeachProgress::exportPlot(TrainingPlot& plot)
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the curves"), {}, tr("Picture (*.png);;PDF (*.pdf);;Numbers (*.csv)"));
    if (path.isEmpty())
        return;
    if (const Status done = plot.exportTo(path); !done)
        Q_EMIT m_teach.failed(tr("The curves could not be saved."), done.error());
}

} // namespace nb
