// SPDX-License-Identifier: GPL-3.0-or-later
// Moving, choosing and taking vertices; and what the overlay leaves to the canvas.
#include "tests/support/toolstage.h"
#include "widgets/lassotool.h"
#include "widgets/movetool.h"
#include "widgets/outlinelayer.h"
#include "widgets/regionlayer.h"
#include "widgets/selectionlayer.h"

using namespace nb;
using namespace nb::test;

namespace
{

/// A square whose corners are at (150, 150) and (250, 250) on the stage's screen.
MultiPolygon square()
{
    return {Polygon{{{1900, 1900}, {2100, 1900}, {2100, 2100}, {1900, 2100}}, {}}};
}

} // namespace

class TestMoveTool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDragPansAndPicksNothing();
    void aClickPicks();
    void altAndADragSweep();
    void aDoubleClickClimbs();
    void aHandleIsDraggedAndTheSlideStays();
    void escapePutsADraggedVertexBack();
    void aDoubleClickOnTheLineInsertsAVertex();
    void verticesAreReachedByKeyboard();
    void withoutHandlesTheKeysAreTheCanvases();
    void handlesThatAreTooDenseAreNotShown();
    void theHandGoesOnWhenAnEarlierChangeArrives();
    void spaceAndMiddleButtonPanUnderEveryTool();
    void aHeldKeyLendsAToolAndGivesItBack();
    void aNoteTakesTheHintsPlace();
    void theSelectionIsSeenWithoutColour();
    void aChosenNucleusKeepsTheColourOfItsClass();
    void regionsAreDrawnWithTheirNames();
};

void TestMoveTool::aDragPansAndPicksNothing()
{
    ToolStage stage;
    MoveTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy picked(&tool, &MoveTool::picked);
    QTest::mousePress(&stage.canvas, Qt::LeftButton, {}, {100, 100}); // what the overlay lets go on to it
    QTest::mouseMove(&stage.canvas, {120, 100});
    QTest::mouseMove(&stage.canvas, {160, 100});
    QTest::mouseRelease(&stage.canvas, Qt::LeftButton, {}, {160, 100});
    QCOMPARE(stage.canvas.view().centre, QPointF(1880, 2000));
    QCOMPARE(picked.size(), 0);
    stage.drag({{100, 100}, {130, 100}, {160, 100}});
    QCOMPARE(stage.canvas.view().centre, QPointF(1760, 2000));
    QCOMPARE(picked.size(), 0);
}

void TestMoveTool::aClickPicks()
{
    ToolStage stage;
    MoveTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy picked(&tool, &MoveTool::picked);
    stage.click({100, 100}, Qt::ControlModifier);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.last().at(0).toPointF(), QPointF(1800, 1800));
    QVERIFY(picked.last().at(1).value<Qt::KeyboardModifiers>() & Qt::ControlModifier);
    stage.click({120, 100}, Qt::AltModifier);
    QCOMPARE(picked.size(), 2);
}

void TestMoveTool::altAndADragSweep()
{
    ToolStage stage;
    MoveTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy swept(&tool, &MoveTool::swept);
    const ViewTransform before = stage.canvas.view();
    stage.drag({{100, 100}, {150, 100}, {200, 100}}, Qt::AltModifier);
    QCOMPARE(swept.size(), 1);
    QCOMPARE(swept.last().first().value<QPolygonF>().size(), 3);
    QCOMPARE(stage.canvas.view(), before);
}

void TestMoveTool::aDoubleClickClimbs()
{
    ToolStage stage;
    MoveTool tool;
    stage.overlay.setTool(&tool);
    QSignalSpy climbed(&tool, &MoveTool::climbed);
    stage.doubleClick({100, 100});
    QCOMPARE(climbed.size(), 1);
}

void TestMoveTool::aHandleIsDraggedAndTheSlideStays()
{
    ToolStage stage;
    MoveTool tool;
    stage.overlay.setTool(&tool);
    tool.setHandles(square());
    QSignalSpy moved(&tool, &MoveTool::vertexMoved);
    const ViewTransform before = stage.canvas.view();
    stage.drag({{250, 152}, {260, 150}, {270, 142}}); // taken two pixels beside its middle
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.last().at(0).value<VertexPlace>(), (VertexPlace{0, 0, 1}));
    QCOMPARE(moved.last().at(1).toPointF(), QPointF(2140, 1880));
    QCOMPARE(stage.canvas.view(), before);
}

void TestMoveTool::escapePutsADraggedVertexBack()
{
    ToolStage stage;
    MoveTool tool;
    stage.overlay.setTool(&tool);
    tool.setHandles(square());
    QSignalSpy moved(&tool, &MoveTool::vertexMoved);
    stage.press({250, 150});
    stage.move({300, 150});
    QTest::keyClick(&stage.canvas, Qt::Key_Escape);
    stage.release({300, 150});
    QCOMPARE(moved.size(), 0);
    QCOMPARE(tool.handles().shape(), square());
}

