// SPDX-License-Identifier: GPL-3.0-or-later
// Moving about, turning, measuring and adjusting the display, in the window.
#include "tests/support/sharedfiles.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/displaypanel.h"
#include "ui/gotodialog.h"
#include "ui/magnification.h"
#include "ui/rotatedialog.h"
#include "ui/viewactions.h"
#include "ui/viewtools.h"
#include "widgets/countinggrid.h"
#include "widgets/layer.h"
#include "widgets/ruler.h"

#include <QComboBox>
#include <QLabel>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <cmath>
#include <semaphore>

using namespace nb;
using namespace nb::test;

namespace
{

/// Waits for something for ever, as a heatmap does while the model is at work.
class RestlessLayer : public Layer
{
public:
    void paint(QPainter& /*painter*/, const ViewTransform& /*view*/) override {}
    [[nodiscard]] bool settled() const override { return false; }

protected:
    void load(const ViewTransform& /*view*/) override {}
    void rest() override {}
};

} // namespace

class TestViewTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsAreMagnificationsWhereTheyAreKnown();
    void anObjectiveThatContradictsThePixelSizeIsNotBelieved();
    void presetsOfASlideSetTheStatusLinesMagnification();
    void backAndForwardThroughVisitedViews();
    void backInFlightKeepsTheWayForward();
    void goesToAPlace();
    void turnsAndMirrorsAndSaysSo();
    void rulerMeasuresAndEscapePutsItAway();
    void escapePutsTheRulerAwayBeforeItStopsASearch();
    void gridIsSwitchedByItsKey();
    void colourUnderTheCursorIsThatOfTheScan();
    void theStatusLineCutsNoNumber();
    void displayIsToldAndResetAndComputesNothing();
    void histogramIsOfWhatIsSeen();
    void histogramIsOfTheStainViewThatIsShown();
    void aNewSlideStartsAfresh();

private:
    QTemporaryDir m_folder;
    const std::shared_ptr<FakeNetwork> m_network = std::make_shared<FakeNetwork>();

    void open(WindowBench& bench);
    static void look(WindowBench& bench, double x, double y, double scale);
};

void TestViewTools::open(WindowBench& bench)
{
    bench.window->openFile(discsPng(m_folder));
    QTRY_VERIFY(bench.window->segmentation().recipe());
    QTRY_VERIFY(bench.window->canvas().settled());
}

void TestViewTools::look(WindowBench& bench, double x, double y, double scale)
{
    ViewTransform view = bench.window->canvas().view();
    view.centre = {x, y};
    view.scale = scale;
    bench.window->canvas().setView(view);
}

void TestViewTools::presetsAreMagnificationsWhereTheyAreKnown()
{
    QLocale::setDefault(QLocale::c());
    const auto scaleOf = [](const QList<ZoomPreset>& presets, const QString& text) {
        for (const ZoomPreset& preset : presets)
            if (preset.text == text)
                return preset.scale;
        return 0.0;
    };
    const auto at40 = zoomPresets(40.0);
    QCOMPARE(scaleOf(at40, QStringLiteral("40×")), 1.0);
    QCOMPARE(scaleOf(at40, QStringLiteral("10×")), 0.25);
    QCOMPARE(scaleOf(at40, QStringLiteral("2.5×")), 0.0625);
    const auto unknown = zoomPresets({});
    QCOMPARE(scaleOf(unknown, QStringLiteral("100 %")), 1.0);
    QCOMPARE(scaleOf(unknown, QStringLiteral("25 %")), 0.25);
}

void TestViewTools::anObjectiveThatContradictsThePixelSizeIsNotBelieved()
{
    QVERIFY(!fullMagnification({}, {}));
    QCOMPARE(*fullMagnification(20.0, {}), 20.0);
    QCOMPARE(*fullMagnification(20.0, PixelSize{0.499, 0.499}), 20.0);
    QCOMPARE(*fullMagnification(40.0, PixelSize{0.2325, 0.2325}), 40.0);
    QCOMPARE(*fullMagnification(20.0, PixelSize{0.25, 0.25}), 40.0); // a person has corrected it
    QCOMPARE(*fullMagnification({}, PixelSize{0.5, 0.5}), 20.0);
}

