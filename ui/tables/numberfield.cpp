// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/numberfield.h"

#include <QDoubleValidator>
#include <QLocale>

namespace nb
{

namespace
{

constexpr int kWidth = 70;

/// Qt's own does not take an empty line for finished, so clearing it would change nothing.
class NumberOrNothing : public QDoubleValidator
{
public:
    using QDoubleValidator::QDoubleValidator;
    State validate(QString& text, int& position) const override
    {
        return text.trimmed().isEmpty() ? Acceptable : QDoubleValidator::validate(text, position);
    }
};

} // namespace

NumberField::NumberField(const QString& name, const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(name);
    setToolTip(name);
    setMaximumWidth(kWidth);
    setValidator(new NumberOrNothing(this));
}

std::optional<double> NumberField::number(double open) const
{
    if (text().trimmed().isEmpty())
        return open;
    bool ok = false;
    const double value = locale().toDouble(text(), &ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace nb
