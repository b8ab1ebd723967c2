// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/brushediting.h"

#include "engine/annotation/overlap.h"
#include "engine/annotation/shapealgebra.h"
#include "engine/geometry/polygon.h"
#include "ui/editing/regionediting.h"
#include "ui/editing/wandpicture.h"
#include "ui/nucleusselection.h"
#include "widgets/slidecanvas.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

constexpr double kReach = 300; // level-0 pixels: neighbours this near are spared while painting; all are at the end

Point pointOf(const QPointF& p)
{
    return {p.x(), p.y()};
}

Rect boxAround(const Point& at, double reach)
{
    return {static_cast<std::int64_t>(std::floor(at.x - reach)), static_cast<std::int64_t>(std::floor(at.y - reach)),
        static_cast<std::int64_t>(2 * reach) + 1, static_cast<std::int64_t>(2 * reach) + 1};
}

} // namespace

/// What a stroke works on.
struct BrushEditing::Ground {
    std::optional<StoredNucleus> was; ///< nothing: a new nucleus
    std::optional<RegionRecord> region; ///< what is painted is a region; its shape is empty where it is new
    std::vector<MultiPolygon> neighbours;
    bool nothingThere = false; ///< nothing to take away from
};

struct BrushEditing::Stroke {
    PaintMode mode;
    bool ended = false;
    bool grounded = false;
    std::vector<Point> waiting; ///< until the ground is there
    Ground ground;
    std::unique_ptr<BrushStroke> brush; ///< null: the wand
    std::optional<WandPicture> picture; ///< of the wand
    MultiPolygon shape; ///< so far
};

