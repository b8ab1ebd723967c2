// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/geojsonreader.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/casesession.h"
#include "ui/livecontroller.h"
#include "ui/livepanel.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>

#include <semaphore>
#include <set>

using namespace nb;
using namespace nb::test;
using State = LiveController::State;

namespace
{

/// The largest difference of a channel, 0 to 255; 256 where the sizes differ.
int largestDifference(const QImage& a, const QImage& b)
{
    if (a.size() != b.size())
        return 256;
    int largest = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor p = a.pixelColor(x, y), q = b.pixelColor(x, y);
            for (const int d : {p.red() - q.red(), p.green() - q.green(), p.blue() - q.blue()})
                largest = std::max(largest, std::abs(d));
        }
    return largest;
}

/// Large and small discs in turn: about 480 and 120 pixels.
QString twoSizesPng(const QTemporaryDir& folder)
{
    QImage image(900, 900, QImage::Format_RGB888);
    image.fill(QColor(245, 235, 242));
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(40, 20, 90));
    for (int y = 40, n = 0; y < 880; y += 60)
        for (int x = 40; x < 880; x += 60, ++n)
            painter.drawEllipse(QPoint(x, y), n % 2 == 0 ? 12 : 6, n % 2 == 0 ? 12 : 6);
    painter.end();
    const QString path = folder.filePath(QStringLiteral("sizes.png"));
    return image.save(path) ? path : QString();
}

std::set<Uuid> idsOf(const NucleusSource& nuclei)
{
    std::set<Uuid> ids;
    nuclei.visit({0, 0, 100000, 100000}, [&](const NucleusOutline& nucleus) { return ids.insert(nucleus.id), true; });
    return ids;
}

/// The class of the nucleus that is drawn at a place; -1 where there is none.
int classAt(const WindowBench& bench, const Point& place)
{
    int found = -1;
    const Rect pixel{static_cast<std::int64_t>(place.x), static_cast<std::int64_t>(place.y), 1, 1};
    bench.window->scene().shownNuclei()->visit(pixel, [&](const NucleusOutline& n) { return found = n.classId, true; });
    return found;
}

/// Holds the network's patches until it opens, at the latest at its end: a test that fails must not hang its workers.
class Gate
{
public:
    explicit Gate(FakeNetwork& network)
    {
        network.onCall = [state = m_state] {
            state->entered.release();
            state->go.acquire();
        };
    }
    ~Gate() { open(); }
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    void open() const { m_state->go.release(10000); }
    void awaitPatch() const { m_state->entered.acquire(); }

private:
    struct State {
        std::counting_semaphore<> go{0};
        std::counting_semaphore<> entered{0};
    };
    const std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// The view `side` level-0 pixels wide with its middle at a place.
void lookAt(SlideCanvas& canvas, const QPointF& middle, double side)
{
    ViewTransform view = canvas.view();
    view.centre = middle;
    view.scale = canvas.width() / side;
    canvas.setView(view);
}

} // namespace

class TestLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsAppearWithoutSegmenting();
    void whatLeavesTheScreenIsNotComputed();
    void switchedOffItStops();
    void tooMuchOnTheScreenSaysToZoomIn();
    void hiddenMapsAreNotComputed();
    void aSearchGoesFirst();
    void anotherPixelSizeBeginsAnew();
    void unreadablePlacesAreTold();
    void slidersChangeWhatIsSeenWithoutTheNetwork();
    void aPreviewLeavesTheRestOfTheCaseAsItIs();
    void aCaseOpenedAgainKeepsItsNucleiUntilTheModelLooks();
    void resetBringsBackTheSameNuclei();
    void searchesUseTheSettingAndAreKept();
    void settingsFollowTheViewAndLiveMaps();
    void aSearchOfTheSlideKeepsItsSetting();
    void aRunIsStoredWithItsSetting();
    void anExportHoldsTheCaseAndNotThePreview();
    void cleanup() { m_network->onCall = {}; }

