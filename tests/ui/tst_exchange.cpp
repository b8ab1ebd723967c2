// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other programs in the window: the dialog asks, the case goes out and comes in, failures are told.
#include "engine/io/geojsonreader.h"
#include "engine/io/labelimage.h"
#include "tests/engine/io/geojsonsamples.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/casesession.h"
#include "ui/exchangecontroller.h"
#include "ui/exportdialog.h"
#include "ui/nucleusselection.h"
#include "widgets/minimap.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

using namespace nb;
using namespace nb::test;

namespace
{

/// The words of the dialog and its fields, as a person finds them.
struct DialogHand {
    explicit DialogHand(ExportDialog* of)
        : dialog(of)
        , path(of->findChild<QLineEdit*>())
        , what(of->findChildren<QComboBox*>().at(0))
        , format(of->findChildren<QComboBox*>().at(1))
    {
        const auto buttons = of->findChild<QDialogButtonBox*>()->buttons();
        for (QAbstractButton* button : buttons)
            if (of->findChild<QDialogButtonBox*>()->buttonRole(button) == QDialogButtonBox::AcceptRole)
                accept = button;
    }
    void choose(ExportFormat wanted) const { format->setCurrentIndex(format->findData(static_cast<int>(wanted))); }

    ExportDialog* dialog;
    QLineEdit* path;
    QComboBox* what;
    QComboBox* format;
    QAbstractButton* accept = nullptr;
};

Edit twoNuclei()
{
    Edit edit;
    edit.label = "Draw";
    for (int i = 0; i < 2; ++i) {
        NucleusRecord record;
        record.id[0] = static_cast<std::uint8_t>(i + 1);
        record.shape = {Polygon{{{100.0 + 200 * i, 100}, {130.0 + 200 * i, 100}, {130.0 + 200 * i, 130}}, {}}};
        record.measurements = notMeasured();
        edit.putNuclei.push_back(record);
    }
    RegionRecord region;
    region.id[0] = 9;
    region.name = "Field";
    region.shape = {Polygon{{{50, 50}, {200, 50}, {200, 200}, {50, 200}}, {}}};
    edit.putRegions.push_back(region);
    return edit;
}

} // namespace

class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theDialogProposesAndSaysWhatIsWrong();
    void writesWhatTheDialogAsksFor();
    void importsWhatIsDroppedAndUndoTakesItBack();
    void labelsOfAnotherSizeAreTold();
    void aFinerPictureHasMorePixelsAndLeavesTheViewAlone();

private:
    void open();
    [[nodiscard]] ExportDialog* ask();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowBench> m_bench;
};

void TestExchange::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<WindowBench>(std::make_shared<FakeNetwork>());
    open();
}

void TestExchange::cleanup()
{
    m_bench.reset();
}

void TestExchange::open()
{
    m_bench->window->openFile(discsPng(*m_folder));
    QTRY_VERIFY(m_bench->window->caseSession());
    bool done = false;
    m_bench->window->caseSession()->apply(twoNuclei(), this, [&done](const auto& outcome) { done = outcome.ok(); });
    QTRY_VERIFY(done);
    QTRY_COMPARE(m_bench->window->caseSession()->nuclei()->size(), std::size_t{2});
}

ExportDialog* TestExchange::ask()
{
    m_bench->window->actions().exportNuclei->trigger();
    return m_bench->window->findChild<ExportDialog*>();
}

