// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace nb
{

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
    QLineEdit* m_least;
    QLineEdit* m_most;
};

} // namespace nb
