// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

#include <utility>

namespace nb
{

/// The keys and what the mouse does.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const QList<std::pair<QString, QString>>& keys, QWidget* parent = nullptr);
};

} // namespace nb
