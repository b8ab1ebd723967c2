// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/casedocument.h"
#include "engine/document/networkplace.h"
#include "engine/document/schema.h"
#include "tests/support/casefixture.h"
#include "tests/support/fulldisk.h"

#include <QtTest>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;
using nb::CaseAccess;
using nb::CaseDocument;
using nb::Database;
using nb::ErrorCode;
using nb::test::contentsOf;
using nb::test::nucleus;

class TestCaseFile : public QObject, private nb::test::CaseFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void theSecondOpensReadOnlyAndIsToldWhy();
    void theLockGoesWithItsHolder();
    void aReadOnlyFileOpensReadOnly();
    void aReadOnlyFolderOpensReadOnlyAndLeavesNoTrace();
    void anUnclosedCaseInAReadOnlyFolderSaysWhatToDo();
    void refusesWhatIsNoCase_data();
    void refusesWhatIsNoCase();
    void aDamagedPageIsFoundAndSaid();
    void migratesInOneTransaction();
    void anOlderCaseIsBroughtUpToDateOrReadAsItIs();
    void knowsPathsThatLeadToANetwork_data();
    void knowsPathsThatLeadToANetwork();
};

void TestCaseFile::theSecondOpensReadOnlyAndIsToldWhy()
{
    auto first = create(at("a.nsc"), 3);
    auto second = CaseDocument::open(at("a.nsc"));
    QVERIFY(second.ok());
    QVERIFY(!first->readOnly());
    QVERIFY((*second)->readOnly());
    QVERIFY((*second)->readOnlyReason().find("open in another window or program (on ") != std::string::npos);
    QCOMPARE(contentsOf(**second), contentsOf(*first));
    QVERIFY(!(*second)->edits().apply({"", "", {}, {}, {}, {}, {nucleus(9, 9, 9)}, {}, {}}).ok());
    QVERIFY(first->edits().apply({"", "", {}, {}, {}, {}, {nucleus(9, 9, 9)}, {}, {}}).ok());
    QCOMPARE(contentsOf(**second), contentsOf(*first));
    first.reset();
    second->reset();
    auto third = CaseDocument::open(at("a.nsc"));
    QVERIFY(third.ok() && !(*third)->readOnly());
    QVERIFY((*third)->verify().ok());
}

void TestCaseFile::theLockGoesWithItsHolder()
{
    {
        const auto document = create(at("a.nsc"), 1);
    }
    QVERIFY(!fs::exists(at(".a.nsc.lock")));
    std::ofstream(at(".a.nsc.lock"))
        << "on a machine that crashed"; // a program that was killed leaves the file, but not the lock
    auto document = CaseDocument::open(at("a.nsc"));
    QVERIFY(document.ok() && !(*document)->readOnly());
}

void TestCaseFile::aReadOnlyFileOpensReadOnly()
{
    if (::geteuid() == 0)
        QSKIP("a file is never read-only for root; the read-only folder is tested by a mount");
    {
        const auto document = create(at("a.nsc"), 1);
    }
    ::chmod(at("a.nsc").c_str(), 0400);
    auto document = CaseDocument::open(at("a.nsc"));
    QVERIFY(document.ok() && (*document)->readOnly());
}

void TestCaseFile::aReadOnlyFolderOpensReadOnlyAndLeavesNoTrace()
{
    const nb::test::FullDisk disk(16 << 20);
    if (!disk.mounted())
        QSKIP("needs the right to mount");
    std::string before;
    {
        const auto document = create(disk.at("a.nsc"), 5);
        before = contentsOf(*document);
        QVERIFY(document->checkpoint().ok());
        fs::copy_file(disk.at("a.nsc"), disk.at("copied-while-open.nsc")); // says that it has a log, but has none
    }
    QCOMPARE(::mount("none", disk.folder().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr), 0);
    for (const char* name : {"a.nsc", "copied-while-open.nsc"}) {
        auto document = CaseDocument::open(disk.at(name));
        QVERIFY2(document.ok(), document.ok() ? "" : document.error().message().c_str());
        QVERIFY((*document)->readOnly());
        QVERIFY((*document)->readOnlyReason().find("written") != std::string::npos
            || (*document)->readOnlyReason().find("protected") != std::string::npos);
        QCOMPARE(contentsOf(**document), before);
        QVERIFY((*document)->verify().ok());
        QVERIFY((*document)->copyTo(at("out.nsc"), true).ok());
    }
    QCOMPARE(std::distance(fs::directory_iterator(disk.folder()), fs::directory_iterator()), 2);
}

