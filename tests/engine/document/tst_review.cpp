// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/reviewmeter.h"
#include "engine/document/reviewqueue.h"
#include "tests/support/casefixture.h"

#include <QtTest>

using nb::CaseDocument;
using nb::CaseReader;
using nb::Doubt;
using nb::DoubtReason;
using nb::Edit;
using nb::MultiPolygon;
using nb::NucleusOrigin;
using nb::NucleusRecord;
using nb::NucleusRow;
using nb::test::nucleus;

class TestReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsOddIsDoubtedForItsReason_data();
    void whatIsOddIsDoubtedForItsReason();
    void fewNucleiAreJudgedByWhatIsUsualForTheModel();
    void theMostDoubtfulComeFirst();
    void pagesFollowEachOtherWithoutGapOrRepeat();
    void whatWasJudgedOrCheckedDoesNotWait();
    void aPlaceHasItsOwnQueue();
    void aStoppedSearchSaysSo();
    void countsSayHowFarTheReviewIs();
    void whatAPersonRemovedIsCountedUntilItIsUndone();
    void errorsGatherWhereTheyWereMade();
    void newCasesBeginWithSixClassesWhoseKeysAreFree();

private:
    [[nodiscard]] std::vector<NucleusRow> put(const std::vector<NucleusRecord>& records);
    [[nodiscard]] std::vector<NucleusRow> putField(int count);
    void change(std::vector<NucleusRow> rows, NucleusOrigin origin);
    std::unique_ptr<CaseDocument> m_case;
    std::unique_ptr<CaseReader> m_reader;
    QTemporaryDir m_folder{(QDir("/dev/shm").exists() ? QStringLiteral("/dev/shm") : QDir::tempPath()) + "/nb-XXXXXX"};
    int m_number = 0;
};

namespace
{

nb::NucleusMeasurements usual(int i)
{
    auto m = nb::notMeasured();
    const double wobble = 0.1 * std::sin(i * 1.7);
    m.areaUm2 = 40 * std::exp(wobble * 3);
    m.circularity = 0.85 + wobble * 0.3;
    m.solidity = 0.96 + wobble * 0.1;
    m.insideMean = 0.65 + wobble * 0.4;
    m.boundaryConfidence = 0.7 + wobble * 0.4;
    return m;
}

/// As the model leaves it.
NucleusRecord found(std::uint64_t number, double x, double y)
{
    auto record = nucleus(number, x, y);
    record.origin = NucleusOrigin::Model;
    record.measurements = usual(static_cast<int>(number));
    return record;
}

MultiPolygon box(double x, double y, double width, double height)
{
    return {nb::Polygon{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, {}}};
}

nb::DoubtScale usualScale()
{
    std::vector<nb::NucleusMeasurements> nuclei;
    for (int i = 0; i < 500; ++i)
        nuclei.push_back(usual(i));
    return nb::doubtScaleOf(nuclei);
}

} // namespace

void TestReview::init()
{
    m_reader.reset();
    m_case.reset();
    auto made = CaseDocument::create(
        m_folder.filePath(QString::number(++m_number) + ".nsc").toStdString(), nb::test::slideIdentity());
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().message().c_str());
    m_case = std::move(*made);
    auto reader = CaseReader::open(m_case->path());
    QVERIFY(reader.ok());
    m_reader = std::move(*reader);
}

std::vector<NucleusRow> TestReview::put(const std::vector<NucleusRecord>& records)
{
    Edit edit;
    edit.putNuclei = records;
    const auto done = m_case->edits().apply(edit);
    return done ? done->putRows : std::vector<NucleusRow>();
}

/// `count` usual nuclei, ten in a line, 100 px apart.
std::vector<NucleusRow> TestReview::putField(int count)
{
    std::vector<NucleusRecord> records;
    for (int i = 0; i < count; ++i)
        records.push_back(found(static_cast<std::uint64_t>(i + 1), 100 + 100 * (i % 10), 100 + 100 * (i / 10)));
    return put(records);
}

void TestReview::change(std::vector<NucleusRow> rows, NucleusOrigin origin)
{
    Edit edit;
    edit.changeNuclei = {{std::move(rows), {}, origin}};
    QVERIFY(m_case->edits().apply(edit).ok());
}

