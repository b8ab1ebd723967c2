// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;

namespace nb
{

/// Asks which measurement has to lie in which range. Deletes itself.
class MeasurementDialog : public QDialog
{
    Q_OBJECT

public:
    explicit MeasurementDialog(QWidget* parent);

Q_SIGNALS:
    void chosen(const nb::NucleusFilter& filter);

private:
    [[nodiscard]] NucleusFilter filter() const;

    QComboBox* m_column;
    QDoubleSpinBox* m_least;
    QDoubleSpinBox* m_most;
};

} // namespace nb
