// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/caserecords.h"

#include <QKeySequence>
#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

class QAction;
class QWidget;

namespace nb
{

/// The keys that give a class to what is chosen: one action of the window for each class that has a key. GUI thread.
class ClassKeys : public QObject
{
    Q_OBJECT

public:
    explicit ClassKeys(QWidget& window, QObject* parent = nullptr);

    void setClasses(const std::vector<ClassRecord>& classes);
    void setEnabled(bool enabled);

    /// What a key does already, in the window or on the canvas, so that no class may have it; nothing where it is free.
    /// Other classes' keys are not looked at.
    [[nodiscard]] std::optional<QString> takenBy(const QKeySequence& key) const;

Q_SIGNALS:
    void pressed(int classId);

private:
    QWidget& m_window;
    std::map<int, QAction*> m_actions; ///< by class id
    bool m_enabled = true;
};

} // namespace nb