void TestReview::whatIsOddIsDoubtedForItsReason_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<double>("area");
    QTest::addColumn<double>("solidity");
    QTest::addColumn<double>("circularity");
    QTest::addColumn<double>("inside");
    QTest::addColumn<double>("boundary");
    const auto row = [](const char* name, DoubtReason reason) -> QTestData& {
        return QTest::newRow(name) << static_cast<int>(reason);
    };
    row("usual", DoubtReason::None) << 40.0 << 0.96 << 0.85 << 0.65 << 0.7;
    row("surer than most", DoubtReason::None) << 40.0 << 0.99 << 0.99 << 0.95 << 0.99;
    row("not measured", DoubtReason::None) << qQNaN() << qQNaN() << qQNaN() << qQNaN() << qQNaN();
    row("boundary", DoubtReason::UnclearBoundary) << 40.0 << 0.96 << 0.85 << 0.65 << 0.4;
    row("faint", DoubtReason::Faint) << 40.0 << 0.96 << 0.85 << 0.3 << 0.7;
    row("large", DoubtReason::UnusuallyLarge) << 300.0 << 0.96 << 0.85 << 0.65 << 0.7;
    row("small", DoubtReason::UnusuallySmall) << 5.0 << 0.96 << 0.85 << 0.65 << 0.7;
    row("dented", DoubtReason::Dented) << 40.0 << 0.8 << 0.85 << 0.65 << 0.7;
    row("irregular", DoubtReason::Irregular) << 40.0 << 0.96 << 0.4 << 0.65 << 0.7;
}

void TestReview::whatIsOddIsDoubtedForItsReason()
{
    QFETCH(int, reason);
    QFETCH(double, area);
    QFETCH(double, solidity);
    QFETCH(double, circularity);
    QFETCH(double, inside);
    QFETCH(double, boundary);
    auto m = nb::notMeasured();
    m.areaUm2 = area;
    m.solidity = solidity;
    m.circularity = circularity;
    m.insideMean = inside;
    m.boundaryConfidence = boundary;
    const Doubt doubt = nb::doubtOf(m, usualScale());
    QCOMPARE(static_cast<int>(doubt.reason), reason);
    QVERIFY(doubt.reason == DoubtReason::None ? doubt.amount <= 1.5 : doubt.amount > 1);
    QVERIFY(doubt.amount < 30);
}

void TestReview::fewNucleiAreJudgedByWhatIsUsualForTheModel()
{
    const std::vector<nb::NucleusMeasurements> one{usual(1)};
    const auto scale = nb::doubtScaleOf(one);
    QVERIFY(scale.logArea.deviation > 0.1); // not that of one value
    QVERIFY(scale.solidity.median > 0.9);
    auto huge = usual(1);
    huge.areaUm2 = 5000;
    QCOMPARE(static_cast<int>(nb::doubtOf(huge, scale).reason), static_cast<int>(DoubtReason::UnusuallyLarge));
    // Equal values have no spread at all; what measuring cannot tell apart is no doubt.
    const std::vector<nb::NucleusMeasurements> same(100, usual(2));
    auto nearly = usual(2);
    nearly.areaUm2 *= 1.001;
    QVERIFY(nb::doubtOf(nearly, nb::doubtScaleOf(same)).amount < 0.1);
}

void TestReview::theMostDoubtfulComeFirst()
{
    const auto rows = putField(60);
    auto unclear = found(1001, 3000, 3000), large = found(1002, 3100, 3000);
    unclear.measurements.boundaryConfidence = 0.3;
    large.measurements.areaUm2 = 400;
    const auto odd = put({large, unclear});
    nb::ReviewQueue queue(*m_reader);
    const auto scale = queue.scale();
    QVERIFY(scale.ok());
    QCOMPARE(scale->nuclei, std::int64_t(62));
    const auto page = queue.page({*scale, {}, {}, {}, 10});
    QVERIFY(page.ok());
    QCOMPARE(page->waiting, std::int64_t(62));
    QCOMPARE(page->items.size(), std::size_t(10));
    const std::set<NucleusRow> first{page->items[0].row, page->items[1].row};
    QVERIFY(first == std::set<NucleusRow>(odd.begin(), odd.end()));
    for (std::size_t i = 1; i < page->items.size(); ++i)
        QVERIFY(page->items[i - 1].doubt.amount >= page->items[i].doubt.amount);
}

