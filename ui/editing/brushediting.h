// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/brush.h"
#include "ui/editing/editqueue.h"
#include "ui/editing/nucleusplans.h"
#include "widgets/painttool.h"

#include <QObject>

#include <memory>
#include <optional>

namespace nb
{

class NucleusSelection;
class RegionEditing;
class SlideCanvas;

/// Brush and wand on nuclei and regions: from the first touch on what will be is shown; letting go makes it a step of
/// the history. A stroke goes on with the chosen nucleus where it begins in it, with another where it begins in that,
/// and makes a new one elsewhere. It works on the chosen region instead where it touches it or Shift is held, and on
/// regions alone while these are what is drawn.
class BrushEditing : public QObject
{
    Q_OBJECT

public:
    using Context = std::function<EditContext()>;
    using RegionsWanted = std::function<bool()>; ///< regions are what is drawn

    BrushEditing(SlideCanvas& canvas, NucleusSelection& selection, EditQueue& queue, RegionEditing& regions,
        Context context, RegionsWanted regionsWanted, QObject* parent = nullptr);
    ~BrushEditing() override;

    void listenTo(PaintTool& brush, bool wand);
    [[nodiscard]] bool painting() const { return m_stroke != nullptr; }
    void abandon();

Q_SIGNALS:
    void previewsChanged(const std::vector<nb::ShapePreview>& previews);
    void unfit(nb::Unfit why);
    void failed(const nb::Error& error);

private:
    struct Stroke;
    struct Ground;
    [[nodiscard]] static Result<Ground> ground(CaseReader& reader, const Point& at, const PaintMode& mode,
        const std::vector<NucleusRow>& chosen, const Rect& area);
    void begin(const QPointF& level0, const PaintMode& mode, bool wand);
    [[nodiscard]] std::optional<RegionRecord> regionFor(const Point& at, const PaintMode& mode) const;
    [[nodiscard]] bool beginOnRegion(const std::shared_ptr<Stroke>& stroke, const Point& at);
    void start(const std::shared_ptr<Stroke>& stroke);
    void commitRegion(const Stroke& stroke);
    void extend(const QPointF& level0);
    void end();
    void grounded(const std::shared_ptr<Stroke>& stroke, Result<Ground> ground);
    void paint(Stroke& stroke, const Point& to);
    void commit(const std::shared_ptr<Stroke>& stroke, bool first);

    SlideCanvas& m_canvas;
    NucleusSelection& m_selection;
    EditQueue& m_queue;
    RegionEditing& m_regions;
    const Context m_context;
    const RegionsWanted m_regionsWanted;
    std::shared_ptr<Stroke> m_stroke; ///< under the hand
};

} // namespace nb
