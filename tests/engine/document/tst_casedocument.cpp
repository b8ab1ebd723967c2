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

class TestCaseDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsTheSlideAndWhatWasDecidedForIt();
    void knowsWhetherASlideIsTheSame();
    void findsAMovedSlideBesideTheCase();
    void keepsViewAndLineage();
    void theSecondOpensReadOnlyAndIsToldWhy();
    void theLockGoesWithItsHolder();
    void aReadOnlyFileOpensReadOnly();
    void aReadOnlyFolderOpensReadOnlyAndLeavesNoTrace();
    void anUnclosedCaseInAReadOnlyFolderSaysWhatToDo();
    void aClosedCaseIsOneWholeFileForItsOwnerOnly();
    void aMergedCaseCanBeCopiedWhileOpen();
    void copiesWithItsHistoryAndNeverHarmsTheTarget();
    void anOldLogBesideTheTargetDoesNotReachTheCopy();
    void doesNotReplaceACaseThatIsThereUnasked();
    void aFullDiskLosesNothing();
    void aFullDiskWhenCopyingLeavesTheTarget();
    void refusesWhatIsNoCase_data();
    void refusesWhatIsNoCase();
    void aDamagedPageIsFoundAndSaid();
    void migratesInOneTransaction();
    void knowsPathsThatLeadToANetwork_data();
    void knowsPathsThatLeadToANetwork();

private:
    [[nodiscard]] std::string at(const std::string& name) const { return m_folder->filePath(QString::fromStdString(name)).toStdString(); }
    [[nodiscard]] std::unique_ptr<CaseDocument> create(const std::string& path, int nuclei) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCaseDocument::init() { m_folder = std::make_unique<QTemporaryDir>(); }

std::unique_ptr<CaseDocument> TestCaseDocument::create(const std::string& path, int nuclei) const
{
    auto made = CaseDocument::create(path, nb::test::slideIdentity());
    if (!made.ok())
        qFatal("%s", made.error().message().c_str());
    nb::Edit edit{"Draw", "", {}, {}, {}, {}, {}, {}, {}};
    for (int i = 0; i < nuclei; ++i)
        edit.putNuclei.push_back(nucleus(static_cast<std::uint64_t>(i + 1), 30.0 * (i % 100), 30.0 * (i / 100)));
    if (!edit.putNuclei.empty() && !(*made)->edits().apply(edit).ok())
        qFatal("cannot draw");
    return std::move(*made);
}

void TestCaseDocument::keepsTheSlideAndWhatWasDecidedForIt()
{
    auto slide = nb::test::slideIdentity();
    slide.stain = nb::SlideStain{nb::StainMethod::Macenko, {{0.1, 0.2, 1.0 / 3}, {0.4, 0.5, 0.6}, {1.1, 2.2}}, {{0.3, 0.2, 0.1}, {0.6, 0.5, 0.4}, {3, 4}}, true, "because \"so\"", 0.07};
    slide.pixelSizeOrigin = nb::PixelSizeOrigin::Person;
    slide.pixelSize = {0.1 + 0.2, 0.25};
    { QVERIFY(CaseDocument::create(at("a.nsc"), slide).ok()); }
    auto again = CaseDocument::open(at("a.nsc"));
    QVERIFY(again.ok());
    const auto back = (*again)->slide();
    QVERIFY(back.ok() && back->stain);
    QCOMPARE(back->path, slide.path);
    QCOMPARE(back->hash, slide.hash);
    QVERIFY(back->pixelSize == slide.pixelSize);
    QCOMPARE(static_cast<int>(back->pixelSizeOrigin), static_cast<int>(slide.pixelSizeOrigin));
    QVERIFY(back->stain->source.haematoxylin == slide.stain->source.haematoxylin);
    QVERIFY(back->stain->target.p99 == slide.stain->target.p99);
    QCOMPARE(back->stain->reason, slide.stain->reason);
    QCOMPARE(back->stain->lambda, 0.07);
    QCOMPARE(back->stain->fromTarget, true);
}

