// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/classpalette.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/colourlegend.h"
#include "ui/outlinepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>

using namespace nb;
using namespace nb::test;

/// Colours of heatmaps and outlines, their legends, and the nucleus under the mouse.
class TestColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eachHeatmapHasItsColoursAndALegend();
    void allThreeMapsInOneHaveThePapersColours();
    void outlinesTellAMeasurement();
    void noMeasurementIsDarkOnANucleus();
    void classesHaveTheirColours();
    void linesAndFillAreSwitchedApart();
    void theSwatchHasTheColourThatIsDrawn();
    void aRestingMouseGetsTheNucleussMeasurements();
    void escapePutsTheCardAway();
    void colours_data();
    void colours();

private:
    [[nodiscard]] QImage picture(WindowBench& bench);
    void openAndFind(WindowBench& bench);
    QTemporaryDir m_folder;
    std::shared_ptr<FakeNetwork> m_network = std::make_shared<FakeNetwork>();
};

void TestColours::init()
{
    QSettings().clear();
}

void TestColours::openAndFind(WindowBench& bench)
{
    bench.window->openFile(discsPng(m_folder));
    QTRY_VERIFY_WITH_TIMEOUT(bench.window->segmentation().recipe() != nullptr, 20000);
    bench.window->banner().dismiss();
    bench.window->actions().segmentView->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(bench.idle() && bench.found() > 50, 30000);
    QTRY_COMPARE(bench.window->scene().shownNuclei(), bench.window->segmentation().nuclei());
}

QImage TestColours::picture(WindowBench& bench)
{
    [&] { QTRY_VERIFY(bench.window->canvas().settled()); }();
    return bench.slidePicture();
}

void TestColours::eachHeatmapHasItsColoursAndALegend()
{
    WindowBench bench(m_network);
    openAndFind(bench);
    SlideScene& scene = bench.window->scene();
    scene.setVisible(LayerId::Inside, true);
    const QImage before = picture(bench);
    const auto legends = bench.window->findChildren<ColourLegend*>();
    const auto shown = std::find_if(legends.begin(), legends.end(),
        [](const ColourLegend* l) { return l->isVisibleTo(l->window()) || !l->isHidden(); });
    QVERIFY(shown != legends.end());
    scene.setHeatmapTable(LayerId::Inside, ColourTable::Magma);
    QVERIFY(differingPixels(picture(bench), before) > 1000);
    scene.storeSettings();
    WindowBench again(m_network);
    QCOMPARE(again.window->scene().heatmapTable(LayerId::Inside), ColourTable::Magma);
}

void TestColours::allThreeMapsInOneHaveThePapersColours()
{
    WindowBench bench(m_network);
    openAndFind(bench);
    SlideScene& scene = bench.window->scene();
    scene.setVisible(LayerId::Outlines, false);
    scene.setVisible(LayerId::Combined, true);
    scene.setOpacity(LayerId::Combined, 1);
    // A disc's middle is inside: blue. Far from all discs: background, red.
    const auto colourAt = [&](const QPointF& level0) {
        const QImage now = picture(bench);
        const QPointF at = bench.window->canvas().view().toScreen(level0);
        return QColor(now.pixel(at.toPoint()));
    };
    const QColor inside = colourAt({460, 460}), ground = colourAt({490, 490});
    QVERIFY2(inside.blue() > 150 && inside.red() < 100, qPrintable(inside.name()));
    QVERIFY2(ground.red() > 150 && ground.blue() < 100, qPrintable(ground.name()));
    auto* safe = bench.window->findChild<QCheckBox*>(QStringLiteral("redGreenSafe"));
    safe->click();
    QVERIFY(scene.redGreenSafe());
    const QColor safeInside = colourAt({460, 460});
    QVERIFY2(safeInside.green() > 80, qPrintable(safeInside.name())); // Okabe and Ito's blue
}

void TestColours::outlinesTellAMeasurement()
{
    WindowBench bench(m_network);
    openAndFind(bench);
    const QImage before = picture(bench);
    OutlinePanel* panel = bench.window->findChild<OutlinePanel*>();
    auto* by = panel->findChild<QComboBox*>();
    QCOMPARE(by->count(), 16);
    by->setCurrentIndex(2); // the area
    Q_EMIT by->activated(2);
    const OutlineColouring& colouring = bench.window->scene().outlineColouring();
    QCOMPARE(colouring.by, OutlineColouring::By::Measurement);
    QVERIFY(colouring.least > 0 && colouring.most >= colouring.least);
    QVERIFY(differingPixels(picture(bench), before) > 1000);
}

void TestColours::noMeasurementIsDarkOnANucleus()
{
    for (const ColourTable table : allColourTables()) {
        const QColor low = QColor::fromRgb(lineColour(nb::colours(table), 0));
        QVERIFY2(qGray(low.rgb()) > 60, qPrintable(nameOf(table) + low.name()));
        QCOMPARE(lineColour(nb::colours(table), 1), nb::colours(table)[255]);
    }
}

void TestColours::classesHaveTheirColours()
{
    const std::vector<ClassRecord> classes{{1, "Nucleus", 0x009e73, "4"}, {2, "Tumor", 0xd55e00, "5"}};
    QCOMPARE(outlineColour(classes, 2, false), QColor(0xd5, 0x5e, 0x00));
    QVERIFY(outlineColour(classes, 2, true) != outlineColour(classes, 1, true));
    QCOMPARE(outlineColour(classes, 77, false), OutlineStyle().line);
}

