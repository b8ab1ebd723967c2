// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/geojsonreader.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/exchangecontroller.h"

#include <QAccessible>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>

#include <semaphore>

using namespace nb;
using namespace nb::test;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstNucleusIsTwoClicksFromTheStartPage();
    void outlinesAndHeatmapsCanBeSeenAndHidden();
    void cancelReturnsAtOnceAndNoFurtherPatchStarts();
    void escapeStops();
    void whatWasFoundBeforeStoppingStays();
    void closingWhileSearchingIsClean();
    void aSearchAskedForBeforeTheModelIsThereStartsWithIt();
    void badFilesAreToldInTheBanner_data();
    void badFilesAreToldInTheBanner();
    void aBadFileLeavesTheOpenSlideAlone();
    void aSlideWithoutReadablePixelsIsTold();
    void aModelThatCannotBeLoadedIsToldAndTheSlideIsShown();
    void aDroppedSlideOpens();
    void anAssumedPixelSizeIsToldAndCanBeSet();
    void exportedNucleiCanBeReadBack();
    void anUnwritableExportIsTold();
    void nucleiOfABrokenFileAreTold();
    void regionsOfAFileAreNoNuclei();
    void aSearchOfTheViewLeavesThatOfTheSlideAlone_data();
    void aSearchOfTheViewLeavesThatOfTheSlideAlone();
    void statusLineTellsPlaceAndProbabilities();
    void everythingHasANameForScreenReaders();

private:
    QTemporaryDir m_folder;
    const std::shared_ptr<FakeNetwork> m_network = std::make_shared<FakeNetwork>();

    void open(WindowBench& bench);
    void segmentView(WindowBench& bench);
};

/// Opens the discs and waits until they can be searched.
void TestMainWindow::open(WindowBench& bench)
{
    bench.window->openFile(discsPng(m_folder));
    QTRY_VERIFY(bench.window->segmentation().recipe());
}

void TestMainWindow::segmentView(WindowBench& bench)
{
    bench.window->actions().segmentView->trigger();
    QTRY_VERIFY(bench.idle());
    QVERIFY(bench.found() > 50);
}

void TestMainWindow::firstNucleusIsTwoClicksFromTheStartPage()
{
    {
        WindowBench before(m_network);
        open(before); // so that it is among the recent slides
    }
    WindowBench bench(m_network);
    auto* recent = bench.window->findChild<QListWidget*>();
    QVERIFY(recent && recent->isVisible() && recent->count() >= 1);
    const QRect item = recent->visualItemRect(recent->item(0));
    QTest::mouseClick(recent->viewport(), Qt::LeftButton, {}, item.center());
    QTRY_VERIFY(bench.window->canvas().isVisible());
    auto* primary = bench.window->findChild<QPushButton*>(QStringLiteral("primary"));
    const auto buttons = bench.window->findChildren<QPushButton*>(QStringLiteral("primary"));
    for (auto* button : buttons)
        if (button->isVisible())
            primary = button;
    QVERIFY(primary->isVisible() && primary->isEnabled());
    QTest::mouseClick(primary, Qt::LeftButton);
    QTRY_VERIFY(bench.found() > 0);
}

void TestMainWindow::outlinesAndHeatmapsCanBeSeenAndHidden()
{
    WindowBench bench(m_network);
    open(bench);
    segmentView(bench);
    SlideCanvas& canvas = bench.window->canvas();
    canvas.setFocus();
    const auto picture = [&] {
        [&] { QTRY_VERIFY(canvas.settled()); }();
        return bench.slidePicture();
    };
    const QImage outlined = picture();
    QTest::keyClick(bench.window.get(), Qt::Key_D);
    const QImage plain = picture();
    QVERIFY2(differingPixels(outlined, plain) > 500, "outlines are not to be seen");
    QImage former = plain;
    for (const auto key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
        QTest::keyClick(bench.window.get(), key);
        const QImage heat = picture();
        QVERIFY2(differingPixels(heat, plain) > 500, "a heatmap is not to be seen");
        QVERIFY2(differingPixels(heat, former) > 500, "two heatmaps look the same");
        former = heat;
    }
    QTest::keyClick(bench.window.get(), Qt::Key_0);
    QCOMPARE(differingPixels(picture(), plain), 0);
}

