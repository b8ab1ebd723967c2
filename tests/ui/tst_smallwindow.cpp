// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/slidesdock.h"
#include "ui/workstatus.h"
#include "widgets/minimap.h"
#include "widgets/scalebar.h"

#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QToolBar>
#include <QToolButton>

using namespace nb;
using namespace nb::test;

/// Windows of any size: what lies over and around the slide gives way to it, and nothing lies over anything else.
class TestSmallWindow : public QObject
{
    Q_OBJECT

private:
    static QRect placeOf(const QWidget& widget) { return {widget.mapTo(widget.window(), QPoint(0, 0)), widget.size()}; }
    void open(WindowBench& bench)
    {
        bench.window->openFile(discsPng(m_folder));
        QTRY_VERIFY(bench.window->segmentation().recipe());
        QTRY_VERIFY(bench.window->caseSession());
        bench.window->banner().clear();
    }
    static void sizes()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize& size :
            {QSize(300, 200), QSize(420, 320), QSize(640, 400), QSize(900, 600), QSize(1600, 1000)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }

    QTemporaryDir m_folder;
    const std::shared_ptr<FakeNetwork> m_network = std::make_shared<FakeNetwork>();

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void theSlideKeepsItsRoom_data() { sizes(); }
    void theSlideKeepsItsRoom()
    {
        QFETCH(QSize, size);
        WindowBench bench(m_network);
        open(bench);
        bench.window->resize(size);
        QTRY_COMPARE(bench.window->size(), size); // nothing forces it to be larger
        const SlideCanvas& canvas = bench.window->canvas();
        QTRY_VERIFY(QRect({0, 0}, size).contains(placeOf(canvas)));
        QTRY_VERIFY2(canvas.width() * 5 >= size.width() * 2 && canvas.height() * 2 >= size.height(),
            qPrintable(QStringLiteral("%1 x %2").arg(canvas.width()).arg(canvas.height())));
        for (const QWidget* overlay :
            {static_cast<const QWidget*>(canvas.minimap()), static_cast<const QWidget*>(canvas.scaleBar())})
            if (overlay->isVisible())
                QVERIFY(canvas.rect().contains(overlay->geometry()));
        if (canvas.minimap()->isVisible() && canvas.scaleBar()->isVisible())
            QVERIFY(!canvas.minimap()->geometry().intersects(canvas.scaleBar()->geometry()));
        for (const QWidget* field : bench.window->statusLine().findChildren<QWidget*>())
            if (field->isVisible() && field->width() > 0)
                QVERIFY2(QRect({0, 0}, size).contains(placeOf(*field)), qPrintable(field->objectName()));
        QVERIFY(bench.window->statusLine().findChild<QToolButton*>()); // µm/px, on which all figures depend
    }

