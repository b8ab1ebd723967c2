// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/annotation/brush.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/figures.h"
#include "engine/annotation/join.h"
#include "engine/annotation/knife.h"
#include "engine/annotation/measureshape.h"
#include "engine/annotation/overlap.h"
#include "engine/annotation/reshape.h"
#include "engine/annotation/vertices.h"
#include "engine/document/casereader.h"
#include "engine/document/measurementcolumns.h"
#include "engine/geometry/polygon.h"
#include "tests/support/casefixture.h"

#include <array>
#include <random>

namespace nb::test
{

/// What a person does with all tools, by a generator: step `n` on a case of the same contents is always the same edit,
/// ids and times included, whoever makes it.
class AnnotationEditor
{
public:
    explicit AnnotationEditor(CaseReader& reader)
        : m_reader(reader)
    {
    }

    [[nodiscard]] Edit step(std::uint64_t number)
    {
        m_random.seed(static_cast<unsigned>(number * 2654435761U + 17));
        m_note.seconds = real(0.5, 20);
        m_note.author = below(2) == 0 ? "Ada" : "";
        m_rows = *m_reader.sorted("", false, {});
        Edit edit = next();
        std::uint64_t fresh = number * 100 + (1ULL << 40);
        for (NucleusRecord& record : edit.putNuclei)
            if (!m_reader.rowOf(record.id)->has_value())
                record.id = uuidOf(++fresh);
        return edit;
    }

    /// Nuclei as a model found them, some of them touching.
    [[nodiscard]] static Edit beginning(int count)
    {
        std::mt19937 random(2);
        Edit edit;
        edit.label = "Begin";
        for (int i = 0; i < count; ++i) {
            NucleusRecord record
                = nucleus(static_cast<std::uint64_t>(i + 1), 60 + 24.0 * (i % 20), 60 + 24.0 * (i / 20), // side by side
                    6 + static_cast<double>(random() % 60) / 10);
            record.origin = NucleusOrigin::Model;
            record.modelHash = std::string(64, 'b');
            record.changedBy.clear();
            record.changedAt.clear();
            edit.putNuclei.push_back(std::move(record));
        }
        return edit;
    }

private:
    std::size_t below(std::size_t n) { return m_random() % n; }
    double real(double from, double to) { return std::uniform_real_distribution<double>(from, to)(m_random); }
    Point place() { return {real(40, 560), real(40, 560)}; }
    const EditNote& note(const char* label)
    {
        m_note.label = label;
        return m_note;
    }
    static MeasuredShape measured(MultiPolygon shape)
    {
        const NucleusMeasurements measurements = measureShape(shape, {1, 1, 0.25});
        return {std::move(shape), measurements};
    }
    StoredNucleus any()
    {
        const NucleusRow row = m_rows[below(m_rows.size())];
        return {row, **m_reader.nucleus(row)};
    }
    std::vector<StoredNucleus> some(std::size_t most)
    {
        std::vector<StoredNucleus> chosen;
        for (std::size_t i = 0; i <= below(most); ++i)
            if (StoredNucleus one = any();
                std::none_of(chosen.begin(), chosen.end(), [&](const StoredNucleus& c) { return c.row == one.row; }))
                chosen.push_back(std::move(one));
        return chosen;
    }
    std::vector<NucleusRow> someRows()
    {
        std::vector<NucleusRow> rows;
        for (const StoredNucleus& one : some(5))
            rows.push_back(one.row);
        return rows;
    }
    std::vector<StoredNucleus> near(const MultiPolygon& shape, NucleusRow but)
    {
        std::vector<StoredNucleus> found;
        (void)m_reader.visit(boundsOf(shape).grown(30), 0, [&](const NucleusGlance& glance) {
            if (glance.row != but)
                found.push_back({glance.row, {}});
            return true;
        });
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
        for (StoredNucleus& one : found)
            one.record = **m_reader.nucleus(one.row);
        return found;
    }
    static std::vector<MultiPolygon> shapesOf(const std::vector<StoredNucleus>& nuclei)
    {
        std::vector<MultiPolygon> shapes;
        for (const StoredNucleus& one : nuclei)
            shapes.push_back(one.record.shape);
        return shapes;
    }

