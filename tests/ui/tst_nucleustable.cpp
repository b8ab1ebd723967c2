// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casefixture.h"
#include "tests/support/windowtest.h"
#include "ui/nucleusselection.h"
#include "ui/tables/nucleusfilterbar.h"
#include "ui/tables/nucleustablemodel.h"
#include "ui/tables/nucleustablepanel.h"
#include "ui/tables/nucleustableview.h"

#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using nb::CaseDocument;
using nb::CaseReader;
using nb::NucleusRow;
using nb::NucleusTableModel;

namespace
{

constexpr int kArea = 2; // column
constexpr int kNuclei = 500;

} // namespace

class TestNucleusTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsEveryNucleusAndReadsOnlyWhatIsShown();
    void sortsByAHeader();
    void filtersByClassOriginAndRange();
    void theTableChoosesOnTheSlide();
    void theSlideChoosesInTheTable();
    void manyChosenElsewhereAreShownAndAddedTo();
    void enterAndDoubleClickShowTheNucleus();
    void aChangeKeepsThePlace();
    void changesOfClassAreSeen();
    void removedNucleiDoNotMakeItAskForever();
    void copiesTheChosenLines();
    void exportsWhatIsShownInItsOrder();
    void saysWhatToDoWhenThereIsNothing();
    void anUnreadableCaseIsTold();

private:
    [[nodiscard]] nb::ListedCase listed() const
    {
        const std::string path = m_case->path();
        return {[path] { return CaseReader::open(path); }, nb::test::slideIdentity(), m_case->edits().classes().value(),
            {}};
    }
    [[nodiscard]] NucleusTableModel& model() const { return m_panel->model(); }
    [[nodiscard]] QString text(int row, int column) const { return model().index(row, column).data().toString(); }
    void apply(nb::Edit edit)
    {
        edit.label = "Edit";
        QVERIFY(m_case->edits().apply(edit).ok());
        m_panel->refresh();
    }
    [[nodiscard]] bool idle() const
    {
        m_panel->view().viewport()->repaint(); // asks for what is seen
        return model().complete();
    }
    void sortBy(int column, Qt::SortOrder order)
    {
        m_panel->view().sortByColumn(column, order);
        QTRY_VERIFY(idle());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
    std::unique_ptr<nb::JobPool> m_jobs;
    std::unique_ptr<nb::NucleusSelection> m_selection;
    std::unique_ptr<nb::NucleusTablePanel> m_panel;
    std::vector<NucleusRow> m_rows;
};

void TestNucleusTable::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_case = CaseDocument::create(m_folder->filePath("a.nsc").toStdString(), nb::test::slideIdentity()).value();
    nb::Edit edit{"Import", "", {}, {}, {}, {}, {}, {}, {}};
    for (std::uint64_t i = 0; i < kNuclei; ++i) {
        auto nucleus = nb::test::nucleus(i, 50.0 + 40 * static_cast<double>(i), 100);
        nucleus.measurements.areaUm2 = static_cast<double>((i * 7) % kNuclei); // another order than that of storing
        nucleus.classId = i % 5 == 0 ? 2 : 1;
        nucleus.origin = i % 3 == 0 ? nb::NucleusOrigin::Corrected : nb::NucleusOrigin::Drawn;
        edit.putNuclei.push_back(nucleus);
    }
    const auto outcome = m_case->edits().apply(edit);
    QVERIFY(outcome.ok());
    m_rows = outcome->putRows;
    m_jobs = std::make_unique<nb::JobPool>();
    m_selection = std::make_unique<nb::NucleusSelection>();
    m_panel = std::make_unique<nb::NucleusTablePanel>(*m_jobs, *m_selection);
    m_panel->resize(1100, 300);
    m_panel->setCase(listed());
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QTRY_COMPARE(model().rowCount(), kNuclei);
    QTRY_VERIFY(idle());
}

void TestNucleusTable::cleanup()
{
    m_panel.reset();
    m_jobs.reset();
    m_case.reset();
}

