// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correct/casefigures.h"

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kShortestRestMs = 200;
constexpr int kRestPerCount = 4;
constexpr std::int64_t kCellsAcross = 24; // of the slide's longer side

Result<CaseFigures::Figures> countAll(
    CaseReader& reader, const std::vector<RegionRecord>& regions, std::int64_t cellPx, const CancelToken& cancel)
{
    std::vector<MultiPolygon> places, checked;
    for (const RegionRecord& region : regions) {
        places.push_back(region.shape);
        if (region.checked)
            checked.push_back(region.shape);
    }
    ReviewMeter meter(reader, cancel);
    const auto slide = meter.slide(checked);
    const auto counts = slide ? meter.places(places, checked) : slide.error();
    const auto classes = reader.countByClass();
    const auto cells = counts ? meter.corrections(cellPx) : counts.error();
    if (!cells || !classes)
        return cells ? classes.error() : cells.error();
    CaseFigures::Figures figures{*slide, {}, {classes->begin(), classes->end()}, *cells};
    for (std::size_t i = 0; i < regions.size(); ++i)
        figures.regions.emplace_back(regions[i].id, (*counts)[i]);
    return figures;
}

} // namespace

CaseFigures::CaseFigures(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_stale)
            count();
    });
}

CaseFigures::~CaseFigures()
{
    if (m_job)
        m_job->cancel();
}

void CaseFigures::setSession(CaseSession* session)
{
    if (m_session)
        m_session->disconnect(this);
    if (m_job)
        m_job->cancel();
    m_session = session;
    m_figures = {};
    m_known = m_stale = false;
    m_rest.stop();
    if (session) {
        connect(session, &CaseSession::closing, this, [this] { setSession(nullptr); });
        connect(session, &CaseSession::nucleiChanged, this, &CaseFigures::want);
        connect(session, &CaseSession::regionsChanged, this, &CaseFigures::want);
        want();
    }
    Q_EMIT changed();
}

void CaseFigures::setWatched(bool watched)
{
    m_watched = watched;
    if (watched && m_stale && !m_rest.isActive())
        count();
}

ReviewCounts CaseFigures::ofRegion(const Uuid& id) const
{
    const auto found = std::find_if(
        m_figures.regions.begin(), m_figures.regions.end(), [&](const auto& region) { return region.first == id; });
    return found == m_figures.regions.end() ? ReviewCounts() : found->second;
}

std::int64_t CaseFigures::ofClass(int id) const
{
    const auto found = m_figures.classes.find(id);
    return found == m_figures.classes.end() ? 0 : found->second;
}

void CaseFigures::want()
{
    m_stale = true;
    if (!m_rest.isActive())
        count();
}

void CaseFigures::count()
{
    if (!m_session || !m_watched || (m_job && m_job->running()))
        return; // when it is done, or somebody looks
    m_stale = false;
    m_clock.start();
    const std::int64_t side = std::max(m_session->slide().width, m_session->slide().height);
    const std::int64_t cellPx = std::max<std::int64_t>(1, (side + kCellsAcross - 1) / kCellsAcross);
    m_job = m_services.jobs.start(
        this,
        [open = m_session->readerFactory(), regions = m_session->regions(), cellPx](
            const CancelToken& cancel, Progress&) -> Result<Figures> {
            const auto reader = open();
            if (!reader)
                return reader.error();
            return countAll(**reader, regions, cellPx, cancel);
        },
        [this](Result<Figures> figures) {
            m_rest.start(std::max(kShortestRestMs, kRestPerCount * static_cast<int>(m_clock.elapsed())));
            if (figures) {
                m_figures = std::move(*figures);
                m_known = true;
                Q_EMIT changed();
            } else {
                Q_EMIT failed(tr("The nuclei could not be counted."), figures.error());
            }
        });
}

} // namespace nb
