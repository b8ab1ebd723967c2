// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace nb
{

class RecentFiles;

/// What a person sees before a slide is open: open one, open the demo, or go on with a recent one.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(RecentFiles& recent, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested();
    void demoRequested();
    void recentRequested(const QString& path);

private:
    void fill();
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeButtons();
    [[nodiscard]] QWidget* makeRecent();
    void choose(const QListWidgetItem* item);

    RecentFiles& m_recent;
    QListWidget* m_list = nullptr;
    QLabel* m_empty = nullptr;
    QPushButton* m_clear = nullptr;
};

} // namespace nb