void TestNucleusTable::listsEveryNucleusAndReadsOnlyWhatIsShown()
{
    QCOMPARE(text(0, 0), QStringLiteral("Tumor"));
    QCOMPARE(text(0, 1), QStringLiteral("Corrected"));
    QCOMPARE(text(1, kArea), QLocale().toString(7.0, 'f', 1));
    QCOMPARE(text(1, kArea + 1), QStringLiteral("–")); // not measured
    QCOMPARE(model().headerData(kArea, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Area (µm²)"));
    QTRY_VERIFY(idle());
    // What nobody has looked at is not there; looking brings it.
    QCOMPARE(text(kNuclei - 1, 0), QStringLiteral("…"));
    QTRY_COMPARE(text(kNuclei - 1, 0), QStringLiteral("Nucleus"));
    QVERIFY(m_panel->summary().contains(QStringLiteral("500")));
}

void TestNucleusTable::sortsByAHeader()
{
    auto* header = m_panel->view().horizontalHeader();
    const auto click = [&] {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
            QPoint(header->sectionViewportPosition(kArea) + 20, header->height() / 2));
    };
    click();
    QTRY_COMPARE(text(0, kArea), QLocale().toString(0.0, 'f', 1));
    click();
    QTRY_COMPARE(text(0, kArea), QLocale().toString(499.0, 'f', 1));
    QTRY_COMPARE(text(10, kArea), QLocale().toString(489.0, 'f', 1));
    click(); // a third time: as stored
    QTRY_COMPARE(text(1, kArea), QLocale().toString(7.0, 'f', 1));
}

void TestNucleusTable::filtersByClassOriginAndRange()
{
    auto& bar = m_panel->filterBar();
    auto* classes = bar.findChildren<QComboBox*>().at(0);
    auto* origins = bar.findChildren<QComboBox*>().at(1);
    classes->setCurrentText(QStringLiteral("Tumor"));
    Q_EMIT classes->activated(classes->currentIndex());
    QTRY_COMPARE(model().rowCount(), kNuclei / 5);
    origins->setCurrentText(QStringLiteral("Corrected"));
    Q_EMIT origins->activated(origins->currentIndex());
    QTRY_COMPARE(model().rowCount(), 34); // every fifteenth
    bar.addRange("area_um2");
    auto* least = bar.findChildren<QLineEdit*>().at(0);
    QTest::keyClicks(least, QStringLiteral("400"));
    QTest::keyClick(least, Qt::Key_Return);
    QTRY_VERIFY(model().rowCount() > 0 && model().rowCount() < 10);
    m_panel->clearFilter();
    QTRY_COMPARE(model().rowCount(), kNuclei);
}

void TestNucleusTable::theTableChoosesOnTheSlide()
{
    auto& view = m_panel->view();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(model().index(2, 0)).center());
    QCOMPARE(m_selection->rows(), std::vector<NucleusRow>{m_rows[2]});
    QTest::mouseClick(
        view.viewport(), Qt::LeftButton, Qt::ShiftModifier, view.visualRect(model().index(5, 0)).center());
    QCOMPARE(m_selection->size(), std::size_t(4));
    QTest::mouseClick(
        view.viewport(), Qt::LeftButton, Qt::ControlModifier, view.visualRect(model().index(3, 0)).center());
    QVERIFY(!m_selection->contains(m_rows[3]));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(m_selection->size(), std::size_t(1));
    view.selectAll();
    QCOMPARE(m_selection->size(), std::size_t(kNuclei));
    m_selection->clear();
    QVERIFY(!view.selectionModel()->hasSelection());
}

void TestNucleusTable::theSlideChoosesInTheTable()
{
    sortBy(kArea, Qt::AscendingOrder);
    m_panel->view().clearFocus();
    m_selection->set({m_rows[300]});
    const auto position = model().position(m_rows[300]);
    QVERIFY(position);
    QVERIFY(m_panel->view().selectionModel()->isRowSelected(*position));
    QVERIFY(
        m_panel->view().viewport()->rect().contains(m_panel->view().visualRect(model().index(*position, 0)).center()));
}

void TestNucleusTable::manyChosenElsewhereAreShownAndAddedTo()
{
    // More pieces than Qt's own selection can hold in time.
    nb::Edit edit;
    for (std::uint64_t i = 0; i < 5000; ++i)
        edit.putNuclei.push_back(nb::test::nucleus(10000 + i, 50.0 + static_cast<double>(i), 300));
    apply(edit);
    QTRY_COMPARE(model().rowCount(), kNuclei + 5000);
    std::vector<NucleusRow> everySecond;
    for (std::size_t i = 0; i < model().rows()->size(); i += 2)
        everySecond.push_back((*model().rows())[i]);
    m_selection->set(everySecond);
    QTRY_VERIFY(idle());
    auto& view = m_panel->view();
    const QImage picture = view.viewport()->grab().toImage();
    const auto colourAt = [&](int row) {
        const QRect cell = view.visualRect(model().index(row, 1));
        return picture.pixelColor(cell.right() - 3, cell.center().y());
    };
    QVERIFY(colourAt(2) != colourAt(3));
    QTest::mouseClick(
        view.viewport(), Qt::LeftButton, Qt::ControlModifier, view.visualRect(model().index(3, 0)).center());
    QCOMPARE(m_selection->size(), everySecond.size() + 1);
    QTest::mouseClick(
        view.viewport(), Qt::LeftButton, Qt::ControlModifier, view.visualRect(model().index(4, 0)).center());
    QCOMPARE(m_selection->size(), everySecond.size());
}

void TestNucleusTable::enterAndDoubleClickShowTheNucleus()
{
    QSignalSpy shown(m_selection.get(), &nb::NucleusSelection::showRequested);
    auto& view = m_panel->view();
    view.setCurrentIndex(model().index(4, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.at(0).at(0).value<NucleusRow>(), m_rows[4]);
    const QPoint place = view.visualRect(model().index(6, 0)).center();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown.at(1).at(0).value<NucleusRow>(), m_rows[6]);
}

