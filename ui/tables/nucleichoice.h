// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace nb
{

/// Which nuclei: those of the case that is open, or those of a file that was chosen.
class NucleiChoice : public QComboBox
{
    Q_OBJECT

public:
    /// `own`: how the case's are called.
    NucleiChoice(const QString& own, const QString& name, QWidget* parent = nullptr);

    /// Empty: the case's own.
    [[nodiscard]] QString path() const { return currentData().toString(); }
    void setPath(const QString& path);
    void setFolder(const QString& folder) { m_folder = folder; } ///< where to look for files first; empty: the last

Q_SIGNALS:
    void changed();

private:
    void chosen(int index);
    QString m_folder;
    int m_last = 0; ///< where to go back to when no file is chosen after all
};

} // namespace nb
