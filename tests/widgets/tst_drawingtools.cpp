// SPDX-License-Identifier: GPL-3.0-or-later
// Tools that draw shapes and strokes: from the hand's events to shapes in slide pixels.
#include "tests/support/toolstage.h"
#include "widgets/brushtool.h"
#include "widgets/ellipsetool.h"
#include "widgets/freehandtool.h"
#include "widgets/jointool.h"
#include "widgets/knifetool.h"
#include "widgets/lassotool.h"
#include "widgets/polygontool.h"
#include "widgets/rectangletool.h"
#include "widgets/snaptool.h"
#include "widgets/wandtool.h"

#include <cmath>

using namespace nb;
using namespace nb::test;

namespace
{

QRectF boxOf(const QSignalSpy& spy)
{
    return spy.last().first().value<QPolygonF>().boundingRect();
}

} // namespace

class TestDrawingTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDragDrawsARectangle();
    void shiftMakesASquare();
    void onATurnedSlideARectangleIsUprightOnTheScreen();
    void anEllipseFillsItsBox();
    void aClickDrawsNoBox();
    void clicksAndADoubleClickDrawAPolygon();
    void enterClosesAndBackspaceTakesBack();
    void aPolygonIsClosedByItsFirstPoint();
    void aDragWithThePolygonIsFreehand();
    void anUnfinishedPolygonSurvivesPanningAndZooming();
    void escapeGivesAPolygonUp();
    void freehandIsClosedByLettingGo();
    void knifeJoinSnapAndLassoTellStrokesAndClicks_data();
    void knifeJoinSnapAndLassoTellStrokesAndClicks();
    void escapeGivesAStrokeUp();
    void theBrushKeepsItsSizeOnTheScreen();
    void theBrushsKeysAreQuPaths();
    void altAndWheelSizeTheBrushAndTheWheelAloneZooms();
    void escapeAbandonsABrushStroke();
    void theWandTakesControlForExact();
    void everyToolHasANameAndAHint();
};

void TestDrawingTools::aDragDrawsARectangle()
{
    ToolStage stage;
    RectangleTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &BoxTool::drawn);
    const ViewTransform before = stage.canvas.view();
    stage.drag({{100, 100}, {150, 120}, {200, 150}});
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(drawn.last().first().value<QPolygonF>().size(), 4);
    QCOMPARE(boxOf(drawn), QRectF(1800, 1800, 200, 100));
    QCOMPARE(stage.canvas.view(), before);
    QVERIFY(!tool.busy());
}

void TestDrawingTools::shiftMakesASquare()
{
    ToolStage stage;
    RectangleTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &BoxTool::drawn);
    stage.drag({{200, 200}, {150, 180}, {100, 170}}, Qt::ShiftModifier);
    QCOMPARE(boxOf(drawn), QRectF(1800, 1800, 200, 200));
}

void TestDrawingTools::onATurnedSlideARectangleIsUprightOnTheScreen()
{
    ToolStage stage;
    stage.canvas.rotateBy(30);
    RectangleTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &BoxTool::drawn);
    stage.drag({{100, 100}, {200, 150}});
    const QRectF box = stage.canvas.view().slideToScreen().map(drawn.last().first().value<QPolygonF>()).boundingRect();
    QVERIFY(std::abs(box.width() - 100) < 0.01 && std::abs(box.height() - 50) < 0.01);
}

void TestDrawingTools::anEllipseFillsItsBox()
{
    ToolStage stage;
    EllipseTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &BoxTool::drawn);
    stage.drag({{100, 100}, {200, 150}});
    const auto ring = drawn.last().first().value<QPolygonF>();
    QVERIFY(ring.size() >= 12);
    for (const QPointF& p : ring)
        QVERIFY(std::abs(std::hypot((p.x() - 1900) / 100, (p.y() - 1850) / 50) - 1) < 1e-6);
}

void TestDrawingTools::aClickDrawsNoBox()
{
    ToolStage stage;
    EllipseTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &BoxTool::drawn);
    stage.click({100, 100});
    QCOMPARE(drawn.size(), 0);
}

void TestDrawingTools::clicksAndADoubleClickDrawAPolygon()
{
    ToolStage stage;
    PolygonTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &PolygonTool::drawn);
    stage.click({100, 100});
    stage.click({200, 100});
    stage.click({200, 200});
    QCOMPARE(drawn.size(), 0);
    stage.doubleClick({100, 200});
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(drawn.last().first().value<QPolygonF>(),
        QPolygonF({QPointF(1800, 1800), QPointF(2000, 1800), QPointF(2000, 2000), QPointF(1800, 2000)}));
}

