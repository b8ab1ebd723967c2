// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/caserunfixture.h"

#include "engine/geometry/overlap.h"
#include "engine/geometry/polygon.h"

#include <QtTest>
#include <map>

using nb::CaseReader;
using nb::DocumentThread;
using nb::Edit;
using nb::NucleusOrigin;
using nb::NucleusRecord;
using nb::Uuid;
using nb::test::apply;
using nb::test::otherModel;
using nb::test::Present;
using nb::test::presentIn;
using nb::test::textOf;
using nb::test::verified;

class TestCaseRuns : public QObject, private nb::test::RunCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(renew()); }
    void whatAPersonTouchedStays();
    void aCheckedRegionStays();
    void aMergedNucleusThatWasSplitStaysSplit();
    void aRegionRunReplacesOnlyThere();
    void anotherModelReplacesTheUntouched();
    void aRunIsOneStepOfTheHistory();
    void anUndoneRunIsNotResumed();
};

void TestCaseRuns::whatAPersonTouchedStays()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const Present found = presentIn(m_path);
    const auto reader = CaseReader::open(m_path);
    Edit edit{"Correct", "tester", {}, {}, {}, {}, {}, {}, {}};
    std::map<Uuid, NucleusRecord> touched;
    int i = 0;
    for (const auto& [id, nucleus] : found) {
        const auto row = **(*reader)->rowOf(id);
        switch (i++ % 8) {
        case 0: { // another outline, larger than the model's
            NucleusRecord corrected = nucleus;
            const nb::Point centre = nb::centroid(nucleus.shape.front().shell);
            for (nb::Point& p : corrected.shape.front().shell)
                p = {centre.x + 1.2 * (p.x - centre.x), centre.y + 1.2 * (p.y - centre.y)};
            corrected.modelShape = nucleus.shape;
            corrected.origin = NucleusOrigin::Corrected;
            edit.putNuclei.push_back(corrected);
            break;
        }
        case 1:
            edit.changeNuclei.push_back({{row}, {}, NucleusOrigin::Accepted});
            break;
        case 2:
            edit.changeNuclei.push_back({{row}, 4, {}});
            break;
        case 3: {
            NucleusRecord locked = nucleus;
            locked.locked = true;
            edit.putNuclei.push_back(locked);
            break;
        }
        default:
            continue;
        }
        touched[id];
    }
    edit.putNuclei.push_back(nb::test::nucleus(424242, 500, 400, 30)); // drawn over whatever is there
    touched[nb::test::uuidOf(424242)];
    QVERIFY(apply(*m_thread, edit).ok());
    const Present before = presentIn(m_path);
    for (const auto& recipe : {m_recipe, nb::test::runRecipe(otherModel())}) {
        const auto again = nb::test::run(*m_thread, recipe);
        QVERIFY(again.ok());
        QVERIFY(again->yielded > static_cast<std::int64_t>(touched.size()) / 2);
        const Present after = presentIn(m_path);
        for (const auto& [id, unused] : touched) {
            QVERIFY(after.contains(id));
            QVERIFY(after.at(id).shape == before.at(id).shape && after.at(id).classId == before.at(id).classId
                && after.at(id).origin == before.at(id).origin && after.at(id).locked == before.at(id).locked);
            for (const auto& [other, nucleus] : after)
                if (!touched.contains(other))
                    QVERIFY(nb::sharedArea(nucleus.shape, after.at(id).shape)
                        <= 0.05 * std::min(nb::areaOf(nucleus.shape), nb::areaOf(after.at(id).shape)));
        }
        QCOMPARE(verified(*m_thread), std::string("ok"));
    }
}

void TestCaseRuns::aCheckedRegionStays()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    nb::RegionRecord region;
    region.id = nb::test::uuidOf(1);
    region.checked = true;
    region.shape = {nb::Polygon{{{200, 200}, {600, 200}, {600, 600}, {200, 600}}, {}}};
    const auto reader = CaseReader::open(m_path);
    const auto inside = (*reader)->within(region.shape);
    QVERIFY(inside->size() > 20);
    Edit edit{"Check", "tester", {}, {}, {}, {inside->begin(), inside->begin() + 5}, {}, {}, {region}};
    QVERIFY(apply(*m_thread, edit).ok()); // five were no nuclei
    const auto right = *(*reader)->within(region.shape);
    QVERIFY(nb::test::run(*m_thread, nb::test::runRecipe(otherModel())).ok());
    QVERIFY(*(*reader)->within(region.shape) == right);
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    QVERIFY(*(*reader)->within(region.shape) == right);
}