void TestCaseFile::anUnclosedCaseInAReadOnlyFolderSaysWhatToDo()
{
    const nb::test::FullDisk disk(16 << 20);
    if (!disk.mounted())
        QSKIP("needs the right to mount");
    const auto document = create(at("a.nsc"), 5);
    fs::copy_file(at("a.nsc"), disk.at("a.nsc"));
    fs::copy_file(at("a.nsc-wal"), disk.at("a.nsc-wal"));
    QCOMPARE(::mount("none", disk.folder().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr), 0);
    const auto opened = CaseDocument::open(disk.at("a.nsc"));
    if (opened.ok())
        QCOMPARE(contentsOf(**opened), contentsOf(*document)); // SQLite can read it all the same
    else
        QVERIFY(opened.error().message().find("Copy the case together with") != std::string::npos);
}

void TestCaseFile::refusesWhatIsNoCase_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    const auto row = [](const char* kind, ErrorCode code) {
        QTest::newRow(kind) << QString::fromLatin1(kind) << static_cast<int>(code);
    };
    row("missing", ErrorCode::NotFound);
    row("folder", ErrorCode::Unsupported);
    row("empty", ErrorCode::Invalid);
    row("text", ErrorCode::Invalid);
    row("foreign database", ErrorCode::Invalid);
    row("newer", ErrorCode::Unsupported);
    row("trigger", ErrorCode::Invalid);
    row("view", ErrorCode::Invalid);
    row("table missing", ErrorCode::Invalid);
    row("other column", ErrorCode::Invalid);
    row("truncated", ErrorCode::Unreadable);
    row("header broken", ErrorCode::Invalid);
    row("slide of no size", ErrorCode::Invalid);
}

void TestCaseFile::refusesWhatIsNoCase()
{
    QFETCH(QString, kind);
    QFETCH(int, code);
    const std::string path = at("a.nsc");
    const auto sql = [&](const char* text) {
        {
            const auto document = create(path, 200);
        }
        const auto database = Database::open(path, Database::Mode::ReadWrite);
        QVERIFY((*database)->run(text).ok());
    };
    if (kind == "folder") {
        fs::create_directory(path);
    } else if (kind == "empty") {
        std::ofstream file(path);
    } else if (kind == "text") {
        std::ofstream(path) << std::string(5000, 'x');
    } else if (kind == "foreign database") {
        const auto database = Database::open(path, Database::Mode::Create);
        QVERIFY((*database)->run("CREATE TABLE nucleus (row INTEGER PRIMARY KEY)").ok());
    } else if (kind == "newer") {
        sql(("PRAGMA user_version = " + std::to_string(nb::kSchemaVersion + 1)).c_str());
    } else if (kind == "trigger") {
        sql("CREATE TRIGGER t AFTER UPDATE ON nucleus BEGIN DELETE FROM nucleus; END");
    } else if (kind == "view") {
        sql("CREATE VIEW v AS SELECT 1");
    } else if (kind == "table missing") {
        sql("DROP TABLE lineage");
    } else if (kind == "other column") {
        sql("DROP TABLE outline; CREATE TABLE outline (row INTEGER PRIMARY KEY, polygon BLOB NOT NULL, x AS "
            "(length(polygon)))");
    } else if (kind == "slide of no size") {
        sql("UPDATE slide SET width = -5");
    } else if (kind != "missing") {
        {
            const auto document = create(path, 200);
        }
        if (kind == "truncated") {
            fs::resize_file(path, fs::file_size(path) / 2);
        } else {
            std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
            file.write("SQLite format 9", 15);
        }
    }
    for (const auto access : {CaseAccess::ReadWrite, CaseAccess::ReadOnly}) {
        const auto opened = CaseDocument::open(path, access);
        QVERIFY(!opened.ok());
        QVERIFY2(static_cast<int>(opened.error().code) == code, opened.error().message().c_str());
        QCOMPARE(opened.error().path, path);
        QVERIFY(!opened.error().remedy.empty());
    }
    QVERIFY(!fs::exists(at(".a.nsc.lock")));
}