void TestMainWindow::cancelReturnsAtOnceAndNoFurtherPatchStarts()
{
    const auto network = std::make_shared<FakeNetwork>();
    WindowBench bench(network);
    open(bench);
    std::counting_semaphore<> go(0), entered(0);
    network->onCall = [&] {
        entered.release();
        go.acquire();
    };
    bench.window->actions().segmentSlide->trigger();
    entered.acquire(); // both workers are inside of a patch
    entered.acquire();
    bench.window->actions().stop->trigger(); // would hang here if it waited for them
    QVERIFY(bench.idle());
    QVERIFY(!bench.window->actions().stop->isEnabled());
    const int started = network->calls();
    QCOMPARE(started, 2);
    go.release(1000);
    QTRY_VERIFY(!bench.jobs.busy());
    QCOMPARE(network->calls(), started);
}

void TestMainWindow::escapeStops()
{
    const auto network = std::make_shared<FakeNetwork>();
    WindowBench bench(network);
    open(bench);
    std::counting_semaphore<> go(0);
    network->onCall = [&] { go.acquire(); };
    bench.window->actions().segmentSlide->trigger();
    QVERIFY(!bench.idle());
    QTest::keyClick(bench.window.get(), Qt::Key_Escape);
    QVERIFY(bench.idle());
    go.release(1000);
}

void TestMainWindow::whatWasFoundBeforeStoppingStays()
{
    const auto network = std::make_shared<FakeNetwork>();
    WindowBench bench(network);
    open(bench);
    std::counting_semaphore<> go(0);
    network->onCall = [&] {
        if (network->calls() > 14)
            go.acquire();
    };
    bench.window->actions().segmentView->trigger();
    QTRY_VERIFY(bench.found() > 0);
    bench.window->actions().stop->trigger();
    QVERIFY(bench.found() > 0);
    go.release(1000);
}

void TestMainWindow::closingWhileSearchingIsClean()
{
    const auto network = std::make_shared<FakeNetwork>();
    std::counting_semaphore<> entered(0);
    {
        WindowBench bench(network);
        open(bench);
        network->onCall = [&] { entered.release(); };
        bench.window->actions().segmentSlide->trigger();
        entered.acquire();
        QVERIFY(bench.window->close());
    } // joins; a use of what is gone would crash here
    QVERIFY(network->calls() >= 1);
}

void TestMainWindow::aSearchAskedForBeforeTheModelIsThereStartsWithIt()
{
    std::binary_semaphore go(0);
    WindowBench bench([&]() -> Result<std::shared_ptr<const Network>> {
        go.acquire();
        return std::shared_ptr<const Network>(m_network);
    });
    bench.window->openFile(discsPng(m_folder));
    QTRY_VERIFY(bench.window->slides().slide());
    bench.window->actions().segmentView->trigger();
    QVERIFY(bench.window->segmentation().activity() == SegmentationController::Activity::Preparing);
    QCOMPARE(bench.found(), std::size_t{0});
    go.release();
    QTRY_VERIFY(bench.found() > 0);
}

void TestMainWindow::badFilesAreToldInTheBanner_data()
{
    QTest::addColumn<QString>("path");
    const auto write = [this](const QString& name, const QByteArray& bytes) {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    };
    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("missing.svs"));
    QTest::newRow("directory") << m_folder.path();
    QTest::newRow("empty") << write(QStringLiteral("empty.svs"), {});
    QTest::newRow("text") << write(QStringLiteral("text.svs"), "This is no slide.\n");
    QTest::newRow("text as PNG") << write(QStringLiteral("text.png"), "This is no picture.\n");
    for (const char* name : {"unopenable.tiff", "broken.svs"})
        QTest::newRow(name) << QString::fromStdString(sharedPath(std::string("slides/") + name));
}

void TestMainWindow::badFilesAreToldInTheBanner()
{
    QFETCH(QString, path);
    if (QLatin1String(QTest::currentDataTag()).contains(QLatin1String("unopenable")))
        NB_NEEDS_SHARED("slides/unopenable.tiff");
    if (QLatin1String(QTest::currentDataTag()).contains(QLatin1String("broken")))
        NB_NEEDS_SHARED("slides/broken.svs");
    WindowBench bench(m_network);
    bench.window->openFile(path);
    QTRY_VERIFY(!bench.banner().isEmpty());
    QVERIFY(bench.window->banner().severity() == Severity::Failure);
    QVERIFY2(bench.banner().contains(QFileInfo(path).fileName()), qPrintable(bench.banner()));
    QVERIFY(!bench.window->slides().slide());
    QVERIFY(QApplication::activeModalWidget() == nullptr);
}