void TestReview::pagesFollowEachOtherWithoutGapOrRepeat()
{
    const auto rows = putField(97);
    nb::ReviewQueue queue(*m_reader);
    nb::ReviewQuery query{*queue.scale(), {}, {}, {}, 10};
    std::vector<NucleusRow> seen;
    for (;;) {
        const auto page = queue.page(query);
        QVERIFY(page.ok());
        QCOMPARE(page->waiting, std::int64_t(97));
        if (page->items.empty())
            break;
        for (const auto& item : page->items)
            seen.push_back(item.row);
        query.after = page->items.back();
    }
    std::sort(seen.begin(), seen.end());
    QVERIFY(seen == rows);
}

void TestReview::whatWasJudgedOrCheckedDoesNotWait()
{
    const auto rows = putField(40);
    change({rows[0]}, NucleusOrigin::Accepted);
    change({rows[1]}, NucleusOrigin::Corrected);
    auto drawn = found(500, 5000, 5000);
    drawn.origin = NucleusOrigin::Drawn;
    auto imported = found(501, 6000, 5000);
    imported.origin = NucleusOrigin::Imported;
    QVERIFY(put({drawn, imported}).size() == 2);
    nb::ReviewQueue queue(*m_reader);
    const auto scale = queue.scale();
    // The second line of ten is in a checked region.
    const auto page = queue.page({*scale, {box(50, 150, 1000, 100)}, {}, {}, 100});
    QVERIFY(page.ok());
    QCOMPARE(page->waiting, std::int64_t(40 - 2 - 10 + 1));
    for (const auto& item : page->items) {
        QVERIFY(item.row != rows[0] && item.row != rows[1]);
        QVERIFY(item.row < rows[10] || item.row > rows[19]);
    }
    QVERIFY(m_case->edits().apply({"Delete", "", {}, {}, {}, {rows[30]}, {}, {}, {}}).ok());
    QCOMPARE(queue.page({*scale, {box(50, 150, 1000, 100)}, {}, {}, 100})->waiting, std::int64_t(28));
}

void TestReview::aPlaceHasItsOwnQueue()
{
    const auto rows = putField(40);
    nb::ReviewQueue queue(*m_reader);
    const auto page = queue.page({*queue.scale(), {box(50, 150, 500, 100)}, box(50, 150, 1000, 100), {}, 100});
    QVERIFY(page.ok());
    QCOMPARE(page->waiting, std::int64_t(5));
    for (const auto& item : page->items)
        QVERIFY(item.row >= rows[15] && item.row <= rows[19]);
}

void TestReview::aStoppedSearchSaysSo()
{
    QVERIFY(!putField(40).empty());
    nb::CancelSource source;
    source.cancel();
    nb::ReviewQueue queue(*m_reader, source.token());
    QCOMPARE(queue.page({}).error().code, nb::ErrorCode::Cancelled);
    QCOMPARE(queue.scale().error().code, nb::ErrorCode::Cancelled);
    nb::ReviewMeter meter(*m_reader, source.token());
    QCOMPARE(meter.slide({}).error().code, nb::ErrorCode::Cancelled);
    QCOMPARE(nb::ReviewQueue(*m_reader).page({})->waiting, std::int64_t(40)); // the reader is none the worse
}