void TestCaseDocument::knowsWhetherASlideIsTheSame()
{
    const auto identity = nb::test::slideIdentity();
    nb::SlideInfo info;
    info.path = "/elsewhere/b.svs";
    info.levels = {{100000, 80000, 1}};
    info.hash = std::string(64, 'f');
    QVERIFY(nb::expectSameSlide(identity, info).ok());
    info.hash[3] = 'e';
    QVERIFY(!nb::expectSameSlide(identity, info).ok());
    info.hash = identity.hash;
    info.levels = {{100000, 79999, 1}};
    const auto status = nb::expectSameSlide(identity, info);
    QVERIFY(!status.ok() && status.error().what.find("79999") != std::string::npos);
}

void TestCaseDocument::findsAMovedSlideBesideTheCase()
{
    fs::create_directories(at("old/slides"));
    auto slide = nb::test::slideIdentity();
    slide.path = at("old/slides/a.svs");
    { QVERIFY(CaseDocument::create(at("old/a.nsc"), slide).ok()); }
    fs::rename(at("old"), at("new"));
    auto moved = CaseDocument::open(at("new/a.nsc"));
    QVERIFY(moved.ok());
    const auto places = (*moved)->slidePlaces();
    QCOMPARE(places->size(), std::size_t(2));
    QCOMPARE(places->at(0), at("new/slides/a.svs"));
    QCOMPARE(places->at(1), at("old/slides/a.svs"));
}

void TestCaseDocument::keepsViewAndLineage()
{
    const auto document = create(at("a.nsc"), 0);
    QVERIFY(document->setView("centre", "12,13").ok());
    QVERIFY(document->setView("centre", "14,15").ok());
    QCOMPARE(*document->view("centre"), std::string("14,15"));
    QCOMPARE(*document->view("none"), std::string());
    QVERIFY(document->addLineage({"h2", "tuned", "h1", "CC BY-NC", "{}"}).ok());
    QCOMPARE(document->lineage()->front().parent, std::string("h1"));
}

void TestCaseDocument::theSecondOpensReadOnlyAndIsToldWhy()
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

void TestCaseDocument::theLockGoesWithItsHolder()
{
    { const auto document = create(at("a.nsc"), 1); }
    QVERIFY(!fs::exists(at(".a.nsc.lock")));
    std::ofstream(at(".a.nsc.lock")) << "on a machine that crashed"; // a program that was killed leaves the file, but not the lock
    auto document = CaseDocument::open(at("a.nsc"));
    QVERIFY(document.ok() && !(*document)->readOnly());
}

void TestCaseDocument::aReadOnlyFileOpensReadOnly()
{
    if (::geteuid() == 0)
        QSKIP("a file is never read-only for root; the read-only folder is tested by a mount");
    { const auto document = create(at("a.nsc"), 1); }
    ::chmod(at("a.nsc").c_str(), 0400);
    auto document = CaseDocument::open(at("a.nsc"));
    QVERIFY(document.ok() && (*document)->readOnly());
}

void TestCaseDocument::aReadOnlyFolderOpensReadOnlyAndLeavesNoTrace()
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
        QVERIFY((*document)->readOnlyReason().find("written") != std::string::npos || (*document)->readOnlyReason().find("protected") != std::string::npos);
        QCOMPARE(contentsOf(**document), before);
        QVERIFY((*document)->verify().ok());
        QVERIFY((*document)->copyTo(at("out.nsc"), true).ok());
    }
    QCOMPARE(std::distance(fs::directory_iterator(disk.folder()), fs::directory_iterator()), 2);
}

void TestCaseDocument::anUnclosedCaseInAReadOnlyFolderSaysWhatToDo()
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

void TestCaseDocument::aClosedCaseIsOneWholeFileForItsOwnerOnly()
{
    std::string before;
    {
        const auto document = create(at("a.nsc"), 200);
        before = contentsOf(*document);
        QVERIFY(fs::exists(at("a.nsc-wal")));
    }
    QCOMPARE(std::distance(fs::directory_iterator(m_folder->path().toStdString()), fs::directory_iterator()), 1);
    struct stat info {};
    QCOMPARE(::stat(at("a.nsc").c_str(), &info), 0);
    QCOMPARE(static_cast<int>(info.st_mode & 0777), 0600);
    fs::copy_file(at("a.nsc"), at("b.nsc"));
    auto copy = CaseDocument::open(at("b.nsc"));
    QVERIFY(copy.ok());
    QCOMPARE(contentsOf(**copy), before);
}

