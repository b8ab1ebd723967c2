// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QHBoxLayout;
class QToolButton;

namespace nb
{

class RangeFilter;

/// Which nuclei the table and the plots show: by class, origin, and ranges of measurements. Everything chosen has to
/// hold.
class NucleusFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit NucleusFilterBar(QWidget* parent = nullptr);

    void setClasses(const std::vector<ClassRecord>& classes);
    [[nodiscard]] NucleusFilter filter() const;
    [[nodiscard]] bool filters() const; ///< anything at all
    void addRange(const std::string& column = "area_um2");
    void clear();

Q_SIGNALS:
    void changed();

private:
    void removeRange(RangeFilter* range);
    void showClear();

    QComboBox* m_class;
    QComboBox* m_origin;
    QHBoxLayout* m_ranges;
    QToolButton* m_clear;
    std::vector<RangeFilter*> m_shown;
};

} // namespace nb
