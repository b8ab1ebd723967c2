// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ReviewController that goes from nucleus to nucleus.
#include "ui/correct/reviewasking.h"
#include "ui/correct/reviewcontroller.h"
#include "ui/nucleusselection.h"

#include <algorithm>
#include <iterator>

namespace nb
{

namespace
{

constexpr std::size_t kTrail = 1000; // so far back one can go
constexpr std::size_t kLookAhead = 6; // as many as are shown before they come, and some
constexpr std::int64_t kManyNuclei = 50; // a change of more is another state of the slide

bool waits(const NucleusRecord& record)
{
    return record.origin == NucleusOrigin::Model || record.origin == NucleusOrigin::Imported;
}

/// Those of the items that nobody has judged or changed meanwhile.
Result<std::vector<ReviewStop>> stillWaiting(CaseReader& reader, const std::vector<ReviewItem>& items)
{
    std::vector<ReviewStop> stops;
    for (const ReviewItem& item : items) {
        auto record = reader.nucleus(item.row);
        if (!record)
            return record.error();
        const auto present = *record ? reader.rowOf((*record)->id) : Result(std::optional<NucleusRow>());
        if (!present)
            return present.error();
        if (*present == item.row && waits(**record))
            stops.push_back({item, item.row, std::move(**record)});
    }
    return stops;
}

/// The present version of a nucleus; where it is gone, what was known of it.
Result<ReviewStop> asItIs(CaseReader& reader, ReviewStop stop)
{
    const auto row = reader.rowOf(stop.record.id);
    if (!row)
        return row.error();
    stop.row = row->value_or(0);
    auto record = *row ? reader.nucleus(**row) : Result(std::optional<NucleusRecord>());
    if (!record)
        return record.error();
    if (*record)
        stop.record = std::move(**record);
    return stop;
}

} // namespace

void ReviewController::next()
{
    if (!m_session || (m_job && m_job->running() && m_wantsNext))
        return;
    m_wantsNext = true;
    if (m_at + 1 < m_trail.size()) {
        ++m_at;
        lookAgain(true);
        return;
    }
    if (m_nothingLeft) { // once more from the beginning, with those that were passed over
        m_nothingLeft = false;
        m_seen.clear();
        m_stale = true;
    }
    advance();
    Q_EMIT changed();
}

/// To the next nucleus, or a step towards knowing it.
void ReviewController::advance()
{
    if (m_stale) {
        searchPage({});
    } else if (!m_looked.empty() && m_lookedAt != m_changes && !m_trail.empty()) {
        lookAgain(false); // something was edited since
    } else if (!m_looked.empty()) {
        ReviewStop stop = std::move(m_looked.front());
        m_looked.erase(m_looked.begin());
        if (m_trail.size() == kTrail)
            m_trail.erase(m_trail.begin());
        m_trail.push_back(stop);
        m_at = m_trail.size() - 1;
        arrive(std::move(stop));
        lookAhead();
    } else if (!m_ahead.empty()) {
        lookAhead();
    } else if (!m_scale || m_pageEnd) {
        searchPage(m_scale ? m_pageEnd : std::nullopt);
    } else {
        m_wantsNext = false;
        m_nothingLeft = true;
        m_stop.reset();
    }
}

/// Fetches the next few, so that going on does not wait.
void ReviewController::lookAhead()
{
    if (m_looked.size() >= kLookAhead || m_ahead.empty())
        return;
    const auto count = std::min(m_ahead.size(), kLookAhead - m_looked.size());
    const std::vector<ReviewItem> items(m_ahead.begin(), m_ahead.begin() + static_cast<std::ptrdiff_t>(count));
    ask([items](CaseReader& reader, const CancelToken&) { return stillWaiting(reader, items); },
        [this, count, changes = m_changes](std::vector<ReviewStop> stops) {
            if (m_looked.empty()) // all of them are new
                m_lookedAt = changes;
            m_ahead.erase(m_ahead.begin(), m_ahead.begin() + static_cast<std::ptrdiff_t>(count));
            std::move(stops.begin(), stops.end(), std::back_inserter(m_looked));
            if (m_wantsNext)
                advance();
            else
                lookAhead();
        });
}

/// The nucleus the walk is at and those that come next, as they are now.
void ReviewController::lookAgain(bool arriving)
{
    std::vector<ReviewItem> items;
    for (const ReviewStop& stop : m_looked)
        items.push_back(stop.item);
    using Looked = std::pair<ReviewStop, std::vector<ReviewStop>>;
    ask(
        [known = m_trail[m_at], items](CaseReader& reader, const CancelToken&) -> Result<Looked> {
            auto stop = asItIs(reader, known);
            if (!stop)
                return stop.error();
            auto coming = stillWaiting(reader, items);
            if (!coming)
                return coming.error();
            return Looked{std::move(*stop), std::move(*coming)};
        },
        [this, arriving, at = m_at, changes = m_changes](Looked looked) {
            m_lookedAt = changes;
            m_looked = std::move(looked.second);
            m_trail[at] = looked.first;
            if (arriving)
                arrive(std::move(looked.first));
            else
                m_stop = std::move(looked.first);
            if (m_wantsNext)
                advance();
            else
                lookAhead();
        });
}

void ReviewController::arrive(ReviewStop stop)
{
    m_wantsNext = false;
    m_seen.insert(stop.item.row);
    m_stop = std::move(stop);
    m_clock.start();
    if (m_stop->row != 0)
        m_selection.set({m_stop->row});
    else
        m_selection.clear();
    Q_EMIT arrived(*m_stop);
}

void ReviewController::previous()
{
    if (!hasPrevious())
        return;
    m_wantsNext = true;
    if (m_stop) // else back from the end of the queue
        --m_at;
    lookAgain(true);
    Q_EMIT changed();
}

void ReviewController::sessionChanged(const EditOutcome& outcome)
{
    m_ownChange = true;
    ++m_changes;
    if (outcome.nuclei > kManyNuclei)
        m_stale = true;
    if (m_wantsNext)
        return; // what comes is looked up anyway
    if (m_stop)
        lookAgain(false);
    else
        lookAhead();
}

} // namespace nb
