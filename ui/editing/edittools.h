// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editactions.h"
#include "widgets/brushtool.h"
#include "widgets/ellipsetool.h"
#include "widgets/freehandtool.h"
#include "widgets/jointool.h"
#include "widgets/knifetool.h"
#include "widgets/lassotool.h"
#include "widgets/movetool.h"
#include "widgets/polygontool.h"
#include "widgets/rectangletool.h"
#include "widgets/snaptool.h"
#include "widgets/wandtool.h"

namespace nb
{

/// All the tools of a canvas.
struct EditTools {
    MoveTool move;
    RectangleTool rectangle;
    EllipseTool ellipse;
    PolygonTool polygon;
    FreehandTool freehand;
    BrushTool brush;
    WandTool wand;
    KnifeTool knife;
    JoinTool join;
    SnapTool snap;
    LassoTool lasso;

    [[nodiscard]] CanvasTool& of(ToolId id)
    {
        switch (id) {
        case ToolId::Rectangle:
            return rectangle;
        case ToolId::Ellipse:
            return ellipse;
        case ToolId::Polygon:
            return polygon;
        case ToolId::Freehand:
            return freehand;
        case ToolId::Brush:
            return brush;
        case ToolId::Wand:
            return wand;
        case ToolId::Knife:
            return knife;
        case ToolId::Join:
            return join;
        case ToolId::Snap:
            return snap;
        case ToolId::Lasso:
            break;
        }
        return lasso;
    }
};

} // namespace nb
