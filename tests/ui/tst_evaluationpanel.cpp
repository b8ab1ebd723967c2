// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/casefixture.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/modelfiles.h"
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
    void proposesTheModelInUse();
    void aModelIsRefusedWhereNothingIsChecked();
    void tellsWhatFlattersAModel();
    void overlappingRegionsAreToldOf();
    void judgesAnotherCaseByTheCheckedRegions();
    void aFigureWalksThroughItsExamples();
    void writesFiguresAndAReport();
    void aChangeOutdatesTheFigures();
    void aChangeMeanwhileOutdatesTheFigures();
    void aBrokenFileIsTold();

private:
    [[nodiscard]] nb::Services services() const
    {
        nb::Services services{
            *m_jobs, *m_scheduler, []() -> nb::Result<std::shared_ptr<const nb::Network>> { return nb::Error{}; }};
        services.makeNetwork = [](const nb::ModelFile&) -> nb::Result<std::shared_ptr<const nb::Network>> {
            return std::shared_ptr<const nb::Network>(std::make_shared<nb::test::FakeNetwork>());
        };
        return services;
    }
    void show(bool checked)
    {
        nb::RegionRecord region;
        region.id = nb::test::uuidOf(5);
        region.name = "A";
        region.checked = checked;
        region.shape = {{{{0, 0}, {1000, 0}, {1000, 300}, {0, 300}}, {}}};
        show(std::vector{region});
    }
    void show(const std::vector<nb::RegionRecord>& regions)
    {
        const std::string path = m_case->path();
        m_panel->setCase(nb::ListedCase{[path] { return CaseReader::open(path); }, nb::test::slideIdentity(),
            m_case->edits().classes().value(), regions});
        m_panel->setPixels(std::make_shared<BlankSlide>());
        m_panel->QWidget::show();
    }
    /// Two, of which the second is in use.
    void offerModels()
    {
        const std::string path = m_folder->filePath("model.safetensors").toStdString();
        QVERIFY(nb::writeModelFile(path, nb::test::randomModel(4)).ok());
        const QString file = QString::fromStdString(path);
        m_panel->setModels({{QStringLiteral("h1"), file, QStringLiteral("First")},
                               {QStringLiteral("h2"), file, QStringLiteral("Second")}},
            QStringLiteral("h2"));
    }
    [[nodiscard]] QString told() const
    {
        return m_panel->findChildren<QLabel*>(QStringLiteral("faint")).first()->text();
    }
    [[nodiscard]] QString warnings() const
    {
        return m_panel->findChild<QLabel*>(QStringLiteral("evaluationWarnings"))->text();
    }
    [[nodiscard]] QPushButton& primary() const { return *m_panel->findChild<QPushButton*>(QStringLiteral("primary")); }
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
    std::unique_ptr<nb::NetworkScheduler> m_scheduler;
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
    m_scheduler = std::make_unique<nb::NetworkScheduler>(1);
    m_panel = std::make_unique<nb::EvaluationPanel>(services());
    m_panel->resize(1100, 260);
}

void TestEvaluationPanel::cleanup()
{
    m_panel.reset();
    m_jobs.reset();
    m_scheduler.reset();
    m_case.reset();
    m_other.reset();
}

void TestEvaluationPanel::saysWhatIsInTheWay()
{
    show(false);
    QVERIFY2(told().contains(QStringLiteral("mark it as checked")), qPrintable(told()));
    QVERIFY(!primary().isEnabled());
    m_panel->judged().setPath(QString::fromStdString(m_other->path()));
    QVERIFY2(told().contains(QStringLiteral("checked")), qPrintable(told()));
    QVERIFY(!primary().isEnabled());
    show(true);
    QVERIFY2(told().contains(QStringLiteral("same nuclei")), qPrintable(told())); // there are no models
    m_panel->judged().setPath(QString::fromStdString(m_other->path()));
    QVERIFY(primary().isEnabled());
}

