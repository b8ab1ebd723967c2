// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casereader.h"
#include "widgets/selectionlayer.h"

#include <QObject>
#include <QPointer>
#include <QPolygonF>
#include <QTimer>

#include <functional>

namespace nb
{

class CaseLookup;
class CaseSession;
class NucleusSelection;
class SlideCanvas;

/// From what the hand points at to which nuclei are chosen, and back onto the canvas: the chosen ones are drawn, a
/// single one gives its outline for handles. Looks up on a worker; answers that have become old are dropped.
class NucleusChoosing : public QObject
{
    Q_OBJECT

public:
    NucleusChoosing(SlideCanvas& canvas, NucleusSelection& selection, QObject* parent = nullptr);
    ~NucleusChoosing() override;

    void setCase(CaseSession* session, CaseLookup* lookup); ///< null: no case

    /// The nucleus at a place: alone, or with Ctrl or Alt in or out.
    void pick(const QPointF& level0, Qt::KeyboardModifiers modifiers);
    /// Of several nuclei at a place the next, from the smallest up.
    void climb(const QPointF& level0);
    void sweep(const QPolygonF& level0, Qt::KeyboardModifiers modifiers); ///< all that the stroke runs over
    /// All whose middle lies in the shape; Shift adds, Alt takes away.
    void within(const MultiPolygon& shape, Qt::KeyboardModifiers modifiers);
    void filtered(const NucleusFilter& filter); ///< an empty filter: all

    [[nodiscard]] SelectionLayer& layer() { return m_layer; }
    /// More chosen ones in view are drawn as dots.
    static constexpr std::size_t kMostShapes = 2000;

Q_SIGNALS:
    void missed(const QPointF& level0); ///< a click, and no nucleus there
    void missedTwice(const QPointF& level0); ///< a double click, and no nucleus there
    void handlesChanged(const nb::MultiPolygon& shape); ///< of the single chosen nucleus; else empty
    void selected(); ///< a person's choice has arrived in the selection
    void failed(const nb::Error& error);

private:
    using Rows = std::vector<NucleusRow>;
    void take(const Rows& rows, Qt::KeyboardModifiers modifiers);
    template <class Work> void choose(Work work, Qt::KeyboardModifiers modifiers);
    void show();
    void showRows(const Rows& rows);
    void showPlaces();
    void showInView();

    SlideCanvas& m_canvas;
    NucleusSelection& m_selection;
    QPointer<CaseSession> m_session;
    QPointer<CaseLookup> m_lookup;
    SelectionLayer m_layer;
    quint64 m_shown = 0; ///< counts what was asked for to be drawn; older answers are dropped
    QTimer m_viewRests;
    std::vector<std::pair<NucleusRow, Point>> m_places; ///< of many chosen ones
};

} // namespace nb
