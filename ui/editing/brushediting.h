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
class SlideCanvas;

/// Brush and wand on nuclei: from the first touch on what will be is shown; letting go makes it a step of the history.
/// A stroke goes on with the chosen nucleus where it begins in it, with another where it begins in that, and makes a
/// new one elsewhere.
class BrushEditing : public QObject
{
    Q_OBJECT

public:
    using Context = std::function<EditContext()>;

    BrushEditing(
        SlideCanvas& canvas, NucleusSelection& selection, EditQueue& queue, Context context, QObject* parent = nullptr);
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
    void extend(const QPointF& level0);
    void end();
    void grounded(const std::shared_ptr<Stroke>& stroke, Result<Ground> ground);
    void paint(Stroke& stroke, const Point& to);
    void commit(const std::shared_ptr<Stroke>& stroke, bool first);

    SlideCanvas& m_canvas;
    NucleusSelection& m_selection;
    EditQueue& m_queue;
    const Context m_context;
    std::shared_ptr<Stroke> m_stroke; ///< under the hand
};

} // namespace nb
