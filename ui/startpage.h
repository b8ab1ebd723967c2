// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace nb
{

class GlanceQueue;
class RecentFiles;

/// What a person sees before a slide is open: open one, open the demo, or go on with a recent one.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(RecentFiles& recent, QWidget* parent = nullptr);

    /// While something is got ready: what, and how far (0..1; nothing where it cannot be told).
    void showWork(const QString& what, std::optional<double> share);
    void endWork();
    void addSection(QWidget* section); ///< above the recent slides
    void showGlances(GlanceQueue& glances); ///< small pictures and counts beside the recent slides

Q_SIGNALS:
    void openRequested();
    void demoRequested();
    void recentRequested(const QString& path);
    void stopRequested();

private:
    void fill();
    void askForGlance(QListWidgetItem& item);
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeButtons();
    [[nodiscard]] QWidget* makeWork();
    [[nodiscard]] QWidget* makeRecent();
    void choose(const QListWidgetItem* item);

    RecentFiles& m_recent;
    GlanceQueue* m_glances = nullptr;
    QVBoxLayout* m_sections = nullptr;
    QWidget* m_work = nullptr;
    QLabel* m_what = nullptr;
    QProgressBar* m_bar = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_empty = nullptr;
    QPushButton* m_clear = nullptr;
};

} // namespace nb