void TestExchange::theDialogProposesAndSaysWhatIsWrong()
{
    ExportDialog* dialog = ask();
    QVERIFY(dialog);
    const DialogHand hand(dialog);
    hand.choose(ExportFormat::GeoJson);
    QCOMPARE(hand.path->text(), m_folder->filePath(QStringLiteral("discs.geojson")));
    QVERIFY(hand.accept->isEnabled());
    hand.choose(ExportFormat::Csv);
    QCOMPARE(hand.path->text(), m_folder->filePath(QStringLiteral("discs.csv")));
    QVERIFY(hand.what->findText(QStringLiteral("Field"), Qt::MatchContains) >= 0);
    hand.choose(ExportFormat::Picture);
    QVERIFY(!hand.what->isEnabled());
    QTest::keyClick(hand.path, Qt::Key_End);
    QTest::keyClicks(hand.path, QStringLiteral("x"));
    QVERIFY2(!hand.accept->isEnabled(), "a picture has to end in .png or .tif");
    hand.path->setText(m_folder->filePath(QStringLiteral("discs.png")));
    QVERIFY2(!hand.accept->isEnabled(), "the slide would be written over");
    hand.path->setText(QStringLiteral("/nowhere/at/all/a.png"));
    QVERIFY(!hand.accept->isEnabled());
    QFile there(m_folder->filePath(QStringLiteral("there.png")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    hand.path->setText(there.fileName());
    QVERIFY(hand.accept->isEnabled());
    QCOMPARE(hand.accept->text(), QStringLiteral("Replace"));
    dialog->reject();
}

void TestExchange::writesWhatTheDialogAsksFor()
{
    NucleusSelection& selection = m_bench->window->selection();
    const auto reader = m_bench->window->caseSession()->readerFactory()();
    const auto rows = (*reader)->sorted("", false, {});
    selection.set({rows->front()});
    const DialogHand hand(ask());
    hand.choose(ExportFormat::GeoJson);
    QCOMPARE(hand.what->currentIndex(), 1); // what is chosen
    hand.accept->click();
    QTRY_VERIFY(m_bench->banner().contains(QStringLiteral("discs.geojson")));
    int nuclei = 0;
    QVERIFY(
        readGeoJson(m_folder->filePath(QStringLiteral("discs.geojson")).toStdString(), [&](GeoJsonFeature&& feature) {
            nuclei += feature.object == GeoJsonObject::Annotation ? 1 : 0; // drawn
            return true;
        }).ok());
    QCOMPARE(nuclei, 1);
    QTRY_VERIFY(!m_bench->window->findChild<ExportDialog*>());
    const DialogHand labels(ask());
    labels.what->setCurrentIndex(0);
    labels.choose(ExportFormat::Labels);
    labels.accept->click();
    QTRY_VERIFY(m_bench->banner().contains(QStringLiteral("discs.labels.tif")));
    const auto image = readLabelImage(m_folder->filePath(QStringLiteral("discs.labels.tif")).toStdString());
    QVERIFY(image.ok());
    QCOMPARE(image->width, 900);
    QCOMPARE(image->at(325, 104), 2U);
}

void TestExchange::importsWhatIsDroppedAndUndoTakesItBack()
{
    MainWindow& window = *m_bench->window;
    const QString path = m_folder->filePath(QStringLiteral("from-qupath.geojson"));
    putFile(path.toStdString(), collection(kQuPathAnnotation + "," + kQuPathDetection + ",7"));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    QTRY_COMPARE(window.caseSession()->nuclei()->size(), std::size_t{4});
    QTRY_VERIFY(m_bench->banner().contains(QStringLiteral("1 of 3 objects were left out")));
    QTRY_VERIFY(window.caseSession()->undoLabel().contains(QStringLiteral("from-qupath.geojson")));
    window.caseSession()->undo();
    QTRY_COMPARE(window.caseSession()->nuclei()->size(), std::size_t{2});
}

void TestExchange::labelsOfAnotherSizeAreTold()
{
    MainWindow& window = *m_bench->window;
    const QString path = m_folder->filePath(QStringLiteral("a.labels.png"));
    QImage labels(70, 60, QImage::Format_Grayscale16);
    labels.fill(1);
    QVERIFY(labels.save(path));
    window.exchange().read(path, window.caseSession());
    QTRY_VERIFY(m_bench->banner().contains(QStringLiteral("70 x 60")));
    QCOMPARE(window.caseSession()->nuclei()->size(), std::size_t{2});
}

void TestExchange::aFinerPictureHasMorePixelsAndLeavesTheViewAlone()
{
    MainWindow& window = *m_bench->window;
    const QString path = m_folder->filePath(QStringLiteral("view.png"));
    ExportRequest request;
    request.format = ExportFormat::Picture;
    request.path = path;
    request.finer = 2;
    window.exchange().write(request, window.caseSession(), nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->banner().contains(QStringLiteral("view.png")), 20000);
    const QImage picture(path);
    QCOMPARE(picture.width(), window.canvas().width() * 2); // its height changes with the banner that tells of it
    QCOMPARE(window.canvas().pixelRatio(), window.canvas().devicePixelRatioF());
    QVERIFY(!window.canvas().minimap()->isHidden());
    const QColor middle = picture.pixelColor(picture.width() / 2, picture.height() / 2);
    QVERIFY2(middle.lightness() > 20, "the slide is in it");
}

int main(int argc, char** argv)
{
    return runWindowTest<TestExchange>(argc, argv);
}
#include "tst_exchange.moc"
