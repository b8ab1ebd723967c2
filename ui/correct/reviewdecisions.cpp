// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ReviewController that keeps what the person decides.
#include "engine/document/timestamp.h"
#include "ui/correct/reviewcontroller.h"
#include "ui/nucleusselection.h"

#include <algorithm>

namespace nb
{

namespace
{

constexpr double kLongestSeconds = 600; // who takes longer was away
constexpr std::size_t kMostRecords = 200; // of more, who accepted them and when is in the history alone

bool untouched(NucleusOrigin origin)
{
    return origin == NucleusOrigin::Model || origin == NucleusOrigin::Imported;
}

} // namespace

QString doubtText(DoubtReason reason)
{
    switch (reason) {
    case DoubtReason::None:
        break;
    case DoubtReason::UnclearBoundary:
        return ReviewController::tr("Boundary unclear: the model is unsure where it ends");
    case DoubtReason::Faint:
        return ReviewController::tr("Faint: the model is hardly sure that it is a nucleus");
    case DoubtReason::UnusuallyLarge:
        return ReviewController::tr("Unusually large: perhaps several in one");
    case DoubtReason::UnusuallySmall:
        return ReviewController::tr("Unusually small: perhaps a piece, or none");
    case DoubtReason::Dented:
        return ReviewController::tr("Dented: perhaps two in one");
    case DoubtReason::Irregular:
        return ReviewController::tr("Irregular outline");
    }
    return ReviewController::tr("Looks like most on this slide");
}

bool ReviewController::decidesOnStop() const
{
    return m_stop && (m_selection.empty() || m_selection.single() == m_stop->row);
}

/// As the person accepts it: what the model found is kept beside it.
NucleusRecord ReviewController::accepted(NucleusRecord record, double seconds) const
{
    if (record.modelShape.empty() && record.origin == NucleusOrigin::Model)
        record.modelShape = record.shape;
    record.origin = NucleusOrigin::Accepted;
    record.changedBy = m_session->author().toStdString();
    record.changedAt = timestamp();
    record.correctionSeconds += seconds;
    return record;
}

/// Each becomes a new version; one that was chosen stays chosen.
void ReviewController::acceptEach(const std::vector<std::pair<NucleusRow, NucleusRecord>>& nuclei, double seconds)
{
    Edit edit;
    edit.label = tr("Accept %n nucleus/nuclei", nullptr, static_cast<int>(nuclei.size())).toStdString();
    std::vector<NucleusRow> before;
    for (const auto& [row, record] : nuclei) {
        before.push_back(row);
        edit.putNuclei.push_back(accepted(record, seconds));
    }
    m_session->apply(std::move(edit), this, [this, before](const Result<EditOutcome>& outcome) {
        for (std::size_t i = 0; outcome && i < std::min(before.size(), outcome->putRows.size()); ++i)
            m_selection.replace(before[i], outcome->putRows[i]);
    });
}

void ReviewController::acceptMany(std::vector<NucleusRow> rows)
{
    Edit edit;
    edit.label = tr("Accept %n nucleus/nuclei", nullptr, static_cast<int>(rows.size())).toStdString();
    edit.changeNuclei.push_back({std::move(rows), {}, NucleusOrigin::Accepted});
    m_session->apply(std::move(edit));
}

/// Those of the chosen that nobody has judged; what was drawn or corrected is right already.
void ReviewController::acceptChosen()
{
    struct Waiting {
        std::vector<NucleusRow> rows;
        std::vector<std::pair<NucleusRow, NucleusRecord>> nuclei; ///< only of few
    };
    m_services.jobs.start(
        this,
        [open = m_session->readerFactory(), rows = m_selection.rows()](
            const CancelToken&, Progress&) -> Result<Waiting> {
            const auto reader = open();
            if (!reader)
                return reader.error();
            const auto lines = (*reader)->lines(rows);
            if (!lines)
                return lines.error();
            Waiting waiting;
            for (const NucleusLine& line : *lines)
                if (untouched(line.origin))
                    waiting.rows.push_back(line.row);
            if (waiting.rows.size() > kMostRecords)
                return waiting;
            for (const NucleusRow row : waiting.rows) {
                auto record = (*reader)->nucleus(row);
                if (!record)
                    return record.error();
                if (*record)
                    waiting.nuclei.emplace_back(row, std::move(**record));
            }
            return waiting;
        },
        [this, session = m_session](Result<Waiting> waiting) {
            if (!m_session || m_session != session)
                return;
            if (!waiting)
                Q_EMIT failed(tr("The nuclei were not accepted."), waiting.error());
            else if (!waiting->nuclei.empty())
                acceptEach(waiting->nuclei, 0);
            else if (!waiting->rows.empty())
                acceptMany(std::move(waiting->rows));
        });
}

void ReviewController::accept()
{
    if (!m_session || m_session->readOnly())
        return;
    if (!decidesOnStop()) {
        if (!m_selection.empty())
            acceptChosen();
        return;
    }
    if (m_stop->row != 0 && untouched(m_stop->record.origin)) {
        acceptEach({{m_stop->row, m_stop->record}}, secondsLooked());
        m_stop->record.origin = NucleusOrigin::Accepted; // a second press while the next is looked up does nothing
    }
    next();
}

double ReviewController::secondsLooked() const
{
    return std::min(static_cast<double>(m_clock.elapsed()) / 1000, kLongestSeconds);
}

void ReviewController::reject()
{
    if (!m_session || m_session->readOnly())
        return;
    const bool onStop = decidesOnStop();
    std::vector<NucleusRow> rows = m_selection.rows();
    if (onStop)
        rows = m_stop->row != 0 ? std::vector{m_stop->row} : std::vector<NucleusRow>();
    if (onStop && m_stop->row != 0 && m_stop->record.locked) {
        Q_EMIT failed(tr("The nucleus was not deleted."),
            {ErrorCode::Invalid, "The nucleus is locked", "",
                "Select it and press Ctrl+K to unlock it, or Q to go on"});
        return;
    }
    if (!rows.empty()) {
        Edit edit;
        edit.label = tr("Delete %n nucleus/nuclei", nullptr, static_cast<int>(rows.size())).toStdString();
        edit.removeNuclei = rows;
        m_session->apply(std::move(edit), this, [this, rows](const Result<EditOutcome>& outcome) {
            if (outcome)
                m_selection.remove(rows);
        });
    }
    if (onStop) {
        m_stop->row = 0; // a second press while the next is looked up does nothing
        next();
    }
}

void ReviewController::fix()
{
    if (!m_session || m_session->readOnly())
        return;
    if (decidesOnStop() && m_stop->row != 0)
        m_selection.set({m_stop->row});
    if (const auto row = m_selection.single())
        Q_EMIT fixRequested(*row);
}

} // namespace nb
