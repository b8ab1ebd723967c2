// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/csvtext.h"
#include "engine/io/nucleuscsv.h"
#include "tests/support/casefixture.h"

#include <QtTest>

using nb::CaseDocument;
using nb::CaseReader;
using nb::test::nucleus;

class TestNucleusCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cellsThatASpreadsheetWouldRunAreText_data();
    void cellsThatASpreadsheetWouldRunAreText();
    void numbersHaveADotAndAreNeverNeutralised();
    void writesTheRowsInTheirOrder();
    void stoppedItLeavesTheOldFile();
    void saysWhereItCannotWrite();

private:
    [[nodiscard]] QStringList written() const
    {
        QFile file(m_folder->filePath("out.csv"));
        return file.open(QIODevice::ReadOnly)
            ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)
            : QStringList();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
    std::unique_ptr<CaseReader> m_reader;
    std::vector<nb::NucleusRow> m_rows;
};

void TestNucleusCsv::init()
{
    m_reader.reset();
    m_case.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_case = CaseDocument::create(m_folder->filePath("a.nsc").toStdString(), nb::test::slideIdentity()).value();
    nb::Edit edit{"Import", "", {}, {}, {}, {}, {}, {}, {}};
    for (std::uint64_t i = 1; i <= 3; ++i)
        edit.putNuclei.push_back(nucleus(i, 100.0 * static_cast<double>(i), 50));
    QVERIFY(m_case->edits().apply(edit).ok());
    m_reader = CaseReader::open(m_case->path()).value();
    m_rows = *m_reader->sorted("area_um2", true, {});
}

void TestNucleusCsv::cellsThatASpreadsheetWouldRunAreText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << QByteArray("Tumor") << QByteArray("Tumor");
    QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::newRow("plus") << QByteArray("+1") << QByteArray("'+1");
    QTest::newRow("minus") << QByteArray("-cmd") << QByteArray("'-cmd");
    QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("'\t=1");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("both") << QByteArray("=\"x\"") << QByteArray("\"'=\"\"x\"\"\"");
    QTest::newRow("inside") << QByteArray("a=b") << QByteArray("a=b");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
}

void TestNucleusCsv::cellsThatASpreadsheetWouldRunAreText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    std::string out;
    nb::appendCsvText(out, text.toStdString());
    QCOMPARE(QByteArray::fromStdString(out), cell);
}

void TestNucleusCsv::numbersHaveADotAndAreNeverNeutralised()
{
    const auto cell = [](double value) {
        std::string out;
        nb::appendCsvNumber(out, value);
        return QByteArray::fromStdString(out);
    };
    QCOMPARE(cell(-12.5), QByteArray("-12.5"));
    QCOMPARE(cell(0), QByteArray("0"));
    QCOMPARE(cell(std::nan("")), QByteArray());
    QCOMPARE(cell(1.0 / 3), QByteArray("0.3333333"));
}

void TestNucleusCsv::writesTheRowsInTheirOrder()
{
    nb::Progress progress;
    std::vector<nb::ClassRecord> classes{{1, "=Nucleus, \"n\"", 0, ""}};
    const std::string path = m_folder->filePath("out.csv").toStdString();
    const auto count = nb::writeNucleusCsv(path, *m_reader, m_rows, classes, {}, progress);
    QVERIFY(count.ok());
    QCOMPARE(*count, std::int64_t(3));
    const QStringList lines = written();
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith(QLatin1String("id,class,origin,centre_x_px,centre_y_px,area_um2,perimeter_um")));
    QVERIFY2(
        lines[1].startsWith(QLatin1String("00000000-0000-0000-0000-000000000003,\"'=Nucleus, \"\"n\"\"\",drawn,300")),
        qPrintable(lines[1]));
    QCOMPARE(lines[2].split(QLatin1Char(',')).count(), lines[0].split(QLatin1Char(',')).count() + 1); // one in quotes
    QCOMPARE(progress.done.load(), std::int64_t(3));
    QVERIFY(QFile::permissions(m_folder->filePath("out.csv")).testFlag(QFile::ReadOwner));
    QVERIFY(!QFile::permissions(m_folder->filePath("out.csv")).testFlag(QFile::ReadOther));
}

void TestNucleusCsv::stoppedItLeavesTheOldFile()
{
    QFile old(m_folder->filePath("out.csv"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old\n");
    old.close();
    nb::CancelSource cancel;
    cancel.cancel();
    nb::Progress progress;
    const auto count
        = nb::writeNucleusCsv(old.fileName().toStdString(), *m_reader, m_rows, {}, cancel.token(), progress);
    QVERIFY(!count.ok());
    QCOMPARE(count.error().code, nb::ErrorCode::Cancelled);
    QCOMPARE(written(), QStringList{QStringLiteral("old")});
}

void TestNucleusCsv::saysWhereItCannotWrite()
{
    nb::Progress progress;
    const std::string path = m_folder->filePath("missing/out.csv").toStdString();
    const auto count = nb::writeNucleusCsv(path, *m_reader, m_rows, {}, {}, progress);
    QVERIFY(!count.ok());
    QCOMPARE(count.error().path, path);
}

QTEST_APPLESS_MAIN(TestNucleusCsv)
#include "tst_nucleuscsv.moc"
