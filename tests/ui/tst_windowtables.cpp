// SPDX-License-Identifier: GPL-3.0-or-later
// The dock below the slide in the whole window.
#include "tests/support/casefixture.h"
#include "tests/support/modelfiles.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowtest.h"
#include "ui/casesession.h"
#include "ui/modelshelf.h"
#include "ui/modelspanel.h"
#include "ui/nucleusselection.h"
#include "ui/tables/evaluationpanel.h"
#include "ui/tables/nucleichoice.h"
#include "ui/tables/nucleustablemodel.h"
#include "ui/tables/nucleustablepanel.h"
#include "ui/tables/nucleustableview.h"
#include "ui/tables/tablesdock.h"
#include "ui/tables/windowevaluation.h"
#include "ui/teachpanel.h"
#include "ui/windowteach.h"
#include "ui/workstatus.h"
#include "widgets/findinglayer.h"

#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

class TestWindowTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aKeyOpensTheTableOfTheSlidesNuclei();
    void aNucleusOfTheTableIsShownOnTheSlide();
    void editsAndUndoAreFollowed();
    void mistakesAreDrawnOnTheSlide();
    void theTableGoesWithTheSlide();
    void anotherPixelSizeReachesTheTables();
    void aModelIsJudgedByTheCheckedRegions();
    void anEvaluationIsSeenInTheStatusLineAndStopped();
    void theTabTeachLeadsToTheEvaluationOfItsModel();

private:
    /// Nuclei where the first discs of the slide are, but one that is not there, in a checked region of four discs.
    void drawTruth()
    {
        nb::Edit edit;
        edit.label = "Draw";
        for (int i = 0; i < 3; ++i)
            edit.putNuclei.push_back(nb::test::nucleus(static_cast<std::uint64_t>(i), 100 + 60 * i, 100, 11));
        edit.putNuclei.push_back(nb::test::nucleus(3, 130, 160, 11)); // between discs
        nb::RegionRecord region;
        region.id = nb::test::uuidOf(9);
        region.name = "A";
        region.checked = true;
        region.shape = {{{{70, 70}, {310, 70}, {310, 190}, {70, 190}}, {}}};
        edit.putRegions.push_back(region);
        session().apply(edit);
        QTRY_COMPARE(session().regions().size(), std::size_t(1));
    }
    [[nodiscard]] nb::WorkStatus& status() const
    {
        return m_bench->window->findChild<nb::WindowEvaluation*>()->status();
    }
    /// Keeps the model among the person's; it is the one in use.
    std::string keepModel()
    {
        const auto kept = nb::ModelStore(nb::ModelShelf::folder().toStdString(), "").add(nb::test::randomModel(4));
        nb::ModelShelf& shelf = m_bench->window->teach().shelf();
        shelf.refresh();
        [&] { QTRY_VERIFY(shelf.find(kept->info.hash)); }();
        shelf.setInUse(kept->info.hash);
        return kept->info.hash;
    }
    [[nodiscard]] nb::TablesDock& dock() const { return *m_bench->window->findChild<nb::TablesDock*>(); }
    [[nodiscard]] nb::CaseSession& session() const { return *m_bench->window->caseSession(); }
    [[nodiscard]] nb::NucleusTableModel& model() const { return dock().table().model(); }
    void openTable() { QTest::keySequence(m_bench->window.get(), QKeySequence(QStringLiteral("Ctrl+T"))); }
    void addNuclei(int count)
    {
        nb::Edit edit;
        edit.label = "Draw";
        for (int i = 0; i < count; ++i)
            edit.putNuclei.push_back(nb::test::nucleus(static_cast<std::uint64_t>(i), 40 + 60 * i, 40));
        session().apply(edit);
    }
    QTemporaryDir m_folder;
    int m_slides = 0;
    std::shared_ptr<nb::test::FakeNetwork> m_network;
    std::unique_ptr<nb::test::WindowBench> m_bench;
};

void TestWindowTables::init()
{
    QSettings().clear();
    m_network = std::make_shared<nb::test::FakeNetwork>();
    m_bench = std::make_unique<nb::test::WindowBench>(m_network, nb::test::WindowBench::Cases::None,
        [network = m_network](const nb::ModelFile&) -> nb::Result<std::shared_ptr<const nb::Network>> {
            return std::shared_ptr<const nb::Network>(network);
        });
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
    // Each test has a slide of its own, because a slide's case is kept.
    ++m_slides;
    const QString path = nb::test::discsPng(m_folder, QStringLiteral("%1.png").arg(m_slides), 800 + m_slides);
    QVERIFY(!path.isEmpty());
    QVERIFY(dock().isHidden());
    m_bench->window->openFile(path);
    QTRY_VERIFY(m_bench->window->caseSession());
}

void TestWindowTables::cleanup()
{
    m_bench.reset();
}