private:
    QTemporaryDir m_folder;
    const std::shared_ptr<FakeNetwork> m_network = std::make_shared<FakeNetwork>();

    void open(WindowBench& bench, const QString& path);
    void segmentView(WindowBench& bench);
    [[nodiscard]] QImage picture(WindowBench& bench);
    [[nodiscard]] QSlider& slider(WindowBench& bench, const char* name)
    {
        return *bench.window->findChild<QSlider*>(QLatin1String(name));
    }
    /// How many are to be seen, the preview among them.
    [[nodiscard]] static std::size_t shown(const WindowBench& bench)
    {
        return idsOf(*bench.window->segmentation().nuclei()).size();
    }
    [[nodiscard]] QString countText(WindowBench& bench)
    {
        return bench.window->findChild<QLabel*>(QStringLiteral("foundCount"))->text();
    }
    /// How many cells of the maps are here that touch level-0 pixels (scale 1).
    [[nodiscard]] int cellsIn(WindowBench& bench, const Rect& area);
};

void TestLive::open(WindowBench& bench, const QString& path)
{
    bench.window->openFile(path);
    QTRY_VERIFY(bench.window->segmentation().recipe());
    bench.window->banner().dismiss();
    QCoreApplication::processEvents(); // the canvas gets its room
}

void TestLive::segmentView(WindowBench& bench)
{
    bench.window->actions().segmentView->trigger();
    QTRY_VERIFY(bench.idle());
}

QImage TestLive::picture(WindowBench& bench)
{
    [&] { QTRY_VERIFY(bench.window->canvas().settled()); }();
    return bench.slidePicture();
}

int TestLive::cellsIn(WindowBench& bench, const Rect& area)
{
    const MapStore& maps = *bench.window->segmentation().maps();
    const Rect cells = maps.grid().cellsOf(area);
    int count = 0;
    for (auto row = cells.y; row < cells.bottom(); ++row)
        for (auto column = cells.x; column < cells.right(); ++column)
            count += maps.has(column, row) ? 1 : 0;
    return count;
}

void TestLive::mapsAppearWithoutSegmenting()
{
    WindowBench bench(m_network);
    open(bench, discsPng(m_folder));
    const QImage before = picture(bench);
    QTest::keyClick(bench.window.get(), Qt::Key_V, Qt::ShiftModifier);
    QVERIFY(bench.window->live().on());
    QVERIFY(bench.window->actions().live->isChecked());
    QVERIFY(bench.window->scene().setting(LayerId::Inside).visible);
    QTRY_COMPARE(bench.window->live().state(), State::Settled);
    QTRY_VERIFY(differingPixels(picture(bench), before) > 500);
    QCOMPARE(bench.found(), std::size_t{0});
    QVERIFY(bench.idle());
    const auto* panel = bench.window->findChild<LivePanel*>();
    QVERIFY(panel && panel->note().contains(QStringLiteral("looked at")));
    QVERIFY(bench.window->findChild<QCheckBox*>(QStringLiteral("live"))->isChecked());
}

void TestLive::whatLeavesTheScreenIsNotComputed()
{
    WindowBench bench(m_network);
    open(bench, discsPng(m_folder, QStringLiteral("large.png"), 4000));
    const Gate gate(*m_network);
    SlideCanvas& canvas = bench.window->canvas();
    lookAt(canvas, {600, 600}, 500);
    bench.window->live().setOn(true);
    gate.awaitPatch();
    gate.awaitPatch();
    lookAt(canvas, {3300, 3300}, 500); // returns at once though both workers are inside of a patch
    QTest::qWait(100); // the view is looked at
    gate.open();
    QTRY_COMPARE(bench.window->live().state(), State::Settled);
    QCOMPARE(cellsIn(bench, {0, 0, 1500, 1500}), 0);
    QVERIFY(cellsIn(bench, {3200, 3200, 200, 200}) > 0);
}

void TestLive::switchedOffItStops()
{
    WindowBench bench(m_network);
    open(bench, discsPng(m_folder, QStringLiteral("large.png"), 4000));
    const Gate gate(*m_network);
    const int before = m_network->calls();
    lookAt(bench.window->canvas(), {2000, 2000}, 1500);
    bench.window->live().setOn(true);
    gate.awaitPatch();
    gate.awaitPatch();
    bench.window->actions().live->trigger();
    QVERIFY(!bench.window->live().on());
    QCOMPARE(bench.window->live().state(), State::Off);
    gate.open();
    QTest::qWait(100);
    QCOMPARE(m_network->calls(), before + 2);
}