BrushEditing::BrushEditing(SlideCanvas& canvas, NucleusSelection& selection, EditQueue& queue, RegionEditing& regions,
    Context context, RegionsWanted regionsWanted, QObject* parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_selection(selection)
    , m_queue(queue)
    , m_regions(regions)
    , m_context(std::move(context))
    , m_regionsWanted(std::move(regionsWanted))
{
}

BrushEditing::~BrushEditing() = default;

void BrushEditing::listenTo(PaintTool& tool, bool wand)
{
    connect(&tool, &PaintTool::began, this,
        [this, wand](const QPointF& level0, const PaintMode& mode) { begin(level0, mode, wand); });
    connect(&tool, &PaintTool::moved, this, &BrushEditing::extend);
    connect(&tool, &PaintTool::ended, this, &BrushEditing::end);
    connect(&tool, &PaintTool::abandoned, this, &BrushEditing::abandon);
}

/// The chosen nucleus where the stroke begins in it or Shift is held, else the one underneath; to take away, also one
/// that the brush only touches.
Result<BrushEditing::Ground> BrushEditing::ground(
    CaseReader& reader, const Point& at, const PaintMode& mode, const std::vector<NucleusRow>& chosen, const Rect& area)
{
    Ground ground;
    std::vector<NucleusGlance> near;
    const Status visited = reader.visit(area, 0, [&](const NucleusGlance& glance) {
        near.push_back(glance);
        return true;
    });
    if (!visited)
        return visited.error();
    const MultiPolygon disc = brushStroke(std::vector<Point>{at}, std::max(mode.radius, 0.5));
    const NucleusGlance* best = nullptr;
    double bestRank = 0;
    for (const NucleusGlance& glance : near) {
        const bool isChosen = chosen.size() == 1 && chosen.front() == glance.row;
        const bool under = contains(glance.shape, at);
        const bool touched = under || (mode.subtract && distanceBetween(glance.shape, disc) == 0);
        double rank = under ? 2 : touched ? 1 : 0;
        if (isChosen && (touched || mode.extend))
            rank = 4;
        if (rank > bestRank || (rank == bestRank && best && rank == 2 && areaOf(glance.shape) < areaOf(best->shape))) {
            best = &glance;
            bestRank = rank;
        }
    }
    std::optional<NucleusRow> row;
    if (best)
        row = best->row;
    else if (mode.extend && chosen.size() == 1) // farther away than what was looked at
        row = chosen.front();
    if (row) {
        auto record = reader.nucleus(*row);
        if (!record)
            return record.error();
        if (*record)
            ground.was = StoredNucleus{*row, std::move(**record)};
    }
    ground.nothingThere = mode.subtract && !ground.was;
    if (!mode.overNeighbours && !mode.subtract)
        for (NucleusGlance& glance : near)
            if (!ground.was || glance.row != ground.was->row)
                ground.neighbours.push_back(std::move(glance.shape));
    return ground;
}

void BrushEditing::begin(const QPointF& level0, const PaintMode& mode, bool wand)
{
    auto stroke = std::make_shared<Stroke>();
    stroke->mode = mode;
    stroke->waiting = {pointOf(level0)};
    if (wand)
        stroke->picture.emplace(m_canvas, level0);
    m_stroke = stroke;
    if (beginOnRegion(stroke, pointOf(level0)))
        return;
    const Rect area = boxAround(pointOf(level0), std::max(kReach, 6 * mode.radius));
    m_queue.read([this, at = pointOf(level0), mode, area, chosen = m_selection.rows()](
                     CaseReader& reader) { return ground(reader, at, mode, chosen, area); },
        [this, stroke](Result<Ground> ground) { grounded(stroke, std::move(ground)); });
}

/// The region that a stroke goes on with; one without a shape: a new one; nothing: nuclei are meant.
std::optional<RegionRecord> BrushEditing::regionFor(const Point& at, const PaintMode& mode) const
{
    const auto chosen = m_regions.chosenRegion();
    const MultiPolygon disc = brushStroke(std::vector<Point>{at}, std::max(mode.radius, 0.5));
    if (chosen && (mode.extend || contains(chosen->shape, at) || distanceBetween(chosen->shape, disc) == 0))
        return chosen;
    if (!m_regionsWanted())
        return {};
    const auto under = m_regions.around(at);
    return under ? under : RegionRecord();
}

/// Regions are in memory: nothing has to be read first.
bool BrushEditing::beginOnRegion(const std::shared_ptr<Stroke>& stroke, const Point& at)
{
    auto region = regionFor(at, stroke->mode);
    if (!region)
        return false;
    if (region->locked || (region->shape.empty() && stroke->mode.subtract)) {
        m_stroke.reset();
        if (region->locked)
            m_regions.tellLocked(*region);
        else
            Q_EMIT unfit(Unfit::NoRegionThere);
        return true;
    }
    stroke->shape = region->shape;
    stroke->ground.region = std::move(region);
    start(stroke);
    Q_EMIT previewsChanged({{stroke->shape, stroke->shape.empty()}});
    return true;
}

void BrushEditing::commitRegion(const Stroke& stroke)
{
    const MultiPolygon shape = stroke.brush ? stroke.brush->finished() : stroke.shape;
    const RegionRecord& region = *stroke.ground.region;
    Q_EMIT previewsChanged({});
    if (shape.empty())
        Q_EMIT unfit(Unfit::NoRegionLeft);
    else if (region.shape.empty())
        m_regions.add(shape);
    else {
        m_regions.choose(region.id);
        m_regions.reshape(shape);
    }
}

void BrushEditing::grounded(const std::shared_ptr<Stroke>& stroke, Result<Ground> ground)
{
    if (stroke != m_stroke && !stroke->ended) // given up
        return;
    const bool locked = ground && ground->was && ground->was->record.locked;
    if (!ground || ground->nothingThere || locked) {
        if (stroke == m_stroke)
            m_stroke.reset();
        if (!ground)
            Q_EMIT failed(ground.error());
        else
            Q_EMIT unfit(locked ? Unfit::Locked : Unfit::NothingThere);
        return;
    }
    stroke->ground = std::move(*ground);
    stroke->shape = stroke->ground.was ? stroke->ground.was->record.shape : MultiPolygon();
    start(stroke);
    if (stroke->ended) // the next strokes wait already, and build on this one
        commit(stroke, true);
    else
        Q_EMIT previewsChanged({{stroke->shape, stroke->shape.empty()}});
}

/// What it works on is known: the first touch, and all that waited for it.
void BrushEditing::start(const std::shared_ptr<Stroke>& stroke)
{
    stroke->grounded = true;
    if (!stroke->picture) {
        BrushSettings settings;
        settings.mode = stroke->mode.subtract ? BrushMode::Subtract : BrushMode::Add;
        settings.radius = stroke->mode.radius;
        settings.pieces = stroke->ground.region ? Pieces::All : Pieces::Biggest;
        stroke->brush = std::make_unique<BrushStroke>(stroke->shape, settings, stroke->ground.neighbours);
    }
    for (const Point& p : std::exchange(stroke->waiting, {}))
        paint(*stroke, p);
}

void BrushEditing::paint(Stroke& stroke, const Point& to)
{
    if (stroke.brush) {
        stroke.brush->extend(to);
        stroke.shape = stroke.brush->shape();
        return;
    }
    const MultiPolygon alike = stroke.picture->regionAt(to, stroke.mode.exact);
    stroke.shape = stroke.mode.subtract
        ? without(stroke.shape, alike)
        : united(stroke.shape, yieldingTo(alike, stroke.ground.neighbours, Pieces::All));
}

void BrushEditing::extend(const QPointF& level0)
{
    if (!m_stroke)
        return;
    if (!m_stroke->grounded) {
        m_stroke->waiting.push_back(pointOf(level0));
        return;
    }
    if (m_stroke->picture)
        m_stroke->picture->follow(m_canvas, level0);
    paint(*m_stroke, pointOf(level0));
    Q_EMIT previewsChanged({{m_stroke->shape, m_stroke->shape.empty()}});
}

void BrushEditing::end()
{
    if (!m_stroke)
        return;
    const auto stroke = std::exchange(m_stroke, nullptr);
    stroke->ended = true;
    if (stroke->ground.region)
        commitRegion(*stroke);
    else if (stroke->grounded)
        commit(stroke, false);
}

void BrushEditing::abandon()
{
    m_stroke.reset();
    Q_EMIT previewsChanged({});
}

void BrushEditing::commit(const std::shared_ptr<Stroke>& stroke, bool first)
{
    MultiPolygon shape = stroke->brush ? stroke->brush->finished() : keep(Pieces::Biggest, stroke->shape);
    Q_EMIT previewsChanged({{shape, shape.empty()}});
    m_queue.add(
        [this, stroke, shape = std::move(shape)]() -> EditQueue::Plan {
            EditContext context = m_context();
            context.overNeighbours = stroke->mode.overNeighbours;
            const bool made = !stroke->ground.was;
            context.note.label = (made ? tr("Paint nucleus") : tr("Repaint nucleus")).toStdString();
            return [context, was = stroke->ground.was, shape](
                       CaseReader& reader) { return paintPlan(reader, context, was, shape); };
        },
        first);
}

} // namespace nb
