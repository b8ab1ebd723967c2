// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace nb
{

/// The slides that were opened last, newest first, kept in the settings (a file of its owner only). A path can identify
/// a patient, so the list can be cleared.
class RecentFiles : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] QStringList paths() const;
    void add(const QString& path);
    void remove(const QString& path);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void store(const QStringList& paths);
};

} // namespace nb