void TestLive::tooMuchOnTheScreenSaysToZoomIn()
{
    WindowBench bench(m_network);
    open(bench, discsPng(m_folder, QStringLiteral("large.png"), 4000));
    bench.window->canvas().fit();
    const int before = m_network->calls();
    bench.window->actions().live->trigger();
    QCOMPARE(bench.window->live().state(), State::TooFar);
    QVERIFY(bench.banner().contains(QStringLiteral("Zoom in")));
    QVERIFY(bench.window->findChild<LivePanel*>()->note().contains(QStringLiteral("Zoom in")));
    QCOMPARE(m_network->calls(), before);
    lookAt(bench.window->canvas(), {2000, 2000}, 600);
    QTRY_COMPARE(bench.window->live().state(), State::Settled);
    QVERIFY(m_network->calls() > before);
}

void TestLive::hiddenMapsAreNotComputed()
{
    WindowBench bench(m_network);
    open(bench, discsPng(m_folder));
    bench.window->live().setOn(true);
    QTRY_COMPARE(bench.window->live().state(), State::Settled);
    bench.window->scene().hideHeatmaps();
    QTRY_COMPARE(bench.window->live().state(), State::Hidden);
    bench.window->actions().layers[LayerId::Inside]->trigger();
    QTRY_COMPARE(bench.window->live().state(), State::Settled);
    QVERIFY2(bench.banner().isEmpty(), qPrintable(bench.banner()));
}

void TestLive::aSearchGoesFirst()
{
    WindowBench bench(m_network);
    open(bench, discsPng(m_folder));
    const Gate gate(*m_network);
    bench.window->live().setOn(true);
    bench.window->actions().segmentView->trigger();
    QTRY_COMPARE(bench.window->live().state(), State::Waiting);
    gate.open();
    QTRY_VERIFY(bench.idle());
    QVERIFY(bench.found() > 50);
    QTRY_COMPARE(bench.window->live().state(), State::Settled);
}

void TestLive::anotherPixelSizeBeginsAnew()
{
    WindowBench bench(m_network);
    open(bench, discsPng(m_folder));
    bench.window->live().setOn(true);
    QTRY_COMPARE(bench.window->live().state(), State::Settled);
    const auto before = bench.window->segmentation().maps();
    bench.window->segmentation().setPixelSize(PixelSize{0.5, 0.5});
    QTRY_VERIFY(bench.window->segmentation().maps() && bench.window->segmentation().maps() != before);
    QTRY_COMPARE(bench.window->live().state(), State::Settled);
    QVERIFY(bench.window->segmentation().maps()->generation() > 0);
    bench.window->slides().close();
    QTRY_COMPARE(bench.window->live().state(), State::Waiting);
}

void TestLive::unreadablePlacesAreTold()
{
    class FailingNetwork : public FakeNetwork
    {
    public:
        [[nodiscard]] Status probabilities(
            std::span<const std::uint8_t>, int, int, int, std::span<float>) const override
        {
            return Error{ErrorCode::Invalid, "The weights lead to values that are no numbers", "", "Use another model"};
        }
    };
    WindowBench bench(std::make_shared<FailingNetwork>());
    open(bench, discsPng(m_folder));
    bench.window->live().setOn(true);
    QTRY_VERIFY(bench.banner().contains(QStringLiteral("Use another model")));
}

void TestLive::slidersChangeWhatIsSeenWithoutTheNetwork()
{
    WindowBench bench(m_network);
    open(bench, twoSizesPng(m_folder));
    segmentView(bench);
    const auto all = bench.found();
    QVERIFY(all > 100);
    const QImage before = picture(bench);
    const int calls = m_network->calls();
    slider(bench, "minInsidePx").setValue(300);
    QTRY_COMPARE(bench.window->scene().shownNuclei(), bench.window->segmentation().nuclei());
    QTRY_COMPARE(shown(bench), (all + 1) / 2); // the large ones
    QTRY_VERIFY(countText(bench).startsWith(QStringLiteral("%1 on the screen").arg((all + 1) / 2)));
    QVERIFY2(countText(bench).contains(QStringLiteral("%1 nucle").arg(all)), qPrintable(countText(bench))); // the case
    QTRY_VERIFY(differingPixels(picture(bench), before) > 500);
    slider(bench, "insideAbove").setValue(242); // surer than the network ever is
    QTRY_COMPARE(bench.window->scene().shownNuclei(), bench.window->segmentation().nuclei());
    QTRY_COMPARE(shown(bench), std::size_t{0});
    QCOMPARE(bench.found(), all); // of the case
    QCOMPARE(m_network->calls(), calls);
}