void TestMainWindow::aBadFileLeavesTheOpenSlideAlone()
{
    WindowBench bench(m_network);
    open(bench);
    segmentView(bench);
    const auto before = bench.found();
    bench.window->openFile(m_folder.filePath(QStringLiteral("missing.svs")));
    QTRY_VERIFY(bench.banner().contains(QStringLiteral("missing.svs")));
    QVERIFY(bench.window->slides().slide());
    QVERIFY(bench.window->canvas().isVisible());
    QCOMPARE(bench.found(), before);
}

void TestMainWindow::aSlideWithoutReadablePixelsIsTold()
{
    NB_NEEDS_SHARED("slides/unreadable.svs");
    WindowBench bench(m_network);
    bench.window->openFile(QString::fromStdString(sharedPath("slides/unreadable.svs")));
    QTRY_VERIFY(!bench.banner().isEmpty());
    QVERIFY(bench.window->banner().severity() == Severity::Failure);
    bench.window->actions().segmentView->trigger(); // asks for the impossible: told again, nothing hangs
    QTRY_VERIFY(bench.idle());
}

void TestMainWindow::aModelThatCannotBeLoadedIsToldAndTheSlideIsShown()
{
    WindowBench bench([]() -> Result<std::shared_ptr<const Network>> {
        return Error{ErrorCode::Invalid, "The model file is damaged", "nb16.safetensors", "Install the program again"};
    });
    bench.window->openFile(discsPng(m_folder));
    QTRY_VERIFY(bench.banner().contains(QStringLiteral("The model file is damaged")));
    QTRY_VERIFY(bench.window->canvas().isVisible() && bench.window->canvas().settled());
    bench.window->banner().dismiss();
    bench.window->actions().segmentView->trigger();
    QTRY_VERIFY(bench.banner().contains(QStringLiteral("Install the program again")));
    QVERIFY(bench.idle());
}

void TestMainWindow::aDroppedSlideOpens()
{
    WindowBench bench(m_network);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(discsPng(m_folder))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.window.get(), &drop);
    QTRY_VERIFY(bench.window->slides().slide());
    QVERIFY(bench.window->windowTitle().contains(QStringLiteral("discs.png")));
}

void TestMainWindow::anAssumedPixelSizeIsToldAndCanBeSet()
{
    WindowBench bench(m_network);
    open(bench);
    QVERIFY(bench.window->banner().severity() == Severity::Warning);
    QVERIFY(bench.banner().contains(QStringLiteral("µm/px")));
    QVERIFY(bench.window->statusLine().pixelSizeText().contains(QStringLiteral("assumed")));
    segmentView(bench);
    bench.window->segmentation().setPixelSize(PixelSize{0.5, 0.5});
    QTRY_COMPARE(bench.found(), std::size_t{0}); // those of another size are no longer true
    QTRY_VERIFY(bench.window->segmentation().recipe());
    QCOMPARE(bench.window->segmentation().recipe()->pixelSize.x, 0.5);
    QVERIFY(bench.window->statusLine().pixelSizeText().contains(QStringLiteral("set by you")));
    QCOMPARE(bench.window->canvas().pixelSize()->x, 0.5);
    segmentView(bench);
}

void TestMainWindow::exportedNucleiCanBeReadBack()
{
    WindowBench bench(m_network);
    open(bench);
    segmentView(bench);
    const auto count = bench.found();
    const QString path = m_folder.filePath(QStringLiteral("out.geojson"));
    bench.window->exportNuclei(path);
    QTRY_VERIFY(bench.banner().contains(QStringLiteral("out.geojson")));
    std::size_t read = 0;
    const auto summary = readGeoJson(path.toStdString(), [&](GeoJsonFeature&& feature) {
        read += feature.object == GeoJsonObject::Detection && feature.className == "Nucleus" ? 1 : 0;
        return true;
    });
    QVERIFY(summary.ok());
    QCOMPARE(read, count);

    bench.window->slides().close();
    QDir(CaseController::unsavedFolder()).removeRecursively();
    bench.window->openFile(discsPng(m_folder), path);
    QTRY_VERIFY(bench.window->caseSession());
    QTRY_COMPARE(bench.found(), count);
    segmentView(bench); // finds the same nuclei again: none is there twice
    QCOMPARE(bench.found(), count);
}

void TestMainWindow::anUnwritableExportIsTold()
{
    WindowBench bench(m_network);
    open(bench);
    segmentView(bench);
    bench.window->exportNuclei(QStringLiteral("/nowhere/at/all/out.geojson"));
    QTRY_VERIFY(bench.window->banner().severity() == Severity::Failure);
    QVERIFY(bench.banner().contains(QStringLiteral("not exported")));
}

