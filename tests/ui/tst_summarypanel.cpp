// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casefixture.h"
#include "tests/support/windowtest.h"
#include "ui/tables/summarypanel.h"

#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTableWidget>

using nb::CaseDocument;
using nb::CaseReader;

class TestSummaryPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheSlideAndEachRegion();
    void followsNucleiAndRegions();
    void aRegionIsShownOnTheSlide();
    void exportsWhatItShows();
    void withoutACaseItSaysWhatToDo();

private:
    [[nodiscard]] QString text(int row, const QString& title) const
    {
        const QTableWidget& table = m_panel->table();
        for (int column = 0; column < table.columnCount(); ++column)
            if (table.horizontalHeaderItem(column)->text() == title)
                return table.item(row, column)->text();
        return QStringLiteral("no such column");
    }
    [[nodiscard]] static nb::RegionRecord region()
    {
        nb::RegionRecord region;
        region.id = nb::test::uuidOf(77);
        region.name = "A";
        region.shape = {{{{0, 0}, {400, 0}, {400, 400}, {0, 400}}, {}}}; // 100 µm by 100 µm
        return region;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
    std::unique_ptr<nb::JobPool> m_jobs;
    std::unique_ptr<nb::SummaryPanel> m_panel;
};

void TestSummaryPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_case = CaseDocument::create(m_folder->filePath("a.nsc").toStdString(), nb::test::slideIdentity()).value();
    nb::Edit edit{"Import", "", {}, {}, {}, {}, {}, {}, {}};
    for (std::uint64_t i = 0; i < 10; ++i) {
        edit.putNuclei.push_back(nb::test::nucleus(i, 50.0 + 100 * static_cast<double>(i), 100));
        edit.putNuclei.back().classId = i < 3 ? 2 : 1;
    }
    edit.putRegions.push_back(region());
    QVERIFY(m_case->edits().apply(edit).ok());
    m_jobs = std::make_unique<nb::JobPool>();
    m_panel = std::make_unique<nb::SummaryPanel>(*m_jobs);
    m_panel->resize(1000, 260);
    const std::string path = m_case->path();
    m_panel->setCase(nb::ListedCase{[path] { return CaseReader::open(path); }, nb::test::slideIdentity(),
        m_case->edits().classes().value(), m_case->edits().regions().value()});
    m_panel->show();
    QTRY_COMPARE(m_panel->table().rowCount(), 2);
}

void TestSummaryPanel::cleanup()
{
    m_panel.reset();
    m_jobs.reset();
    m_case.reset();
}

void TestSummaryPanel::showsTheSlideAndEachRegion()
{
    QCOMPARE(text(0, QStringLiteral("Nuclei")), QStringLiteral("10"));
    QCOMPARE(text(1, QStringLiteral("Region")), QStringLiteral("A"));
    QCOMPARE(text(1, QStringLiteral("Nuclei")), QStringLiteral("4"));
    QCOMPARE(text(1, QStringLiteral("Nuclei per mm²")), QLocale().toString(400.0, 'f', 1));
    QCOMPARE(text(1, QStringLiteral("Tumor (%)")), QLocale().toString(75.0, 'f', 1));
    QCOMPARE(text(1, QStringLiteral("Median: Area (µm²)")), QLocale().toString(1.5, 'f', 1));
    QCOMPARE(text(1, QStringLiteral("Stroma (%)")), QStringLiteral("no such column")); // no nucleus has it
    if (qEnvironmentVariableIsSet("NB_PICTURES"))
        m_panel->grab().save(qEnvironmentVariable("NB_PICTURES") + QStringLiteral("/summary.png"));
}

void TestSummaryPanel::followsNucleiAndRegions()
{
    nb::Edit edit;
    edit.label = "Draw";
    edit.putNuclei.push_back(nb::test::nucleus(50, 200, 200));
    QVERIFY(m_case->edits().apply(edit).ok());
    m_panel->refresh();
    QTRY_COMPARE(text(1, QStringLiteral("Nuclei")), QStringLiteral("5"));
    m_panel->setLists(m_case->edits().classes().value(), {});
    QTRY_COMPARE(m_panel->table().rowCount(), 1);
}

void TestSummaryPanel::aRegionIsShownOnTheSlide()
{
    QSignalSpy requested(m_panel.get(), &nb::SummaryPanel::regionRequested);
    m_panel->table().setCurrentCell(1, 0);
    QTest::keyClick(&m_panel->table(), Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
}

void TestSummaryPanel::exportsWhatItShows()
{
    QSignalSpy written(m_panel.get(), &nb::CasePanel::exported);
    const QString path = m_folder->filePath(QStringLiteral("sum.csv"));
    m_panel->exportTo(path);
    QTRY_COMPARE(written.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 3);
}

void TestSummaryPanel::withoutACaseItSaysWhatToDo()
{
    m_panel->setCase(std::nullopt);
    QTRY_COMPARE(m_panel->table().rowCount(), 0);
    QVERIFY(!m_panel->table().isVisible());
}

int main(int argc, char** argv)
{
    return nb::test::runWindowTest<TestSummaryPanel>(argc, argv);
}
#include "tst_summarypanel.moc"
