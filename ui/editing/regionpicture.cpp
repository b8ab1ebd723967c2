// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/regionpicture.h"

#include "ui/editing/regionediting.h"

namespace nb
{

namespace
{

Qt::PenStyle lineOf(RegionRole role)
{
    switch (role) {
    case RegionRole::Training:
        return Qt::DashLine;
    case RegionRole::Validation:
        return Qt::DashDotLine;
    case RegionRole::Plain:
        break;
    }
    return Qt::SolidLine;
}

QString labelOf(const RegionRecord& region)
{
    QString label = QString::fromStdString(region.name);
    if (region.role == RegionRole::Training)
        label += RegionEditing::tr(" · training");
    if (region.role == RegionRole::Validation)
        label += RegionEditing::tr(" · validation");
    if (region.checked)
        label += RegionEditing::tr(" · ✓ checked");
    return label;
}

} // namespace

RegionPicture regionPicture(const RegionRecord& region, const std::vector<ClassRecord>& classes)
{
    RegionPicture picture;
    picture.shape = region.shape;
    picture.label = labelOf(region);
    picture.line = lineOf(region.role);
    picture.checked = region.checked;
    for (const ClassRecord& record : classes)
        if (region.classId == record.id)
            picture.colour = QColor::fromRgb(record.color);
    return picture;
}

} // namespace nb
