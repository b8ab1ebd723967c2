// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/polygon.h"
#include "tests/support/casefixture.h"
#include "tests/support/windowbench.h"
#include "ui/casesession.h"
#include "ui/editing/editactions.h"
#include "ui/editing/editingcontroller.h"
#include "ui/editing/edittools.h"
#include "ui/editing/nucleuschoosing.h"
#include "ui/editing/regionediting.h"
#include "ui/nucleusselection.h"
#include "widgets/tooloverlay.h"

#include <cmath>
#include <map>

namespace nb::test
{

/// All present nuclei by id, as they lie in the case.
using Nuclei = std::map<Uuid, NucleusRecord>;

inline Nuclei nucleiOf(CaseSession& session)
{
    Nuclei nuclei;
    const auto reader = session.readerFactory()();
    if (!reader)
        return nuclei;
    const auto rows = (*reader)->sorted("", false, {});
    for (const NucleusRow row : rows ? *rows : std::vector<NucleusRow>())
        if (auto record = (*reader)->nucleus(row); record && *record)
            nuclei[(*record)->id] = **record;
    return nuclei;
}

inline bool same(const NucleusRecord& a, const NucleusRecord& b)
{
    return a.id == b.id && a.shape == b.shape && a.classId == b.classId && a.origin == b.origin;
}

/// How many of `before` are in `after` just as they were.
inline std::size_t untouched(const Nuclei& before, const Nuclei& after)
{
    std::size_t count = 0;
    for (const auto& [id, record] : before)
        count += after.contains(id) && same(record, after.at(id)) ? 1 : 0;
    return count;
}

inline double areaAt(const Nuclei& nuclei, const Point& at)
{
    for (const auto& [id, record] : nuclei)
        if (contains(record.shape, at))
            return areaOf(record.shape);
    return 0;
}

inline MultiPolygon shapeAt(const Nuclei& nuclei, const Point& at)
{
    for (const auto& [id, record] : nuclei)
        if (contains(record.shape, at))
            return record.shape;
    return {};
}

inline Uuid idAt(const Nuclei& nuclei, const Point& at)
{
    for (const auto& [id, record] : nuclei)
        if (contains(record.shape, at))
            return id;
    return {};
}

/// A window with a real case of 36 nuclei, and the hand's own events on it. `begin` and `end` are for a test's init and
/// cleanup.
class EditingFixture : public QObject
{
public:
    [[nodiscard]] CaseSession& session() const { return *m_bench->window->caseSession(); }
    [[nodiscard]] EditingController& editing() const { return m_bench->window->editing(); }
    [[nodiscard]] SlideCanvas& canvas() const { return m_bench->window->canvas(); }
    [[nodiscard]] QPoint at(const QPointF& level0) const { return canvas().view().toScreen(level0).toPoint(); }
    [[nodiscard]] QString said() const { return editing().overlay().text() + m_bench->banner(); }

    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_network = std::make_shared<FakeNetwork>();
        m_bench = std::make_unique<WindowBench>(m_network);
        static int number = 0; // each its own slide and so its own case
        m_bench->window->openFile(discsPng(*m_folder, QStringLiteral("discs.png"), 900 + 2 * ++number));
        QTRY_VERIFY(m_bench->window->segmentation().recipe());
        QTRY_VERIFY(m_bench->window->caseSession());
        QVERIFY(QTest::qWaitForWindowExposed(m_bench->window.get()));
        ViewTransform view = canvas().view();
        view.centre = {250, 250};
        view.scale = 2;
        canvas().setView(view);
        // The discs of the picture lie at 40 + 60n and are 24 x 20 large; most of them are in the case as "nuclei".
        std::vector<NucleusRecord> records;
        std::uint64_t id = 1;
        for (int y = 100; y <= 400; y += 60)
            for (int x = 100; x <= 400; x += 60) {
                NucleusRecord record = nucleus(id++, x, y, 11);
                record.origin = NucleusOrigin::Model;
                records.push_back(record);
            }
        put(records);
        canvas().setFocus();
    }

    void end()
    {
        m_bench.reset();
        m_folder.reset();
    }

    void put(std::vector<NucleusRecord> records)
    {
        Edit edit;
        edit.label = "Prepare";
        edit.putNuclei = std::move(records);
        bool done = false;
        session().apply(std::move(edit), this, [&](const Result<EditOutcome>& outcome) { done = outcome.ok(); });
        QTRY_VERIFY(done);
        QTRY_VERIFY(session().nuclei()->complete());
    }

    void settle()
    {
        QTRY_VERIFY(editing().idle() && session().thread().idle());
        QCoreApplication::processEvents();
        QTRY_VERIFY(editing().idle() && session().thread().idle());
    }

    void press(const QPointF& level0, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(&editing().overlay(), Qt::LeftButton, keys, at(level0));
    }

    void move(const QPointF& level0, Qt::KeyboardModifiers keys = {})
    {
        ToolOverlay& overlay = editing().overlay();
        QMouseEvent event(
            QEvent::MouseMove, at(level0), overlay.mapToGlobal(at(level0)), Qt::NoButton, Qt::LeftButton, keys);
        QCoreApplication::sendEvent(&overlay, &event);
    }

    void release(const QPointF& level0, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseRelease(&editing().overlay(), Qt::LeftButton, keys, at(level0));
    }

    void drag(const QList<QPointF>& way, Qt::KeyboardModifiers keys = {})
    {
        press(way.first(), keys);
        for (qsizetype i = 1; i < way.size(); ++i)
            for (int step = 1; step <= 8; ++step)
                move(way[i - 1] + (way[i] - way[i - 1]) * step / 8.0, keys);
        release(way.last(), keys);
        settle();
    }

    void click(const QPointF& level0, Qt::KeyboardModifiers keys = {})
    {
        press(level0, keys);
        release(level0, keys);
        settle();
    }

    void key(int key, Qt::KeyboardModifiers keys = {})
    {
        QTest::keyClick(&canvas(), static_cast<Qt::Key>(key), keys);
        settle();
    }

    /// The handles are those of the nucleus as it lies in the case now: they follow a change up to a tenth of a second
    /// later.
    void waitForHandles(const Point& in)
    {
        QTRY_VERIFY(!editing().tools().move.handles().empty()
            && editing().tools().move.handles().shape() == shapeAt(nucleiOf(session()), in));
    }

    /// The last step undone gives `before` again, redone `after`.
    void verifyUndoAndRedo(const Nuclei& before, const Nuclei& after)
    {
        key(Qt::Key_Z, Qt::ControlModifier);
        const Nuclei undone = nucleiOf(session());
        QCOMPARE(undone.size(), before.size());
        QCOMPARE(untouched(before, undone), before.size());
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        const Nuclei redone = nucleiOf(session());
        QCOMPARE(redone.size(), after.size());
        QCOMPARE(untouched(after, redone), after.size());
    }

protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FakeNetwork> m_network;
    std::unique_ptr<WindowBench> m_bench;
};

} // namespace nb::test