    Edit next()
    {
        if (m_rows.size() < 40)
            return draw();
        switch (below(12)) {
        case 0:
            return draw();
        case 1:
        case 2:
            return brush();
        case 3:
        case 4:
            return split();
        case 5:
            return join();
        case 6:
        case 7:
            return vertex();
        case 8:
            return batch();
        case 9:
            return removeEdit(someRows(), note("Delete nuclei"));
        case 10:
            return classEdit(someRows(), 1 + static_cast<int>(below(6)), note("Set class"));
        default:
            return accept();
        }
    }
    Edit draw()
    {
        const Point at = place();
        const MultiPolygon figure = ellipseFigure(at, {at.x + real(5, 30), at.y + real(5, 30)});
        const auto neighbours = near(figure, 0);
        if (below(2) == 0) { // the new one yields
            MultiPolygon left = yieldingTo(figure, shapesOf(neighbours));
            if (areaOf(left) > 5)
                return drawEdit(measured(std::move(left)), 1, note("Draw nucleus"));
        }
        Edit edit = drawEdit(measured(figure), 2, note("Draw nucleus"));
        for (YieldedNeighbour& yielded : neighboursYielding(shapesOf(neighbours), figure))
            addYielded(edit, neighbours[yielded.index], measured(std::move(yielded.shape)), m_note);
        return edit;
    }
    Edit brush()
    {
        const StoredNucleus was = any();
        const bool add = below(2) == 0;
        BrushStroke stroke(was.record.shape, {add ? BrushMode::Add : BrushMode::Subtract, real(2, 8)},
            shapesOf(near(was.record.shape, was.row)));
        const Rect box = boundsOf(was.record.shape);
        for (std::size_t i = 0; i <= below(5); ++i)
            stroke.extend({static_cast<double>(box.x) + real(-5, static_cast<double>(box.width) + 5),
                static_cast<double>(box.y) + real(-5, static_cast<double>(box.height) + 5)});
        return correctEdit(was, measured(stroke.finished()), note("Brush"));
    }
    Edit split()
    {
        const StoredNucleus was = any();
        const Rect box = boundsOf(was.record.shape);
        const double y = static_cast<double>(box.y) + real(0.2, 0.8) * static_cast<double>(box.height);
        const std::array<Point, 3> stroke{Point{static_cast<double>(box.x) - 3, y + real(-3, 3)},
            Point{static_cast<double>(box.x + box.width / 2), y},
            Point{static_cast<double>(box.right()) + 3, y + real(-3, 3)}};
        std::vector<MeasuredShape> parts;
        for (MultiPolygon& part : cut(was.record.shape, stroke))
            parts.push_back(measured(std::move(part)));
        return splitEdit(was, std::move(parts), note("Split nucleus"));
    }
    Edit join()
    {
        const StoredNucleus one = any();
        for (const StoredNucleus& other : near(one.record.shape, one.row)) {
            const std::array both{one, other};
            const std::array shapes{one.record.shape, other.record.shape};
            if (auto joinedShape = joined(shapes))
                return joinEdit(both, measured(std::move(*joinedShape)), note("Join nuclei"));
        }
        return draw();
    }
    Edit vertex()
    {
        const StoredNucleus was = any();
        const MultiPolygon& shape = was.record.shape;
        const auto place = nearestVertex(shape, this->place(), 1e9);
        const Point at = *vertexAt(shape, *place), to{at.x + real(-6, 6), at.y + real(-6, 6)};
        const std::size_t kind = below(3);
        const auto changed = kind == 0 ? vertexMoved(shape, *place, to)
            : kind == 1                ? vertexInserted(shape, *place, to)
                                       : vertexDeleted(shape, *place);
        return changed ? correctEdit(was, measured(*changed), note("Move vertex")) : draw();
    }
    Edit batch()
    {
        const auto were = some(8);
        const std::size_t kind = below(4);
        std::vector<MeasuredShape> to;
        for (const StoredNucleus& was : were) {
            const MultiPolygon& shape = was.record.shape;
            to.push_back(measured(kind == 0 ? smoothed(shape)
                    : kind == 1             ? grown(shape, 1.5, shapesOf(near(shape, was.row)))
                    : kind == 2             ? grown(shape, -1)
                                            : holesFilled(shape)));
        }
        return correctEdit(were, std::move(to), note("Reshape nuclei"));
    }
    Edit accept()
    {
        std::vector<NucleusRow> rows;
        for (const StoredNucleus& one : some(6))
            if (one.record.origin == NucleusOrigin::Model)
                rows.push_back(one.row);
        return acceptEdit(std::move(rows), note("Accept nuclei"));
    }

    CaseReader& m_reader;
    std::mt19937 m_random;
    std::vector<NucleusRow> m_rows;
    EditNote m_note{"", "Ada", 0, "2018-03-01T09:30:00Z"};
};

/// Every field of everything that is present, as text.
inline std::string dumpOf(CaseDocument& document)
{
    const auto reader = CaseReader::open(document.path(), document.immutable());
    std::vector<std::string> lines;
    const auto number = [](double v) { return " " + std::to_string(v); };
    const auto shape = [&](const MultiPolygon& s) {
        std::string text;
        for (const Polygon& polygon : s) {
            text += " shell";
            for (const Point& p : polygon.shell)
                text += number(p.x) + number(p.y);
            for (const Ring& hole : polygon.holes) {
                text += " hole";
                for (const Point& p : hole)
                    text += number(p.x) + number(p.y);
            }
        }
        return text;
    };
    const auto rows = (*reader)->sorted("", false, {});
    for (const NucleusRow row : *rows) {
        const NucleusRecord n = **(*reader)->nucleus(row);
        std::string line(n.id.begin(), n.id.end());
        line += number(n.classId) + number(static_cast<int>(n.origin)) + number(static_cast<double>(n.run.value_or(0)))
            + n.modelHash + "|" + n.changedBy + "|" + n.changedAt + "|" + number(n.correctionSeconds) + n.name
            + number(n.locked) + n.extra + shape(n.shape) + " model" + shape(n.modelShape);
        for (const MeasurementColumn& column : measurementColumns())
            line += number(n.measurements.*column.member);
        lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text + contentsOf(document);
}

} // namespace nb::test
