// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/editqueue.h"

#include "ui/casesession.h"
#include "ui/nucleusselection.h"

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kLookMs = 20;
constexpr int kMostLooks = 150; // then the preview goes anyway
constexpr double kMostSeconds = 60; // who was away for longer has not corrected all that time

} // namespace

EditQueue::EditQueue(NucleusSelection& selection, QObject* parent)
    : QObject(parent)
    , m_selection(selection)
{
    m_drawn.setInterval(kLookMs);
    connect(&m_drawn, &QTimer::timeout, this, &EditQueue::showWhenDrawn);
    m_since.start();
}

EditQueue::~EditQueue() = default;

void EditQueue::setCase(CaseSession* session, CaseLookup* lookup)
{
    m_waiting.clear();
    m_busy = false;
    m_drawn.stop();
    m_session = session;
    m_lookup = lookup;
    Q_EMIT previewsChanged({});
}

double EditQueue::secondsSpent() const
{
    return std::min(static_cast<double>(m_since.nsecsElapsed()) / 1e9, kMostSeconds);
}

void EditQueue::handBegins()
{
    m_since.restart();
}

void EditQueue::add(std::function<Plan()> prepare, bool first)
{
    const auto where = first ? m_waiting.begin() : m_waiting.end();
    m_waiting.insert(where, [this, prepare = std::move(prepare)] {
        Plan plan = prepare();
        if (!plan)
            return finished();
        m_lookup->ask(this, std::move(plan), [this](Result<EditPlan> result) {
            if (result)
                return planned(std::move(*result));
            Q_EMIT failed(result.error());
            finished();
        });
    });
    next();
}

void EditQueue::next()
{
    if (m_busy || m_waiting.empty())
        return;
    if (!m_session || !m_lookup) {
        m_waiting.clear();
        return;
    }
    m_busy = true;
    const auto begin = std::move(m_waiting.front());
    m_waiting.pop_front();
    begin();
}

void EditQueue::finished()
{
    m_busy = false;
    next();
}

void EditQueue::planned(EditPlan plan)
{
    if (!m_session)
        return finished();
    if (plan.unfit != Unfit::None) {
        Q_EMIT previewsChanged({});
        Q_EMIT unfit(plan.unfit);
        return finished();
    }
    m_drawn.stop();
    Q_EMIT previewsChanged(plan.previews);
    m_session->apply(std::move(plan.edit), this,
        [this, session = m_session, choose = plan.choose, chosen = plan.chosen](const Result<EditOutcome>& outcome) {
            if (!session || session != m_session) // another case is open by now
                return;
            m_since.restart();
            if (!outcome) { // the session has told why
                Q_EMIT previewsChanged({});
                return finished();
            }
            if (choose) {
                const auto& rows = outcome->putRows;
                m_selection.set(
                    {rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(chosen, rows.size()))});
            }
            m_looks = 0;
            m_drawn.start();
            Q_EMIT committed(outcome->lockedLeft);
            finished();
        });
}

void EditQueue::showWhenDrawn()
{
    const bool gone = !m_session || m_session->nuclei()->complete() || ++m_looks >= kMostLooks;
    if (!gone || m_busy)
        return;
    m_drawn.stop();
    Q_EMIT previewsChanged({});
    Q_EMIT shown();
}

} // namespace nb
