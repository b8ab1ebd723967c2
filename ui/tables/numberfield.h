// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <optional>

namespace nb
{

/// A line for one number in the person's way of writing it, or for none: then that end of a range is open.
class NumberField : public QLineEdit
{
    Q_OBJECT

public:
    NumberField(const QString& name, const QString& placeholder, QWidget* parent = nullptr);

    /// `open` where nothing is written; nothing where it is no number.
    [[nodiscard]] std::optional<double> number(double open) const;
};

} // namespace nb
