// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full when a case goes out or something comes in.
#include "engine/exchange/caseintake.h"
#include "engine/exchange/casetable.h"
#include "engine/exchange/labelimport.h"
#include "engine/exchange/trainingpairs.h"
#include "engine/io/picturefile.h"
#include "tests/engine/io/geojsonsamples.h"
#include "tests/support/exchangefixture.h"
#include "tests/support/fakeslide.h"
#include "tests/support/filesizelimit.h"
#include "tests/support/fulldisk.h"

#include <QtTest>

#include <filesystem>
#include <random>
#include <set>

namespace fs = std::filesystem;
using nb::CancelToken;
using nb::CaseReader;
using nb::Edit;
using nb::ErrorCode;
using nb::Progress;
using nb::Status;
using nb::test::ExchangeCase;
using nb::test::FileSizeLimit;
using nb::test::fileText;
using nb::test::FullDisk;
using nb::test::putFile;

namespace
{

constexpr rlim_t kFull = 1500; // bytes; a pair's description is whole by then

/// Noise, so that nothing packs it.
nb::RgbImage noise(int width, int height)
{
    nb::RgbImage picture(width, height);
    std::mt19937 random(7);
    for (std::uint8_t& value : picture.pixels)
        value = static_cast<std::uint8_t>(random());
    return picture;
}

Edit manyNuclei(int count, std::uint64_t first = 1)
{
    Edit edit;
    edit.label = "Draw";
    for (int i = 0; i < count; ++i)
        edit.putNuclei.push_back(nb::test::nucleus(
            first + static_cast<std::uint64_t>(i), 20 + i % 15 * 17 + i % 7, 20 + i / 15 % 10 * 16 + i % 5, 5 + i % 4));
    nb::RegionRecord region;
    region.id = nb::test::uuidOf(999999);
    region.shape = {nb::Polygon{nb::test::blob(150, 100, 80, 60), {}}};
    edit.putRegions = {region};
    return edit;
}

nb::SlideIdentity smallSlide()
{
    nb::SlideIdentity slide = nb::test::slideIdentity();
    slide.width = 300;
    slide.height = 200;
    return slide;
}

/// Names and contents of everything in a folder.
std::map<std::string, std::string> filesIn(const std::string& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder))
        files[entry.path().filename().string()] = fileText(entry.path().string());
    return files;
}

template <class T> Status statusOf(const nb::Result<T>& result)
{
    return result ? Status() : Status(result.error());
}

} // namespace

class TestExchangeOnDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskHarmsNoFile_data();
    void aFullDiskHarmsNoFile();
    void anImportThatWillNotFitIsNotBegun();
    void aDiskThatFillsUpDuringAnImportHarmsNothing();
};

void TestExchangeOnDisk::aFullDiskHarmsNoFile_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name :
        {"a.geojson", "a.geojson.gz", "a.csv", "a.csv.gz", "a.labels.tif", "a.png", "a.tif", "pairs"})
        QTest::newRow(name) << QByteArray(name);
}

void TestExchangeOnDisk::aFullDiskHarmsNoFile()
{
    QFETCH(QByteArray, name);
    ExchangeCase from(smallSlide());
    QVERIFY(from.apply(manyNuclei(150)).ok());
    const std::string before = from.thread().ask([](nb::CaseDocument& d) { return nb::test::contentsOf(d); }).get();
    const auto reader = CaseReader::open(from.path());
    QVERIFY(reader.ok() && (*reader)->count().ok());
    const nb::test::FakeSlide slide(noise(300, 200));
    const std::string folder = from.file("out");
    QVERIFY(fs::create_directory(folder));
    const std::string path = folder + "/" + name.toStdString();
    if (name != "pairs")
        putFile(path, "what was there");
    const auto files = filesIn(folder);
    const auto choice = from.choice();
    const auto write = [&]() -> Status {
        Progress progress;
        if (name.contains("geojson"))
            return statusOf(nb::exportGeoJson(**reader, choice, path, false, {}, progress));
        if (name.contains("csv"))
            return statusOf(nb::exportCsv(**reader, choice, path, {}, progress));
        if (name.contains("labels"))
            return statusOf(nb::exportLabels(**reader, choice, path, {}, progress));
        if (name == "pairs")
            return statusOf(nb::exportTrainingPairs(**reader, slide, choice, folder, {}, progress));
        return nb::writePicture(path, noise(100, 100));
    };
    {
        const FileSizeLimit full(kFull);
        const Status failed = write();
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::NoSpace);
        QVERIFY2(failed.error().path.starts_with(folder), failed.error().message().c_str());
        QVERIFY(!failed.error().remedy.empty());
    }
    QVERIFY(filesIn(folder) == files);
    QCOMPARE(from.thread().ask([](nb::CaseDocument& d) { return nb::test::contentsOf(d); }).get(), before);
    const Status written = write(); // with room it goes
    QVERIFY2(written.ok(), written ? "" : written.error().message().c_str());
}

