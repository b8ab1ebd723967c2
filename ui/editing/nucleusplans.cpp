// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/nucleusplans.h"

#include "engine/annotation/join.h"
#include "engine/annotation/knife.h"
#include "engine/annotation/overlap.h"
#include "engine/annotation/shapealgebra.h"
#include "engine/geometry/polygon.h"
#include "ui/editing/strokehits.h"

#include <algorithm>

namespace nb
{

namespace
{

void seal(EditPlan& plan, const EditContext& context)
{
    plan.edit.label = context.note.label;
    plan.edit.author = context.note.author;
    for (const NucleusRecord& record : plan.edit.putNuclei)
        plan.previews.push_back({record.shape, false});
}

void append(Edit& to, Edit part)
{
    std::move(part.putNuclei.begin(), part.putNuclei.end(), std::back_inserter(to.putNuclei));
    to.removeNuclei.insert(to.removeNuclei.end(), part.removeNuclei.begin(), part.removeNuclei.end());
}

/// The nuclei that the stroke cuts, with their parts.
struct Cuts {
    std::vector<StoredNucleus> nuclei;
    std::vector<std::vector<MultiPolygon>> parts;
};

Result<Cuts> cutsOf(CaseReader& reader, const Ring& stroke)
{
    std::vector<NucleusRow> rows;
    std::vector<std::vector<MultiPolygon>> parts;
    const Status visited = reader.visit(boundsOf(stroke).grown(1), 0, [&](const NucleusGlance& glance) {
        auto made = cut(glance.shape, stroke);
        if (made.size() > 1) {
            rows.push_back(glance.row);
            parts.push_back(std::move(made));
        }
        return true;
    });
    if (!visited)
        return visited.error();
    auto nuclei = storedNuclei(reader, rows);
    if (!nuclei)
        return nuclei.error();
    if (nuclei->size() != parts.size()) // nobody but this window changes the case; a run may
        return Cuts{};
    return Cuts{std::move(*nuclei), std::move(parts)};
}

/// Drawn, corrected or snapped: in place of `was`, or new.
EditPlan putPlan(const EditContext& context, const std::optional<StoredNucleus>& was, MultiPolygon shape)
{
    EditPlan plan;
    MeasuredShape measured = context.ground.measured(std::move(shape));
    plan.edit = was ? correctEdit(*was, std::move(measured), context.note)
                    : drawEdit(std::move(measured), context.classId, context.note);
    plan.chosen = plan.edit.putNuclei.size();
    seal(plan, context);
    return plan;
}

} // namespace

Result<std::vector<StoredNucleus>> storedNuclei(CaseReader& reader, std::span<const NucleusRow> rows)
{
    std::vector<StoredNucleus> nuclei;
    for (const NucleusRow row : rows) {
        auto record = reader.nucleus(row);
        if (!record)
            return record.error();
        const auto current = *record ? reader.rowOf((*record)->id) : Result<std::optional<NucleusRow>>(std::nullopt);
        if (!current)
            return current.error();
        if (*current == row) // else it is gone, or another version of it is there
            nuclei.push_back({row, std::move(**record)});
    }
    return nuclei;
}

Result<std::vector<MultiPolygon>> neighboursOf(
    CaseReader& reader, const MultiPolygon& around, std::span<const Uuid> except)
{
    std::vector<MultiPolygon> shapes;
    const Status visited = reader.visit(boundsOf(around).grown(1), 0, [&](const NucleusGlance& glance) {
        if (std::find(except.begin(), except.end(), glance.id) == except.end())
            shapes.push_back(glance.shape);
        return true;
    });
    if (!visited)
        return visited.error();
    return shapes;
}

Result<EditPlan> knifePlan(
    CaseReader& reader, const EditContext& context, const Ring& stroke, std::optional<NucleusRow> chosen)
{
    auto cuts = cutsOf(reader, stroke);
    if (cuts && cuts->nuclei.empty()) // a hand that began or ended a little inside
        cuts = cutsOf(reader, lengthened(stroke));
    if (!cuts)
        return cuts.error();
    if (cuts->nuclei.empty())
        return EditPlan::none(Unfit::NotCrossed);
    const bool only = chosen
        && std::any_of(cuts->nuclei.begin(), cuts->nuclei.end(),
            [&](const StoredNucleus& nucleus) { return nucleus.row == *chosen; });
    EditPlan plan;
    bool locked = false;
    for (std::size_t i = 0; i < cuts->nuclei.size(); ++i) {
        const StoredNucleus& was = cuts->nuclei[i];
        if (only && was.row != *chosen)
            continue;
        if (was.record.locked) {
            locked = true;
            continue;
        }
        std::vector<MeasuredShape> parts;
        for (MultiPolygon& part : cuts->parts[i])
            parts.push_back(context.ground.measured(std::move(part)));
        append(plan.edit, splitEdit(was, std::move(parts), context.note));
    }
    if (plan.edit.putNuclei.empty())
        return EditPlan::none(locked ? Unfit::Locked : Unfit::NotCrossed);
    plan.chosen = plan.edit.putNuclei.size();
    seal(plan, context);
    return plan;
}

Result<EditPlan> joinStrokePlan(CaseReader& reader, const EditContext& context, const Ring& stroke)
{
    std::vector<NucleusRow> rows;
    const Status visited = reader.visit(boundsOf(stroke).grown(1), 0, [&](const NucleusGlance& glance) {
        if (meets(glance.shape, stroke))
            rows.push_back(glance.row);
        return true;
    });
    if (!visited)
        return visited.error();
    return joinPlan(reader, context, rows);
}

Result<EditPlan> joinPlan(CaseReader& reader, const EditContext& context, std::span<const NucleusRow> rows)
{
    if (rows.size() > kMostReshaped)
        return EditPlan::none(Unfit::TooMany);
    const auto nuclei = storedNuclei(reader, rows);
    if (!nuclei)
        return nuclei.error();
    if (nuclei->size() < 2)
        return EditPlan::none(Unfit::TooFewToJoin);
    std::vector<MultiPolygon> shapes;
    std::vector<Uuid> ids;
    for (const StoredNucleus& nucleus : *nuclei) {
        if (nucleus.record.locked)
            return EditPlan::none(Unfit::Locked);
        shapes.push_back(nucleus.record.shape);
        ids.push_back(nucleus.record.id);
    }
    const auto one = joined(shapes);
    if (!one)
        return EditPlan::none(Unfit::TooFarApart);
    const auto neighbours = neighboursOf(reader, *one, ids);
    if (!neighbours)
        return neighbours.error();
    MultiPolygon shape = context.overNeighbours ? *one : yieldingTo(*one, *neighbours);
    if (shape.empty())
        return EditPlan::none(Unfit::Covered);
    EditPlan plan;
    plan.edit = joinEdit(*nuclei, context.ground.measured(std::move(shape)), context.note);
    plan.chosen = 1;
    seal(plan, context);
    return plan;
}

Result<EditPlan> drawPlan(CaseReader& reader, const EditContext& context, const MultiPolygon& shape)
{
    return paintPlan(reader, context, std::nullopt, shape);
}

Result<EditPlan> paintPlan(
    CaseReader& reader, const EditContext& context, const std::optional<StoredNucleus>& was, const MultiPolygon& shape)
{
    if (was) {
        const auto current = reader.rowOf(was->record.id);
        if (!current)
            return current.error();
        if (*current != was->row)
            return EditPlan::none(Unfit::ChangedMeanwhile);
        if (was->record.locked)
            return EditPlan::none(Unfit::Locked);
        if (shape == was->record.shape)
            return EditPlan::none(Unfit::NothingChanged);
        if (shape.empty()) { // all of it was taken away
            EditPlan plan;
            plan.edit = correctEdit(*was, MeasuredShape{}, context.note);
            plan.previews.push_back({was->record.shape, true});
            return plan;
        }
    }
    if (shape.empty())
        return EditPlan::none(Unfit::NothingLeft);
    MultiPolygon to = shape;
    if (!context.overNeighbours) {
        const auto ids = was ? std::vector<Uuid>{was->record.id} : std::vector<Uuid>();
        const auto neighbours = neighboursOf(reader, shape, ids);
        if (!neighbours)
            return neighbours.error();
        to = yieldingTo(shape, *neighbours);
    }
    return to.empty() ? EditPlan::none(Unfit::Covered) : putPlan(context, was, std::move(to));
}

Result<EditPlan> removePlan(CaseReader& reader, const EditContext& context, const std::vector<NucleusRow>& rows)
{
    EditPlan plan;
    std::vector<NucleusRow> going = rows;
    if (rows.size() <= kMostReshaped) { // of more, none is shown
        const auto nuclei = storedNuclei(reader, rows);
        if (!nuclei)
            return nuclei.error();
        going.clear();
        for (const StoredNucleus& nucleus : *nuclei) {
            going.push_back(nucleus.row); // the case spares locked ones, and counts them
            if (!nucleus.record.locked)
                plan.previews.push_back({nucleus.record.shape, true});
        }
        if (plan.previews.empty())
            return EditPlan::none(nuclei->empty() ? Unfit::NothingThere : Unfit::Locked);
    }
    plan.edit = removeEdit(std::move(going), context.note);
    return plan;
}

Result<EditPlan> reshapePlan(
    CaseReader& reader, const EditContext& context, std::span<const NucleusRow> rows, const ReshapeShape& reshape)
{
    if (rows.size() > kMostReshaped)
        return EditPlan::none(Unfit::TooMany);
    auto nuclei = storedNuclei(reader, rows);
    if (!nuclei)
        return nuclei.error();
    if (nuclei->empty())
        return EditPlan::none(Unfit::NothingThere);
    std::vector<StoredNucleus> changed;
    std::vector<MeasuredShape> to;
    Unfit why = Unfit::NothingChanged;
    for (StoredNucleus& nucleus : *nuclei) {
        if (nucleus.record.locked) {
            why = Unfit::Locked;
            continue;
        }
        const auto neighbours
            = neighboursOf(reader, offsetBy(nucleus.record.shape, 8), std::vector<Uuid>{nucleus.record.id});
        if (!neighbours)
            return neighbours.error();
        MultiPolygon shape = reshape(nucleus.record.shape, *neighbours);
        if (shape.empty()) {
            why = Unfit::NothingLeft;
        } else if (shape != nucleus.record.shape) {
            to.push_back(context.ground.measured(std::move(shape)));
            changed.push_back(std::move(nucleus));
        }
    }
    if (changed.empty())
        return EditPlan::none(why);
    EditPlan plan;
    plan.edit = correctEdit(changed, std::move(to), context.note);
    plan.chosen = plan.edit.putNuclei.size();
    seal(plan, context);
    return plan;
}

} // namespace nb