void TestMainWindow::nucleiOfABrokenFileAreTold()
{
    WindowBench bench(m_network);
    open(bench);
    QFile file(m_folder.filePath(QStringLiteral("broken.geojson")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"type\":\"Feature");
    file.close();
    bench.window->banner().dismiss();
    QTRY_VERIFY(bench.window->caseSession());
    bench.window->exchange().read(file.fileName(), bench.window->caseSession());
    QTRY_VERIFY(!bench.banner().isEmpty());
    QVERIFY(bench.banner().contains(QStringLiteral("broken.geojson")));
}

void TestMainWindow::regionsOfAFileAreNoNuclei()
{
    WindowBench bench(m_network);
    open(bench);
    QFile file(m_folder.filePath(QStringLiteral("regions.geojson")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto square = [](int side, const QByteArray& properties) {
        const QByteArray s = QByteArray::number(side);
        return R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[)" + s + ",0],[" + s + ',' + s
            + "],[0," + s + R"(],[0,0]]]},"properties":{)" + properties + "}}";
    };
    file.write(R"({"type":"FeatureCollection","features":[)"
        + square(800, R"("objectType":"annotation","classification":{"name":"Tumor"})") + ','
        + square(20, R"("objectType":"detection","classification":{"name":"Nucleus"})") + ','
        + square(30, R"("objectType":"annotation","classification":{"name":"Nucleus"})") + "]}");
    file.close();
    QTRY_VERIFY(bench.window->caseSession());
    bench.window->exchange().read(file.fileName(), bench.window->caseSession());
    QTRY_VERIFY(bench.found() > 0);
    QCOMPARE(bench.found(), std::size_t{2}); // the detection and its correction
}

void TestMainWindow::aSearchOfTheViewLeavesThatOfTheSlideAlone_data()
{
    QTest::addColumn<bool>("caseIsThere"); // else the search of the slide has yet to begin
    QTest::newRow("running") << true;
    QTest::newRow("waiting for its case") << false;
}

void TestMainWindow::aSearchOfTheViewLeavesThatOfTheSlideAlone()
{
    QFETCH(bool, caseIsThere);
    std::counting_semaphore<> go(0); // outlives the workers that wait for it
    const auto network = std::make_shared<FakeNetwork>();
    network->onCall = [&] { go.acquire(); };
    WindowBench bench(network);
    open(bench);
    auto& segmentation = bench.window->segmentation();
    if (caseIsThere)
        QTRY_VERIFY(bench.window->caseSession());
    else
        segmentation.setCase(nullptr, true);
    bench.window->actions().segmentSlide->trigger();
    bench.window->banner().clear();
    bench.window->actions().segmentView->trigger();
    QVERIFY(!bench.banner().isEmpty());
    if (!caseIsThere) {
        QTRY_VERIFY(bench.window->caseSession());
        segmentation.setCase(bench.window->caseSession());
    }
    QCOMPARE(segmentation.activity(), SegmentationController::Activity::Slide);
    bench.window->actions().stop->trigger();
    go.release(1000);
}

void TestMainWindow::statusLineTellsPlaceAndProbabilities()
{
    WindowBench bench(m_network);
    open(bench);
    segmentView(bench);
    Q_EMIT bench.window->canvas().hovered({100.5, 100.5}); // the middle of a disc
    const StatusLine& status = bench.window->statusLine();
    QVERIFY2(status.placeText().contains(QStringLiteral("x 100, y 100 px")), qPrintable(status.placeText()));
    QVERIFY2(status.placeText().contains(QStringLiteral("25.1")), qPrintable(status.placeText())); // µm at 0.25
    QVERIFY2(status.probabilitiesText().contains(QStringLiteral("inside")), qPrintable(status.probabilitiesText()));
    Q_EMIT bench.window->canvas().hovered({-5, 10});
    QVERIFY(status.placeText().isEmpty());
}

void TestMainWindow::everythingHasANameForScreenReaders()
{
    WindowBench bench(m_network);
    open(bench);
    QStringList nameless;
    for (const auto* widget : bench.window->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        const bool container
            = qobject_cast<const QAbstractScrollArea*>(widget) && !qobject_cast<const QListWidget*>(widget);
        if (spoken && !container && spoken->text(QAccessible::Name).isEmpty())
            nameless.append(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1String(", "))));
}

int main(int argc, char** argv)
{
    return runWindowTest<TestMainWindow>(argc, argv);
}
#include "tst_mainwindow.moc"
