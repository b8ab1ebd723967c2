// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/nucleuschoosing.h"

#include "engine/geometry/polygon.h"
#include "ui/casesession.h"
#include "ui/editing/caselookup.h"
#include "ui/editing/strokehits.h"
#include "ui/nucleusselection.h"
#include "widgets/shapepath.h"
#include "widgets/slidecanvas.h"

#include <algorithm>

namespace nb
{

namespace
{

constexpr int kRestMs = 80;
constexpr std::size_t kMostPlaces = 200000; // of more chosen ones only those in view are looked for
constexpr std::size_t kMostInView = 5000;

Point pointOf(const QPointF& p)
{
    return {p.x(), p.y()};
}

Rect rectOf(const QRectF& slide)
{
    const QRect r = slide.toAlignedRect();
    return {r.x(), r.y(), r.width(), r.height()};
}

/// Chosen nuclei as they are now. After an undo another version of a nucleus is there: it stays chosen.
struct Present {
    std::vector<NucleusRow> rows;
    std::vector<MultiPolygon> shapes;
};

Result<Present> presentOf(CaseReader& reader, const std::vector<NucleusRow>& rows)
{
    Present present;
    for (const NucleusRow row : rows) {
        auto record = reader.nucleus(row);
        if (!record)
            return record.error();
        if (!*record)
            continue;
        const auto current = reader.rowOf((*record)->id);
        if (!current)
            return current.error();
        if (!*current)
            continue;
        if (**current != row) {
            record = reader.nucleus(**current);
            if (!record)
                return record.error();
            if (!*record)
                continue;
        }
        present.rows.push_back(**current);
        present.shapes.push_back(std::move((*record)->shape));
    }
    return present;
}

} // namespace

NucleusChoosing::NucleusChoosing(SlideCanvas& canvas, NucleusSelection& selection, QObject* parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_selection(selection)
{
    m_viewRests.setSingleShot(true);
    m_viewRests.setInterval(kRestMs);
    connect(&m_viewRests, &QTimer::timeout, this, &NucleusChoosing::showInView);
    connect(&selection, &NucleusSelection::changed, this, &NucleusChoosing::show);
    connect(&canvas, &SlideCanvas::viewChanged, this, [this] {
        if (m_selection.size() > kMostShapes)
            m_viewRests.start();
    });
    canvas.addLayer(&m_layer);
}

NucleusChoosing::~NucleusChoosing() = default;

void NucleusChoosing::setCase(CaseSession* session, CaseLookup* lookup)
{
    m_session = session;
    m_lookup = lookup;
    m_places.clear();
    if (session)
        connect(session, &CaseSession::changed, this, &NucleusChoosing::show);
    show();
}

void NucleusChoosing::take(const Rows& rows, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ShiftModifier)
        m_selection.add(rows);
    else if (modifiers & Qt::AltModifier)
        m_selection.remove(rows);
    else
        m_selection.set(rows);
    Q_EMIT selected();
}

template <class Work> void NucleusChoosing::choose(Work work, Qt::KeyboardModifiers modifiers)
{
    if (!m_lookup)
        return;
    m_lookup->ask(this, std::move(work), [this, modifiers](const Result<Rows>& rows) {
        if (rows)
            take(*rows, modifiers);
        else
            Q_EMIT failed(rows.error());
    });
}

void NucleusChoosing::pick(const QPointF& level0, Qt::KeyboardModifiers modifiers)
{
    if (!m_lookup)
        return;
    m_lookup->ask(
        this, [at = pointOf(level0)](CaseReader& reader) { return reader.at(at); },
        [this, level0, modifiers](const Result<std::optional<NucleusRow>>& row) {
            if (!row) {
                Q_EMIT failed(row.error());
                return;
            }
            if (*row && (modifiers & (Qt::ControlModifier | Qt::AltModifier)))
                m_selection.toggle(**row);
            else if (*row)
                take({**row}, modifiers);
            else if (!(modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier)))
                take({}, {});
            if (!*row)
                Q_EMIT missed(level0);
        });
}

void NucleusChoosing::climb(const QPointF& level0)
{
    if (!m_lookup)
        return;
    const auto work = [at = pointOf(level0)](CaseReader& reader) -> Result<Rows> {
        std::vector<std::pair<double, NucleusRow>> there;
        const Status visited = reader.visit(
            {static_cast<std::int64_t>(at.x), static_cast<std::int64_t>(at.y), 1, 1}, 0, [&](const NucleusGlance& n) {
                if (contains(n.shape, at))
                    there.emplace_back(areaOf(n.shape), n.row);
                return true;
            });
        if (!visited)
            return visited.error();
        std::sort(there.begin(), there.end());
        Rows rows;
        for (const auto& [area, row] : there)
            rows.push_back(row);
        return rows;
    };
    m_lookup->ask(this, work, [this, level0](const Result<Rows>& rows) {
        if (!rows) {
            Q_EMIT failed(rows.error());
        } else if (rows->empty()) {
            Q_EMIT missedTwice(level0);
        } else if (rows->size() > 1) {
            const auto single = m_selection.single();
            const auto found = single ? std::find(rows->begin(), rows->end(), *single) : rows->end();
            take({found == rows->end() || found + 1 == rows->end() ? rows->front() : *(found + 1)}, {});
        }
    });
}

