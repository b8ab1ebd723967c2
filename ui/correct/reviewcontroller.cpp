// SPDX-License-Identifier: GPL-3.0-or-later
// The walk: pages, what comes next, where it has been. What the person decides is in reviewdecisions.cpp.
#include "ui/correct/reviewcontroller.h"

#include "ui/nucleusselection.h"

#include <algorithm>

namespace nb
{

namespace
{

constexpr std::size_t kPage = 200;
constexpr std::size_t kTrail = 1000; // so far back one can go
constexpr std::size_t kLookAhead = 6; // as many as are shown before they come
constexpr std::int64_t kManyNuclei = 50; // a change of more is another state of the slide

bool waits(const NucleusRecord& record)
{
    return record.origin == NucleusOrigin::Model || record.origin == NucleusOrigin::Imported;
}

} // namespace

/// What the case says of some nuclei now.
struct ReviewController::Looked {
    std::vector<ReviewStop> stops; ///< in the order asked for; row 0: gone
};

ReviewController::ReviewController(const Services& services, NucleusSelection& selection, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_selection(selection)
{
}

ReviewController::~ReviewController()
{
    if (m_job)
        m_job->cancel();
}

void ReviewController::setSession(CaseSession* session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_region.reset();
    forget();
    if (!session)
        return;
    connect(session, &CaseSession::closing, this, [this] { setSession(nullptr); });
    connect(session, &CaseSession::changed, this, &ReviewController::sessionChanged);
    connect(session, &CaseSession::nucleiChanged, this, [this] {
        m_stale = m_stale || !std::exchange(m_ownChange, false); // a run stores nuclei
        if (m_nothingLeft && m_stale) {
            m_nothingLeft = false;
            Q_EMIT changed();
        }
    });
    connect(session, &CaseSession::regionsChanged, this, [this] {
        m_stale = true;
        const auto& regions = m_session->regions();
        const bool there = !m_region
            || std::any_of(regions.begin(), regions.end(), [&](const RegionRecord& r) { return r.id == *m_region; });
        if (!there)
            setRegion({});
    });
}

ReviewController::State ReviewController::state() const
{
    if (!m_session)
        return State::NoCase;
    if (m_job && m_job->running() && m_wantsNext)
        return State::Searching;
    if (m_stop)
        return State::AtNucleus;
    return m_nothingLeft ? State::NothingLeft : State::Ready;
}

void ReviewController::forget()
{
    if (m_job)
        m_job->cancel();
    m_scale.reset();
    m_ahead.clear();
    m_pageEnd.reset();
    m_looked.clear();
    m_trail.clear();
    m_at = 0;
    m_seen.clear();
    m_stop.reset();
    m_wantsNext = m_nothingLeft = m_stale = false;
    Q_EMIT changed();
}

void ReviewController::setRegion(const std::optional<Uuid>& region)
{
    if (region == m_region)
        return;
    m_region = region;
    forget();
}

std::vector<MultiPolygon> ReviewController::checkedShapes() const
{
    std::vector<MultiPolygon> shapes;
    for (const RegionRecord& region : m_session->regions())
        if (region.checked)
            shapes.push_back(region.shape);
    return shapes;
}

std::optional<MultiPolygon> ReviewController::place() const
{
    for (const RegionRecord& region : m_session->regions())
        if (m_region && region.id == *m_region)
            return region.shape;
    return {};
}

/// One job at a time; a newer one replaces it. `work(CaseReader&, token)` on a worker.
template <class Work, class Done> void ReviewController::ask(Work work, Done done)
{
    if (m_job)
        m_job->cancel();
    using Value = std::invoke_result_t<Work&, CaseReader&, const CancelToken&>;
    m_job = m_services.jobs.start(
        this,
        [open = m_session->readerFactory(), work = std::move(work)](
            const CancelToken& cancel, Progress&) mutable -> Value {
            const auto reader = open();
            if (!reader)
                return reader.error();
            return work(**reader, cancel);
        },
        [this, done = std::move(done)](Value value) {
            if (value) {
                done(std::move(*value));
            } else {
                m_wantsNext = false;
                Q_EMIT failed(tr("The nuclei to check could not be looked up."), value.error());
            }
            Q_EMIT changed();
        });
}

void ReviewController::searchPage(const std::optional<ReviewItem>& after)
{
    if (std::exchange(m_stale, false))
        m_scale.reset(); // what is usual may be something else now
    ReviewQuery query{m_scale.value_or(DoubtScale{}), checkedShapes(), place(), after, kPage};
    using Found = std::pair<ReviewPage, DoubtScale>;
    ask(
        [query, scaled = m_scale.has_value()](CaseReader& reader, const CancelToken& cancel) mutable -> Result<Found> {
            ReviewQueue queue(reader, cancel);
            if (!scaled) {
                const auto scale = queue.scale();
                if (!scale)
                    return scale.error();
                query.scale = *scale;
            }
            auto page = queue.page(query);
            if (!page)
                return page.error();
            return Found{std::move(*page), query.scale};
        },
        [this](Found found) { takePage(std::move(found.first), found.second); });
}

void ReviewController::takePage(ReviewPage page, const DoubtScale& scale)
{
    m_scale = scale;
    m_ahead.clear();
    m_looked.clear();
    m_pageEnd.reset();
    if (page.items.size() == kPage)
        m_pageEnd = page.items.back();
    for (const ReviewItem& item : page.items)
        if (!m_seen.contains(item.row))
            m_ahead.push_back(item);
    if (m_ahead.empty() && m_pageEnd)
        searchPage(m_pageEnd);
    else
        advance();
}

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
    ask(
        [items](CaseReader& reader, const CancelToken&) -> Result<Looked> {
            Looked looked;
            for (const ReviewItem& item : items) {
                const auto record = reader.nucleus(item.row);
                if (!record)
                    return record.error();
                const auto present = *record ? reader.rowOf((*record)->id) : Result(std::optional<NucleusRow>());
                if (!present)
                    return present.error();
                if (*present == item.row && waits(**record))
                    looked.stops.push_back({item, item.row, std::move(**record)});
            }
            return looked;
        },
        [this, count](Looked looked) {
            m_ahead.erase(m_ahead.begin(), m_ahead.begin() + static_cast<std::ptrdiff_t>(count));
            std::move(looked.stops.begin(), looked.stops.end(), std::back_inserter(m_looked));
            if (m_wantsNext)
                advance();
            else
                lookAhead();
        });
}

/// The nucleus the walk is at, as it is now.
void ReviewController::lookAgain(bool arriving)
{
    const ReviewStop known = m_trail[m_at];
    ask(
        [known](CaseReader& reader, const CancelToken&) -> Result<ReviewStop> {
            ReviewStop stop = known;
            const auto row = reader.rowOf(known.record.id);
            if (!row)
                return row.error();
            stop.row = row->value_or(0);
            auto record = *row ? reader.nucleus(**row) : Result(std::optional<NucleusRecord>());
            if (!record)
                return record.error();
            if (*record)
                stop.record = std::move(**record);
            return stop;
        },
        [this, arriving, at = m_at](ReviewStop stop) {
            m_trail[at] = stop;
            if (arriving)
                arrive(std::move(stop));
            else
                m_stop = std::move(stop);
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
    m_wantsNext = false;
    if (m_stop) // else back from the end of the queue
        --m_at;
    lookAgain(true);
    Q_EMIT changed();
}

void ReviewController::sessionChanged(const EditOutcome& outcome)
{
    m_ownChange = true;
    if (outcome.nuclei > kManyNuclei)
        m_stale = true;
    for (; !m_looked.empty(); m_looked.pop_back()) // may be other ones now; their order holds
        m_ahead.push_front(m_looked.back().item);
    if (m_wantsNext)
        return;
    if (m_stop)
        lookAgain(false);
    else
        lookAhead();
}

} // namespace nb
