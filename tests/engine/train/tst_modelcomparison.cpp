// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/modelcomparison.h"
#include "tests/support/trainingpictures.h"

#include <QtTest>

using namespace nb;

namespace
{

void put(LabelImage& labels, std::uint32_t label, int x, int y, int width = 10, int height = 10)
{
    for (int row = y; row < y + height; ++row)
        for (int column = x; column < x + width; ++column)
            labels.at(column, row) = label;
}

JudgedPicture judged(const LabelImage& truth, const LabelImage& found)
{
    auto evaluation = evaluate(truth, found);
    return {found, evaluation->counts, evaluation->matching};
}

std::vector<NucleusChange> changes(const LabelImage& truth, const LabelImage& before, const LabelImage& after)
{
    auto picture = std::make_shared<TrainingPicture>();
    picture->labels = truth;
    std::vector<NucleusChange> kinds;
    for (const auto& changed : comparePicture(picture, judged(truth, before), judged(truth, after)).changes)
        kinds.push_back(changed.change);
    return kinds;
}

} // namespace

class TestModelComparison : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsFoundFromLost()
    {
        LabelImage truth(100, 40), seen(100, 40), blind(100, 40);
        put(truth, 1, 10, 10);
        put(seen, 7, 10, 11);
        QCOMPARE(changes(truth, blind, seen), std::vector{NucleusChange::Found});
        QCOMPARE(changes(truth, seen, blind), std::vector{NucleusChange::Lost});
        QVERIFY(changes(truth, seen, seen).empty());
        QVERIFY(isImprovement(NucleusChange::Found) && !isImprovement(NucleusChange::Lost));
    }
    void tellsMergedFromSeparated()
    {
        LabelImage truth(100, 40), apart(100, 40), together(100, 40);
        put(truth, 1, 10, 10, 12);
        put(truth, 2, 22, 10);
        put(apart, 1, 10, 10, 12);
        put(apart, 2, 22, 10);
        put(together, 1, 10, 10, 22);
        QCOMPARE(changes(truth, together, apart), std::vector{NucleusChange::Separated});
        QCOMPARE(changes(truth, apart, together), std::vector{NucleusChange::Merged});
    }
    void tellsSplitFromJoined()
    {
        LabelImage truth(100, 40), whole(100, 40), pieces(100, 40);
        put(truth, 1, 10, 10, 24);
        put(whole, 1, 10, 10, 24);
        put(pieces, 1, 10, 10, 14);
        put(pieces, 2, 25, 10, 9);
        QCOMPARE(changes(truth, whole, pieces), std::vector{NucleusChange::Split});
        QCOMPARE(changes(truth, pieces, whole), std::vector{NucleusChange::Joined});
    }
    void tellsWhatIsNoNucleus()
    {
        LabelImage truth(100, 40), clean(100, 40), fooled(100, 40);
        put(truth, 1, 10, 10);
        put(clean, 1, 10, 10);
        put(fooled, 1, 10, 10);
        put(fooled, 2, 60, 10);
        QCOMPARE(changes(truth, fooled, clean), std::vector{NucleusChange::FalseGone});
        QCOMPARE(changes(truth, clean, fooled), std::vector{NucleusChange::FalseNew});
    }
};

QTEST_GUILESS_MAIN(TestModelComparison)
#include "tst_modelcomparison.moc"
