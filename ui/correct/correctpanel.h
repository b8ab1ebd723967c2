// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "ui/correct/reviewpanel.h"

#include <QWidget>

class QLabel;

namespace nb
{

class CaseFigures;
class ClassesPanel;
class ClassKeys;
class HistoryPanel;
class NucleusSelection;
class ProgressPanel;
class RegionsPanel;
class SlideCanvas;
class WindowActions;

/// The tab "Correct": next to check, how far, regions, classes, history, in the order of the work. Makes its actions,
/// whose keys work everywhere in the window.
class CorrectPanel : public QWidget
{
    Q_OBJECT

public:
    CorrectPanel(const Services& services, NucleusSelection& selection, SlideCanvas& canvas, WindowActions& actions,
        QWidget& window);

    void setSession(CaseSession* session); ///< null: none
    void setSlide(std::shared_ptr<const SlideSource> slide); ///< null: none; for the small pictures

    [[nodiscard]] ReviewController& review() { return *m_review; }
    [[nodiscard]] CaseFigures& figures() { return *m_figures; }
    [[nodiscard]] RegionsPanel& regions() { return *m_regions; }
    [[nodiscard]] const ReviewPanel::Actions& actions() const { return m_actions; }

Q_SIGNALS:
    void walkRequested(); ///< the person goes on to the next: the tab may come to the front
    void fixRequested(nb::NucleusRow row);
    void noteRequested(const QString& text);
    void failed(const QString& headline, const nb::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] static ReviewPanel::Actions makeActions(WindowActions& actions);
    void place(ThumbnailStrip* coming);
    void wire();
    void showStates();
    void showNucleus(const ReviewStop& stop);
    void showArea(const QRectF& level0Area);

    NucleusSelection& m_selection;
    SlideCanvas& m_canvas;
    QPointer<CaseSession> m_session;
    ReviewController* m_review;
    CaseFigures* m_figures;
    ClassKeys* m_keys;
    ReviewPanel::Actions m_actions;
    ThumbnailStrip* m_coming;
    QLabel* m_readOnly;
    ReviewPanel* m_reviewPanel;
    ProgressPanel* m_progress;
    RegionsPanel* m_regions;
    ClassesPanel* m_classes;
    HistoryPanel* m_history;
};

} // namespace nb
