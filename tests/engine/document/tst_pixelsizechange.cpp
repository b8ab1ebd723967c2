// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/pixelsizechange.h"
#include "tests/support/casefixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace nb;
using namespace nb::test;

/// Another µm/px for a slide: one step of its case, with all that follows from it.
class TestPixelSizeChange : public QObject
{
    Q_OBJECT

private:
    static constexpr PixelSizeDecision kNew{{0.5, 0.5}, PixelSizeOrigin::Person};

    static NucleusRecord of(std::uint64_t number, NucleusOrigin origin)
    {
        NucleusRecord record = nucleus(number, 100.0 * static_cast<double>(number), 100);
        record.origin = origin;
        record.measurements.areaUm2 = 40;
        record.measurements.perimeterUm = 24;
        record.measurements.circularity = 0.9;
        record.measurements.haematoxylinMean = 0.7;
        return record;
    }

    [[nodiscard]] std::string path() const
    {
        return m_folder.filePath(QStringLiteral("%1.nsc").arg(QTest::currentTestFunction())).toStdString();
    }

    [[nodiscard]] Edit change(const PixelSize& now, const PixelSizeDecision& stored) const
    {
        const auto reader = CaseReader::open(path());
        auto edit = changeOfPixelSize(**reader, {0.25, 0.25}, now, stored);
        edit->label = "Change pixel size";
        return *edit;
    }

    [[nodiscard]] std::optional<NucleusRecord> read(std::uint64_t number) const
    {
        const auto reader = CaseReader::open(path());
        const auto row = (*reader)->rowOf(uuidOf(number));
        if (!*row)
            return {};
        const auto record = (*reader)->nucleus(**row);
        return *record;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<CaseDocument> m_case;

private Q_SLOTS:
    void init()
    {
        auto made = CaseDocument::create(path(), slideIdentity());
        QVERIFY(made.ok());
        m_case = std::move(*made);
        Edit edit;
        edit.label = "begin";
        edit.putNuclei = {of(1, NucleusOrigin::Model), of(2, NucleusOrigin::Corrected), of(3, NucleusOrigin::Drawn),
            of(4, NucleusOrigin::Accepted), of(5, NucleusOrigin::Imported)};
        QVERIFY(m_case->edits().apply(edit).ok());
    }

    void isOneStepThatIsUndoneAndDoneAgain()
    {
        const std::string before = contentsOf(*m_case);
        const auto done = m_case->edits().apply(change({0.5, 0.5}, kNew));
        QVERIFY2(done.ok(), done ? "" : done.error().message().c_str());
        QVERIFY(done->pixelSize == kNew);
        QVERIFY(m_case->slide()->pixelSize == kNew.size);
        QVERIFY(m_case->slide()->pixelSizeOrigin == PixelSizeOrigin::Person);
        QVERIFY(!read(1)); // the model finds others now
        const std::string after = contentsOf(*m_case);

        const auto undone = m_case->edits().undo();
        QVERIFY(undone.ok());
        QVERIFY((undone->pixelSize == PixelSizeDecision{{0.25, 0.25}, PixelSizeOrigin::Slide}));
        QVERIFY((m_case->slide()->pixelSize == PixelSize{0.25, 0.25}));
        QVERIFY(m_case->slide()->pixelSizeOrigin == PixelSizeOrigin::Slide);
        QCOMPARE(contentsOf(*m_case), before);

        const auto again = m_case->edits().redo();
        QVERIFY(again.ok() && again->pixelSize == kNew);
        QVERIFY(m_case->slide()->pixelSize == kNew.size);
        QCOMPARE(contentsOf(*m_case), after);
        QVERIFY(m_case->verify().ok());
    }

    void whatStaysIsMeasuredInTheNewMicrometres()
    {
        QVERIFY(m_case->edits().apply(change({0.5, 0.5}, kNew)).ok());
        for (const std::uint64_t number : {2, 3, 4}) {
            const auto record = read(number);
            QVERIFY(record);
            QCOMPARE(record->measurements.areaUm2, 160.0);
            QCOMPARE(record->measurements.perimeterUm, 48.0);
            QCOMPARE(record->measurements.circularity, 0.9);
            QCOMPARE(record->measurements.haematoxylinMean, 0.7);
            QCOMPARE(record->changedBy, std::string("tester"));
        }
        QCOMPARE(read(5)->measurements.areaUm2, 40.0); // as its file says
    }

    void aLockedOneOfTheModelStaysToo()
    {
        Edit lock;
        lock.label = "Lock";
        lock.putNuclei = {of(1, NucleusOrigin::Model)};
        lock.putNuclei.front().locked = true;
        QVERIFY(m_case->edits().apply(lock).ok());
        QVERIFY(m_case->edits().apply(change({0.5, 0.5}, kNew)).ok());
        const auto record = read(1);
        QVERIFY(record && record->locked);
        QCOMPARE(record->measurements.areaUm2, 160.0);
    }

    void whereTheSidesChangeApartTheShapeIsNoLongerKnown()
    {
        QVERIFY(m_case->edits().apply(change({0.5, 0.25}, {{0.5, 0.25}, PixelSizeOrigin::Slide})).ok());
        const auto record = read(2);
        QCOMPARE(record->measurements.areaUm2, 80.0);
        QVERIFY(std::isnan(record->measurements.perimeterUm) && std::isnan(record->measurements.circularity));
        QCOMPARE(record->measurements.haematoxylinMean, 0.7);
    }

    void aGivenUpChangeLeavesNothing()
    {
        QVERIFY(m_case->edits().apply(change({0.5, 0.5}, kNew)).ok());
        QVERIFY(m_case->edits().undo().ok());
        Edit other;
        other.label = "other";
        other.putNuclei = {of(9, NucleusOrigin::Drawn)};
        QVERIFY(m_case->edits().apply(other).ok());
        for (int i = 0; i < 100 && *m_case->edits().tidy(); ++i) { }
        QVERIFY((m_case->slide()->pixelSize == PixelSize{0.25, 0.25}));
        QVERIFY(m_case->verify().ok());
    }
};

QTEST_APPLESS_MAIN(TestPixelSizeChange)
#include "tst_pixelsizechange.moc"
