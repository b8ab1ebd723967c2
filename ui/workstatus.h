// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QAction;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QToolButton;

namespace nb
{

/// Long work in the status line, which is seen whichever tab is open: what goes on, how far it is and how long it
/// takes, a button that stops it. Searches, trainings and evaluations are. Hidden until there is something to show.
class WorkStatus : public QWidget
{
    Q_OBJECT

public:
    /// `barName`: the accessible name of its bar.
    explicit WorkStatus(const QString& barName, QWidget* parent = nullptr);

    /// Its text becomes a button that sends `visited`.
    void makeLink(const QString& tip);
    /// Puts a button with the stop sign at its end; only while it shows work.
    [[nodiscard]] QToolButton& addStop(const QString& name, const QString& tip);

    void showWork(const QString& text, const std::optional<double>& share); ///< no share: not known
    void showResult(const QString& text); ///< without a bar
    [[nodiscard]] QString text() const { return m_shown; }
    /// "Searching: 45 %, about 2 min left"; `doing` as in "Searching: %1 %".
    [[nodiscard]] static QString progressText(
        const QString& doing, double share, const std::optional<double>& secondsLeft);

Q_SIGNALS:
    void visited(); ///< the person wants to see it

private:
    void say(const QString& text, bool always);

    QHBoxLayout* m_row;
    QLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_link = nullptr; ///< instead of m_text
    QToolButton* m_stop = nullptr;
    QString m_shown;
};

} // namespace nb
