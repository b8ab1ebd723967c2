// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/windowevaluation.h"

#include "ui/mainwindow.h"
#include "ui/modelshelf.h"
#include "ui/modelspanel.h"
#include "ui/statusline.h"
#include "ui/tables/evaluationpanel.h"
#include "ui/tables/tablesdock.h"
#include "ui/teachpanel.h"
#include "ui/timeleft.h"
#include "ui/windowteach.h"
#include "ui/workstatus.h"

#include <QToolButton>

namespace nb
{

namespace
{

constexpr int kTickMs = 100;
constexpr double kWorthTelling = 0.4; // seconds: what is over sooner would only flicker

} // namespace

WindowEvaluation::WindowEvaluation(const Services& services, MainWindow& window, TablesDock& dock)
    : QObject(&window)
    , m_window(window)
    , m_dock(dock)
    , m_panel(dock.evaluation())
    , m_shelf(window.teach().shelf())
    , m_canLoad(static_cast<bool>(services.makeNetwork))
    , m_status(new WorkStatus(tr("Progress of the evaluation"), &window))
{
    m_status->makeLink(tr("Show the evaluation"));
    QToolButton& stop = m_status->addStop(tr("Stop the evaluation"), tr("Stop the evaluation. Nothing was changed."));
    stop.setObjectName(QStringLiteral("stopEvaluation"));
    window.statusLine().addWork(m_status);
    connect(&stop, &QToolButton::clicked, &m_panel, &EvaluationPanel::stop);
    connect(m_status, &WorkStatus::visited, &m_dock, &TablesDock::openEvaluation);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &WindowEvaluation::showWork);
    connect(&m_panel, &EvaluationPanel::workChanged, this, [this] {
        showWork();
        if (m_panel.work())
            m_tick.start();
        else
            m_tick.stop();
    });
    connect(&m_shelf, &ModelShelf::changed, this, &WindowEvaluation::offerModels);
    // The models are read from the disk when somebody wants to see them.
    connect(&m_panel, &EvaluationPanel::shown, this, [this] {
        if (m_shelf.models().empty() && !m_shelf.busy())
            m_shelf.refresh();
    });
    ModelsPanel& models = window.teach().panel().models();
    models.setCanEvaluate(m_canLoad);
    connect(&models, &ModelsPanel::evaluationAsked, this, [this](const QString& hash) {
        m_dock.openEvaluation(); // a page that is not seen takes its case only now, and forgets choices
        m_panel.judgeModel(hash);
    });
    offerModels();
}

void WindowEvaluation::offerModels()
{
    if (!m_canLoad)
        return;
    std::vector<NucleiChoice::Model> models;
    for (const StoredModel& model : m_shelf.models()) {
        const QString name = QString::fromStdString(model.name);
        models.push_back({QString::fromStdString(model.info.hash), QString::fromStdString(model.path),
            model.info.hash == m_shelf.inUse() ? tr("%1 (in use)").arg(name) : name});
    }
    m_panel.setModels(models, QString::fromStdString(m_shelf.inUse()));
}

void WindowEvaluation::showWork()
{
    const Job* const work = m_panel.work();
    if (!work)
        return m_status->hide();
    if (work->seconds() < kWorthTelling)
        return;
    const std::int64_t done = work->progress().done.load(), total = work->progress().total.load();
    if (total == 0)
        return m_status->showWork(tr("Evaluating…"), std::nullopt);
    const double share = static_cast<double>(done) / static_cast<double>(total);
    m_status->showWork(
        WorkStatus::progressText(tr("Evaluating: %1 %"), share, secondsLeft(done, total, work->seconds())), share);
}

} // namespace nb