    /// Position and µm/px are there in full, in words that fit; what can be done without goes first.
    void theStatusLineKeepsWhatCounts_data() { sizes(); }
    void theStatusLineKeepsWhatCounts()
    {
        QFETCH(QSize, size);
        WindowBench bench(m_network);
        open(bench);
        bench.window->resize(size);
        QTRY_COMPARE(bench.window->size(), size);
        StatusLine& line = bench.window->statusLine();
        line.showPixelSize(PixelSize{0.2468, 0.2468}, PixelSizeOrigin::Slide);
        line.showPlace({98765, 87654}, PixelSize{0.2468, 0.2468}, std::array<std::uint8_t, 3>{10, 20, 225});
        QCoreApplication::processEvents();
        QLabel* place = nullptr;
        bool network = false;
        for (auto* label : line.findChildren<QLabel*>()) {
            place = label->accessibleName() == QStringLiteral("Position") ? label : place;
            network = network || (label->accessibleName().startsWith(QStringLiteral("Model")) && label->isVisible());
            if (label->isVisible() && label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        QVERIFY(place && place->isVisible());
        QVERIFY2(place->text().startsWith(QStringLiteral("x 98,765, y 87,654 px")), qPrintable(place->text()));
        auto* pixelSize = line.findChild<QToolButton*>(QStringLiteral("pixelSize"));
        QVERIFY(pixelSize && pixelSize->isVisible());
        QVERIFY(pixelSize->text().startsWith(QStringLiteral("0.2468 µm/px")));
        QVERIFY2(pixelSize->width() >= pixelSize->sizeHint().width(), qPrintable(pixelSize->text()));
        QVERIFY(!place->geometry().intersects(pixelSize->geometry()));
        QVERIFY(network ? size.width() > 640 : size.width() < 1600); // the first to go
    }

    /// Searches, trainings and evaluations take their room from what can be done without.
    void longWorkLeavesPlaceAndPixelSizeTheirRoom()
    {
        WindowBench bench(m_network);
        open(bench);
        bench.window->resize(1000, 700);
        QTRY_COMPARE(bench.window->size(), QSize(1000, 700));
        StatusLine& line = bench.window->statusLine();
        line.showPixelSize(PixelSize{0.2468, 0.2468}, PixelSizeOrigin::Slide);
        line.showPlace({98765, 87654}, PixelSize{0.2468, 0.2468}, std::array<std::uint8_t, 3>{10, 20, 225});
        const auto works = line.findChildren<WorkStatus*>();
        QVERIFY(works.size() >= 2);
        auto* pixelSize = line.findChild<QToolButton*>(QStringLiteral("pixelSize"));
        QVERIFY(pixelSize);
        for (WorkStatus* work : works) {
            work->showWork(QStringLiteral("Teaching: 45 %, about 12 minutes left, and a few more words"), 0.45);
            const auto whole = [](const QWidget& field) { return field.width() >= field.sizeHint().width(); };
            QTRY_VERIFY2(whole(*work) && whole(*pixelSize), qPrintable(work->objectName()));
            for (auto* label : line.findChildren<QLabel*>())
                if (label->accessibleName() == QStringLiteral("Position"))
                    QTRY_VERIFY2(label->isVisible() && whole(*label), qPrintable(label->text()));
            work->hide();
        }
    }

    /// What does not fit is behind a mark that is to be seen and pressed.
    void toolsThatDoNotFitAreBehindAMark_data() { sizes(); }
    void toolsThatDoNotFitAreBehindAMark()
    {
        QFETCH(QSize, size);
        WindowBench bench(m_network);
        open(bench);
        bench.window->resize(size);
        QTRY_COMPARE(bench.window->size(), size);
        QToolBar* tools = bench.window->actions().tools();
        auto* mark = tools->findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"));
        QVERIFY(mark);
        const auto hidden = [&] {
            const auto all = tools->actions();
            return std::count_if(all.begin(), all.end(), [&](QAction* action) {
                const QWidget* button = tools->widgetForAction(action);
                return !action->isSeparator() && button && !button->isVisible();
            });
        };
        QTRY_COMPARE(mark->isVisible(), hidden() > 0);
        if (hidden() == 0)
            return;
        QVERIFY(placeOf(*tools).contains(placeOf(*mark)));
        QVERIFY2(mark->height() >= 16, qPrintable(QString::number(mark->height())));
        const QImage picture = mark->grab().toImage();
        const QColor ground = picture.pixelColor(3, 3);
        int drawn = 0;
        for (int y = 3; y < picture.height() - 3; ++y)
            for (int x = 3; x < picture.width() - 3; ++x)
                drawn += std::abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 60 ? 1 : 0;
        QVERIFY2(drawn > 15, qPrintable(QString::number(drawn)));
        QVERIFY(!mark->accessibleName().isEmpty());
        mark->click();
        QTRY_COMPARE(hidden(), 0);
    }

    void aMessageAndTheMinimapDoNotCover_data() { sizes(); }
    void aMessageAndTheMinimapDoNotCover()
    {
        QFETCH(QSize, size);
        WindowBench bench(m_network);
        open(bench);
        bench.window->resize(size);
        QTRY_COMPARE(bench.window->size(), size);
        Banner& banner = bench.window->banner();
        banner.tell(Severity::Warning, QStringLiteral("The search of this slide stopped at 43 %."),
            {{QStringLiteral("Go on"), [] {}}, {QStringLiteral("Not now"), [] {}}});
        QTRY_VERIFY(banner.isVisible() && banner.height() > 0);
        const SlideCanvas& canvas = bench.window->canvas();
        QTRY_VERIFY(!canvas.minimap()->isVisible() || !placeOf(banner).intersects(placeOf(*canvas.minimap())));
        QVERIFY(QRect({0, 0}, size).contains(placeOf(banner)));
        QList<QRect> pieces;
        for (const auto* button : banner.findChildren<QPushButton*>()) {
            if (!button->isVisible()) // of the message before
                continue;
            QTRY_VERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
            QTRY_VERIFY(QRect({0, 0}, size).contains(placeOf(*button)));
            for (const QRect& other : pieces)
                QVERIFY(!other.intersects(placeOf(*button)));
            pieces.append(placeOf(*button));
        }
        QCOMPARE(pieces.size(), 2);
        const QRect before = canvas.minimap()->geometry();
        const bool mapThere = canvas.minimap()->isVisible();
        banner.dismiss();
        if (mapThere)
            QTRY_VERIFY(canvas.minimap()->geometry().top() < before.top()); // it goes back up
    }

    void docksGoAndComeBack()
    {
        WindowBench bench(m_network);
        open(bench);
        auto* panel = bench.window->findChild<QDockWidget*>(QStringLiteral("panel"));
        SlidesDock& slides = bench.window->slidesDock();
        slides.show();
        QTRY_VERIFY(panel->isVisible() && slides.isVisible());
        bench.window->resize(760, 500);
        QTRY_VERIFY(!slides.isVisible());
        QVERIFY(panel->isVisible());
        const auto* slidesBack = bench.window->findChild<QToolButton*>(slides.objectName() + QStringLiteral("Back"));
        auto* panelBack = bench.window->findChild<QToolButton*>(QStringLiteral("panelBack"));
        QTRY_VERIFY(slidesBack && slidesBack->isVisible() && panelBack && !panelBack->isVisible());
        bench.window->resize(420, 320);
        QTRY_VERIFY(!panel->isVisible());
        QTRY_VERIFY(panelBack->isVisible());
        QVERIFY(QRect({0, 0}, bench.window->size()).contains(placeOf(*panelBack)));
        QVERIFY(panelBack->toolTip().contains(QStringLiteral("panel")));
        panelBack->click(); // whoever wants it has it
        QTRY_VERIFY(panel->isVisible());
        QVERIFY(QRect({0, 0}, bench.window->size()).contains(placeOf(*panel)));
        QVERIFY(!panelBack->isVisible());
        bench.window->actions().panel->trigger();
        QTRY_VERIFY(!panel->isVisible());
        bench.window->resize(1100, 760);
        QTRY_VERIFY(slides.isVisible());
        QVERIFY(!slidesBack->isVisible() && !panelBack->isVisible());
    }

    void aPanelThatThePersonClosedStaysClosed()
    {
        WindowBench bench(m_network);
        open(bench);
        auto* panel = bench.window->findChild<QDockWidget*>(QStringLiteral("panel"));
        bench.window->actions().panel->trigger();
        QTRY_VERIFY(!panel->isVisible());
        bench.window->resize(420, 320);
        bench.window->resize(1100, 760);
        QTest::qWait(50);
        QVERIFY(!panel->isVisible());
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestSmallWindow>(argc, argv);
}
#include "tst_smallwindow.moc"