void TestWindowTables::aKeyOpensTheTableOfTheSlidesNuclei()
{
    QVERIFY(dock().isHidden());
    addNuclei(8);
    openTable();
    QVERIFY(dock().isVisible());
    QTRY_COMPARE(model().rowCount(), 8);
    QVERIFY(dock().table().view().hasFocus());
    if (qEnvironmentVariableIsSet("NB_PICTURES")) {
        QTRY_VERIFY(model().complete());
        m_bench->window->grab().save(qEnvironmentVariable("NB_PICTURES") + QStringLiteral("/table.png"));
    }
    openTable();
    QVERIFY(dock().isHidden());
}

void TestWindowTables::aNucleusOfTheTableIsShownOnTheSlide()
{
    addNuclei(8);
    openTable();
    QTRY_COMPARE(model().rowCount(), 8);
    dock().table().view().setCurrentIndex(model().index(5, 0));
    QTest::keyClick(&dock().table().view(), Qt::Key_Return);
    const QPointF place(40 + 60 * 5, 40);
    QTRY_VERIFY(QLineF(m_bench->window->canvas().view().centre, place).length() < 3);
    QVERIFY(m_bench->window->selection().single());
}

void TestWindowTables::editsAndUndoAreFollowed()
{
    openTable();
    QVERIFY(dock().table().findChild<QLabel*>(QStringLiteral("faint"))->isVisible());
    addNuclei(8);
    QTRY_COMPARE(model().rowCount(), 8);
    session().undo();
    QTRY_COMPARE(model().rowCount(), 0);
    openTable(); // hidden it reads nothing
    session().redo();
    QTRY_COMPARE(session().history().size(), std::size_t(1));
    QCOMPARE(model().rowCount(), 0);
    openTable();
    QTRY_COMPARE(model().rowCount(), 8);
}