void TestDrawingTools::enterClosesAndBackspaceTakesBack()
{
    ToolStage stage;
    PolygonTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &PolygonTool::drawn);
    for (const QPoint& p : {QPoint(100, 100), QPoint(200, 100), QPoint(210, 210), QPoint(200, 200)}) {
        stage.click(p);
        if (p == QPoint(210, 210))
            QTest::keyClick(&stage.canvas, Qt::Key_Backspace);
    }
    QTest::keyClick(&stage.canvas, Qt::Key_Return);
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(drawn.last().first().value<QPolygonF>().size(), 3);
}

void TestDrawingTools::aPolygonIsClosedByItsFirstPoint()
{
    ToolStage stage;
    PolygonTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &PolygonTool::drawn);
    for (const QPoint& p : {QPoint(100, 100), QPoint(200, 100), QPoint(200, 200), QPoint(102, 101)})
        stage.click(p);
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(drawn.last().first().value<QPolygonF>().size(), 3);
}

void TestDrawingTools::aDragWithThePolygonIsFreehand()
{
    ToolStage stage;
    PolygonTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &PolygonTool::drawn);
    stage.drag({{100, 100}, {200, 100}, {200, 200}, {100, 200}});
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(boxOf(drawn), QRectF(1800, 1800, 200, 200));
}

void TestDrawingTools::anUnfinishedPolygonSurvivesPanningAndZooming()
{
    ToolStage stage;
    PolygonTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &PolygonTool::drawn);
    stage.click({100, 100});
    stage.click({200, 100});
    const ViewTransform before = stage.canvas.view();
    QTest::keyPress(&stage.canvas, Qt::Key_Space); // held: the hand moves the slide
    QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(&stage.canvas, {280, 300});
    QTest::mouseMove(&stage.canvas, {250, 300});
    QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, {250, 300});
    QTest::keyRelease(&stage.canvas, Qt::Key_Space);
    QVERIFY(stage.canvas.view() != before);
    stage.canvas.zoomBy(2);
    QCOMPARE(tool.points().size(), 2);
    QCOMPARE(tool.points().first(), QPointF(1800, 1800));
    stage.click({200, 300});
    QTest::keyClick(&stage.canvas, Qt::Key_Return);
    QCOMPARE(drawn.size(), 1);
}

void TestDrawingTools::escapeGivesAPolygonUp()
{
    ToolStage stage;
    PolygonTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy drawn(&tool, &PolygonTool::drawn);
    for (const QPoint& p : {QPoint(100, 100), QPoint(200, 100), QPoint(200, 200)})
        stage.click(p);
    QVERIFY(tool.busy());
    QTest::keyClick(&stage.canvas, Qt::Key_Escape);
    QVERIFY(!tool.busy());
    QTest::keyClick(&stage.canvas, Qt::Key_Return);
    QCOMPARE(drawn.size(), 0);
}

void TestDrawingTools::freehandIsClosedByLettingGo()
{
    ToolStage stage;
    FreehandTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy stroked(&tool, &StrokeTool::stroked);
    stage.drag({{100, 100}, {200, 100}, {200, 200}, {100, 200}});
    QCOMPARE(stroked.size(), 1);
    QCOMPARE(stroked.last().first().value<QPolygonF>().size(), 4);
}

void TestDrawingTools::knifeJoinSnapAndLassoTellStrokesAndClicks_data()
{
    QTest::addColumn<QSharedPointer<StrokeTool>>("tool");
    QTest::newRow("knife") << QSharedPointer<StrokeTool>(new KnifeTool);
    QTest::newRow("join") << QSharedPointer<StrokeTool>(new JoinTool);
    QTest::newRow("snap") << QSharedPointer<StrokeTool>(new SnapTool);
    QTest::newRow("lasso") << QSharedPointer<StrokeTool>(new LassoTool);
}

void TestDrawingTools::knifeJoinSnapAndLassoTellStrokesAndClicks()
{
    QFETCH(QSharedPointer<StrokeTool>, tool);
    ToolStage stage;
    stage.overlay.setTool(tool.data());
    QSignalSpy stroked(tool.data(), &StrokeTool::stroked);
    QSignalSpy clicked(tool.data(), &StrokeTool::clicked);
    stage.drag({{100, 100}, {150, 130}, {200, 100}}, Qt::ShiftModifier);
    QCOMPARE(stroked.size(), 1);
    QCOMPARE(stroked.last().at(0).value<QPolygonF>(),
        QPolygonF({QPointF(1800, 1800), QPointF(1900, 1860), QPointF(2000, 1800)}));
    QCOMPARE(stroked.last().at(1).value<Qt::KeyboardModifiers>(), Qt::KeyboardModifiers(Qt::ShiftModifier));
    stage.drag({{100, 100}, {101, 101}}); // an unsteady click
    QCOMPARE(stroked.size(), 1);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.last().at(0).toPointF(), QPointF(1800, 1800));
}

