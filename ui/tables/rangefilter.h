// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"

#include <QWidget>

#include <optional>

class QComboBox;

namespace nb
{

class NumberField;

/// "Area from … to …": one measurement's range; an end that is left empty is open.
class RangeFilter : public QWidget
{
    Q_OBJECT

public:
    explicit RangeFilter(const std::string& column, QWidget* parent = nullptr);

    /// Nothing where both ends are open or one is no number.
    [[nodiscard]] std::optional<NucleusFilter::Range> range() const;

Q_SIGNALS:
    void changed();
    void removed();

private:
    QComboBox* m_column;
    NumberField* m_least;
    NumberField* m_most;
};

} // namespace nb