/// What was found elsewhere stays to be seen, and so does what a person did, in its class's colour.
void TestLive::aPreviewLeavesTheRestOfTheCaseAsItIs()
{
    WindowBench bench(m_network);
    open(bench, discsPng(m_folder, QStringLiteral("wide.png"), 3000));
    bench.window->actions().segmentSlide->trigger();
    QTRY_VERIFY(bench.idle());
    const auto& segmentation = bench.window->segmentation();
    const auto all = idsOf(*segmentation.nuclei());
    QVERIFY(all.size() > 2000);
    CaseSession& session = *bench.window->caseSession();
    const auto row = session.readerFactory()().value()->at({580, 580}); // a disc's middle
    QVERIFY(row.ok() && *row);
    Edit edit;
    edit.label = "Change class";
    edit.putClasses.push_back({0, "Lymphocyte", 0x00FF00, ""});
    session.apply(edit);
    QTRY_VERIFY(session.classes().size() > 1);
    edit.putClasses.clear();
    const int lymphocyte = session.classes().back().id;
    edit.changeNuclei.push_back({{**row}, lymphocyte, std::nullopt});
    session.apply(edit);
    QTRY_COMPARE(classAt(bench, {580, 580}), lymphocyte);
    lookAt(bench.window->canvas(), {600, 600}, 600);
    slider(bench, "insideAbove").setValue(242); // surer than the network ever is: nothing is left here
    QTRY_VERIFY(shown(bench) < all.size());
    QTRY_COMPARE(bench.window->scene().shownNuclei(), segmentation.nuclei());
    const auto left = idsOf(*segmentation.nuclei());
    QVERIFY2(left.size() > all.size() - 120, qPrintable(QString::number(left.size())));
    QCOMPARE(classAt(bench, {580, 580}), lymphocyte);
    QCOMPARE(classAt(bench, {2020, 2020}), kNucleusClass); // far away
    QCOMPARE(classAt(bench, {640, 580}), -1);
    slider(bench, "insideAbove").setValue(100);
    QTRY_COMPARE(classAt(bench, {640, 580}), kNucleusClass); // found anew, in the colour that it would be stored with
    QTRY_COMPARE(shown(bench), all.size());
    QCOMPARE(classAt(bench, {580, 580}), lymphocyte);
}

/// It holds reduced maps only, from which no nuclei can be made.
void TestLive::aCaseOpenedAgainKeepsItsNucleiUntilTheModelLooks()
{
    const QString path = twoSizesPng(m_folder);
    std::size_t all = 0;
    {
        WindowBench bench(m_network);
        open(bench, path);
        segmentView(bench);
        all = bench.found();
    }
    WindowBench bench(m_network, WindowBench::Cases::AsLeft);
    open(bench, path);
    QTRY_COMPARE(bench.found(), all);
    QTRY_VERIFY(bench.window->segmentation().maps()->generation() > 0);
    slider(bench, "minInsidePx").setValue(300);
    QTRY_VERIFY2(countText(bench).contains(QStringLiteral("look here again")), qPrintable(countText(bench)));
    QVERIFY2(countText(bench).startsWith(QStringLiteral("%1 nucle").arg(all)), qPrintable(countText(bench)));
    QCOMPARE(bench.found(), all);
    QCOMPARE(bench.window->scene().shownNuclei()->size(), all);
    segmentView(bench); // as it asks for
    QTRY_VERIFY2(countText(bench).startsWith(QStringLiteral("%1 on the screen").arg((all + 1) / 2)),
        qPrintable(countText(bench)));
    QVERIFY(!countText(bench).contains(QStringLiteral("look here again")));
}

