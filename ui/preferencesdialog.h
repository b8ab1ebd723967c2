// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace nb
{

/// All preferences in one place. Each takes effect as it is changed and is kept at once.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(QWidget* parent = nullptr);

Q_SIGNALS:
    void changed(const nb::Preferences& preferences);
    void resetRequested(); ///< everything is as it was at first, keys included
    void clearRecentRequested();

private:
    QFormLayout* makeForm();
    void show(const Preferences& preferences);
    void take();

    QComboBox* m_theme;
    QComboBox* m_language;
    QCheckBox* m_motion;
    QComboBox* m_wheel;
    QLineEdit* m_author;
    QLabel* m_restart;
    bool m_showing = false;
};

} // namespace nb
