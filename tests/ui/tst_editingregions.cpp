// SPDX-License-Identifier: GPL-3.0-or-later
// Regions drawn, painted and reshaped on the slide.
#include "tests/support/editingfixture.h"
#include "tests/support/windowtest.h"

using namespace nb;
using namespace nb::test;

class TestEditingRegions : public EditingFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aDrawnRegionIsNoNucleus();
    void theBrushPaintsRegions();
    void theWandPaintsRegions();
    void aLockedRegionIsNotPainted();
};

void TestEditingRegions::aDrawnRegionIsNoNucleus()
{
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_R, Qt::ShiftModifier);
    QVERIFY(editing().actions().drawRegions->isChecked());
    key(Qt::Key_R);
    drag({{130, 130}, {310, 250}});
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    QCOMPARE(untouched(before, nucleiOf(session())), before.size());
    QTRY_VERIFY(editing().regions().chosen());
    QCOMPARE(editing().regions().layer().regions().size(), std::size_t(1));
    QCOMPARE(m_bench->window->actions().move->isChecked(), true);
    drag({{310, 250}, {330, 270}}); // its corner
    QTRY_COMPARE(boundsOf(session().regions().front().shape).right(), std::int64_t(330));
    key(Qt::Key_Delete);
    QTRY_VERIFY(session().regions().empty());
    session().undo();
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    key(Qt::Key_R, Qt::ShiftModifier);
}

void TestEditingRegions::theBrushPaintsRegions()
{
    const Nuclei before = nucleiOf(session());
    key(Qt::Key_R, Qt::ShiftModifier); // what is drawn is a region
    key(Qt::Key_B);
    editing().tools().brush.setDiameter(120);
    drag({{150, 150}, {250, 150}}); // a new one, 60 px of the slide wide
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    const auto area = [this] { return areaOf(session().regions().front().shape); };
    const double first = area();
    QVERIFY2(std::abs(first - (100 * 60 + 900 * M_PI)) < 100, qPrintable(QString::number(first)));
    QCOMPARE(editing().overlay().tool(), &editing().tools().brush); // stays in the hand
    // Three strokes, none waiting for the one before: each builds on what was asked for last.
    for (const double y : {200.0, 250.0, 300.0}) {
        press({200, y - 50});
        move({200, y});
        release({200, y});
    }
    settle();
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    for (const double y : {160.0, 200.0, 250.0, 310.0})
        QVERIFY2(contains(session().regions().front().shape, {200, y}), qPrintable(QString::number(y)));
    const double added = area();
    drag({{200, 310}, {200, 330}}, Qt::AltModifier);
    QTRY_VERIFY(area() < added - 1000);
    key(Qt::Key_R, Qt::ShiftModifier); // nuclei again; the chosen region is still what the brush works on where it is
    const double less = area();
    drag({{240, 150}, {290, 150}});
    QTRY_VERIFY(area() > less + 1000);
    QCOMPARE(untouched(before, nucleiOf(session())), before.size());
    drag({{400, 430}, {400, 440}}); // far from it: a nucleus
    QCOMPARE(nucleiOf(session()).size(), before.size() + 1);
    for (int i = 0; i < 7; ++i)
        key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(session().regions().empty());
}

void TestEditingRegions::theWandPaintsRegions()
{
    QTRY_VERIFY(canvas().settled());
    key(Qt::Key_R, Qt::ShiftModifier);
    key(Qt::Key_W);
    drag({{160, 40}, {161, 41}});
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    const double area = areaOf(session().regions().front().shape);
    QVERIFY2(area > 280 && area < 480, qPrintable(QString::number(area)));
    key(Qt::Key_R, Qt::ShiftModifier);
}

void TestEditingRegions::aLockedRegionIsNotPainted()
{
    editing().regions().add({Polygon{{{90, 90}, {240, 90}, {240, 120}, {90, 120}}, {}}});
    settle();
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    key(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(session().regions().front().locked);
    const auto shape = session().regions().front().shape;
    key(Qt::Key_B);
    drag({{200, 110}, {200, 160}});
    QVERIFY2(editing().overlay().text().contains(QStringLiteral("locked")), qPrintable(editing().overlay().text()));
    QCOMPARE(session().regions().front().shape, shape);
    key(Qt::Key_Delete);
    QCOMPARE(session().regions().size(), std::size_t(1));
}

int main(int argc, char** argv)
{
    return runWindowTest<TestEditingRegions>(argc, argv);
}
#include "tst_editingregions.moc"
