// SPDX-License-Identifier: GPL-3.0-or-later
// The window with the real model on a real slide.
#include "app/window/composition.h"
#include "engine/io/geojsonreader.h"
#include "tests/support/sharedfiles.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"

#include <QElapsedTimer>

#include <ctime>

using namespace nb;
using namespace nb::test;

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRealSlideFromOpeningToExport();
};

void TestWindow::aRealSlideFromOpeningToExport()
{
    NB_NEEDS_SHARED("slides/CMU-1-Small-Region.svs");
    WindowBench bench(Composition().services().loadNetwork);
    MainWindow& window = *bench.window;
    SlideCanvas& canvas = window.canvas();
    window.openFile(QString::fromStdString(sharedPath("slides/CMU-1-Small-Region.svs")));
    QTRY_VERIFY(window.slides().slide());
    QTRY_VERIFY_WITH_TIMEOUT(window.segmentation().recipe(), 60000);
    QVERIFY(bench.banner().isEmpty());
    QVERIFY(window.statusLine().pixelSizeText().contains(QStringLiteral("from the slide")));
    canvas.fitTo(QRectF(600, 900, 800, 600));
    QTRY_VERIFY(canvas.settled());

    QElapsedTimer sinceAsked;
    sinceAsked.start();
    const std::clock_t cpuBefore = std::clock();
    window.actions().segmentView->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(bench.found() > 0, 60000);
    qInfo("the first nuclei came after %lld ms, %.0f ms of processor time",
        static_cast<long long>(sinceAsked.elapsed()),
        1e3 * static_cast<double>(std::clock() - cpuBefore) / CLOCKS_PER_SEC);
    QTRY_VERIFY_WITH_TIMEOUT(bench.idle(), 120000);
    const std::size_t found = bench.found();
    QVERIFY2(found > 30, qPrintable(QString::number(found)));
    const auto picture = [&] {
        [&] { QTRY_VERIFY(canvas.settled()); }();
        return bench.slidePicture();
    };
    const QImage outlined = picture();
    window.actions().layers[LayerId::Outlines]->trigger();
    const QImage plain = picture();
    QVERIFY2(differingPixels(outlined, plain) > 5000, "outlines are not to be seen");
    std::vector<QImage> heatmaps;
    for (const LayerId layer : {LayerId::Background, LayerId::Boundary, LayerId::Inside}) {
        window.actions().layers[layer]->trigger();
        heatmaps.push_back(picture());
        QVERIFY2(differingPixels(heatmaps.back(), plain) > 5000, "a heatmap is not to be seen");
    }
    for (std::size_t i = 0; i < heatmaps.size(); ++i)
        QVERIFY2(differingPixels(heatmaps[i], heatmaps[(i + 1) % heatmaps.size()]) > 5000, "two heatmaps look alike");
    window.actions().hideHeatmaps->trigger();
    QCOMPARE(differingPixels(picture(), plain), 0);

    // A second run is stopped: at once, and no patch begins after those in hand.
    window.actions().segmentSlide->trigger();
    QTRY_VERIFY(window.segmentation().status().done > 0);
    QElapsedTimer timer;
    timer.start();
    window.actions().stop->trigger();
    const auto took = timer.elapsed();
    QVERIFY(bench.idle());
    QVERIFY(bench.jobs.busy()); // it did not wait for the patch in hand
    QTRY_VERIFY_WITH_TIMEOUT(!bench.jobs.busy(), 20000);
    qInfo("stopping returned after %lld ms", static_cast<long long>(took));
    QVERIFY(bench.found() >= found);
    const quint64 kept = window.segmentation().maps()->generation();

    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("nuclei.geojson"));
    window.exportNuclei(path);
    QTRY_VERIFY(bench.banner().contains(QStringLiteral("nuclei.geojson")));
    std::size_t read = 0;
    const auto summary = readGeoJson(path.toStdString(), [&](GeoJsonFeature&& feature) {
        read += feature.shape.empty() ? 0 : 1;
        return true;
    });
    QVERIFY(summary.ok());
    QCOMPARE(read, bench.found());
    QCOMPARE(quint64{window.segmentation().maps()->generation()}, kept); // no patch came after those in hand
}

int main(int argc, char** argv)
{
    return runWindowTest<TestWindow>(argc, argv);
}
#include "tst_window.moc"
