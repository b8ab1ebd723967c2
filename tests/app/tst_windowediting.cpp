// SPDX-License-Identifier: GPL-3.0-or-later
// A session of corrections on a real slide with the real model: 50 nuclei, each by the gesture that a person would
// use, with the mouse's and the keys' own events.
#include "app/window/composition.h"
#include "engine/geometry/polygon.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/casesession.h"
#include "ui/editing/editingcontroller.h"
#include "ui/editing/edittools.h"
#include "ui/nucleusselection.h"
#include "widgets/tooloverlay.h"

#include <QElapsedTimer>

using namespace nb;
using namespace nb::test;

namespace
{

constexpr double kScale = 4; // screen pixels per slide pixel while correcting
constexpr double kHandleScale = 16; // there is room even for the handles of an outline with a point on each pixel edge

/// A nucleus as the model found it, and its long axis' direction is not needed: strokes run over its box.
struct Found {
    MultiPolygon shape;
    QPointF middle;
    QRectF box;
};

} // namespace

class TestWindowEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiftyNucleiAreCorrectedByHandAndUndone();

private:
    [[nodiscard]] CaseSession& session() const { return *m_bench->window->caseSession(); }
    [[nodiscard]] EditingController& editing() const { return m_bench->window->editing(); }
    [[nodiscard]] SlideCanvas& canvas() const { return m_bench->window->canvas(); }
    [[nodiscard]] QPoint at(const QPointF& level0) const { return canvas().view().toScreen(level0).toPoint(); }
    void look(const QPointF& level0, double scale = kScale);
    void settle();
    void key(Qt::Key key);
    void drag(const QPointF& from, const QPointF& to);
    void click(const QPointF& level0);
    void picture(const char* name);
    [[nodiscard]] std::vector<Found> found(const Rect& area);
    [[nodiscard]] std::int64_t count();
    [[nodiscard]] int steps() const;

    std::unique_ptr<WindowBench> m_bench;
};

void TestWindowEditing::look(const QPointF& level0, double scale)
{
    ViewTransform view = canvas().view();
    view.centre = level0;
    view.scale = scale;
    canvas().setView(view);
}

void TestWindowEditing::settle()
{
    for (int i = 0; i < 2; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(editing().idle() && session().thread().idle(), 30000);
        QCoreApplication::processEvents();
    }
}

void TestWindowEditing::key(Qt::Key key)
{
    QTest::keyClick(&canvas(), key);
    settle();
}

void TestWindowEditing::drag(const QPointF& from, const QPointF& to)
{
    ToolOverlay& overlay = editing().overlay();
    QTest::mousePress(&overlay, Qt::LeftButton, {}, at(from));
    for (int step = 1; step <= 10; ++step)
        QTest::mouseMove(&overlay, at(from + (to - from) * step / 10.0));
    QTest::mouseRelease(&overlay, Qt::LeftButton, {}, at(to));
    settle();
}

void TestWindowEditing::click(const QPointF& level0)
{
    QTest::mouseClick(&editing().overlay(), Qt::LeftButton, {}, at(level0));
    settle();
}

/// For eyes: where NB_SCREENSHOTS names a folder.
void TestWindowEditing::picture(const char* name)
{
    const QString folder = qEnvironmentVariable("NB_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(canvas().settled(), 30000);
    QVERIFY(m_bench->window->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name))));
}

std::vector<Found> TestWindowEditing::found(const Rect& area)
{
    std::vector<Found> nuclei;
    const auto reader = session().readerFactory()();
    if (!reader)
        return nuclei;
    const Status visited = (*reader)->visit(area, 0, [&](const NucleusGlance& glance) {
        const Rect box = boundsOf(glance.shape);
        const Point middle = centroid(glance.shape.front().shell);
        if (area.contains(box) && box.width >= 12 && box.height >= 12 && contains(glance.shape, middle))
            nuclei.push_back({glance.shape, {middle.x, middle.y},
                QRectF(static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.width),
                    static_cast<double>(box.height))});
        return true;
    });
    return visited ? nuclei : std::vector<Found>();
}

std::int64_t TestWindowEditing::count()
{
    const auto reader = session().readerFactory()();
    const auto number = reader ? (*reader)->count() : Result<std::int64_t>(reader.error());
    return number ? *number : -1;
}

