// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editqueue.h"
#include "ui/editing/nucleusplans.h"
#include "ui/services.h"

#include <QObject>
#include <QPolygonF>

#include <memory>
#include <optional>

namespace nb
{

class BrushEditing;
class CaseLookup;
class CaseSession;
class EditActions;
struct EditTools;
class MainWindow;
class NucleusChoosing;
class RegionEditing;
class SnapMaps;
class ToolOverlay;

/// Choosing and changing nuclei and regions on the canvas: gives the hand its tool, makes of what the tool did a step
/// of the case's history, keeps the selection on what was edited. Nothing here waits.
class EditingController : public QObject
{
    Q_OBJECT

public:
    EditingController(const Services& services, MainWindow& window);
    ~EditingController() override;

    [[nodiscard]] EditActions& actions() const { return *m_actions; }
    [[nodiscard]] ToolOverlay& overlay() const { return *m_overlay; }
    [[nodiscard]] EditTools& tools() const { return *m_tools; }
    [[nodiscard]] NucleusChoosing& choosing() const { return *m_choosing; }
    [[nodiscard]] RegionEditing& regions() const { return *m_regions; }
    /// All that was asked for is on the disk, and the lookup has answered.
    [[nodiscard]] bool idle() const;

    /// A key of something that a read-only case forbids would be silent: it is said why nothing happens.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wireTools();
    void wireActions();
    void wireChoices();
    void wireRegions();
    void caseChanged();
    void showHandles();
    void takeTool();
    void backToMove();
    void drawn(const QPolygonF& level0, bool byHand);
    void knife(const QPolygonF& level0);
    void joinOver(const QPolygonF& level0);
    void joinChosen();
    void snap(const QPointF& level0);
    void snapOutline(const QPolygonF& level0);
    void snapAt(const Point& at, bool mapsAsked);
    void snapTo(const MultiPolygon& rough, bool mapsAsked);
    void lookAndRetry(const Rect& level0Area, std::function<void()> retry);
    void unfitFound(Unfit why);
    void removeChosen();
    void lockChosen();
    void reshape(const QString& label, ReshapeShape how);
    void vertex(const QString& label, std::function<std::optional<MultiPolygon>(const MultiPolygon&)> change);
    void selectByClass(int classId);
    void askForMeasurement();
    void edit(std::function<EditQueue::Plan()> prepare);
    void fillClassMenu();
    [[nodiscard]] EditContext context(const QString& label) const;

    MainWindow& m_window;
    EditActions* m_actions;
    ToolOverlay* m_overlay;
    std::unique_ptr<EditTools> m_tools;
    EditQueue* m_queue;
    NucleusChoosing* m_choosing;
    RegionEditing* m_regions;
    BrushEditing* m_brush;
    std::unique_ptr<CaseLookup> m_lookup;
    QPointer<CaseSession> m_session;
    std::unique_ptr<SnapMaps> m_snapMaps;
    std::function<void()> m_retry; ///< of the snap under way, once the model has looked there
    MultiPolygon m_handles; ///< of the single chosen nucleus
    QPointer<CanvasTool> m_worked; ///< the tool that a step under way was made with
};

} // namespace nb