void TestViewTools::presetsOfASlideSetTheStatusLinesMagnification()
{
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    WindowBench bench(m_network);
    bench.window->openFile(QString::fromStdString(sharedPath("slides/CMU-1-Small-Region.svs")));
    QTRY_VERIFY(bench.window->slides().slide());
    QMenu* menu = bench.window->viewTools().actions().zoomMenu;
    Q_EMIT menu->aboutToShow();
    QStringList texts;
    for (QAction* preset : menu->actions())
        texts.append(preset->text());
    QVERIFY2(texts.contains(QStringLiteral("20×")), qPrintable(texts.join(QLatin1Char(' '))));
    for (QAction* preset : menu->actions())
        if (preset->text() == QStringLiteral("20×"))
            preset->trigger();
    QCOMPARE(bench.window->canvas().view().scale, 1.0);
    QCOMPARE(bench.window->statusLine().magnificationText(), QStringLiteral("20×"));
}

void TestViewTools::backAndForwardThroughVisitedViews()
{
    WindowBench bench(m_network);
    open(bench);
    ViewActions& actions = bench.window->viewTools().actions();
    SlideCanvas& canvas = bench.window->canvas();
    look(bench, 200, 200, 2);
    QTRY_VERIFY(actions.back->isEnabled());
    QTest::qWait(900); // the person rests here: what counts is the time
    look(bench, 700, 600, 4);
    QVERIFY(actions.back->isEnabled());
    QTest::keyClick(bench.window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(canvas.view().centre, QPointF(200, 200));
    QCOMPARE(canvas.view().scale, 2.0);
    QVERIFY(actions.forward->isEnabled());
    QTest::keyClick(bench.window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(canvas.view().centre, QPointF(700, 600));
    QVERIFY(!actions.forward->isEnabled());
}

void TestViewTools::backInFlightKeepsTheWayForward()
{
    WindowBench bench(m_network);
    open(bench);
    ViewActions& actions = bench.window->viewTools().actions();
    SlideCanvas& canvas = bench.window->canvas();
    for (const double x : {200.0, 450.0, 700.0}) {
        look(bench, x, 300, 3);
        QTest::qWait(900);
    }
    canvas.setReducedMotion(false);
    actions.back->trigger();
    actions.back->trigger(); // at once: the first flight has hardly begun
    QTRY_VERIFY(canvas.settled() && std::abs(canvas.view().centre.x() - 200) < 1);
    QTest::qWait(900); // arrives and rests: no new view
    QVERIFY(actions.forward->isEnabled());
    actions.forward->trigger();
    QTRY_VERIFY(std::abs(canvas.view().centre.x() - 450) < 1);
}

void TestViewTools::goesToAPlace()
{
    WindowBench bench(m_network);
    open(bench);
    look(bench, 100, 100, 3);
    bench.window->viewTools().actions().goTo->trigger();
    auto* dialog = bench.window->findChild<GoToDialog*>();
    QVERIFY(dialog);
    const auto fields = dialog->findChildren<QDoubleSpinBox*>();
    auto* unit = dialog->findChild<QComboBox*>();
    QCOMPARE(fields.size(), 2);
    QCOMPARE(fields[0]->value(), 100.0);
    fields[0]->setValue(800);
    fields[1]->setValue(5000); // beyond the slide: its end
    QCOMPARE(fields[1]->value(), 900.0);
    fields[1]->setValue(640);
    unit->setCurrentIndex(1); // µm at 0.25 µm/px: the same place
    QCOMPARE(fields[0]->value(), 200.0);
    fields[1]->setValue(100);
    dialog->findChild<QComboBox*>()->setFocus();
    for (auto* button : dialog->findChildren<QPushButton*>())
        if (button->text() == QLatin1String("Go there"))
            button->click();
    QCOMPARE(bench.window->canvas().view().centre, QPointF(800, 400));
    QCOMPARE(bench.window->canvas().view().scale, 3.0);
}

void TestViewTools::turnsAndMirrorsAndSaysSo()
{
    WindowBench bench(m_network);
    open(bench);
    ViewActions& actions = bench.window->viewTools().actions();
    SlideCanvas& canvas = bench.window->canvas();
    const StatusLine& status = bench.window->statusLine();
    QVERIFY(status.displayNote().isEmpty());
    actions.rotateRight->trigger();
    QCOMPARE(canvas.view().rotationDeg, 90.0);
    QVERIFY2(status.displayNote().contains(QStringLiteral("turned 90°")), qPrintable(status.displayNote()));
    actions.rotateLeft->trigger();
    QCOMPARE(canvas.view().rotationDeg, 0.0);
    QVERIFY(status.displayNote().isEmpty());
    actions.mirror->trigger();
    QVERIFY(canvas.view().mirrored);
    QVERIFY(status.displayNote().contains(QStringLiteral("mirrored")));
    actions.rotateFreely->trigger();
    auto* dialog = bench.window->findChild<RotateDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QTRY_COMPARE(dialog->focusWidget(), dialog->findChild<QDoubleSpinBox*>());
    QTest::keyClicks(dialog->focusWidget(), QLocale().toString(33.5)); // over what is there
    QTest::keyClick(dialog->findChild<QDoubleSpinBox*>(), Qt::Key_Return); // takes nothing back
    QCOMPARE(canvas.view().rotationDeg, 33.5);
    actions.upright->trigger();
    QVERIFY(canvas.view().upright());
    QVERIFY(!actions.mirror->isChecked());
    QCOMPARE(dialog->findChild<QDoubleSpinBox*>()->value(), 0.0);
}

void TestViewTools::rulerMeasuresAndEscapePutsItAway()
{
    WindowBench bench(m_network);
    open(bench);
    look(bench, 450, 450, 1);
    Ruler& ruler = bench.window->viewTools().ruler();
    bench.window->segmentation().setPixelSize(PixelSize{0.5, 0.5});
    QTRY_VERIFY(bench.window->segmentation().recipe());
    QTest::keyClick(bench.window.get(), Qt::Key_L);
    QVERIFY(ruler.active() && !bench.window->actions().move->isChecked());
    QTest::mousePress(&ruler, Qt::LeftButton, {}, QPoint(200, 200));
    QTest::mouseMove(&ruler, QPoint(260, 280));
    QTest::mouseRelease(&ruler, Qt::LeftButton, {}, QPoint(260, 280));
    QCOMPARE(ruler.text(), QStringLiteral("50.0 µm"));
    QTest::keyClick(bench.window.get(), Qt::Key_M);
    QVERIFY(ruler.placed() && !ruler.active()); // stays to be looked at
    QTest::keyClick(bench.window.get(), Qt::Key_Escape);
    QVERIFY(!ruler.placed() && ruler.isHidden());
    QVERIFY(bench.window->actions().move->isChecked());
}

void TestViewTools::escapePutsTheRulerAwayBeforeItStopsASearch()
{
    const auto network = std::make_shared<FakeNetwork>();
    WindowBench bench(network);
    open(bench);
    std::counting_semaphore<> go(0);
    network->onCall = [&] { go.acquire(); };
    bench.window->actions().segmentSlide->trigger();
    bench.window->viewTools().ruler().place({10, 10}, {50, 50});
    QTest::keyClick(&bench.window->canvas(), Qt::Key_Escape);
    QVERIFY(!bench.window->viewTools().ruler().placed());
    QVERIFY(!bench.idle());
    QTest::keyClick(&bench.window->canvas(), Qt::Key_Escape);
    QVERIFY(bench.idle());
    go.release(1000);
}

void TestViewTools::gridIsSwitchedByItsKey()
{
    WindowBench bench(m_network);
    open(bench);
    const CountingGrid& grid = bench.window->viewTools().grid();
    QVERIFY(!grid.isVisible());
    QTest::keyClick(bench.window.get(), Qt::Key_G, Qt::ShiftModifier);
    QVERIFY(grid.isVisible());
    QVERIFY2(grid.text().contains(QStringLiteral("250 µm")), qPrintable(grid.text()));
    QVERIFY(grid.text().contains(QStringLiteral("assumed")));
    QTest::keyClick(bench.window.get(), Qt::Key_G, Qt::ShiftModifier);
    QVERIFY(!grid.isVisible());
}

void TestViewTools::colourUnderTheCursorIsThatOfTheScan()
{
    WindowBench bench(m_network);
    open(bench);
    SlideCanvas& canvas = bench.window->canvas();
    canvas.setDisplay({0.3, 0.2, 2}); // does not change what was scanned
    const StatusLine& status = bench.window->statusLine();
    Q_EMIT canvas.hovered({100.5, 100.5}); // the middle of a disc
    QTRY_VERIFY2(status.colourText().startsWith(QStringLiteral("RGB 40 20 90")), qPrintable(status.colourText()));
    // -ln(40/255), -ln(20/255), -ln(90/255)
    QVERIFY2(status.colourText().endsWith(QStringLiteral("OD 1.85 2.55 1.04")), qPrintable(status.colourText()));
    Q_EMIT canvas.hovered({5.5, 5.5}); // ground
    QTRY_VERIFY(status.colourText().startsWith(QStringLiteral("RGB 245 235 242")));
    Q_EMIT canvas.hovered({-5, 10});
    QVERIFY(status.colourText().isEmpty());
    Q_EMIT canvas.hovered({5.5, 5.5});
    Q_EMIT canvas.hoverLeft(); // before the answer is there
    QTest::qWait(50);
    QVERIFY(status.colourText().isEmpty());
}

void TestViewTools::theStatusLineCutsNoNumber()
{
    StatusLine status;
    status.resize(1600, 30);
    status.show();
    status.showColour(std::array<std::uint8_t, 3>{245, 246, 247});
    const QString whole = status.colourText();
    QLabel* label = nullptr;
    for (QLabel* candidate : status.findChildren<QLabel*>())
        if (candidate->accessibleName().startsWith(QStringLiteral("Colour")))
            label = candidate;
    QVERIFY(label);
    QStringList seen;
    for (int width = 900; width > 0; width -= 10) {
        label->resize(width, 20);
        QVERIFY(label->fontMetrics().horizontalAdvance(label->text()) <= label->contentsRect().width()
            || label->text().isEmpty());
        if (seen.isEmpty() || seen.last() != label->text())
            seen.append(label->text());
    }
    QCOMPARE(seen, (QStringList{whole, QStringLiteral("RGB 245 246 247"), QString()}));
}

void TestViewTools::displayIsToldAndResetAndComputesNothing()
{
    WindowBench bench(m_network);
    open(bench);
    SlideCanvas& canvas = bench.window->canvas();
    const StatusLine& status = bench.window->statusLine();
    const QImage before = bench.slidePicture();
    bench.window->actions().segmentView->trigger();
    QTRY_VERIFY(bench.idle());
    const auto found = bench.found();
    bench.window->scene().setStainView(2);
    QVERIFY2(status.displayNote().contains(QStringLiteral("Haematoxylin")), qPrintable(status.displayNote()));
    canvas.setDisplay({-0.2, 0.4, 1.8});
    QVERIFY2(
        status.displayNote().contains(QStringLiteral("brightness, contrast, gamma")), qPrintable(status.displayNote()));
    bench.window->segmentation().setPixelSize(PixelSize{0.25, 0.25}); // searches anew
    QTRY_VERIFY(bench.window->segmentation().recipe());
    bench.window->actions().segmentView->trigger();
    QTRY_VERIFY(bench.idle());
    QCOMPARE(bench.found(), found);
    auto* note = bench.window->findChild<QToolButton*>(QStringLiteral("displayNote"));
    QVERIFY(note && note->isVisible());
    note->click();
    QVERIFY(canvas.display().neutral());
    QCOMPARE(bench.window->scene().stainView(), 0);
    QVERIFY(status.displayNote().isEmpty());
    bench.window->scene().setVisible(LayerId::Outlines, false);
    QTRY_VERIFY(canvas.settled());
    QCOMPARE(differingPixels(bench.slidePicture(), before), 0);
}

void TestViewTools::histogramIsOfWhatIsSeen()
{
    WindowBench bench(m_network);
    open(bench);
    auto* tabs = bench.window->findChild<QTabWidget*>();
    tabs->setCurrentIndex(0);
    const DisplayPanel& panel = bench.window->viewTools().displayPanel();
    const auto count = [&](int channel, int value) {
        return panel.histogram()[static_cast<std::size_t>(channel)][static_cast<std::size_t>(value)];
    };
    QTRY_VERIFY(count(0, 245) > 1000); // ground
    QVERIFY(count(2, 90) > 100); // discs
    bench.window->canvas().setDisplay({0, -1, 1});
    QCOMPARE(count(0, 245), 0U);
    QVERIFY(count(0, 128) > 1000);
    bench.window->canvas().setDisplay({});
    look(bench, 100, 100, 64); // inside of a disc
    QTRY_COMPARE(count(0, 245), 0U);
    QVERIFY(count(0, 40) > 1000);
}

void TestViewTools::histogramIsOfTheStainViewThatIsShown()
{
    WindowBench bench(m_network);
    open(bench);
    bench.window->findChild<QTabWidget*>()->setCurrentIndex(0);
    const DisplayPanel& panel = bench.window->viewTools().displayPanel();
    QTRY_VERIFY(panel.histogram()[0][245] > 1000); // the ground as scanned
    QTRY_VERIFY(bench.window->canvas().settled());
    RestlessLayer over;
    bench.window->canvas().addLayer(&over);
    bench.window->scene().setStainView(2); // haematoxylin
    QTRY_VERIFY(panel.histogram()[0][245] < 1000);
    bench.window->scene().setStainView(0);
    QTRY_VERIFY(panel.histogram()[0][245] > 1000);
}

void TestViewTools::aNewSlideStartsAfresh()
{
    WindowBench bench(m_network);
    open(bench);
    ViewActions& actions = bench.window->viewTools().actions();
    look(bench, 200, 200, 2);
    QTRY_VERIFY(actions.back->isEnabled());
    actions.mirror->trigger();
    bench.window->viewTools().ruler().place({1, 1}, {9, 9});
    // Of other contents: the same under another name is the same slide, whose case may bring its view back.
    bench.window->openFile(discsPng(m_folder, QStringLiteral("other.png"), 780));
    QTRY_VERIFY(bench.window->windowTitle().contains(QStringLiteral("other.png")));
    QVERIFY(!bench.window->viewTools().ruler().placed());
    QVERIFY(!actions.mirror->isChecked());
    QVERIFY(!actions.back->isEnabled() && !actions.forward->isEnabled());
    bench.window->actions().closeSlide->trigger();
    QVERIFY(!actions.ruler->isEnabled() && !actions.zoomMenu->isEnabled());
    QVERIFY(bench.window->statusLine().displayNote().isEmpty());
}

int main(int argc, char** argv)
{
    return runWindowTest<TestViewTools>(argc, argv);
}
#include "tst_viewtools.moc"