void TestCaseRuns::aMergedNucleusThatWasSplitStaysSplit()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const Present found = presentIn(m_path);
    const auto largest = std::max_element(found.begin(), found.end(),
        [](const auto& a, const auto& b) { return nb::areaOf(a.second.shape) < nb::areaOf(b.second.shape); });
    const nb::Rect box = nb::boundsOf(largest->second.shape);
    Edit edit{"Split", "tester", {}, {}, {}, {}, {}, {}, {}};
    edit.removeNuclei.push_back(**(*CaseReader::open(m_path))->rowOf(largest->first));
    const double x = static_cast<double>(box.x), y = static_cast<double>(box.y), w = static_cast<double>(box.width),
                 h = static_cast<double>(box.height);
    edit.putNuclei.push_back(nb::test::nucleus(1, x + w / 4, y + h / 2, w / 5));
    edit.putNuclei.push_back(nb::test::nucleus(2, x + 3 * w / 4, y + h / 2, w / 5));
    QVERIFY(apply(*m_thread, edit).ok());
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const Present after = presentIn(m_path);
    QVERIFY(!after.contains(largest->first));
    QVERIFY(after.contains(nb::test::uuidOf(1)) && after.contains(nb::test::uuidOf(2)));
}

void TestCaseRuns::aRegionRunReplacesOnlyThere()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const nb::Rect area{300, 200, 400, 300};
    QVERIFY(nb::test::run(*m_thread, nb::test::runRecipe(otherModel()), {}, {}, area).ok());
    std::size_t here = 0, elsewhere = 0;
    for (const auto& [id, nucleus] : presentIn(m_path)) {
        const bool isNew = nucleus.modelHash == std::string(64, 'c');
        const nb::Rect box = nb::boundsOf(nucleus.shape);
        here += isNew ? 1 : 0;
        elsewhere += isNew ? 0 : 1;
        if (isNew)
            QVERIFY(area.grown(1).contains(box));
        else
            QVERIFY(!area.contains(box));
    }
    QVERIFY(here > 20 && elsewhere > 100);
}

void TestCaseRuns::anotherModelReplacesTheUntouched()
{
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const std::string fresh = m_folder->filePath("b.nsc").toStdString();
    DocumentThread other(nb::test::runCase(fresh, *m_recipe));
    const auto recipe = nb::test::runRecipe(otherModel());
    QVERIFY(nb::test::run(other, recipe).ok());
    QVERIFY(nb::test::run(*m_thread, recipe).ok());
    QCOMPARE(textOf(*m_thread), textOf(other));
}

void TestCaseRuns::aRunIsOneStepOfTheHistory()
{
    QVERIFY(apply(*m_thread, {"Draw", "", {}, {}, {}, {}, {nb::test::nucleus(5, 100, 100)}, {}, {}}).ok());
    const std::string before = textOf(*m_thread);
    QVERIFY(nb::test::run(*m_thread, m_recipe).ok());
    const std::string first = textOf(*m_thread);
    QVERIFY(nb::test::run(*m_thread, nb::test::runRecipe(otherModel())).ok());
    const std::string second = textOf(*m_thread);
    const auto undo = [&] { return m_thread->ask([](nb::CaseDocument& d) { return d.edits().undo(); }).get(); };
    const auto redo = [&] { return m_thread->ask([](nb::CaseDocument& d) { return d.edits().redo(); }).get(); };
    QVERIFY(undo().ok());
    QCOMPARE(textOf(*m_thread), first);
    QVERIFY(undo().ok());
    QCOMPARE(textOf(*m_thread), before);
    QVERIFY(redo().ok() && redo().ok());
    QCOMPARE(textOf(*m_thread), second);
}

void TestCaseRuns::anUndoneRunIsNotResumed()
{
    nb::CancelSource stop;
    int cells = 0;
    nb::SegmentSinks also;
    also.maps = [&](const std::shared_ptr<const nb::MapCell>&) {
        if (++cells == 40)
            stop.cancel();
    };
    QVERIFY(!nb::test::run(*m_thread, m_recipe, also, stop.token()).ok());
    QVERIFY(m_thread->ask([](nb::CaseDocument& d) { return d.edits().undo(); }).get().ok());
    const auto again = nb::test::run(*m_thread, m_recipe);
    QVERIFY(again.ok());
    QCOMPARE(again->resumedTiles, std::int64_t(0));
    QCOMPARE(static_cast<std::int64_t>(presentIn(m_path).size()), again->added);
    QCOMPARE(verified(*m_thread), std::string("ok"));
}

QTEST_GUILESS_MAIN(TestCaseRuns)
#include "tst_caseruns.moc"