void NucleusChoosing::sweep(const QPolygonF& level0, Qt::KeyboardModifiers modifiers)
{
    const auto work = [stroke = ringOf(level0)](CaseReader& reader) -> Result<Rows> {
        Rows rows;
        const Status visited = reader.visit(boundsOf(stroke).grown(1), 0, [&](const NucleusGlance& nucleus) {
            if (meets(nucleus.shape, stroke))
                rows.push_back(nucleus.row);
            return true;
        });
        if (!visited)
            return visited.error();
        return rows;
    };
    // Alt is what makes a drag a sweep; it does not take away here.
    choose(work, (modifiers & Qt::ControlModifier) ? Qt::AltModifier : Qt::ShiftModifier);
}

void NucleusChoosing::within(const MultiPolygon& shape, Qt::KeyboardModifiers modifiers)
{
    choose([shape](CaseReader& reader) { return reader.within(shape); }, modifiers);
}

void NucleusChoosing::filtered(const NucleusFilter& filter)
{
    choose([filter](CaseReader& reader) { return reader.sorted("", false, filter); }, {});
}

void NucleusChoosing::show()
{
    ++m_shown;
    m_viewRests.stop();
    if (!m_lookup || m_selection.empty()) {
        m_places.clear();
        m_layer.setShapes({});
        Q_EMIT handlesChanged({});
        return;
    }
    if (m_selection.size() <= kMostShapes)
        return showRows(m_selection.rows());
    Q_EMIT handlesChanged({});
    if (m_selection.size() <= kMostPlaces)
        return showPlaces();
    m_places.clear();
    showInView();
}

void NucleusChoosing::showRows(const Rows& rows)
{
    m_lookup->ask(
        this, [rows](CaseReader& reader) { return presentOf(reader, rows); },
        [this, shown = m_shown, all = rows.size() == m_selection.size()](Result<Present> present) {
            if (shown != m_shown)
                return;
            if (!present) {
                Q_EMIT failed(present.error());
                return;
            }
            std::sort(present->rows.begin(), present->rows.end()); // shapes are drawn in any order
            if (all && present->rows != m_selection.rows())
                return m_selection.set(present->rows); // which shows them
            if (m_selection.size() <= kMostShapes)
                Q_EMIT handlesChanged(
                    m_selection.size() == 1 && !present->shapes.empty() ? present->shapes.front() : MultiPolygon());
            m_layer.setShapes(std::move(present->shapes));
        });
}

void NucleusChoosing::showPlaces()
{
    m_lookup->ask(
        this, [rows = m_selection.rows()](CaseReader& reader) { return reader.lines(rows); },
        [this, shown = m_shown](const Result<std::vector<NucleusLine>>& lines) {
            if (shown != m_shown || !lines)
                return;
            m_places.clear();
            for (const NucleusLine& line : *lines)
                m_places.emplace_back(line.row, line.centre);
            showInView();
        });
}

void NucleusChoosing::showInView()
{
    if (!m_lookup || !m_session || m_selection.size() <= kMostShapes)
        return;
    ++m_shown;
    const QRectF seen = m_canvas.view().visibleSlide();
    if (!m_places.empty()) {
        Rows rows;
        for (const auto& [row, at] : m_places)
            if (rows.size() <= kMostShapes && seen.contains(at.x, at.y))
                rows.push_back(row);
        if (rows.size() <= kMostShapes)
            return showRows(rows);
        QPolygonF dots;
        for (const auto& [row, at] : m_places)
            dots.append({at.x, at.y});
        return m_layer.setDots(std::move(dots));
    }
    if (m_session->nuclei()->countNear(rectOf(seen)) > kMostInView)
        return m_layer.setShapes({}); // so many cannot be told apart; how many they are is said elsewhere
    m_lookup->ask(
        this,
        [area = rectOf(seen), rows = m_selection.rows()](CaseReader& reader) -> Result<std::vector<MultiPolygon>> {
            std::vector<MultiPolygon> shapes;
            const Status visited = reader.visit(area, 0, [&](const NucleusGlance& nucleus) {
                if (std::binary_search(rows.begin(), rows.end(), nucleus.row))
                    shapes.push_back(nucleus.shape);
                return true;
            });
            if (!visited)
                return visited.error();
            return shapes;
        },
        [this, shown = m_shown](Result<std::vector<MultiPolygon>> shapes) {
            if (shown == m_shown && shapes)
                m_layer.setShapes(std::move(*shapes));
        });
}

} // namespace nb