void TestColours::linesAndFillAreSwitchedApart()
{
    WindowBench bench(m_network);
    openAndFind(bench);
    SlideScene& scene = bench.window->scene();
    const QImage lines = picture(bench);
    scene.setLined(false);
    const QImage nothing = picture(bench);
    scene.setFilled(true);
    const QImage fill = picture(bench);
    scene.setVisible(LayerId::Outlines, false);
    const QImage plain = picture(bench);
    QVERIFY(differingPixels(lines, plain) > 1000);
    QCOMPARE(differingPixels(nothing, plain), 0);
    QVERIFY(differingPixels(fill, plain) > 1000);
    QVERIFY(differingPixels(fill, lines) > 1000);
}

void TestColours::aRestingMouseGetsTheNucleussMeasurements()
{
    WindowBench bench(m_network);
    openAndFind(bench);
    SlideCanvas& canvas = bench.window->canvas();
    auto* card = canvas.findChild<QLabel*>(QStringLiteral("nucleusCard"));
    QVERIFY(card && !card->isVisible());
    const QPoint at = canvas.view().toScreen(QPointF(460, 460)).toPoint();
    QTest::mouseMove(&canvas, at);
    QTRY_VERIFY(card->isVisible());
    QVERIFY2(card->text().contains(QStringLiteral("Area")), qPrintable(card->text()));
    QVERIFY(canvas.rect().contains(card->geometry()));
    // The nucleus and what lies around it stay to be seen.
    const QRectF around(canvas.view().toScreen(QPointF(448, 450)), canvas.view().toScreen(QPointF(472, 470)));
    QVERIFY(!card->geometry().intersects(around.adjusted(-20, -20, 20, 20).toRect()));
    QTest::mouseMove(&canvas, canvas.view().toScreen(QPointF(490, 490)).toPoint());
    QTRY_VERIFY(!card->isVisible());
    bench.window->actions().hover->trigger(); // off
    QTest::mouseMove(&canvas, at);
    QTest::qWait(300); // longer than a card takes to come
    QVERIFY(!card->isVisible());
}

void TestColours::theSwatchHasTheColourThatIsDrawn()
{
    WindowBench bench(m_network);
    openAndFind(bench);
    QTRY_VERIFY(bench.window->caseSession());
    const auto* row
        = bench.window->findChild<QWidget*>(QStringLiteral("layer%1").arg(static_cast<int>(LayerId::Outlines)));
    const QImage mark = row->findChild<QLabel*>(QStringLiteral("swatch"))->pixmap().toImage();
    const QColor swatch = mark.pixelColor(mark.rect().center());
    QCOMPARE(swatch, QColor::fromRgb(QRgb(kClassPalette[0] | 0xFF000000U)));
    bench.window->canvas().setScaleBarVisible(false);
    const QImage shown = picture(bench);
    int drawn = 0;
    for (int y = 0; y < shown.height(); ++y)
        for (int x = 0; x < shown.width(); ++x)
            drawn += shown.pixelColor(x, y) == swatch ? 1 : 0;
    QVERIFY2(drawn > 200, qPrintable(QString::number(drawn)));
}

void TestColours::escapePutsTheCardAway()
{
    WindowBench bench(m_network);
    openAndFind(bench);
    SlideCanvas& canvas = bench.window->canvas();
    auto* card = canvas.findChild<QLabel*>(QStringLiteral("nucleusCard"));
    const auto look
        = [&](const QPointF& level0) { QTest::mouseMove(&canvas, canvas.view().toScreen(level0).toPoint()); };
    QTest::mouseMove(&canvas, QPoint(5, 5)); // where it was in the test before is no move
    look({460, 460});
    QTRY_VERIFY(card->isVisible());
    canvas.setFocus();
    QTest::keyClick(bench.window.get(), Qt::Key_Escape);
    QVERIFY(!card->isVisible());
    look({462, 461}); // the same nucleus
    QTest::qWait(300); // longer than a card takes to come
    QVERIFY(!card->isVisible());
    look({520, 460}); // another
    QTRY_VERIFY(card->isVisible());
}

void TestColours::colours_data()
{
    QTest::addColumn<float>("area");
    QTest::addColumn<double>("share");
    QTest::newRow("below") << 5.0F << 0.0;
    QTest::newRow("lowest") << 10.0F << 0.0;
    QTest::newRow("middle") << 60.0F << 0.5;
    QTest::newRow("above") << 500.0F << 1.0;
    QTest::newRow("not measured") << std::nanf("") << -1.0;
}

void TestColours::colours()
{
    QFETCH(float, area);
    QFETCH(double, share);
    OutlineColouring colouring;
    colouring.by = OutlineColouring::By::Measurement;
    colouring.least = 10;
    colouring.most = 110;
    const auto colour = outlineColours(colouring, {}, false);
    NucleusOutline nucleus;
    nucleus.measurements = {&area, 1};
    const QColor expected = share < 0 ? QColor(0xb0, 0xb0, 0xb0)
                                      : QColor(nb::lineColour(nb::colours(ColourTable::Viridis), share));
    QCOMPARE(colour(nucleus), expected);
}

int main(int argc, char** argv)
{
    return runWindowTest<TestColours>(argc, argv);
}
#include "tst_colours.moc"
