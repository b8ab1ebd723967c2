// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teachcontroller.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QTreeWidget;

namespace nb
{

/// What will be learnt from, and what is held out to judge by: the checked regions of the open case, and folders and
/// cases that the person adds.
class TeachSources : public QWidget
{
    Q_OBJECT

public:
    explicit TeachSources(TeachController& teach, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The person wants to see a region.
    void regionChosen(const nb::Rect& level0Area);

private:
    void show();
    void addRegion(const TeachMaterial::Region& region);
    void addOther(std::size_t index);
    void addFolder();
    void addCase();

    TeachController& m_teach;
    QLabel* m_summary;
    QTreeWidget* m_list;
    QCheckBox* m_corrected;
};

} // namespace nb