void TestMoveTool::aDoubleClickOnTheLineInsertsAVertex()
{
    ToolStage stage;
    MoveTool tool;
    stage.overlay.setTool(&tool);
    tool.setHandles(square());
    QSignalSpy inserted(&tool, &MoveTool::vertexInserted);
    stage.doubleClick({200, 151});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.last().at(0).value<VertexPlace>(), (VertexPlace{0, 0, 0}));
    QCOMPARE(inserted.last().at(1).toPointF(), QPointF(2000, 1902));
}

void TestMoveTool::verticesAreReachedByKeyboard()
{
    ToolStage stage;
    MoveTool tool;
    stage.overlay.setTool(&tool);
    tool.setHandles(square());
    QSignalSpy moved(&tool, &MoveTool::vertexMoved), removed(&tool, &MoveTool::vertexRemoved),
        inserted(&tool, &MoveTool::vertexInserted);
    stage.canvas.setFocus();
    QTest::keyClick(&stage.canvas, Qt::Key_Tab);
    QTest::keyClick(&stage.canvas, Qt::Key_Tab);
    QTest::keyClick(&stage.canvas, Qt::Key_Right);
    QTest::keyClick(&stage.canvas, Qt::Key_Right);
    QTest::keyClick(&stage.canvas, Qt::Key_Up);
    QTRY_COMPARE(moved.size(), 1); // three steps, one change
    QCOMPARE(moved.last().at(0).value<VertexPlace>(), (VertexPlace{0, 0, 1}));
    QCOMPARE(moved.last().at(1).toPointF(), QPointF(2102, 1899));
    QTest::keyClick(&stage.canvas, Qt::Key_Insert);
    QCOMPARE(inserted.size(), 1);
    QTest::keyClick(&stage.canvas, Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QTest::keyClick(&stage.canvas, Qt::Key_Backtab);
    QCOMPARE(tool.handles().chosen(), std::optional(VertexPlace{0, 0, 0}));
    QTest::keyClick(&stage.canvas, Qt::Key_Escape);
    QVERIFY(!tool.handles().chosen());
}

void TestMoveTool::withoutHandlesTheKeysAreTheCanvases()
{
    ToolStage stage;
    MoveTool tool;
    stage.overlay.setTool(&tool);
    QTest::keyClick(&stage.canvas, Qt::Key_Left);
    QVERIFY(stage.canvas.view().centre.x() < 2000);
}

void TestMoveTool::handlesThatAreTooDenseAreNotShown()
{
    ToolStage stage;
    VertexHandles handles;
    handles.setShape(square());
    QVERIFY(handles.shown(stage.canvas.view()));
    ViewTransform far = stage.canvas.view();
    far.scale = 0.01;
    QVERIFY(!handles.shown(far));
    QVERIFY(!handles.vertexAt(far.toScreen({1900, 1900}), far));
    MoveTool tool;
    stage.overlay.setTool(&tool);
    QVERIFY(tool.hint().isEmpty());
    tool.setHandles(square());
    QVERIFY(tool.hint().contains(QStringLiteral("Drag a point")));
    stage.canvas.setView(far);
    QVERIFY2(tool.hint().contains(QStringLiteral("Zoom in")), qPrintable(tool.hint()));
    QTRY_COMPARE(stage.overlay.text(), tool.hint());
}

void TestMoveTool::theHandGoesOnWhenAnEarlierChangeArrives()
{
    ToolStage stage;
    MoveTool tool;
    stage.overlay.setTool(&tool);
    tool.setHandles(square());
    QSignalSpy moved(&tool, &MoveTool::vertexMoved);
    stage.press({250, 150});
    stage.move({260, 150});
    MultiPolygon later = square();
    later[0].shell[3] = {1890, 2110};
    tool.setHandles(later);
    stage.move({270, 150});
    stage.release({270, 150});
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.last().at(1).toPointF(), QPointF(2140, 1900));
    QCOMPARE(tool.handles().shape()[0].shell[3], (Point{1890, 2110}));
}

void TestMoveTool::spaceAndMiddleButtonPanUnderEveryTool()
{
    ToolStage stage;
    LassoTool tool;
    stage.overlay.setTool(&tool);
    QTest::mousePress(&stage.overlay, Qt::MiddleButton, {}, {100, 100});
    stage.move({130, 100}, {}, Qt::MiddleButton);
    stage.move({160, 100}, {}, Qt::MiddleButton);
    QTest::mouseRelease(&stage.overlay, Qt::MiddleButton, {}, {160, 100});
    QCOMPARE(stage.canvas.view().centre, QPointF(1880, 2000));
    QVERIFY(!stage.overlay.testAttribute(Qt::WA_TransparentForMouseEvents));
    QTest::keyPress(&stage.canvas, Qt::Key_Space);
    QVERIFY(stage.overlay.testAttribute(Qt::WA_TransparentForMouseEvents));
    QTest::keyRelease(&stage.canvas, Qt::Key_Space);
    QVERIFY(!stage.overlay.testAttribute(Qt::WA_TransparentForMouseEvents));
}

