// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/unsavedcases.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace nb
{

class GlanceQueue;

/// "Not saved yet": what was done on slides without giving it a name, also by a program that crashed. Hidden where
/// there is nothing.
class UnsavedList : public QWidget
{
    Q_OBJECT

public:
    explicit UnsavedList(GlanceQueue& glances, QWidget* parent = nullptr);

    void show(const std::vector<UnsavedCase>& cases);

Q_SIGNALS:
    void openRequested(const QString& path);
    void saveRequested(const QString& path, const QString& slidePath);
    void discardRequested(const QString& path, const QString& slidePath);

private:
    [[nodiscard]] QWidget* makeRow(const UnsavedCase& unsaved);

    GlanceQueue& m_glances;
    QWidget* m_rows = nullptr;
};

} // namespace nb
