// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/unsavedcases.h"
#include "tests/support/casefixture.h"

#include <QtTest>

class TestUnsavedCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatWasLeftAndTakesItUp();
    void doesNotOfferWhatIsOpenOrEmpty();
    void refusesASlideWithoutIdentity();
};

void TestUnsavedCases::offersWhatWasLeftAndTakesItUp()
{
    const QTemporaryDir base;
    const std::string folder = base.filePath("data/unsaved").toStdString();
    QVERIFY(nb::leftUnsaved(folder).empty());
    std::string before, path;
    {
        auto document = nb::openUnsavedCase(folder, nb::test::slideIdentity());
        QVERIFY(document.ok());
        QVERIFY((*document)->edits().apply({"Draw", "", {}, {}, {}, {}, {nb::test::nucleus(1, 50, 50)}, {}, {}}).ok());
        before = nb::test::contentsOf(**document);
        path = (*document)->path();
    }
    const auto left = nb::leftUnsaved(folder);
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left.front().slidePath, std::string("/slides/a.svs"));
    QCOMPARE(left.front().steps, std::int64_t(1));
    {
        auto again = nb::openUnsavedCase(folder, nb::test::slideIdentity());
        QVERIFY(again.ok());
        QCOMPARE(nb::test::contentsOf(**again), before);
        QCOMPARE(static_cast<int>(nb::discardUnsavedCase(path).error().code), static_cast<int>(nb::ErrorCode::Exists));
        QVERIFY((*again)->copyTo(base.filePath("saved.nsc").toStdString(), false).ok());
    }
    QVERIFY(nb::discardUnsavedCase(path).ok());
    QVERIFY(nb::leftUnsaved(folder).empty());
    auto saved = nb::CaseDocument::open(base.filePath("saved.nsc").toStdString());
    QVERIFY(saved.ok());
    QCOMPARE(nb::test::contentsOf(**saved), before);
}

void TestUnsavedCases::doesNotOfferWhatIsOpenOrEmpty()
{
    const QTemporaryDir base;
    const std::string folder = base.path().toStdString();
    auto document = nb::openUnsavedCase(folder, nb::test::slideIdentity());
    QVERIFY(document.ok());
    QVERIFY((*document)->edits().apply({"Draw", "", {}, {}, {}, {}, {nb::test::nucleus(1, 50, 50)}, {}, {}}).ok());
    auto other = nb::test::slideIdentity();
    other.hash = std::string(64, 'a');
    {
        QVERIFY(nb::openUnsavedCase(folder, other).ok());
    }
    QVERIFY(nb::leftUnsaved(folder).empty());
}

void TestUnsavedCases::refusesASlideWithoutIdentity()
{
    const QTemporaryDir base;
    auto slide = nb::test::slideIdentity();
    slide.hash = "../../escape";
    QVERIFY(!nb::openUnsavedCase(base.path().toStdString(), slide).ok());
}

QTEST_GUILESS_MAIN(TestUnsavedCases)
#include "tst_unsavedcases.moc"
