// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casefixture.h"
#include "tests/support/windowtest.h"
#include "ui/tables/evaluationpanel.h"
#include "ui/tables/nucleichoice.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

#include <set>

using nb::CaseDocument;
using nb::CaseReader;
using nb::Finding;

namespace
{

/// White, of any size.
class BlankSlide : public nb::SlideSource
{
public:
    BlankSlide() { m_info.levels.push_back({100000, 80000, 1}); }
    [[nodiscard]] const nb::SlideInfo& info() const override { return m_info; }
    [[nodiscard]] nb::Result<nb::RgbImage> read(int /*level*/, const nb::Rect& area) const override
    {
        return nb::RgbImage(static_cast<int>(area.width), static_cast<int>(area.height), 230);
    }
    [[nodiscard]] nb::Result<nb::RgbImage> associatedImage(const std::string& name) const override
    {
        return nb::Error{nb::ErrorCode::NotFound, "none", name, ""};
    }

private:
    nb::SlideInfo m_info;
};

} // namespace

class TestEvaluationPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatIsInTheWay();
    void judgesAnotherCaseByTheCheckedRegions();
    void aFigureWalksThroughItsExamples();
    void writesFiguresAndAReport();
    void aChangeOutdatesTheFigures();
    void aBrokenFileIsTold();

private:
    void show(bool checked)
    {
        nb::RegionRecord region;
        region.id = nb::test::uuidOf(5);
        region.name = "A";
        region.checked = checked;
        region.shape = {{{{0, 0}, {1000, 0}, {1000, 300}, {0, 300}}, {}}};
        const std::string path = m_case->path();
        m_panel->setCase(nb::ListedCase{[path] { return CaseReader::open(path); }, nb::test::slideIdentity(),
            m_case->edits().classes().value(), {region}});
        m_panel->setPixels(std::make_shared<BlankSlide>());
        m_panel->QWidget::show();
    }
    void compare()
    {
        m_panel->judged().setPath(QString::fromStdString(m_other->path()));
        m_panel->compare();
        QTRY_COMPARE(m_panel->areas().size(), std::size_t(1));
    }
    [[nodiscard]] int column(const QString& title) const
    {
        for (int i = 0; i < m_panel->table().columnCount(); ++i)
            if (m_panel->table().horizontalHeaderItem(i)->text() == title)
                return i;
        return -1;
    }
    [[nodiscard]] QString text(const QString& title) const
    {
        return column(title) < 0 ? QString() : m_panel->table().item(0, column(title))->text();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
    std::unique_ptr<CaseDocument> m_other;
    std::unique_ptr<nb::JobPool> m_jobs;
    std::unique_ptr<nb::EvaluationPanel> m_panel;
};

void TestEvaluationPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_case = CaseDocument::create(m_folder->filePath("a.nsc").toStdString(), nb::test::slideIdentity()).value();
    m_other = CaseDocument::create(m_folder->filePath("b.nsc").toStdString(), nb::test::slideIdentity()).value();
    nb::Edit truth{"Import", "", {}, {}, {}, {}, {}, {}, {}}, found = truth;
    for (std::uint64_t i = 0; i < 9; ++i)
        truth.putNuclei.push_back(nb::test::nucleus(i, 50.0 + 100 * static_cast<double>(i), 100));
    for (std::uint64_t i = 0; i < 6; ++i) // the last three are missed
        found.putNuclei.push_back(nb::test::nucleus(i, 52.0 + 100 * static_cast<double>(i), 100));
    found.putNuclei.push_back(nb::test::nucleus(20, 500, 250));
    found.putNuclei.push_back(nb::test::nucleus(21, 5000, 250)); // not in the region
    QVERIFY(m_case->edits().apply(truth).ok());
    QVERIFY(m_other->edits().apply(found).ok());
    m_jobs = std::make_unique<nb::JobPool>();
    m_panel = std::make_unique<nb::EvaluationPanel>(*m_jobs);
    m_panel->resize(1100, 260);
}

void TestEvaluationPanel::cleanup()
{
    m_panel.reset();
    m_jobs.reset();
    m_case.reset();
    m_other.reset();
}

