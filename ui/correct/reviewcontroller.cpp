// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the case, page by page. The walk along them is in reviewwalk.cpp, what the person decides in
// reviewdecisions.cpp.
#include "ui/correct/reviewcontroller.h"

#include "ui/correct/reviewasking.h"

#include <algorithm>

namespace nb
{

namespace
{

constexpr std::size_t kPage = 200;

} // namespace

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

} // namespace nb
