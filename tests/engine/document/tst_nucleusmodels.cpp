// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/nucleusmodels.h"
#include "tests/support/caserunfixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace nb;

/// A model and the number of its nuclei.
using Counts = std::map<std::string, std::int64_t>;

static Counts countsOf(const Result<std::vector<ModelShare>>& shares)
{
    Counts counts;
    if (shares)
        for (const ModelShare& share : *shares)
            counts[share.hash] = share.nuclei;
    return counts;
}

class TestNucleusModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheNucleiOfEachModel()
    {
        const auto first = test::runRecipe(), second = test::runRecipe(test::otherModel());
        const std::string firstHash = first->network->info().hash, secondHash = second->network->info().hash;
        QVERIFY(firstHash != secondHash);
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a.nsc")).toStdString();
        DocumentThread thread(test::runCase(path, *first));
        QVERIFY(test::run(thread, first).ok());
        QVERIFY(test::run(thread, second, {}, {}, Rect{0, 0, 550, 900}).ok()); // half of it anew
        const auto opened = CaseReader::open(path);
        const auto& reader = *opened;
        const std::int64_t all = reader->count().value();
        const Counts found = countsOf(modelsOfNuclei(*reader, {}));
        QVERIFY(found.at(firstHash) > 5 && found.at(secondHash) > 5);
        QCOMPARE(found.at(firstHash) + found.at(secondHash), all);

        const auto rows = nucleiOfModel(*reader, secondHash, {});
        QVERIFY(rows.ok());
        QCOMPARE(static_cast<std::int64_t>(rows->size()), found.at(secondHash));
        QCOMPARE(countsOf(modelsOfNuclei(*reader, *rows, {})), (Counts{{secondHash, found.at(secondHash)}}));

        // One that a person corrects is still that model's find; one that they draw is nobody's; one that is removed
        // does not count.
        Edit edit;
        edit.label = "By hand";
        NucleusRecord corrected = **reader->nucleus(rows->front());
        corrected.origin = NucleusOrigin::Corrected;
        edit.putNuclei = {corrected, test::nucleus(77, 1000, 880, 6)};
        edit.removeNuclei = {rows->back()};
        QVERIFY(test::apply(thread, edit).ok());
        const auto shares = modelsOfNuclei(*reader, {});
        const Counts after = countsOf(shares);
        QCOMPARE(after.at(secondHash), found.at(secondHash) - 1);
        QCOMPARE(after.at(""), std::int64_t{1});
        QCOMPARE(shares->back().hash, std::string()); // most first
        QCOMPARE(nucleiOfModel(*reader, "", {})->size(), std::size_t{1});
    }
    void stopsWhenAsked()
    {
        const auto recipe = test::runRecipe();
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a.nsc")).toStdString();
        DocumentThread thread(test::runCase(path, *recipe));
        const auto opened = CaseReader::open(path);
        const auto& reader = *opened;
        CancelSource stop;
        stop.cancel();
        QCOMPARE(modelsOfNuclei(*reader, stop.token()).error().code, ErrorCode::Cancelled);
        QCOMPARE(nucleiOfModel(*reader, "", stop.token()).error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestNucleusModels)
#include "tst_nucleusmodels.moc"