void TestDrawingTools::escapeGivesAStrokeUp()
{
    ToolStage stage;
    KnifeTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy stroked(&tool, &StrokeTool::stroked);
    stage.press({100, 100});
    stage.move({150, 100});
    QTest::keyClick(&stage.canvas, Qt::Key_Escape);
    stage.move({200, 100});
    stage.release({200, 100});
    QCOMPARE(stroked.size(), 0);
}

void TestDrawingTools::theBrushKeepsItsSizeOnTheScreen()
{
    ToolStage stage;
    BrushTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy began(&tool, &PaintTool::began);
    stage.click({100, 100});
    QCOMPARE(began.last().at(1).value<PaintMode>().radius, 50.0); // 25 screen pixels
    stage.canvas.zoomBy(4);
    stage.click({100, 100});
    QCOMPARE(began.last().at(1).value<PaintMode>().radius, 12.5);
}

void TestDrawingTools::theBrushsKeysAreQuPaths()
{
    ToolStage stage;
    BrushTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy began(&tool, &PaintTool::began), moved(&tool, &PaintTool::moved), ended(&tool, &PaintTool::ended);
    const auto modeWith = [&](Qt::KeyboardModifiers keys) {
        stage.drag({{100, 100}, {150, 100}}, keys);
        return began.last().at(1).value<PaintMode>();
    };
    const PaintMode plain = modeWith({});
    QVERIFY(!plain.subtract && !plain.extend && !plain.overNeighbours);
    QVERIFY(modeWith(Qt::AltModifier).subtract);
    QVERIFY(modeWith(Qt::ShiftModifier).extend);
    QVERIFY(modeWith(Qt::ShiftModifier | Qt::ControlModifier).overNeighbours);
    QCOMPARE(began.size(), 4);
    QCOMPARE(ended.size(), 4);
    QCOMPARE(moved.last().first().toPointF(), stage.slide({150, 100}));
}

void TestDrawingTools::altAndWheelSizeTheBrushAndTheWheelAloneZooms()
{
    ToolStage stage;
    BrushTool tool;
    stage.overlay.setTool(&tool);
    const auto wheel = [&](Qt::KeyboardModifiers keys) {
        const QPoint at(200, 200);
        QWheelEvent event(
            at, stage.overlay.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event); // only a hand's wheel goes on to the parent
        qApp->notify(&stage.overlay, &event); // sendEvent would make it a program's
    };
    const double scale = stage.canvas.view().scale;
    wheel(Qt::AltModifier);
    QVERIFY(tool.diameter() > BrushTool::kUsualDiameter);
    QCOMPARE(stage.canvas.view().scale, scale);
    const double diameter = tool.diameter();
    wheel({});
    QVERIFY(stage.canvas.view().scale > scale);
    QCOMPARE(tool.diameter(), diameter);
}

void TestDrawingTools::escapeAbandonsABrushStroke()
{
    ToolStage stage;
    BrushTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy ended(&tool, &PaintTool::ended), abandoned(&tool, &PaintTool::abandoned);
    stage.press({100, 100});
    stage.move({150, 100});
    QTest::keyClick(&stage.canvas, Qt::Key_Escape);
    stage.release({150, 100});
    QCOMPARE(abandoned.size(), 1);
    QCOMPARE(ended.size(), 0);
}

void TestDrawingTools::theWandTakesControlForExact()
{
    ToolStage stage;
    WandTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy began(&tool, &PaintTool::began);
    stage.drag({{100, 100}, {150, 100}}, Qt::ControlModifier);
    QVERIFY(began.last().at(1).value<PaintMode>().exact);
}

void TestDrawingTools::everyToolHasANameAndAHint()
{
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
    ToolStage stage;
    for (CanvasTool* tool : std::initializer_list<CanvasTool*>{
             &rectangle, &ellipse, &polygon, &freehand, &brush, &wand, &knife, &join, &snap, &lasso}) {
        QVERIFY(!tool->name().isEmpty());
        stage.overlay.setTool(tool);
        QCOMPARE(stage.overlay.text(), tool->hint());
        QVERIFY(!stage.overlay.text().isEmpty());
        QCOMPARE(stage.overlay.accessibleDescription(), tool->hint());
    }
}

QTEST_MAIN(TestDrawingTools)
#include "tst_drawingtools.moc"
