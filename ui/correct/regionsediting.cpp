// SPDX-License-Identifier: GPL-3.0-or-later
// The half of RegionsPanel that changes regions.
#include "engine/document/timestamp.h"
#include "engine/geometry/polygon.h"
#include "ui/correct/regionspanel.h"
#include "widgets/slidecanvas.h"

#include <QSignalBlocker>
#include <QTreeWidget>
#include <QUuid>

#include <algorithm>

namespace nb
{

namespace
{

Uuid randomId()
{
    const QByteArray bytes = QUuid::createUuid().toRfc4122();
    Uuid id{};
    std::copy(bytes.begin(), bytes.end(), id.begin());
    return id;
}

} // namespace

void RegionsPanel::put(RegionRecord region, const QString& label)
{
    if (!mayEdit())
        return;
    Edit edit;
    edit.label = label.toStdString();
    edit.putRegions.push_back(std::move(region));
    m_session->apply(std::move(edit), this, [this](const Result<EditOutcome>& outcome) {
        if (!outcome)
            showRegions(); // as they still are
    });
}

/// Who says that every nucleus in it is right, and when.
void RegionsPanel::setChecked(const RegionRecord& region, bool checked)
{
    RegionRecord changed = region;
    changed.checked = checked;
    changed.checkedBy = checked ? m_session->author().toStdString() : std::string();
    changed.checkedAt = checked ? timestamp() : std::string();
    put(std::move(changed), checked ? tr("Region checked") : tr("Region not checked any more"));
}

/// A tick or a name in the list.
void RegionsPanel::itemEdited(QTreeWidgetItem* item)
{
    const int index = m_list->indexOfTopLevelItem(item);
    if (index < 0 || !mayEdit())
        return;
    const RegionRecord region = m_regions.at(static_cast<std::size_t>(index));
    const bool checked = item->checkState(0) == Qt::Checked;
    const QString name = item->text(0).trimmed();
    if (checked != region.checked) {
        setChecked(region, checked);
    } else if (name.isEmpty()) {
        const QSignalBlocker quiet(m_list);
        item->setText(0, QString::fromStdString(region.name)); // a region without a name could not be spoken of
    } else if (name.toStdString() != region.name) {
        RegionRecord changed = region;
        changed.name = name.toStdString();
        put(std::move(changed), tr("Rename region"));
    }
}

QString RegionsPanel::freeName() const
{
    for (int number = 1;; ++number) {
        const QString name = tr("Region %1").arg(number);
        if (std::none_of(m_regions.begin(), m_regions.end(),
                [&](const RegionRecord& region) { return region.name == name.toStdString(); }))
            return name;
    }
}

void RegionsPanel::addFromView()
{
    if (!mayEdit())
        return;
    // What is seen is a rectangle on the screen, turned on the slide where the view is turned.
    const ViewTransform& view = m_canvas.view();
    const QPolygonF seen
        = view.screenToSlide().map(QPolygonF(QRectF(QPointF(), view.viewport))).intersected(m_canvas.slideRect());
    RegionRecord region;
    region.id = randomId();
    region.name = freeName().toStdString();
    Ring ring;
    for (const QPointF& point : seen)
        if (ring.empty() || Point{point.x(), point.y()} != ring.back())
            ring.push_back({point.x(), point.y()});
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    if (!isSimple(ring))
        return; // nothing of the slide is in view
    region.shape = {Polygon{std::move(ring), {}}};
    m_wanted = region.id;
    put(std::move(region), tr("New region"));
}

void RegionsPanel::removeCurrent()
{
    const RegionRecord* region = currentRegion();
    if (!region || region->locked || !mayEdit())
        return;
    Edit edit;
    edit.label = tr("Delete region").toStdString();
    edit.removeRegions.push_back(region->id);
    m_session->apply(std::move(edit));
}

void RegionsPanel::goToCurrent()
{
    const RegionRecord* region = currentRegion();
    if (!region)
        return;
    const Rect box = boundsOf(region->shape);
    Q_EMIT showRequested(QRectF(static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.width),
        static_cast<double>(box.height)));
}

} // namespace nb
