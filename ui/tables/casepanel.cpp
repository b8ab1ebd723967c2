// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/casepanel.h"

#include <QFileInfo>

namespace nb
{

void CasePanel::setCase(const std::optional<ListedCase>& listed)
{
    m_listed = listed;
    m_another = true;
    if (isVisible() || !listed) // a case that ends is let go of at once
        catchUp();
}

void CasePanel::refresh()
{
    m_nucleiChanged = true;
    if (isVisible())
        catchUp();
}

void CasePanel::setLists(const std::vector<ClassRecord>& classes, const std::vector<RegionRecord>& regions)
{
    if (!m_listed)
        return;
    m_listed->classes = classes;
    m_listed->regions = regions;
    m_listsChanged = true;
    if (isVisible())
        catchUp();
}

QString CasePanel::slideName() const
{
    return m_listed ? QFileInfo(QString::fromStdString(m_listed->slide.path)).completeBaseName() : QString();
}

void CasePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    catchUp();
}

void CasePanel::catchUp()
{
    const bool another = std::exchange(m_another, false), lists = std::exchange(m_listsChanged, false),
               nuclei = std::exchange(m_nucleiChanged, false);
    if (another) {
        caseTaken();
        return;
    }
    if (lists)
        listsChanged();
    if (nuclei)
        nucleiChanged();
}

} // namespace nb