void TestCaseDocument::aMergedCaseCanBeCopiedWhileOpen()
{
    const auto document = create(at("a.nsc"), 200);
    QVERIFY(document->checkpoint().ok());
    fs::copy_file(at("a.nsc"), at("b.nsc"));
    auto copy = CaseDocument::open(at("b.nsc"));
    QVERIFY(copy.ok());
    QCOMPARE(contentsOf(**copy), contentsOf(*document));
    QVERIFY((*copy)->verify().ok());
}

void TestCaseDocument::copiesWithItsHistoryAndNeverHarmsTheTarget()
{
    const auto document = create(at("a.nsc"), 20);
    { const auto other = create(at("b.nsc"), 1); }
    QCOMPARE(document->copyTo(at("b.nsc"), false).error().code, ErrorCode::Exists);
    {
        const auto other = CaseDocument::open(at("b.nsc"));
        QCOMPARE(document->copyTo(at("b.nsc"), true).error().code, ErrorCode::Exists); // it is open
        QVERIFY(document->copyTo(at("no/folder.nsc"), true).error().code != ErrorCode::Internal);
    }
    QVERIFY(document->copyTo(at("b.nsc"), true).ok());
    auto copy = CaseDocument::open(at("b.nsc"));
    QVERIFY(copy.ok());
    QCOMPARE(contentsOf(**copy), contentsOf(*document));
    QVERIFY((*copy)->edits().undo().ok());
    QVERIFY((*copy)->verify().ok());
    QVERIFY(document->edits().apply({"", "", {}, {}, {}, {}, {nucleus(99, 9, 9)}, {}, {}}).ok());
}

void TestCaseDocument::anOldLogBesideTheTargetDoesNotReachTheCopy()
{
    const auto document = create(at("a.nsc"), 20);
    {
        const auto crashed = create(at("b.nsc"), 300);
        for (const char* end : {"", "-wal", "-shm"})
            fs::copy_file(at("b.nsc") + end, at("c.nsc") + end);
    }
    QVERIFY(document->copyTo(at("c.nsc"), true).ok());
    auto copy = CaseDocument::open(at("c.nsc"));
    QVERIFY(copy.ok());
    QCOMPARE(contentsOf(**copy), contentsOf(*document));
    QVERIFY((*copy)->verify().ok());
}

void TestCaseDocument::doesNotReplaceACaseThatIsThereUnasked()
{
    { const auto document = create(at("a.nsc"), 2); }
    QCOMPARE(CaseDocument::create(at("a.nsc"), nb::test::slideIdentity()).error().code, ErrorCode::Exists);
    auto document = CaseDocument::open(at("a.nsc"));
    QVERIFY(document.ok() && contentsOf(**document).size() > 100);
}

void TestCaseDocument::aFullDiskLosesNothing()
{
    const nb::test::FullDisk disk(3 << 20);
    if (!disk.mounted())
        QSKIP("needs the right to mount");
    auto document = create(disk.at("a.nsc"), 10);
    std::string before;
    bool full = false;
    for (std::uint64_t step = 1; step < 200 && !full; ++step) {
        before = contentsOf(*document);
        nb::Edit edit{"Draw", "", {}, {}, {}, {}, {}, {}, {}};
        for (std::uint64_t i = 0; i < 500; ++i)
            edit.putNuclei.push_back(nucleus(step * 1000 + i, double(i) * 20, double(step) * 20));
        const auto done = document->edits().apply(edit);
        full = !done.ok();
        if (full)
            QCOMPARE(static_cast<int>(done.error().code), static_cast<int>(ErrorCode::NoSpace));
    }
    QVERIFY(full);
    QCOMPARE(contentsOf(*document), before);
    document.reset();
    auto again = CaseDocument::open(disk.at("a.nsc"));
    QVERIFY2(again.ok(), again.ok() ? "" : again.error().message().c_str());
    QCOMPARE(contentsOf(**again), before);
    QVERIFY((*again)->verify().ok());
}

