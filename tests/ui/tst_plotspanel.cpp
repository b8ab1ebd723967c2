// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casefixture.h"
#include "tests/support/windowtest.h"
#include "ui/nucleusselection.h"
#include "ui/tables/plotspanel.h"

#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <numeric>

using nb::CaseDocument;
using nb::CaseReader;
using nb::NucleusRow;

class TestPlotsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aRangeOfTheHistogramChoosesNuclei();
    void fieldsChooseByKeyboard();
    void aLassoOnTheScatterChoosesNuclei();
    void shiftAddsAndAltRemoves();
    void followsFilterAndChanges();
    void notMeasuredIsSaid();
    void exportsPicturesAndNumbers();

private:
    [[nodiscard]] std::vector<NucleusRow> rows(std::size_t from, std::size_t to) const
    {
        return {m_rows.begin() + static_cast<std::ptrdiff_t>(from), m_rows.begin() + static_cast<std::ptrdiff_t>(to)};
    }
    void drag(const QList<QPointF>& values, Qt::KeyboardModifiers modifiers = {})
    {
        nb::PlotView& plot = m_panel->plot();
        QWidget* surface = plot.childAt(plot.rect().center());
        const auto at = [&](const QPointF& value) { return plot.toScreen(value).toPoint(); };
        QTest::mousePress(surface, Qt::LeftButton, modifiers, at(values.first()));
        for (const QPointF& value : values)
            QTest::mouseMove(surface, at(value));
        QTest::mouseRelease(surface, Qt::LeftButton, modifiers, at(values.last()));
        QTRY_VERIFY(!m_panel->choosing());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
    std::unique_ptr<nb::JobPool> m_jobs;
    std::unique_ptr<nb::NucleusSelection> m_selection;
    std::unique_ptr<nb::PlotsPanel> m_panel;
    std::vector<NucleusRow> m_rows;
};

void TestPlotsPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_case = CaseDocument::create(m_folder->filePath("a.nsc").toStdString(), nb::test::slideIdentity()).value();
    nb::Edit edit{"Import", "", {}, {}, {}, {}, {}, {}, {}};
    for (std::uint64_t i = 0; i < 100; ++i) { // area 0..99, solidity 0..0.99
        auto nucleus = nb::test::nucleus(i, 50.0 + 40 * static_cast<double>(i), 100);
        nucleus.measurements.solidity = static_cast<double>(i) / 100;
        nucleus.classId = i < 50 ? 1 : 2;
        edit.putNuclei.push_back(nucleus);
    }
    m_rows = m_case->edits().apply(edit)->putRows;
    m_jobs = std::make_unique<nb::JobPool>();
    m_selection = std::make_unique<nb::NucleusSelection>();
    m_panel = std::make_unique<nb::PlotsPanel>(*m_jobs, *m_selection);
    m_panel->resize(1000, 300);
    const std::string path = m_case->path();
    m_panel->setCase(nb::ListedCase{
        [path] { return CaseReader::open(path); }, nb::test::slideIdentity(), m_case->edits().classes().value(), {}});
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QTRY_COMPARE(m_panel->plot().points()->size(), std::size_t(100));
    QTRY_VERIFY(m_panel->plot().isVisible());
    QTRY_VERIFY(m_panel->plot().settled());
}

void TestPlotsPanel::cleanup()
{
    m_panel.reset();
    m_jobs.reset();
    m_case.reset();
}

void TestPlotsPanel::aRangeOfTheHistogramChoosesNuclei()
{
    drag({{19.5, 1}, {30, 1}, {40.5, 1}});
    const auto& chosen = m_selection->rows();
    QVERIFY2(chosen.size() >= 20 && chosen.size() <= 22, qPrintable(QString::number(chosen.size()))); // a screen pixel is a fifth of a µm²
    QVERIFY(std::includes(chosen.begin(), chosen.end(), m_rows.begin() + 21, m_rows.begin() + 40));
    QTRY_VERIFY(!m_panel->plot().bins().chosen.empty());
    QTRY_COMPARE(std::accumulate(m_panel->plot().bins().chosen.begin(), m_panel->plot().bins().chosen.end(), 0L),
        static_cast<long>(chosen.size()));
}

void TestPlotsPanel::fieldsChooseByKeyboard()
{
    const auto fields = m_panel->findChildren<QLineEdit*>();
    QTest::keyClicks(fields[0], QStringLiteral("10"));
    QTest::keyClicks(fields[1], QStringLiteral("19"));
    QTest::keyClick(fields[1], Qt::Key_Return);
    QCOMPARE(m_selection->rows(), rows(10, 20));
    fields[1]->clear(); // open at the top
    QTest::keyClick(fields[1], Qt::Key_Return);
    QCOMPARE(m_selection->rows(), rows(10, 100));
}