void TestCaseFile::aDamagedPageIsFoundAndSaid()
{
    {
        const auto document = create(at("a.nsc"), 3000);
    }
    {
        std::fstream file(at("a.nsc"), std::ios::in | std::ios::out | std::ios::binary);
        for (std::uintmax_t where = 40 * 4096; where + 4096 < fs::file_size(at("a.nsc")); where += 20 * 4096) {
            file.seekp(static_cast<std::streamoff>(where));
            file.write(std::string(600, '\xa5').data(), 600);
        }
    }
    auto document = CaseDocument::open(at("a.nsc"));
    if (document.ok()) {
        const auto status = (*document)->verify();
        QVERIFY(!status.ok());
        QCOMPARE(static_cast<int>(status.error().code), static_cast<int>(ErrorCode::Unreadable));
        QCOMPARE(status.error().path, at("a.nsc"));
        const auto reader = nb::CaseReader::open(at("a.nsc"));
        std::int64_t seen = 0;
        const auto visited
            = (*reader)->visit({0, 0, 100000, 80000}, 0, [&](const nb::NucleusGlance&) { return ++seen < 1000000; });
        QVERIFY(visited.ok() || visited.error().code == ErrorCode::Unreadable);
    }
}

void TestCaseFile::migratesInOneTransaction()
{
    const auto database = Database::open(at("m.db"), Database::Mode::Create);
    QVERIFY((*database)->run("CREATE TABLE a (x); PRAGMA user_version = 3").ok());
    const std::vector<nb::Migration> good{
        {2, "SELECT 1 FROM nothing"}, {3, "ALTER TABLE a ADD COLUMN y"}, {4, "INSERT INTO a VALUES (1, 2)"}};
    QVERIFY(nb::migrate(**database, 3, good).ok());
    QCOMPARE(*(*database)->number("PRAGMA user_version"), std::int64_t(5));
    QCOMPARE(*(*database)->number("SELECT y FROM a"), std::int64_t(2));
    const std::vector<nb::Migration> bad{{5, "DELETE FROM a"}, {6, "INSERT INTO missing VALUES (1)"}};
    QVERIFY(!nb::migrate(**database, 5, bad).ok());
    QCOMPARE(*(*database)->number("PRAGMA user_version"), std::int64_t(5));
    QCOMPARE(*(*database)->number("SELECT count(*) FROM a"), std::int64_t(1));
}

/// A case as the first version of the format made it.
void TestCaseFile::anOlderCaseIsBroughtUpToDateOrReadAsItIs()
{
    {
        [[maybe_unused]] const auto made = CaseDocument::create(at("old.nsc"), nb::test::slideIdentity());
    }
    {
        const auto database = Database::open(at("old.nsc"), Database::Mode::ReadWrite);
        QVERIFY((*database)->run("DROP TABLE edit_slide; PRAGMA user_version = 1").ok());
    }
    {
        const auto looked = CaseDocument::open(at("old.nsc"), nb::CaseAccess::ReadOnly);
        QVERIFY2(looked.ok(), looked.ok() ? "" : looked.error().message().c_str());
        QVERIFY((*looked)->slide().ok() && (*looked)->edits().history()->empty());
    }
    {
        const auto opened = CaseDocument::open(at("old.nsc"));
        QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message().c_str());
        QVERIFY((*opened)->verify().ok());
    }
    const auto database = Database::open(at("old.nsc"), Database::Mode::ReadOnly);
    QCOMPARE(*(*database)->number("PRAGMA user_version"), std::int64_t{nb::kSchemaVersion});
    QCOMPARE(*(*database)->number("SELECT count(*) FROM edit_slide"), std::int64_t(0));
}

void TestCaseFile::knowsPathsThatLeadToANetwork_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("network");
    QTest::newRow("share") << "//server/slides/a.svs" << true;
    QTest::newRow("windows share") << "\\\\server\\slides\\a.svs" << true;
    QTest::newRow("address") << "smb://server/a.svs" << true;
    QTest::newRow("desktop") << "/run/user/1000/gvfs/smb-share:server=s/a.svs" << true;
    QTest::newRow("local") << "/tmp/a.svs" << false;
    QTest::newRow("relative") << "a.svs" << false;
}

void TestCaseFile::knowsPathsThatLeadToANetwork()
{
    QFETCH(QString, path);
    QFETCH(bool, network);
    QCOMPARE(nb::leadsToNetwork(path.toStdString()), network);
}

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_casefile.moc"
