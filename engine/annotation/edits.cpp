// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/annotation/edits.h"

#include "engine/document/storableshape.h"
#include "engine/document/timestamp.h"
#include "engine/geometry/polygon.h"

#include <algorithm>
#include <random>
#include <utility>

namespace nb
{

namespace
{

Edit editOf(const EditNote& note)
{
    Edit edit;
    edit.label = note.label;
    edit.author = note.author;
    return edit;
}

std::string timeOf(const EditNote& note)
{
    return note.at.empty() ? timestamp() : note.at;
}

bool drawnByPerson(const NucleusRecord& record)
{
    return record.origin == NucleusOrigin::Drawn;
}

/// Of a corrected nucleus what it kept, else what it is: the model's, if a model found it.
MultiPolygon modelOutline(const NucleusRecord& record)
{
    if (!record.modelShape.empty() || drawnByPerson(record) || record.origin == NucleusOrigin::Imported)
        return record.modelShape;
    return record.shape;
}

/// A part of a nucleus that became one of its own.
NucleusRecord partRecord(const NucleusRecord& was, MeasuredShape part, const EditNote& note)
{
    NucleusRecord record = correctedRecord(was, std::move(part), note);
    record.id = randomUuid();
    record.modelShape.clear();
    record.name.clear();
    record.correctionSeconds = 0; // it took one stroke, and that counts on the first part
    return record;
}

} // namespace

Uuid randomUuid()
{
    std::random_device random;
    Uuid id;
    for (std::uint8_t& byte : id)
        byte = static_cast<std::uint8_t>(random());
    id[6] = static_cast<std::uint8_t>((id[6] & 0x0f) | 0x40);
    id[8] = static_cast<std::uint8_t>((id[8] & 0x3f) | 0x80);
    return id;
}

NucleusRecord correctedRecord(const NucleusRecord& was, MeasuredShape to, const EditNote& note)
{
    NucleusRecord record = was;
    record.modelShape = modelOutline(was);
    record.shape = storable(to.shape);
    record.measurements = to.measurements;
    record.origin = drawnByPerson(was) ? NucleusOrigin::Drawn : NucleusOrigin::Corrected;
    record.changedBy = note.author;
    record.changedAt = timeOf(note);
    record.correctionSeconds = was.correctionSeconds + note.seconds;
    return record;
}

NucleusRecord drawnRecord(MeasuredShape shape, int classId, const EditNote& note)
{
    NucleusRecord record;
    record.id = randomUuid();
    record.shape = storable(shape.shape);
    record.measurements = shape.measurements;
    record.classId = classId;
    record.origin = NucleusOrigin::Drawn;
    record.changedBy = note.author;
    record.changedAt = timeOf(note);
    record.correctionSeconds = note.seconds;
    return record;
}

Edit drawEdit(MeasuredShape shape, int classId, const EditNote& note)
{
    Edit edit = editOf(note);
    edit.putNuclei.push_back(drawnRecord(std::move(shape), classId, note));
    return edit;
}

Edit correctEdit(const StoredNucleus& was, MeasuredShape to, const EditNote& note)
{
    Edit edit = editOf(note);
    addYielded(edit, was, std::move(to), note);
    return edit;
}

Edit correctEdit(std::span<const StoredNucleus> were, std::vector<MeasuredShape> to, const EditNote& note)
{
    Edit edit = editOf(note);
    EditNote each = note;
    each.seconds = were.empty() ? 0 : note.seconds / static_cast<double>(were.size());
    for (std::size_t i = 0; i < were.size() && i < to.size(); ++i)
        addYielded(edit, were[i], std::move(to[i]), each);
    return edit;
}

Edit splitEdit(const StoredNucleus& was, std::vector<MeasuredShape> parts, const EditNote& note)
{
    std::stable_sort(parts.begin(), parts.end(),
        [](const MeasuredShape& a, const MeasuredShape& b) { return areaOf(a.shape) > areaOf(b.shape); });
    Edit edit = editOf(note);
    for (std::size_t i = 0; i < parts.size(); ++i)
        edit.putNuclei.push_back(i == 0 ? correctedRecord(was.record, std::move(parts[i]), note)
                                        : partRecord(was.record, std::move(parts[i]), note));
    return edit;
}

Edit joinEdit(std::span<const StoredNucleus> from, MeasuredShape to, const EditNote& note)
{
    Edit edit = editOf(note);
    if (from.empty())
        return edit;
    const auto biggest = std::max_element(from.begin(), from.end(),
        [](const StoredNucleus& a, const StoredNucleus& b) { return areaOf(a.record.shape) < areaOf(b.record.shape); });
    NucleusRecord record = correctedRecord(biggest->record, std::move(to), note);
    for (auto other = from.begin(); other != from.end(); ++other)
        if (other != biggest) {
            edit.removeNuclei.push_back(other->row);
            record.correctionSeconds += other->record.correctionSeconds;
        }
    edit.putNuclei.push_back(std::move(record));
    return edit;
}

Edit removeEdit(std::vector<NucleusRow> rows, const EditNote& note)
{
    Edit edit = editOf(note);
    edit.removeNuclei = std::move(rows);
    return edit;
}

Edit classEdit(std::vector<NucleusRow> rows, int classId, const EditNote& note)
{
    Edit edit = editOf(note);
    edit.changeNuclei.push_back({std::move(rows), classId, {}});
    return edit;
}

Edit acceptEdit(std::vector<NucleusRow> rows, const EditNote& note)
{
    Edit edit = editOf(note);
    edit.changeNuclei.push_back({std::move(rows), {}, NucleusOrigin::Accepted});
    return edit;
}

void addYielded(Edit& edit, const StoredNucleus& neighbour, MeasuredShape left, const EditNote& note)
{
    if (left.shape.empty())
        edit.removeNuclei.push_back(neighbour.row);
    else
        edit.putNuclei.push_back(correctedRecord(neighbour.record, std::move(left), note));
}

} // namespace nb