void TestNucleusTable::aChangeKeepsThePlace()
{
    auto& view = m_panel->view();
    view.scrollTo(model().index(200, 0), QAbstractItemView::PositionAtTop);
    view.setCurrentIndex(model().index(205, kArea));
    QTRY_VERIFY(idle());
    const NucleusRow current = m_rows[205];
    nb::Edit edit;
    edit.removeNuclei.assign(m_rows.begin(), m_rows.begin() + 50);
    apply(edit);
    QTRY_COMPARE(model().rowCount(), kNuclei - 50);
    QCOMPARE(view.indexAt(QPoint(5, 5)).row(), 150);
    QCOMPARE((*model().rows())[static_cast<std::size_t>(view.currentIndex().row())], current);
    QCOMPARE(view.currentIndex().column(), kArea);
    QCOMPARE(m_selection->single(), std::optional(current));
}

void TestNucleusTable::changesOfClassAreSeen()
{
    QCOMPARE(text(1, 0), QStringLiteral("Nucleus"));
    nb::Edit edit;
    edit.changeNuclei.push_back({{m_rows[1]}, 3, {}});
    apply(edit);
    QTRY_COMPARE(text(1, 0), QStringLiteral("Stroma"));
}

void TestNucleusTable::removedNucleiDoNotMakeItAskForever()
{
    nb::Edit edit;
    edit.label = "Remove";
    edit.removeNuclei = {m_rows[499]};
    QVERIFY(m_case->edits().apply(edit).ok()); // and nobody has told the table yet
    QCOMPARE(text(499, 0), QStringLiteral("…"));
    QTRY_COMPARE(text(499, 0), QStringLiteral("removed"));
    QTRY_VERIFY(model().complete());
}

void TestNucleusTable::copiesTheChosenLines()
{
    QApplication::clipboard()->clear();
    m_selection->set({m_rows[450], m_rows[1]}); // one of them was never read
    QTest::keySequence(&m_panel->view(), QKeySequence(QKeySequence::Copy));
    QTRY_VERIFY(!QApplication::clipboard()->text().isEmpty());
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(QStringLiteral("Class\tOrigin\tArea (µm²)")));
    QVERIFY(lines[1].startsWith(QStringLiteral("Nucleus\tDrawn\t") + QLocale().toString(7.0, 'f', 1)));
}

void TestNucleusTable::exportsWhatIsShownInItsOrder()
{
    sortBy(kArea, Qt::DescendingOrder);
    QSignalSpy written(m_panel.get(), &nb::NucleusTablePanel::exported);
    const QString path = m_folder->filePath(QStringLiteral("out.csv"));
    m_panel->exportTo(path);
    QTRY_COMPARE(written.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), kNuclei + 2); // header, and the end
    QCOMPARE(lines[1].split(',').at(5), QByteArray("499"));
    QCOMPARE(lines[2].split(',').at(5), QByteArray("498"));
    QSignalSpy failed(m_panel.get(), &nb::NucleusTablePanel::failed);
    m_panel->exportTo(m_folder->filePath(QStringLiteral("missing/out.csv")));
    QTRY_COMPARE(failed.size(), 1);
}

void TestNucleusTable::saysWhatToDoWhenThereIsNothing()
{
    const auto empty = [&] {
        const auto labels = m_panel->findChildren<QLabel*>(QStringLiteral("faint"));
        return labels.isEmpty() || !labels.first()->isVisible() ? QString() : labels.first()->text();
    };
    QVERIFY(empty().isEmpty());
    m_panel->filterBar().addRange("area_um2");
    auto* least = m_panel->filterBar().findChildren<QLineEdit*>().at(0);
    QTest::keyClicks(least, QStringLiteral("9000"));
    QTest::keyClick(least, Qt::Key_Return);
    QTRY_VERIFY(empty().contains(QStringLiteral("filter")));
    m_panel->clearFilter();
    nb::Edit edit;
    edit.removeNuclei = m_rows;
    apply(edit);
    QTRY_VERIFY(empty().contains(QStringLiteral("F5")));
    m_panel->setCase(std::nullopt);
    QTRY_VERIFY(empty().contains(QStringLiteral("Open a slide")));
}

void TestNucleusTable::anUnreadableCaseIsTold()
{
    QSignalSpy failed(m_panel.get(), &nb::NucleusTablePanel::failed);
    auto broken = listed();
    const std::string path = m_folder->filePath(QStringLiteral("missing.nsc")).toStdString();
    broken.open = [path] { return CaseReader::open(path); };
    m_panel->setCase(broken);
    QTRY_COMPARE(failed.size(), 1);
}

int main(int argc, char** argv)
{
    return nb::test::runWindowTest<TestNucleusTable>(argc, argv);
}
#include "tst_nucleustable.moc"
