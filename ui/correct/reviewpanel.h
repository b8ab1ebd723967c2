// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/correct/reviewcontroller.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;

namespace nb
{

class CaseFigures;
class ThumbnailStrip;

/// "Next to check": the button that walks through the doubtful nuclei, why this one is doubted, and what can be done
/// with it.
class ReviewPanel : public QWidget
{
    Q_OBJECT

public:
    struct Actions {
        QAction* next;
        QAction* previous;
        QAction* accept;
        QAction* fix;
        QAction* reject;
    };
    ReviewPanel(ReviewController& review, CaseFigures& figures, ThumbnailStrip* coming, const Actions& actions,
        QWidget* parent = nullptr);

    void setSession(CaseSession* session); ///< null: none

private:
    void show();
    void showPlaces();
    [[nodiscard]] QString whatNow() const;

    ReviewController& m_review;
    CaseFigures& m_figures;
    QPointer<CaseSession> m_session;
    QLabel* m_reason = nullptr;
    QLabel* m_waiting = nullptr;
    QComboBox* m_place = nullptr;
    std::vector<Uuid> m_places; ///< of the items after the first
};

} // namespace nb