void TestEvaluationPanel::saysWhatIsInTheWay()
{
    const auto told = [&] { return m_panel->findChildren<QLabel*>(QStringLiteral("faint")).first()->text(); };
    const auto* primary = m_panel->findChild<QPushButton*>(QStringLiteral("primary"));
    show(false);
    QVERIFY2(told().contains(QStringLiteral("same nuclei")), qPrintable(told()));
    QVERIFY(!primary->isEnabled());
    m_panel->judged().setPath(QString::fromStdString(m_other->path()));
    QVERIFY2(told().contains(QStringLiteral("checked")), qPrintable(told()));
    QVERIFY(!primary->isEnabled());
    show(true);
    m_panel->judged().setPath(QString::fromStdString(m_other->path()));
    QVERIFY(primary->isEnabled());
}

void TestEvaluationPanel::judgesAnotherCaseByTheCheckedRegions()
{
    show(true);
    compare();
    QCOMPARE(text(QStringLiteral("Region")), QStringLiteral("A"));
    QCOMPARE(text(QStringLiteral("True")), QStringLiteral("9"));
    QCOMPARE(text(QStringLiteral("Found")), QStringLiteral("7"));
    QCOMPARE(text(QStringLiteral("Missed")), QStringLiteral("3"));
    QCOMPARE(text(QStringLiteral("False")), QStringLiteral("1"));
    QCOMPARE(text(QStringLiteral("F1")), QLocale().toString(0.75, 'f', 3));
}

void TestEvaluationPanel::aFigureWalksThroughItsExamples()
{
    QSignalSpy places(m_panel.get(), &nb::EvaluationPanel::placesChanged);
    QSignalSpy shown(m_panel.get(), &nb::EvaluationPanel::placeRequested);
    show(true);
    compare();
    const auto drawn = places.last()[0].value<nb::EvaluationPanel::Places>();
    QVERIFY(drawn);
    QCOMPARE(drawn->size(), std::size_t(4));
    m_panel->table().setCurrentCell(0, column(QStringLiteral("Missed")));
    std::set<int> seen;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&m_panel->table(), Qt::Key_Return);
        seen.insert(qRound(shown.last()[0].toRectF().center().x() / 50) * 50);
    }
    QCOMPARE(shown.size(), 4);
    QCOMPARE(seen, (std::set<int>{650, 750, 850}));
    QVERIFY(m_panel->note().startsWith(QLatin1Char('1'))); // round again
    m_panel->walk(-1);
    QVERIFY(m_panel->note().startsWith(QLatin1Char('3')));
}

void TestEvaluationPanel::writesFiguresAndAReport()
{
    show(true);
    compare();
    QSignalSpy written(m_panel.get(), &nb::CasePanel::exported);
    m_panel->exportTo(m_folder->filePath(QStringLiteral("a.csv")));
    QTRY_COMPARE(written.size(), 1);
    m_panel->exportTo(m_folder->filePath(QStringLiteral("a.pdf")));
    QTRY_COMPARE(written.size(), 2);
    QFile pdf(m_folder->filePath(QStringLiteral("a.pdf")));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    QVERIFY(bytes.startsWith("%PDF") && bytes.trimmed().endsWith("%%EOF"));
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
    QVERIFY(bytes.size() > 10000); // with pictures
    if (qEnvironmentVariableIsSet("NB_PICTURES")) {
        m_panel->grab().save(qEnvironmentVariable("NB_PICTURES") + QStringLiteral("/evaluation.png"));
        QFile::remove(qEnvironmentVariable("NB_PICTURES") + QStringLiteral("/evaluation.pdf"));
        QFile::copy(pdf.fileName(), qEnvironmentVariable("NB_PICTURES") + QStringLiteral("/evaluation.pdf"));
    }
}

void TestEvaluationPanel::aChangeOutdatesTheFigures()
{
    show(true);
    compare();
    m_panel->refresh();
    QVERIFY(m_panel->note().contains(QStringLiteral("Compare again")));
}

void TestEvaluationPanel::aBrokenFileIsTold()
{
    show(true);
    QFile broken(m_folder->filePath(QStringLiteral("x.geojson")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{\"type\":");
    broken.close();
    QSignalSpy failed(m_panel.get(), &nb::CasePanel::failed);
    m_panel->judged().setPath(broken.fileName());
    m_panel->compare();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(m_panel->areas().empty());
}

int main(int argc, char** argv)
{
    return nb::test::runWindowTest<TestEvaluationPanel>(argc, argv);
}
#include "tst_evaluationpanel.moc"
