// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/casedocument.h"
#include "engine/document/networkplace.h"
#include "engine/document/schema.h"
#include "tests/support/casefixture.h"
#include "tests/support/fulldisk.h"

#include <QtTest>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;
using nb::CaseDocument;
using nb::ErrorCode;
using nb::test::contentsOf;
using nb::test::nucleus;

class TestCaseDocument : public QObject, private nb::test::CaseFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void keepsTheSlideAndWhatWasDecidedForIt();
    void knowsWhetherASlideIsTheSame();
    void findsAMovedSlideBesideTheCase();
    void keepsViewAndLineage();
    void aClosedCaseIsOneWholeFileForItsOwnerOnly();
    void aMergedCaseCanBeCopiedWhileOpen();
    void copiesWithItsHistoryAndNeverHarmsTheTarget();
    void anOldLogBesideTheTargetDoesNotReachTheCopy();
    void doesNotReplaceACaseThatIsThereUnasked();
    void aFullDiskLosesNothing();
    void aFullDiskWhenCopyingLeavesTheTarget();
};

void TestCaseDocument::keepsTheSlideAndWhatWasDecidedForIt()
{
    auto slide = nb::test::slideIdentity();
    slide.stain = nb::SlideStain{nb::StainMethod::Macenko, {{0.1, 0.2, 1.0 / 3}, {0.4, 0.5, 0.6}, {1.1, 2.2}},
        {{0.3, 0.2, 0.1}, {0.6, 0.5, 0.4}, {3, 4}}, true, "because \"so\"", 0.07};
    slide.pixelSizeOrigin = nb::PixelSizeOrigin::Person;
    slide.pixelSize = {0.1 + 0.2, 0.25};
    {
        QVERIFY(CaseDocument::create(at("a.nsc"), slide).ok());
    }
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
    {
        QVERIFY(CaseDocument::create(at("old/a.nsc"), slide).ok());
    }
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

void TestCaseDocument::aClosedCaseIsOneWholeFileForItsOwnerOnly()
{
    std::string before;
    {
        const auto document = create(at("a.nsc"), 200);
        before = contentsOf(*document);
        QVERIFY(fs::exists(at("a.nsc-wal")));
    }
    QCOMPARE(std::distance(fs::directory_iterator(at("")), fs::directory_iterator()), 1);
    struct stat info {
    };
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
    {
        const auto other = create(at("b.nsc"), 1);
    }
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
    {
        const auto document = create(at("a.nsc"), 2);
    }
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

QTEST_GUILESS_MAIN(TestCaseDocument)
#include "tst_casedocument.moc"