void TestMoveTool::aHeldKeyLendsAToolAndGivesItBack()
{
    ToolStage stage;
    MoveTool move;
    LassoTool lasso;
    stage.overlay.setTool(&move);
    stage.overlay.setHeldTool(Qt::Key_S, &lasso);
    QSignalSpy stroked(&lasso, &StrokeTool::stroked);
    QTest::keyPress(&stage.canvas, Qt::Key_S);
    QCOMPARE(stage.overlay.tool(), &lasso);
    stage.press({100, 100});
    stage.move({200, 100});
    QTest::keyRelease(&stage.canvas, Qt::Key_S); // the stroke under way is finished all the same
    stage.move({200, 200});
    stage.release({200, 200});
    QCOMPARE(stroked.size(), 1);
    QCOMPARE(stage.overlay.tool(), &move);
}

void TestMoveTool::aNoteTakesTheHintsPlace()
{
    ToolStage stage;
    LassoTool tool;
    stage.overlay.setTool(&tool);
    stage.overlay.say(QStringLiteral("Nothing there"));
    QCOMPARE(stage.overlay.text(), QStringLiteral("Nothing there"));
    stage.overlay.say({});
    QCOMPARE(stage.overlay.text(), tool.hint());
}

void TestMoveTool::theSelectionIsSeenWithoutColour()
{
    ToolStage stage;
    SelectionLayer layer;
    stage.canvas.addLayer(&layer);
    const QImage before = stage.canvas.picture();
    layer.setShapes({square()});
    const QImage shapes = stage.canvas.picture();
    int dark = 0, light = 0;
    for (int x = 152; x < 248; ++x) {
        dark += qGray(shapes.pixel(x, 145)) < 60 ? 1 : 0; // just outside of its upper edge
        light += qGray(shapes.pixel(x, 145)) > 230 ? 1 : 0;
    }
    QVERIFY2(dark > 20 && light > 20, qPrintable(QStringLiteral("%1 dark, %2 light").arg(dark).arg(light)));
    layer.setDots({QPointF(2000, 2000)});
    QVERIFY(qGray(stage.canvas.picture().pixel(198, 200)) < 60 || qGray(stage.canvas.picture().pixel(197, 200)) < 60);
    layer.setShapes({});
    QCOMPARE(stage.canvas.picture(), before);
}

/// Line and fill are those that it had; the choice is seen around it.
void TestMoveTool::aChosenNucleusKeepsTheColourOfItsClass()
{
    ToolStage stage;
    auto nuclei = std::make_shared<NucleusIndex>(4000, 4000);
    Nucleus nucleus;
    nucleus.id[0] = 1;
    nucleus.contour = square().front().shell;
    nuclei->add({nucleus});
    TileLoader loader;
    OutlineLayer outlines(nuclei, {4000, 4000}, loader);
    OutlineStyle style;
    style.fill = true;
    style.colour = [](const NucleusOutline&) { return QColor(0, 200, 80); };
    outlines.setStyle(style);
    SelectionLayer selection;
    stage.canvas.addLayer(&outlines);
    stage.canvas.addLayer(&selection); // later, and beneath all the same
    QTRY_VERIFY(stage.canvas.settled());
    const QImage before = stage.canvas.picture();
    selection.setShapes({square()});
    const QImage chosen = stage.canvas.picture();
    const QRect inner(152, 152, 96, 96);
    QCOMPARE(chosen.copy(inner), before.copy(inner));
    for (const int at : {149, 150}) { // the line, 1.4 px wide; its soft edge lies on darker ground now
        const QColor was = before.pixelColor(at, 200), is = chosen.pixelColor(at, 200);
        QVERIFY2(std::abs(is.hue() - was.hue()) < 12 && is.green() > 2 * is.red() && is.green() > 120,
            qPrintable(is.name() + QStringLiteral(" was ") + was.name()));
    }
    int changed = 0;
    for (int x = 140; x < 148; ++x)
        changed += chosen.pixel(x, 200) != before.pixel(x, 200) ? 1 : 0;
    QVERIFY2(changed >= 4, qPrintable(QString::number(changed)));
    outlines.setHighlight(nucleus); // under the pointer, too
    for (const int at : {149, 150})
        QVERIFY(stage.canvas.picture().pixelColor(at, 200).green() > 2 * stage.canvas.picture().pixelColor(at, 200).red());
}

void TestMoveTool::regionsAreDrawnWithTheirNames()
{
    ToolStage stage;
    RegionLayer layer;
    stage.canvas.addLayer(&layer);
    const QImage before = stage.canvas.picture();
    RegionPicture region;
    region.shape = square();
    layer.setRegions({region});
    const QImage plain = stage.canvas.picture();
    QVERIFY(plain != before);
    region.label = QStringLiteral("Tumour 1");
    layer.setRegions({region});
    const QImage named = stage.canvas.picture();
    QVERIFY(named != plain);
    region.line = Qt::DashLine;
    layer.setRegions({region});
    const QImage dashed = stage.canvas.picture();
    QVERIFY(dashed != named);
    region.checked = true;
    layer.setRegions({region});
    QVERIFY(stage.canvas.picture() != dashed);
}

QTEST_MAIN(TestMoveTool)
#include "tst_movetool.moc"