void TestCaseDocument::aFullDiskWhenCopyingLeavesTheTarget()
{
    const nb::test::FullDisk disk(1 << 20);
    if (!disk.mounted())
        QSKIP("needs the right to mount");
    std::string before;
    {
        const auto small = create(disk.at("b.nsc"), 10);
        before = contentsOf(*small);
    }
    const auto document = create(at("a.nsc"), 5000);
    const auto copied = document->copyTo(disk.at("b.nsc"), true);
    QVERIFY(!copied.ok());
    QCOMPARE(static_cast<int>(copied.error().code), static_cast<int>(ErrorCode::NoSpace));
    QCOMPARE(copied.error().path, disk.at("b.nsc"));
    auto target = CaseDocument::open(disk.at("b.nsc"));
    QVERIFY(target.ok());
    QCOMPARE(contentsOf(**target), before);
}

void TestCaseDocument::refusesWhatIsNoCase_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    const auto row = [](const char* kind, ErrorCode code) { QTest::newRow(kind) << QString::fromLatin1(kind) << static_cast<int>(code); };
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

void TestCaseDocument::refusesWhatIsNoCase()
{
    QFETCH(QString, kind);
    QFETCH(int, code);
    const std::string path = at("a.nsc");
    const auto sql = [&](const char* text) {
        { const auto document = create(path, 200); }
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
        sql("PRAGMA user_version = 2");
    } else if (kind == "trigger") {
        sql("CREATE TRIGGER t AFTER UPDATE ON nucleus BEGIN DELETE FROM nucleus; END");
    } else if (kind == "view") {
        sql("CREATE VIEW v AS SELECT 1");
    } else if (kind == "table missing") {
        sql("DROP TABLE lineage");
    } else if (kind == "other column") {
        sql("DROP TABLE outline; CREATE TABLE outline (row INTEGER PRIMARY KEY, polygon BLOB NOT NULL, x AS (length(polygon)))");
    } else if (kind == "slide of no size") {
        sql("UPDATE slide SET width = -5");
    } else if (kind != "missing") {
        { const auto document = create(path, 200); }
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

void TestCaseDocument::aDamagedPageIsFoundAndSaid()
{
    { const auto document = create(at("a.nsc"), 3000); }
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
        const auto visited = (*reader)->visit({0, 0, 100000, 80000}, 0, [&](const nb::NucleusGlance&) { return ++seen < 1000000; });
        QVERIFY(visited.ok() || visited.error().code == ErrorCode::Unreadable);
    }
}

void TestCaseDocument::migratesInOneTransaction()
{
    const auto database = Database::open(at("m.db"), Database::Mode::Create);
    QVERIFY((*database)->run("CREATE TABLE a (x); PRAGMA user_version = 3").ok());
    const std::vector<nb::Migration> good{{2, "SELECT 1 FROM nothing"}, {3, "ALTER TABLE a ADD COLUMN y"}, {4, "INSERT INTO a VALUES (1, 2)"}};
    QVERIFY(nb::migrate(**database, 3, good).ok());
    QCOMPARE(*(*database)->number("PRAGMA user_version"), std::int64_t(5));
    QCOMPARE(*(*database)->number("SELECT y FROM a"), std::int64_t(2));
    const std::vector<nb::Migration> bad{{5, "DELETE FROM a"}, {6, "INSERT INTO missing VALUES (1)"}};
    QVERIFY(!nb::migrate(**database, 5, bad).ok());
    QCOMPARE(*(*database)->number("PRAGMA user_version"), std::int64_t(5));
    QCOMPARE(*(*database)->number("SELECT count(*) FROM a"), std::int64_t(1));
}

void TestCaseDocument::knowsPathsThatLeadToANetwork_data()
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

void TestCaseDocument::knowsPathsThatLeadToANetwork()
{
    QFETCH(QString, path);
    QFETCH(bool, network);
    QCOMPARE(nb::leadsToNetwork(path.toStdString()), network);
}

QTEST_GUILESS_MAIN(TestCaseDocument)
#include "tst_casedocument.moc"
