// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teachcontroller.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;
class QTableWidget;
class QTreeWidget;

namespace nb
{

/// The proof: is the new model better on what was held out, by numbers and by eye. It takes over only if the person
/// says so.
class TeachVerdict : public QWidget
{
    Q_OBJECT

public:
    explicit TeachVerdict(TeachController& teach, QWidget* parent = nullptr);

    void takeFocus(); ///< to the numbers: no button is pressed by mistake
    void showSwipe(bool on); ///< whether the slide shows before and after
    void showDivider(double share); ///< 0..1

Q_SIGNALS:
    /// A changed nucleus is to be looked at; `slideHash` says on which slide.
    void placeChosen(const nb::Rect& level0Area, const std::string& slideHash);
    void swipeAsked(bool on); ///< before and after on the slide
    void dividerMoved(double share); ///< 0..1: by the person, here

private:
    void show();
    void showAdvice();
    [[nodiscard]] QString advice() const;
    void showScores();
    void showChanges();
    [[nodiscard]] QWidget* makeSwipe();
    void jump(int row);

    struct Place {
        std::size_t picture = 0;
        std::size_t change = 0;
    };
    TeachController& m_teach;
    QLabel* m_advice;
    QTableWidget* m_scores;
    QLabel* m_changesTitle;
    QTreeWidget* m_changes;
    QPushButton* m_swipe = nullptr;
    QSlider* m_divider = nullptr;
    QPushButton* m_use;
    QPushButton* m_keep;
    std::vector<Place> m_places; ///< by row of m_changes
};

} // namespace nb