void TestPlotsPanel::aLassoOnTheScatterChoosesNuclei()
{
    m_panel->setMeasurements("area_um2", "solidity");
    QTRY_VERIFY(!m_panel->plot().histogram());
    drag({{-1, -0.01}, {49.5, -0.01}, {49.5, 0.6}, {-1, 0.6}});
    QTRY_COMPARE(m_selection->rows(), rows(0, 50));
}

void TestPlotsPanel::shiftAddsAndAltRemoves()
{
    m_panel->setMeasurements("area_um2", "solidity");
    QTRY_VERIFY(!m_panel->plot().histogram());
    drag({{-1, -0.01}, {9.5, -0.01}, {9.5, 0.6}, {-1, 0.6}});
    QTRY_COMPARE(m_selection->size(), std::size_t(10));
    drag({{19.5, -0.01}, {29.5, -0.01}, {29.5, 0.6}, {19.5, 0.6}}, Qt::ShiftModifier);
    QTRY_COMPARE(m_selection->size(), std::size_t(20));
    drag({{-1, -0.01}, {9.5, -0.01}, {9.5, 0.6}, {-1, 0.6}}, Qt::AltModifier);
    QTRY_COMPARE(m_selection->rows(), rows(20, 30));
}

void TestPlotsPanel::followsFilterAndChanges()
{
    nb::NucleusFilter filter;
    filter.classId = 2;
    m_panel->setFilter(filter);
    QTRY_COMPARE(m_panel->plot().points()->size(), std::size_t(50));
    QVERIFY(m_panel->note().contains(QStringLiteral("filter")));
    m_panel->setFilter({});
    QTRY_COMPARE(m_panel->plot().points()->size(), std::size_t(100));
    nb::Edit edit;
    edit.label = "Remove";
    edit.removeNuclei = rows(0, 30);
    QVERIFY(m_case->edits().apply(edit).ok());
    const nb::PlotRange before = m_panel->plot().shownX();
    m_panel->refresh();
    QTRY_COMPARE(m_panel->plot().points()->size(), std::size_t(70));
    QCOMPARE(m_panel->plot().shownX(), before);
}

void TestPlotsPanel::notMeasuredIsSaid()
{
    m_panel->setMeasurements("eosin_mean", "");
    QTRY_VERIFY(!m_panel->plot().isVisible());
    QTRY_VERIFY(m_panel->note().contains(QStringLiteral("100")));
}

void TestPlotsPanel::exportsPicturesAndNumbers()
{
    QSignalSpy written(m_panel.get(), &nb::CasePanel::exported);
    int count = 0;
    const auto read = [&](const QString& name) {
        const QString path = m_folder->filePath(name);
        m_panel->exportTo(path);
        if (!QTest::qWaitFor([&] { return written.size() > count; }))
            return QByteArray();
        ++count;
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(!QImage::fromData(read(QStringLiteral("a.png"))).isNull());
    QVERIFY(read(QStringLiteral("a.svg")).contains("<svg"));
    QVERIFY(read(QStringLiteral("a.pdf")).startsWith("%PDF"));
    const auto bins = read(QStringLiteral("a.csv")).split('\n');
    QCOMPARE(bins[0], QByteArray("from,to,nuclei,chosen"));
    int sum = 0;
    for (const QByteArray& line : bins.mid(1))
        sum += line.isEmpty() ? 0 : line.split(',')[2].toInt();
    QCOMPARE(sum, 100);
    m_panel->setMeasurements("area_um2", "solidity");
    QTRY_VERIFY(!m_panel->plot().histogram());
    const auto points = read(QStringLiteral("b.csv")).split('\n');
    QCOMPARE(points.size(), 102);
    QCOMPARE(points[0], QByteArray("class,area_um2,solidity"));
    QCOMPARE(points[2], QByteArray("Nucleus,1,0.01"));
    QSignalSpy failed(m_panel.get(), &nb::CasePanel::failed);
    m_panel->exportTo(m_folder->filePath(QStringLiteral("missing/a.png")));
    QTRY_COMPARE(failed.size(), 1);
}

int main(int argc, char** argv)
{
    return nb::test::runWindowTest<TestPlotsPanel>(argc, argv);
}
#include "tst_plotspanel.moc"
