// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teachmaterial.h"

#include "engine/geometry/polygon.h"
#include "ui/casesession.h"
#include "ui/teachpictures.h"

#include <QFileInfo>

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kSettleMs = 300;

using Regions = std::vector<TeachMaterial::Region>;

Result<Regions> readRegions(const std::string& casePath, const std::shared_ptr<const SlideSource>& slide)
{
    auto records = checkedRegions(casePath);
    if (!records)
        return records.error();
    Regions regions;
    for (CheckedRegion& record : *records) {
        QImage picture = slide ? thumbnailOf(*slide, boundsOf(record.shape)) : QImage();
        regions.push_back({std::move(record), std::move(picture)});
    }
    return regions;
}

} // namespace

TeachMaterial::TeachMaterial(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &TeachMaterial::refresh);
}

TeachMaterial::~TeachMaterial()
{
    if (m_reading)
        m_reading->cancel();
}

void TeachMaterial::setCase(CaseSession* session, std::shared_ptr<const SlideSource> slide)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_slide = std::move(slide);
    m_regions.clear();
    m_roles.clear();
    if (session) {
        connect(session, &CaseSession::regionsChanged, this, [this] { m_settle.start(); });
        connect(session, &CaseSession::nucleiChanged, this, [this] { m_settle.start(); });
        connect(session, &CaseSession::closing, this, [this] { setCase(nullptr, nullptr); });
        refresh();
    }
    Q_EMIT changed();
}

void TeachMaterial::refresh()
{
    if (m_reading)
        m_reading->cancel();
    if (!m_session)
        return;
    const auto& list = m_session->regions();
    if (std::none_of(list.begin(), list.end(), [](const RegionRecord& r) { return r.checked; })) {
        m_regions.clear(); // nothing to read: most edits happen before anything is checked
        Q_EMIT changed();
        return;
    }
    m_reading = m_services.jobs.start(
        this,
        [path = m_session->path().toStdString(), slide = m_slide](
            const CancelToken&, Progress&) { return readRegions(path, slide); },
        [this](Result<Regions> regions) {
            if (!regions) {
                Q_EMIT failed(tr("The checked regions could not be read."), regions.error());
                return;
            }
            m_regions = std::move(*regions);
            Q_EMIT changed();
        });
}

RegionRole TeachMaterial::roleOf(const Uuid& region) const
{
    if (const auto found = m_roles.find(region); found != m_roles.end())
        return found->second;
    std::vector<CheckedRegion> records;
    for (const Region& r : m_regions)
        records.push_back(r.record);
    const auto proposed = proposedRoles(records);
    const auto found = proposed.find(region);
    return found == proposed.end() ? RegionRole::Plain : found->second;
}

void TeachMaterial::chooseRole(const Uuid& region, RegionRole role)
{
    for (const Region& r : m_regions) // what was only proposed stays as it is seen now
        m_roles.try_emplace(r.record.id, roleOf(r.record.id));
    m_roles[region] = role;
    if (m_session && !m_session->readOnly())
        for (RegionRecord record : m_session->regions())
            if (record.id == region && record.role != role) {
                record.role = role;
                Edit edit;
                edit.label = tr("What a region is for").toStdString();
                edit.putRegions.push_back(std::move(record));
                m_session->apply(std::move(edit));
            }
    Q_EMIT changed();
}

std::optional<Rect> TeachMaterial::heldOut() const
{
    const bool judgedElsewhere
        = std::any_of(m_others.begin(), m_others.end(), [](const Other& o) { return o.use == TeachingUse::Judge; });
    const Region* only = nullptr;
    for (const Region& region : m_regions) {
        const RegionRole role = roleOf(region.record.id);
        if (role == RegionRole::Validation || (role == RegionRole::Training && only))
            return {};
        if (role == RegionRole::Training)
            only = &region;
    }
    return only && !judgedElsewhere ? heldOutQuarter(only->record.shape) : std::nullopt;
}

void TeachMaterial::addOther(const QString& path, TeachingUse use)
{
    m_others.push_back({path, use});
    Q_EMIT changed();
}

void TeachMaterial::setOther(std::size_t index, TeachingUse use)
{
    m_others.at(index).use = use;
    Q_EMIT changed();
}

void TeachMaterial::removeOther(std::size_t index)
{
    m_others.erase(m_others.begin() + static_cast<std::ptrdiff_t>(index));
    Q_EMIT changed();
}

void TeachMaterial::setCorrectedNuclei(bool on)
{
    m_correctedNuclei = on;
    Q_EMIT changed();
}

QString TeachMaterial::obstacle() const
{
    const bool learnsElsewhere
        = std::any_of(m_others.begin(), m_others.end(), [](const Other& o) { return o.use == TeachingUse::Learn; });
    if (learnsElsewhere || (m_session && m_correctedNuclei))
        return {};
    if (m_regions.empty())
        return tr("No region is checked yet. Draw a region, correct all nuclei in it, and mark it as checked; or add a "
                  "folder of pictures with labels.");
    if (std::none_of(m_regions.begin(), m_regions.end(),
            [this](const Region& r) { return roleOf(r.record.id) == RegionRole::Training; }))
        return tr("No checked region is for learning. Choose one.");
    return {};
}

bool TeachMaterial::rehearses() const
{
    return std::any_of(m_others.begin(), m_others.end(), [](const Other& o) { return o.use == TeachingUse::Rehearse; });
}

void TeachMaterial::describe(TeachingRequest& request) const
{
    if (m_session) {
        request.casePath = m_session->path().toStdString();
        request.slide = m_slide;
        if (m_slide) {
            request.slideHash = m_slide->info().hash;
            request.slideName = QFileInfo(QString::fromStdString(m_slide->info().path)).fileName().toStdString();
        }
        request.heldOut = heldOut();
        request.correctedNuclei = m_correctedNuclei;
        for (const Region& region : m_regions)
            request.roles[region.record.id] = roleOf(region.record.id);
    }
    for (const Other& other : m_others)
        request.others.emplace_back(other.path.toStdString(), other.use);
}

TeachMaterial::OpenCase TeachMaterial::openCase() const
{
    return m_session ? OpenCase{m_session->path().toStdString(), m_slide} : OpenCase{};
}

} // namespace nb