int TestWindowEditing::steps() const
{
    return static_cast<int>(std::count_if(session().history().begin(), session().history().end(),
        [](const HistoryEntry& entry) { return entry.applied; }));
}

void TestWindowEditing::fiftyNucleiAreCorrectedByHandAndUndone()
{
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    m_bench = std::make_unique<WindowBench>(Composition().services().loadNetwork);
    MainWindow& window = *m_bench->window;
    window.openFile(QString::fromStdString(sharedPath("slides/CMU-1-Small-Region.svs")));
    QTRY_VERIFY_WITH_TIMEOUT(window.segmentation().recipe() && window.caseSession(), 60000);
    canvas().fitTo(QRectF(600, 900, 900, 700));
    window.actions().segmentView->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle() && session().nuclei()->size() > 60, 120000);
    settle();
    picture("0-found");
    const std::vector<Found> nuclei = found({600, 900, 900, 700});
    QVERIFY2(nuclei.size() >= 50, qPrintable(QString::number(nuclei.size())));
    const std::int64_t before = count();
    const int stepsBefore = steps();
    canvas().setFocus();
    QElapsedTimer clock;
    clock.start();

    int corrected = 0;
    std::int64_t expected = before;
    const auto done = [&](int more) {
        expected += more;
        ++corrected;
        QVERIFY2(steps() == stepsBefore + corrected,
            qPrintable(QStringLiteral("gesture %1: %2").arg(corrected).arg(editing().overlay().text())));
        QCOMPARE(count(), expected);
    };
    for (std::size_t i = 0; i < 50; ++i) {
        const Found& nucleus = nuclei[i];
        look(nucleus.middle, i < 40 ? kScale : kHandleScale);
        QTRY_VERIFY_WITH_TIMEOUT(canvas().settled(), 30000);
        if (i < 14) { // a false one: one click, one key
            click(nucleus.middle);
            if (i == 0)
                picture("1-selected");
            key(Qt::Key_Delete);
            done(-1);
        } else if (i < 28) { // a merged pair: one stroke
            key(Qt::Key_K);
            drag({nucleus.middle.x(), nucleus.box.top() - 4}, {nucleus.middle.x(), nucleus.box.bottom() + 4});
            if (i == 14)
                picture("2-split");
            done(1);
        } else if (i < 40) { // too small: the brush
            key(Qt::Key_B);
            drag(nucleus.middle, {nucleus.box.right(), nucleus.middle.y()});
            if (i == 28)
                picture("3-brushed");
            done(0);
        } else { // a point out of place
            key(Qt::Key_M);
            click(nucleus.middle);
            QTRY_VERIFY(editing().tools().move.handles().shown(canvas().view()));
            const QPointF point = editing().tools().move.handles().at({0, 0, 0});
            const QPointF away = point - nucleus.middle;
            if (i == 40)
                picture("4-handles");
            drag(point, point + 3 * away / std::hypot(away.x(), away.y()));
            done(0);
        }
        if (QTest::currentTestFailed())
            return;
    }
    // Those that were deleted are missed now: one click each finds them again by the model's maps.
    for (std::size_t i = 0; i < 5; ++i) {
        look(nuclei[i].middle);
        key(Qt::Key_T);
        click(nuclei[i].middle);
        if (i == 0)
            picture("5-snapped");
        done(1);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d nuclei corrected in %.1f s", corrected, static_cast<double>(clock.elapsed()) / 1000);
    canvas().fitTo(QRectF(600, 900, 900, 700));
    picture("6-corrected");
    for (int i = 0; i < corrected; ++i)
        session().undo();
    settle();
    QCOMPARE(count(), before);
    const std::vector<Found> after = found({600, 900, 900, 700});
    QCOMPARE(after.size(), nuclei.size());
    for (const Found& nucleus : nuclei)
        QVERIFY(
            std::any_of(after.begin(), after.end(), [&](const Found& other) { return other.shape == nucleus.shape; }));
}

int main(int argc, char** argv)
{
    return runWindowTest<TestWindowEditing>(argc, argv);
}
#include "tst_windowediting.moc"