void TestReview::countsSayHowFarTheReviewIs()
{
    const auto rows = putField(40);
    change({rows[0], rows[12]}, NucleusOrigin::Accepted);
    change({rows[1]}, NucleusOrigin::Corrected);
    auto drawn = found(500, 5000, 5000);
    drawn.origin = NucleusOrigin::Drawn;
    QVERIFY(put({drawn}).size() == 1);
    const std::vector<MultiPolygon> checked{box(50, 150, 1000, 100), box(50, 150, 500, 200)}; // they overlap
    nb::ReviewMeter meter(*m_reader);
    const auto slide = meter.slide(checked);
    QVERIFY(slide.ok());
    QCOMPARE(slide->nuclei, std::int64_t(41));
    QCOMPARE(slide->accepted, std::int64_t(2));
    QCOMPARE(slide->corrected, std::int64_t(1));
    QCOMPARE(slide->drawn, std::int64_t(1));
    QCOMPARE(slide->inChecked, std::int64_t(10 + 5 - 1));
    QCOMPARE(slide->reviewed(), std::int64_t(18));
    const auto places
        = meter.places(std::vector<MultiPolygon>{box(50, 50, 1000, 100), box(50, 150, 1000, 100)}, checked);
    QVERIFY(places.ok());
    QCOMPARE(places->size(), std::size_t(2));
    QCOMPARE(places->front().nuclei, std::int64_t(10));
    QCOMPARE(places->front().accepted, std::int64_t(1));
    QCOMPARE(places->front().corrected, std::int64_t(1));
    QCOMPARE(places->front().inChecked, std::int64_t(0));
    QCOMPARE(places->back().inChecked, std::int64_t(9));
    QCOMPARE(places->back().reviewed(), std::int64_t(10));
}

void TestReview::whatAPersonRemovedIsCountedUntilItIsUndone()
{
    const auto rows = putField(40);
    // A corrected outline is a new version, no removal; of several versions that went only one counts.
    auto reshaped = found(1, 102, 100);
    reshaped.origin = NucleusOrigin::Corrected;
    const auto version = put({reshaped});
    nb::ReviewMeter meter(*m_reader);
    QCOMPARE(meter.slide({})->removed, std::int64_t(0));
    QVERIFY(m_case->edits().apply({"Delete", "", {}, {}, {}, {version[0], rows[1]}, {}, {}, {}}).ok());
    QCOMPARE(meter.slide({})->removed, std::int64_t(2));
    QCOMPARE(meter.places(std::vector<MultiPolygon>{box(150, 50, 100, 100)}, {})->front().removed, std::int64_t(1));
    // What a person drew and took back was no error of the model.
    auto drawn = found(500, 5000, 5000);
    drawn.origin = NucleusOrigin::Drawn;
    const auto mine = put({drawn});
    QVERIFY(m_case->edits().apply({"Delete", "", {}, {}, {}, mine, {}, {}, {}}).ok());
    QCOMPARE(meter.slide({})->removed, std::int64_t(2));
    QVERIFY(m_case->edits().undo().ok() && m_case->edits().undo().ok() && m_case->edits().undo().ok());
    QCOMPARE(meter.slide({})->removed, std::int64_t(0));
}

void TestReview::errorsGatherWhereTheyWereMade()
{
    const auto rows = putField(40);
    change({rows[0], rows[1], rows[2]}, NucleusOrigin::Accepted);
    change({rows[38], rows[39]}, NucleusOrigin::Corrected); // at 900 and 1000, 400
    QVERIFY(m_case->edits().apply({"Delete", "", {}, {}, {}, {rows[28]}, {}, {}, {}}).ok()); // at 900, 300
    auto drawn = found(500, -10, 450);
    drawn.origin = NucleusOrigin::Drawn;
    QVERIFY(put({drawn}).size() == 1);
    const auto cells = nb::ReviewMeter(*m_reader).corrections(500);
    QVERIFY(cells.ok());
    QCOMPARE(cells->size(), std::size_t(4));
    QVERIFY(cells->front().area == (nb::Rect{500, 0, 500, 500}));
    QCOMPARE(cells->front().corrected, std::int64_t(1));
    QCOMPARE(cells->front().removed, std::int64_t(1));
    QCOMPARE(cells->front().errors(), std::int64_t(2));
    QCOMPARE(cells->back().accepted, std::int64_t(3));
    QCOMPARE(cells->back().errors(), std::int64_t(0));
}

void TestReview::newCasesBeginWithSixClassesWhoseKeysAreFree()
{
    const auto classes = m_case->edits().classes();
    QVERIFY(classes.ok());
    QStringList names;
    std::set<std::uint32_t> colours;
    std::set<std::string> keys{"0", "1", "2", "3"}; // the heatmaps'
    for (const auto& record : *classes) {
        names.append(QString::fromStdString(record.name));
        QVERIFY(colours.insert(record.color).second);
        QVERIFY(keys.insert(record.key).second);
    }
    QCOMPARE(names, (QStringList{"Nucleus", "Tumor", "Stroma", "Immune cells", "Necrosis", "Other"}));
}

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
