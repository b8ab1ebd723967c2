// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/regionediting.h"

#include "engine/annotation/edits.h"
#include "engine/geometry/polygon.h"
#include "ui/casesession.h"
#include "ui/editing/regionpicture.h"
#include "widgets/slidecanvas.h"

#include <algorithm>

namespace nb
{

RegionEditing::RegionEditing(SlideCanvas& canvas, QObject* parent)
    : QObject(parent)
{
    canvas.addLayer(&m_layer);
}

RegionEditing::~RegionEditing() = default;

void RegionEditing::setCase(CaseSession* session)
{
    m_session = session;
    m_asked.reset();
    m_onTheWay = 0;
    if (session)
        connect(session, &CaseSession::regionsChanged, this, &RegionEditing::show);
    choose({});
    show();
}

std::optional<RegionRecord> RegionEditing::chosenRegion() const
{
    if (m_session && m_chosen && m_asked && m_asked->id == *m_chosen)
        return m_asked;
    if (m_session && m_chosen)
        for (const RegionRecord& region : m_session->regions())
            if (region.id == *m_chosen)
                return region;
    return {};
}

void RegionEditing::show()
{
    std::vector<RegionPicture> pictures;
    if (m_session) {
        for (const RegionRecord& stored : m_session->regions()) {
            const RegionRecord& region = m_asked && m_asked->id == stored.id ? *m_asked : stored;
            pictures.push_back(regionPicture(region, m_session->classes()));
            pictures.back().chosen = m_chosen == region.id;
        }
    }
    m_layer.setRegions(std::move(pictures));
    if (m_chosen && !chosenRegion())
        m_chosen.reset();
    Q_EMIT chosenChanged();
}

QString RegionEditing::newName() const
{
    const auto& regions = m_session->regions();
    for (std::size_t number = regions.size() + 1;; ++number) {
        const QString name = tr("Region %1").arg(number);
        if (std::none_of(regions.begin(), regions.end(),
                [&](const RegionRecord& region) { return QString::fromStdString(region.name) == name; }))
            return name;
    }
}

void RegionEditing::add(const MultiPolygon& shape, const QString& name)
{
    if (!m_session || shape.empty())
        return;
    RegionRecord region;
    region.id = randomUuid();
    region.name = (name.isEmpty() ? newName() : name).toStdString();
    region.shape = shape;
    m_chosen = region.id;
    put(std::move(region), tr("Draw region"));
}

/// Until it is on the disk, what comes next builds on what was asked for.
void RegionEditing::put(RegionRecord region, const QString& label)
{
    Edit edit;
    edit.label = label.toStdString();
    edit.putRegions = {region};
    m_asked = std::move(region);
    ++m_onTheWay;
    m_session->apply(std::move(edit), this, [this, session = m_session](const Result<EditOutcome>&) {
        if (session != m_session || --m_onTheWay > 0)
            return;
        m_asked.reset();
        show();
    });
    show();
}

std::optional<RegionRecord> RegionEditing::around(const Point& level0) const
{
    std::optional<RegionRecord> smallest;
    for (const RegionRecord& region : m_session ? m_session->regions() : std::vector<RegionRecord>())
        if (contains(region.shape, level0) && (!smallest || areaOf(region.shape) < areaOf(smallest->shape)))
            smallest = region;
    return smallest;
}

void RegionEditing::choose(const std::optional<Uuid>& id)
{
    if (id == m_chosen)
        return;
    m_chosen = id;
    show();
}

void RegionEditing::pickLine(const QPointF& level0, double reach)
{
    std::optional<Uuid> found;
    double least = 0;
    for (const RegionRecord& region : m_session ? m_session->regions() : std::vector<RegionRecord>()) {
        const double area = areaOf(region.shape);
        if (nearestEdge(region.shape, {level0.x(), level0.y()}, reach) && (!found || area < least)) {
            found = region.id;
            least = area;
        }
    }
    choose(found);
}

void RegionEditing::pickAround(const QPointF& level0)
{
    std::vector<std::pair<double, Uuid>> around;
    for (const RegionRecord& region : m_session ? m_session->regions() : std::vector<RegionRecord>())
        if (contains(region.shape, {level0.x(), level0.y()}))
            around.emplace_back(areaOf(region.shape), region.id);
    if (around.empty())
        return choose({});
    std::sort(around.begin(), around.end());
    const auto now
        = std::find_if(around.begin(), around.end(), [this](const auto& entry) { return m_chosen == entry.second; });
    choose(now == around.end() || now + 1 == around.end() ? around.front().second : (now + 1)->second);
}

void RegionEditing::reshape(const MultiPolygon& shape)
{
    auto region = chosenRegion();
    if (!region || shape.empty() || shape == region->shape)
        return show();
    if (region->locked) {
        Q_EMIT locked(QString::fromStdString(region->name));
        return show();
    }
    region->shape = shape;
    const bool unchecked = std::exchange(region->checked, false);
    region->checkedBy.clear();
    region->checkedAt.clear();
    put(*region, tr("Change region"));
    if (unchecked)
        Q_EMIT uncheckedByChange(QString::fromStdString(region->name));
}

void RegionEditing::lockChosen()
{
    auto region = chosenRegion();
    if (!region || m_session->readOnly())
        return;
    region->locked = !region->locked;
    put(*region, region->locked ? tr("Lock region") : tr("Unlock region"));
}

void RegionEditing::removeChosen()
{
    const auto region = chosenRegion();
    if (!region)
        return;
    if (region->locked) {
        Q_EMIT locked(QString::fromStdString(region->name));
        return;
    }
    Edit edit;
    edit.label = tr("Delete region").toStdString();
    edit.removeRegions = {region->id};
    m_session->apply(std::move(edit));
}

} // namespace nb