void TestExchangeOnDisk::anImportThatWillNotFitIsNotBegun()
{
    ExchangeCase from;
    QVERIFY(from.apply(manyNuclei(9000)).ok());
    QVERIFY(from.write(from.file("a.geojson"), from.choice()).ok());
    const auto text = static_cast<double>(fs::file_size(from.file("a.geojson")));
    ExchangeCase withRoom;
    const auto empty = static_cast<double>(fs::file_size(withRoom.path()));
    QVERIFY(withRoom.import(from.file("a.geojson")).ok());
    QVERIFY(withRoom.thread().ask([](nb::CaseDocument& d) { return d.checkpoint(); }).get().ok());
    const double grown = static_cast<double>(fs::file_size(withRoom.path())) - empty;
    QVERIFY2(grown > 0.2 * text && grown < text, "what an import is said to need is what it needs");
    const FullDisk disk(2 << 20);
    if (!disk.mounted())
        QSKIP("needs the right to mount a small file system");
    auto made = nb::CaseDocument::create(disk.at("a.nsc"), nb::test::slideIdentity());
    QVERIFY(made.ok());
    nb::DocumentThread thread(std::move(*made));
    Progress progress;
    const auto read = nb::importIntoCase(thread, from.file("a.geojson"), "me", {}, progress);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NoSpace);
    QVERIFY2(read.error().what.find("MB") != std::string::npos && !read.error().remedy.empty(),
        read.error().message().c_str());
    const auto left = thread.ask([](nb::CaseDocument& d) { return d.edits().history(); }).get();
    QVERIFY(left.ok() && left->empty());
}

/// Somebody else fills the disk while an import goes on: what had come by then may stay, whole and undoable.
void TestExchangeOnDisk::aDiskThatFillsUpDuringAnImportHarmsNothing()
{
    const FullDisk disk(24 << 20);
    if (!disk.mounted())
        QSKIP("needs the right to mount a small file system");
    auto made = nb::CaseDocument::create(disk.at("a.nsc"), nb::test::slideIdentity());
    QVERIFY(made.ok());
    nb::DocumentThread thread(std::move(*made));
    const auto contents
        = [&thread] { return thread.ask([](nb::CaseDocument& d) { return nb::test::contentsOf(d); }).get(); };
    QVERIFY(thread.ask([](nb::CaseDocument& d) { return d.edits().apply(manyNuclei(50, 500000)); }).get().ok());
    const std::string before = contents();
    auto intake = nb::CaseIntake::begin(thread, "Imported a.geojson", "me");
    QVERIFY(intake.ok());
    Status added;
    for (std::uint64_t i = 1; i <= 40000 && added; ++i) {
        added = (*intake)->add(nb::test::nucleus(i, 100 + static_cast<double>(i % 900) * 40, 500));
        if (i == 6000)
            std::ofstream(disk.at("ballast")) << std::string(24 << 20, 'x'); // as far as it goes
    }
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::NoSpace);
    const auto gone = (*intake)->takeBack();
    intake->reset();
    fs::remove(disk.at("ballast"));
    const auto history = thread.ask([](nb::CaseDocument& d) { return d.edits().history(); }).get();
    QVERIFY(history.ok());
    if (gone && *gone) {
        QCOMPARE(history->size(), std::size_t{1});
    } else {
        QCOMPARE(history->size(), std::size_t{2});
        QVERIFY(QString::fromStdString(history->back().label + history->front().label).contains("not finished"));
        const auto undone = thread.ask([](nb::CaseDocument& d) { return d.edits().undo(); }).get();
        QVERIFY2(undone.ok(), undone ? "" : undone.error().message().c_str());
    }
    QCOMPARE(contents(), before);
    const Status whole = thread.ask([](nb::CaseDocument& d) { return d.verify(); }).get();
    QVERIFY2(whole.ok(), whole ? "" : whole.error().message().c_str());
}

QTEST_GUILESS_MAIN(TestExchangeOnDisk)
#include "tst_exchangeondisk.moc"
