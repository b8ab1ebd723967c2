// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/slide/slidesource.h"
#include "ui/layerid.h"
#include "ui/services.h"

#include <QList>
#include <QMainWindow>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QDockWidget;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace nb
{

struct Nucleus;

class Banner;
class CompanionView;
class DockRoom;
class CaseActions;
class CaseController;
class CaseSession;
class DemoController;
class EditingController;
class ExchangeController;
class FindPanel;
class LiveController;
class NucleusSelection;
class RecentFiles;
class SeePanel;
class SegmentationController;
class SlideCanvas;
class SlideController;
class SlidesDock;
class SlideScene;
class SlideStatus;
class StartPage;
class StatusLine;
class ViewTools;
class VisibleExtraction;
class WindowActions;
class WindowHabits;
class WindowTeach;

/// The window: puts the parts together and passes on what one has to know of the other. Decides nothing that a
/// controller can decide.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Services& services, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Returns at once; a failure shows in the banner. `nucleiPath`: outlines to show on it, or empty.
    void openFile(const QString& path, const QString& nucleiPath = {});

    /// Returns at once; the banner tells. What the case holds, or where there is none, what is shown.
    void exportNuclei(const QString& path);

    /// How the person is asked before work would be lost; gives true to go on without saving. Tests put in their own.
    std::function<bool(const QString& question)> mayLose;

    [[nodiscard]] SlideController& slides() { return *m_slides; }
    [[nodiscard]] SegmentationController& segmentation() { return *m_segmentation; }
    [[nodiscard]] ExchangeController& exchange() { return *m_exchange; }
    [[nodiscard]] SlideCanvas& canvas() { return *m_canvas; }
    [[nodiscard]] SlideScene& scene() { return *m_scene; }
    [[nodiscard]] LiveController& live() { return *m_live; }
    [[nodiscard]] Banner& banner() { return *m_banner; }
    [[nodiscard]] StatusLine& statusLine() { return *m_status; }
    [[nodiscard]] WindowActions& actions() { return *m_actions; }
    [[nodiscard]] CompanionView& companion() { return *m_companion; }
    [[nodiscard]] SlidesDock& slidesDock() { return *m_slidesDock; }
    [[nodiscard]] ViewTools& viewTools() { return *m_viewTools; }
    [[nodiscard]] CaseController& cases() { return *m_cases; }
    [[nodiscard]] CaseActions& caseActions() { return *m_caseActions; }
    [[nodiscard]] RecentFiles& recent() { return *m_recent; }
    /// The open slide's case; null without a slide, and until it is there.
    [[nodiscard]] CaseSession* caseSession() const;
    [[nodiscard]] WindowTeach& teach() { return *m_teach; }
    [[nodiscard]] NucleusSelection& selection() { return *m_selection; }
    [[nodiscard]] EditingController& editing() { return *m_editing; }

Q_SIGNALS:
    void caseChanged(); ///< `caseSession` is another one, or null

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void buildPanel();
    void squeezePanel(bool squeezed);
    void wireFile();
    void wireView();
    void wireNuclei();
    void wireSlide();
    void wireScene();
    void wireFileWork();
    void wireLive();
    void wireColours();
    void wireSlides();
    void wireCompanion();
    void drop(const QList<QUrl>& urls);
    void wireCase();
    void wireExchange();
    void takeCase();
    void readWantedNuclei();
    void takePixelSize();
    void pixelSizeChosen(const std::optional<PixelSize>& before);
    void askForSlide();
    void askForNuclei();
    void readNuclei(const QString& path);
    void askForExport();
    void askForPixelSize();
    void slideOpened();
    void slideClosed();
    void recipeChanged();
    void showOpening();
    void showTitle();
    void showActionStates();
    void layerChosen(LayerId layer, bool visible);
    void stopAll();
    void restorePlaces();
    void storePlaces();

    Services m_services;
    RecentFiles* m_recent;
    SlideController* m_slides;
    CaseController* m_cases;
    NucleusSelection* m_selection;
    SegmentationController* m_segmentation;
    DemoController* m_demo;
    WindowActions* m_actions;
    Banner* m_banner;
    StartPage* m_start;
    SlideCanvas* m_canvas;
    SlideScene* m_scene;
    LiveController* m_live;
    VisibleExtraction* m_extraction;
    SeePanel* m_see;
    FindPanel* m_find;
    StatusLine* m_status;
    SlideStatus* m_slideStatus;
    ExchangeController* m_exchange;
    ViewTools* m_viewTools = nullptr;
    EditingController* m_editing = nullptr;
    CaseActions* m_caseActions = nullptr;
    QStackedWidget* m_pages = nullptr;
    QWidget* m_startPage = nullptr; ///< what m_start scrolls in
    QSplitter* m_canvasPage = nullptr; ///< the canvas, and a second one beside it
    CompanionView* m_companion = nullptr;
    WindowHabits* m_habits = nullptr;
    SlidesDock* m_slidesDock = nullptr;
    QDockWidget* m_dock = nullptr;
    DockRoom* m_dockRoom = nullptr;
    QTabWidget* m_tabs = nullptr;
    WindowTeach* m_teach = nullptr;
    QString m_nucleiToRead; ///< once the slide that was asked for with them is open
};

} // namespace nb