void TestLive::resetBringsBackTheSameNuclei()
{
    WindowBench bench(m_network);
    open(bench, twoSizesPng(m_folder));
    segmentView(bench);
    const auto& segmentation = bench.window->segmentation();
    const auto ids = idsOf(*segmentation.nuclei());
    const QImage before = picture(bench);
    QVERIFY(bench.window->segmentation().extractionChoice() == std::nullopt);
    slider(bench, "minInsidePx").setValue(300);
    slider(bench, "insideAbove").setValue(100);
    QTRY_COMPARE(shown(bench), (ids.size() + 1) / 2);
    QPushButton* reset = nullptr;
    for (auto* button : bench.window->findChildren<QPushButton*>())
        reset = button->text().contains(QStringLiteral("Reset")) ? button : reset;
    QVERIFY(reset && reset->isEnabled());
    reset->click();
    QVERIFY(!reset->isEnabled());
    QCOMPARE(slider(bench, "minInsidePx").value(), 10);
    QCOMPARE(slider(bench, "insideAbove").value(), 127);
    QVERIFY(idsOf(*segmentation.nuclei()) == ids);
    QTRY_COMPARE(bench.window->scene().shownNuclei(), bench.window->segmentation().nuclei());
    // One level of 255 where the antialiased line and its edge were painted in other pieces.
    QTRY_VERIFY(largestDifference(picture(bench), before) <= 1);
}

void TestLive::searchesUseTheSettingAndAreKept()
{
    WindowBench bench(m_network);
    open(bench, twoSizesPng(m_folder));
    auto& segmentation = bench.window->segmentation();
    segmentation.chooseExtraction(ExtractionSettings{127, 300});
    segmentView(bench);
    const auto large = bench.found();
    QVERIFY(large > 50);
    segmentation.chooseExtraction(std::nullopt);
    QTRY_COMPARE(bench.found(), large); // they are in the case
    segmentView(bench);
    const auto all = bench.found();
    QVERIFY(all >= 2 * large - 1); // those of the latest search
    segmentation.chooseExtraction(ExtractionSettings{127, 300});
    QTRY_COMPARE(shown(bench), large); // a preview
    segmentation.chooseExtraction(std::nullopt);
    QCOMPARE(bench.found(), all);
}

void TestLive::settingsFollowTheViewAndLiveMaps()
{
    WindowBench bench(m_network);
    open(bench, discsPng(m_folder, QStringLiteral("large.png"), 4000));
    lookAt(bench.window->canvas(), {600, 600}, 600);
    bench.window->segmentation().chooseExtraction(ExtractionSettings{120, 20});
    bench.window->live().setOn(true);
    QTRY_VERIFY(shown(bench) > 40); // from live maps alone
    const auto before = shown(bench);
    lookAt(bench.window->canvas(), {3000, 3000}, 600);
    QTRY_VERIFY(shown(bench) > before + 40);
}

void TestLive::aSearchOfTheSlideKeepsItsSetting()
{
    WindowBench bench(m_network);
    open(bench, twoSizesPng(m_folder));
    const Gate gate(*m_network);
    bench.window->actions().segmentSlide->trigger();
    QVERIFY(!slider(bench, "insideAbove").isEnabled());
    bench.window->segmentation().chooseExtraction(ExtractionSettings{127, 300});
    QVERIFY(!bench.window->segmentation().extractionChoice());
    gate.open();
    QTRY_VERIFY(bench.idle());
    QVERIFY(slider(bench, "insideAbove").isEnabled());
}

void TestLive::aRunIsStoredWithItsSetting()
{
    WindowBench bench(m_network);
    open(bench, twoSizesPng(m_folder));
    bench.window->segmentation().chooseExtraction(ExtractionSettings{127, 300});
    segmentView(bench);
    const auto runs = bench.window->caseSession()
                          ->thread()
                          .ask([](CaseDocument& document) { return document.runs().runs(); })
                          .get();
    QVERIFY(runs.ok() && !runs->empty());
    QVERIFY2(runs->front().settings.settings.find("\"min_inside_px\":300") != std::string::npos,
        runs->front().settings.settings.c_str());
}

void TestLive::anExportHoldsTheCaseAndNotThePreview()
{
    WindowBench bench(m_network);
    open(bench, twoSizesPng(m_folder));
    segmentView(bench);
    const auto all = bench.found();
    slider(bench, "minInsidePx").setValue(300);
    QTRY_COMPARE(shown(bench), (all + 1) / 2);
    const QString path = m_folder.filePath(QStringLiteral("set.geojson"));
    bench.window->exportNuclei(path);
    QTRY_VERIFY(bench.banner().contains(QStringLiteral("set.geojson")));
    std::size_t count = 0;
    const auto summary = readGeoJson(path.toStdString(), [&](GeoJsonFeature&&) { return ++count > 0; });
    QVERIFY(summary.ok());
    QCOMPARE(count, all);
}

int main(int argc, char** argv)
{
    return runWindowTest<TestLive>(argc, argv);
}
#include "tst_live.moc"
