// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/atomicfile.h"
#include "engine/io/setaside.h"
#include "tests/support/fulldisk.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;
using nb::AtomicFile;
using nb::ErrorCode;

namespace
{

std::string contents(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(const std::string& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

int entries(const std::string& folder)
{
    return static_cast<int>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

class TestAtomicFile : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::string at(const std::string& name) const { return m_dir.path().toStdString() + "/" + name; }

private Q_SLOTS:
    void cleanup()
    {
        for (const auto& entry : fs::directory_iterator(m_dir.path().toStdString()))
            fs::remove_all(entry.path());
    }
    void appearsOnlyWhenWhole()
    {
        put(at("a.txt"), "old");
        auto file = AtomicFile::create(at("a.txt"));
        QVERIFY(file.ok());
        QVERIFY(file->write("new").ok());
        QCOMPARE(contents(at("a.txt")), std::string("old"));
        QVERIFY(fs::path(file->temporaryPath()).filename().string().starts_with("."));
        QVERIFY(file->commit().ok());
        QCOMPARE(contents(at("a.txt")), std::string("new"));
        QCOMPARE(entries(m_dir.path().toStdString()), 1);
    }
    void whatAKilledProcessSetAsideGoesWithTheNextWhole()
    {
        put(at(".a.geojson.before"), "of a search that was killed between two renames");
        QCOMPARE(nb::setAsidePath(at("a.geojson")), at(".a.geojson.before"));
        put(at(".b.geojson.before"), "another's");
        {
            auto stopped = AtomicFile::create(at("a.geojson"));
            QVERIFY(stopped.ok());
            QVERIFY(stopped->write("half").ok());
        }
        QVERIFY(fs::exists(at(".a.geojson.before"))); // nothing newer is there yet
        QVERIFY(nb::writeWholeFile(at("a.geojson"), "new").ok());
        QVERIFY(!fs::exists(at(".a.geojson.before")));
        QVERIFY(fs::exists(at(".b.geojson.before")));
        QCOMPARE(contents(at("a.geojson")), std::string("new"));
    }
    void belongsToItsOwnerOnly()
    {
        auto file = AtomicFile::create(at("a.txt"));
        QVERIFY(file->commit().ok());
        struct stat st {
        };
        QCOMPARE(::stat(at("a.txt").c_str(), &st), 0);
        QCOMPARE(st.st_mode & 0777U, 0600U);
    }
    void leavesNothingWhenDropped()
    {
        {
            auto file = AtomicFile::create(at("a.txt"));
            QVERIFY(file->write("half").ok());
            auto moved = std::move(*file);
            QCOMPARE(entries(m_dir.path().toStdString()), 1);
        }
        QCOMPARE(entries(m_dir.path().toStdString()), 0);
    }
    void refusesAnExistingTargetWhenAsked()
    {
        auto file = AtomicFile::create(at("a.txt"), AtomicFile::Existing::Refuse);
        QVERIFY(file.ok());
        put(at("a.txt"), "came meanwhile");
        const auto late = file->commit();
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Exists);
        QCOMPARE(contents(at("a.txt")), std::string("came meanwhile"));
        const auto again = AtomicFile::create(at("a.txt"), AtomicFile::Existing::Refuse);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Exists);
        QCOMPARE(entries(m_dir.path().toStdString()), 1);
    }
    void namesTheTargetItCannotWrite()
    {
        fs::create_directory(at("folder"));
        for (const auto& bad : {at("missing/a.txt"), at("folder"), at("folder/"), std::string("/dev/full"),
                 std::string("/proc/a.txt"), std::string()}) {
            const auto file = AtomicFile::create(bad);
            QVERIFY2(!file, bad.c_str());
            QCOMPARE(file.error().code, ErrorCode::NotWritable);
            QCOMPARE(file.error().path, bad);
            QVERIFY(!file.error().remedy.empty());
        }
    }
    void aSyncedFileIsNotYetTheTarget()
    {
        put(at("a.txt"), "old");
        auto file = AtomicFile::create(at("a.txt"));
        QVERIFY(file->write("new").ok());
        QVERIFY(file->sync().ok());
        QCOMPARE(contents(at("a.txt")), std::string("old"));
        QVERIFY(file->commit().ok());
        QCOMPARE(contents(at("a.txt")), std::string("new"));
    }
    void writesThroughALink()
    {
        put(at("real.txt"), "old");
        fs::create_symlink(at("real.txt"), at("link.txt"));
        auto file = AtomicFile::create(at("link.txt"));
        QVERIFY(file->write("new").ok());
        QVERIFY(file->commit().ok());
        QVERIFY(fs::is_symlink(at("link.txt")));
        QCOMPARE(contents(at("real.txt")), std::string("new"));
    }
    void aKilledWriterHarmsNothingAndIsSweptUp()
    {
        put(at("a.txt"), "old");
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto file = AtomicFile::create(at("a.txt"));
            (void)file->write("half");
            (void)!::write(ready[1], "x", 1);
            ::pause();
            ::_exit(0);
        }
        char byte = 0;
        QCOMPARE(::read(ready[0], &byte, 1), ssize_t{1});
        { // while it lives, its file is left alone
            auto other = AtomicFile::create(at("a.txt"));
            QCOMPARE(entries(m_dir.path().toStdString()), 3);
        }
        QCOMPARE(entries(m_dir.path().toStdString()), 2);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QCOMPARE(contents(at("a.txt")), std::string("old"));
        auto file = AtomicFile::create(at("a.txt"));
        QCOMPARE(entries(m_dir.path().toStdString()), 2); // the target and the new hidden one
        QVERIFY(file->commit().ok());
        QCOMPARE(entries(m_dir.path().toStdString()), 1);
        ::close(ready[0]);
        ::close(ready[1]);
    }
    void aFullDiskIsAnErrorThatLeavesNothing()
    {
        nb::test::FullDisk disk(256 * 1024);
        if (!disk.mounted())
            QSKIP("cannot mount a small tmpfs here");
        put(disk.at("a.txt"), "old");
        {
            auto file = AtomicFile::create(disk.at("a.txt"));
            QVERIFY(file.ok());
            const auto status = file->write(std::string(1 << 20, 'x'));
            QVERIFY(!status);
            QCOMPARE(status.error().code, ErrorCode::NoSpace);
            QCOMPARE(status.error().path, disk.at("a.txt"));
        }
        QCOMPARE(contents(disk.at("a.txt")), std::string("old"));
        QCOMPARE(entries(disk.folder()), 1);
    }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