void TestEvaluationPanel::proposesTheModelInUse()
{
    offerModels();
    show(true);
    QVERIFY(m_panel->judged().currentText().contains(QStringLiteral("Model: Second")));
    QVERIFY(m_panel->truth().kind() == nb::NucleiChoice::Kind::Case);
    QVERIFY(primary().isEnabled());
    // What the person chose stays when the list is made anew, also under another name.
    QVERIFY(m_panel->judged().setModel(QStringLiteral("h1")));
    m_panel->setModels({{QStringLiteral("h1"), QStringLiteral("x"), QStringLiteral("Renamed")},
                           {QStringLiteral("h2"), QStringLiteral("x"), QStringLiteral("Second")}},
        QStringLiteral("h2"));
    QCOMPARE(m_panel->judged().modelHash(), QStringLiteral("h1"));
    QVERIFY(m_panel->judged().currentText().contains(QStringLiteral("Renamed")));
    m_panel->setModels({{QStringLiteral("h2"), QStringLiteral("x"), QStringLiteral("Second")}}, QStringLiteral("h2"));
    QVERIFY(m_panel->judged().kind() == nb::NucleiChoice::Kind::Case); // it was deleted
    m_panel->judgeModel(QStringLiteral("h2"));
    QCOMPARE(m_panel->judged().modelHash(), QStringLiteral("h2"));
    show(true); // another case: as proposed
    QCOMPARE(m_panel->judged().modelHash(), QStringLiteral("h2"));
    // Nobody chose it: where it is deleted, the next one in use is proposed.
    m_panel->setModels({{QStringLiteral("h1"), QStringLiteral("x"), QStringLiteral("First")}}, QStringLiteral("h1"));
    QCOMPARE(m_panel->judged().modelHash(), QStringLiteral("h1"));
}

void TestEvaluationPanel::aModelIsRefusedWhereNothingIsChecked()
{
    offerModels();
    show(false);
    QVERIFY2(told().contains(QStringLiteral("mark it as checked")), qPrintable(told()));
    QVERIFY(!primary().isEnabled());
    m_panel->truth().setPath(QString::fromStdString(m_other->path()));
    auto* where = m_panel->findChildren<QComboBox*>().last();
    where->setCurrentIndex(1);
    Q_EMIT where->activated(1);
    QVERIFY2(told().contains(QStringLiteral("all of the slide")), qPrintable(told()));
    QVERIFY(!primary().isEnabled());
}

void TestEvaluationPanel::tellsWhatFlattersAModel()
{
    offerModels();
    nb::RegionRecord region;
    region.id = nb::test::uuidOf(5);
    region.name = "A";
    region.checked = true;
    region.role = nb::RegionRole::Training;
    region.shape = {{{{0, 0}, {1000, 0}, {1000, 300}, {0, 300}}, {}}};
    show(std::vector{region});
    QVERIFY(warnings().isEmpty());
    m_panel->compare();
    QTRY_COMPARE(m_panel->areas().size(), std::size_t(1));
    QCOMPARE(text(QStringLiteral("Missed")), QStringLiteral("9")); // there is nothing on a blank slide
    QVERIFY2(text(QStringLiteral("Region")).contains(QStringLiteral("training")), qPrintable(warnings()));
    QVERIFY2(warnings().contains(QStringLiteral("flatter")), qPrintable(warnings()));
}

void TestEvaluationPanel::overlappingRegionsAreToldOf()
{
    std::vector<nb::RegionRecord> regions(2);
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const double left = 400.0 * static_cast<double>(i);
        regions[i].id = nb::test::uuidOf(5 + i);
        regions[i].name = i == 0 ? "A" : "B";
        regions[i].checked = true;
        regions[i].shape = {{{{left, 0}, {left + 600, 0}, {left + 600, 300}, {left, 300}}, {}}};
    }
    show(regions);
    m_panel->judged().setPath(QString::fromStdString(m_other->path()));
    m_panel->compare();
    QTRY_COMPARE(m_panel->areas().size(), std::size_t(2));
    QVERIFY2(warnings().contains(QStringLiteral("overlap")), qPrintable(warnings()));
    QCOMPARE(m_panel->table().rowCount(), 3);
    QVERIFY(m_panel->table().item(2, 0)->text().contains(QStringLiteral("overlaps once")));
    QCOMPARE(m_panel->table().item(0, column(QStringLiteral("True")))->text(), QStringLiteral("6"));
    QCOMPARE(m_panel->table().item(1, column(QStringLiteral("True")))->text(), QStringLiteral("5"));
    QCOMPARE(m_panel->table().item(2, column(QStringLiteral("True")))->text(), QStringLiteral("9"));
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

void TestEvaluationPanel::aChangeMeanwhileOutdatesTheFigures()
{
    show(true);
    m_panel->judged().setPath(QString::fromStdString(m_other->path()));
    m_panel->compare();
    QVERIFY(m_panel->work());
    m_panel->refresh(); // before the answer, which is of the nuclei as they were
    QTRY_COMPARE(m_panel->areas().size(), std::size_t(1));
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