void TestWindowTables::mistakesAreDrawnOnTheSlide()
{
    // The truth is a drawn region's nuclei; the file that is judged knows one of them, cuts one and invents one.
    nb::Edit edit;
    edit.label = "Draw";
    for (int i = 0; i < 4; ++i)
        edit.putNuclei.push_back(nb::test::nucleus(static_cast<std::uint64_t>(i), 100 + 120 * i, 100, 30));
    nb::RegionRecord region;
    region.id = nb::test::uuidOf(9);
    region.name = "A";
    region.checked = true;
    region.shape = {{{{20, 20}, {560, 20}, {560, 360}, {20, 360}}, {}}};
    edit.putRegions.push_back(region);
    session().apply(edit);
    QTRY_COMPARE(session().regions().size(), std::size_t(1));
    QFile judged(m_folder.filePath(QStringLiteral("judged.geojson")));
    QVERIFY(judged.open(QIODevice::WriteOnly));
    QByteArray features;
    for (const QRect& box :
        {QRect(75, 75, 50, 50), QRect(195, 75, 25, 50), QRect(222, 75, 25, 50), QRect(300, 250, 50, 50)})
        features += QStringLiteral("%1{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%2,%"
                                   "3],[%4,%3],[%4,%5],[%2,%5],"
                                   "[%2,%3]]]},\"properties\":{\"objectType\":\"detection\"}}")
                        .arg(features.isEmpty() ? QString() : QStringLiteral(","))
                        .arg(box.x())
                        .arg(box.y())
                        .arg(box.x() + box.width())
                        .arg(box.y() + box.height())
                        .toUtf8();
    judged.write("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    judged.close();
    openTable();
    dock().tabs().setCurrentIndex(3);
    auto& panel = dock().evaluation();
    panel.judged().setPath(judged.fileName());
    panel.compare();
    QTRY_COMPARE(panel.areas().size(), std::size_t(1));
    const auto& counts = panel.areas().front().counts;
    QCOMPARE(counts.missed, std::int64_t(2));
    QCOMPARE(counts.falseDetections, std::int64_t(1));
    QCOMPARE(counts.split, std::int64_t(1));
    nb::SlideCanvas& canvas = m_bench->window->canvas();
    canvas.fitTo({0, 0, 600, 400});
    QTRY_VERIFY(canvas.settled());
    const auto has = [&](nb::Finding finding) {
        const QColor wanted = nb::findingStyle(finding).color;
        const QImage picture = canvas.picture();
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (const QColor at = picture.pixelColor(x, y); std::abs(at.red() - wanted.red()) < 8
                    && std::abs(at.green() - wanted.green()) < 8 && std::abs(at.blue() - wanted.blue()) < 8)
                    return true;
        return false;
    };
    QTRY_VERIFY(has(nb::Finding::Missed));
    QVERIFY(has(nb::Finding::False));
    QVERIFY(has(nb::Finding::Split));
    QVERIFY(!has(nb::Finding::Merged));
    if (qEnvironmentVariableIsSet("NB_PICTURES"))
        m_bench->window->grab().save(qEnvironmentVariable("NB_PICTURES") + QStringLiteral("/mistakes.png"));
    panel.judged().setPath({}); // another choice: the old mistakes are nobody's any more
    QTRY_VERIFY(!has(nb::Finding::Missed));
}

void TestWindowTables::theTableGoesWithTheSlide()
{
    addNuclei(3);
    openTable();
    QTRY_COMPARE(model().rowCount(), 3);
    m_bench->window->slides().close();
    QTRY_VERIFY(!m_bench->window->caseSession());
    QVERIFY(dock().isHidden());
    QCOMPARE(model().rowCount(), 0);
}

void TestWindowTables::anotherPixelSizeReachesTheTables()
{
    openTable();
    dock().tabs().setCurrentIndex(3);
    nb::Edit edit;
    edit.label = "Pixel size";
    edit.pixelSize = nb::PixelSizeDecision{{0.5, 0.5}, nb::PixelSizeOrigin::Person};
    session().apply(edit);
    QTRY_COMPARE(dock().evaluation().listed()->slide.pixelSize.x, 0.5); // the report says how wide its pictures are
}

void TestWindowTables::aModelIsJudgedByTheCheckedRegions()
{
    drawTruth();
    keepModel();
    openTable();
    dock().tabs().setCurrentIndex(3);
    auto& panel = dock().evaluation();
    QTRY_VERIFY(panel.judged().kind() == nb::NucleiChoice::Kind::Model); // the one in use is proposed
    QVERIFY(panel.judged().currentText().contains(QStringLiteral("in use")));
    panel.findChild<QPushButton*>(QStringLiteral("primary"))->click();
    QTRY_COMPARE(panel.areas().size(), std::size_t(1));
    const auto& counts = panel.areas().front().counts;
    QCOMPARE(counts.truth, std::int64_t(4));
    QCOMPARE(counts.matched, std::int64_t(3));
    QCOMPARE(counts.missed, std::int64_t(1));
    QCOMPARE(counts.prediction, std::int64_t(8)); // four discs beside each other, twice
    QCOMPARE(panel.evaluated().mistakes().size(), std::size_t(6));
    QCOMPARE(m_bench->found(), std::size_t(4)); // the case is as it was
    QTRY_VERIFY(!status().isVisible());
    if (qEnvironmentVariableIsSet("NB_PICTURES"))
        m_bench->window->grab().save(qEnvironmentVariable("NB_PICTURES") + QStringLiteral("/judged-model.png"));
    QSignalSpy written(&panel, &nb::CasePanel::exported);
    const QString pdf
        = (qEnvironmentVariableIsSet("NB_PICTURES") ? qEnvironmentVariable("NB_PICTURES") : m_folder.path())
        + QStringLiteral("/judged-model.pdf");
    panel.exportTo(pdf);
    QTRY_COMPARE(written.size(), 1);
}

void TestWindowTables::anEvaluationIsSeenInTheStatusLineAndStopped()
{
    drawTruth();
    keepModel();
    openTable();
    dock().tabs().setCurrentIndex(3);
    auto& panel = dock().evaluation();
    QTRY_VERIFY(panel.judged().kind() == nb::NucleiChoice::Kind::Model);
    QSemaphore mayAnswer;
    m_network->onCall = [&mayAnswer] { mayAnswer.acquire(); };
    panel.compare();
    QTRY_VERIFY(status().isVisible());
    QTRY_VERIFY2(status().text().contains(QStringLiteral("0 %")), qPrintable(status().text()));
    dock().tabs().setCurrentIndex(0);
    status().findChild<QToolButton*>(QStringLiteral("workLink"))->click(); // the text leads back
    QCOMPARE(dock().tabs().currentIndex(), 3);
    m_bench->window->findChild<QToolButton*>(QStringLiteral("stopEvaluation"))->click();
    QVERIFY(!panel.work());
    QVERIFY(!status().isVisible());
    mayAnswer.release(1000);
    QTRY_VERIFY(!m_bench->jobs.busy());
    QVERIFY(panel.areas().empty());
    m_network->onCall = {};
    panel.compare(); // again, to its end
    QTRY_COMPARE(panel.areas().size(), std::size_t(1));
}

void TestWindowTables::theTabTeachLeadsToTheEvaluationOfItsModel()
{
    drawTruth();
    const std::string inUse = keepModel();
    const auto other = nb::ModelStore(nb::ModelShelf::folder().toStdString(), "").add(nb::test::randomModel(4, 2));
    nb::ModelShelf& shelf = m_bench->window->teach().shelf();
    shelf.refresh();
    QTRY_VERIFY(shelf.find(other->info.hash));
    auto& models = m_bench->window->teach().panel().models();
    auto* tree = models.findChild<QTreeWidget*>(QStringLiteral("models"));
    for (QTreeWidgetItemIterator at(tree); *at; ++at)
        if ((*at)->data(0, Qt::UserRole).toString().toStdString() == other->info.hash)
            tree->setCurrentItem(*at);
    QVERIFY(dock().isHidden());
    models.findChild<QPushButton*>(QStringLiteral("modelEvaluate"))->click();
    QVERIFY(dock().isVisible());
    QCOMPARE(dock().tabs().currentIndex(), 3);
    QCOMPARE(dock().evaluation().judged().modelHash().toStdString(), other->info.hash);
    QVERIFY(dock().evaluation().findChild<QPushButton*>(QStringLiteral("primary"))->isEnabled());
}

int main(int argc, char** argv)
{
    return nb::test::runWindowTest<TestWindowTables>(argc, argv);
}
#include "tst_windowtables.moc"
