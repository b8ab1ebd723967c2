// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/previewednuclei.h"

#include <QtTest>
#include <set>

using namespace nb;

namespace
{

Ring square(double x, double y, double side)
{
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

Uuid idOf(int number)
{
    Uuid id{};
    id[0] = static_cast<std::uint8_t>(number);
    return id;
}

Nucleus nucleus(int number, double x, double y, double side = 20)
{
    Nucleus n;
    n.id = idOf(number);
    n.contour = square(x, y, side);
    n.firstX = static_cast<std::int64_t>(x);
    n.firstY = static_cast<std::int64_t>(y);
    return n;
}

/// What a case says of a nucleus beyond what an index in memory knows.
struct Kept {
    std::uint16_t classId = 1;
    std::uint8_t origin = 0;
    bool ownHistory = false;
};

/// Stands in for a case's nuclei.
class Stored : public NucleusSource
{
public:
    Stored()
        : m_index(2000, 2000)
    {
    }
    void add(int number, double x, double y, const Kept& kept = {})
    {
        m_kept[idOf(number)] = kept;
        m_index.add({nucleus(number, x, y)});
    }
    void visit(const Rect& area, const std::function<bool(const NucleusOutline&)>& visitor) const override
    {
        m_index.visit(area, [&](NucleusOutline n) {
            const Kept& kept = m_kept.at(n.id);
            n.classId = kept.classId;
            n.origin = kept.origin;
            n.ownHistory = kept.ownHistory;
            return visitor(n);
        });
    }
    std::size_t countNear(const Rect& area) const override { return m_index.countNear(area); }
    std::optional<Nucleus> at(const Point& p) const override { return m_index.at(p); }
    std::size_t size() const override { return m_index.size(); }
    std::uint64_t generation() const override { return m_index.generation(); }
    std::uint64_t version(int level, std::int64_t column, std::int64_t row) const override
    {
        return m_index.version(level, column, row);
    }

private:
    NucleusIndex m_index;
    std::map<Uuid, Kept> m_kept;
};

/// A part of the slide that was looked at from edge to edge.
std::shared_ptr<const ExtractedArea> answered(const Rect& within)
{
    auto area = std::make_shared<ExtractedArea>(PatchGrid(2000, 2000, 384, 352), within, 1, 1, 100);
    area->setComplete();
    return area;
}

struct Shown {
    int number = 0;
    int classId = 0;
    double x = 0;
    auto operator<=>(const Shown&) const = default;
};

std::set<Shown> shownIn(const NucleusSource& nuclei, const Rect& area = {0, 0, 2000, 2000})
{
    std::set<Shown> shown;
    nuclei.visit(area, [&](const NucleusOutline& n) {
        shown.insert({n.id[0], n.classId, static_cast<double>(n.bounds.x)});
        return true;
    });
    return shown;
}

} // namespace

class TestPreviewedNuclei : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsElsewhereStays();
    void untouchedOnesGiveWayWhereTheAreaAnswers();
    void whatAPersonDidStaysEverywhere();
    void whatLiesUponOneThatStaysIsLeftOut();
    void whatLiesUponAnUntouchedOneStandsInForIt();
    void checkedRegionsStayAsTheyAre();
    void placesWhoseMapsAreMissingStay();
    void theNucleusUnderThePointerIsTheOneShown();
    void picturesKnowWhenTheyAreOld();

private:
    [[nodiscard]] PreviewedNuclei& over(std::vector<MultiPolygon> checked = {})
    {
        m_shown = std::make_unique<PreviewedNuclei>(m_stored, m_found, std::move(checked));
        return *m_shown;
    }
    std::shared_ptr<Stored> m_stored;
    std::shared_ptr<NucleusIndex> m_found;
    std::unique_ptr<PreviewedNuclei> m_shown;
};

void TestPreviewedNuclei::init()
{
    m_stored = std::make_shared<Stored>();
    m_found = std::make_shared<NucleusIndex>(2000, 2000);
}

void TestPreviewedNuclei::whatIsElsewhereStays()
{
    m_stored->add(1, 100, 100);
    m_stored->add(2, 1000, 100);
    m_found->add({nucleus(3, 300, 100)});
    auto& shown = over();
    shown.addArea(answered({0, 0, 500, 500}));
    QCOMPARE(shownIn(shown), (std::set<Shown>{{2, 1, 1000}, {3, 1, 300}}));
}

void TestPreviewedNuclei::untouchedOnesGiveWayWhereTheAreaAnswers()
{
    m_stored->add(1, 100, 100);
    m_stored->add(2, 490, 100); // reaches beyond the area, which therefore says nothing of it
    auto& shown = over();
    QCOMPARE(shownIn(shown), (std::set<Shown>{{1, 1, 100}, {2, 1, 490}}));
    shown.addArea(answered({0, 0, 500, 500}));
    QCOMPARE(shownIn(shown), (std::set<Shown>{{2, 1, 490}}));
}

void TestPreviewedNuclei::whatAPersonDidStaysEverywhere()
{
    m_stored->add(1, 100, 100, {1, 1, true}); // corrected
    m_stored->add(2, 200, 100, {3, 0, false}); // of another class
    m_stored->add(3, 300, 100, {1, 2, false}); // drawn
    m_stored->add(4, 400, 100, {1, 0, true}); // locked
    auto& shown = over();
    shown.addArea(answered({0, 0, 500, 500}));
    QCOMPARE(shownIn(shown), (std::set<Shown>{{1, 1, 100}, {2, 3, 200}, {3, 1, 300}, {4, 1, 400}}));
}

void TestPreviewedNuclei::whatLiesUponOneThatStaysIsLeftOut()
{
    m_stored->add(1, 100, 100, {2, 2, false});
    m_found->add({nucleus(1, 102, 100), nucleus(5, 200, 100)});
    QCOMPARE(shownIn(over()), (std::set<Shown>{{1, 2, 100}, {5, 1, 200}}));
}

void TestPreviewedNuclei::whatLiesUponAnUntouchedOneStandsInForIt()
{
    m_stored->add(1, 100, 100);
    m_found->add({nucleus(1, 102, 100, 22)}); // the same, grown; nothing is said of the area yet
    QCOMPARE(shownIn(over()), (std::set<Shown>{{1, 1, 102}}));
}

void TestPreviewedNuclei::checkedRegionsStayAsTheyAre()
{
    m_stored->add(1, 100, 100);
    m_found->add({nucleus(2, 140, 100), nucleus(3, 400, 100)});
    auto& shown = over({{Polygon{square(50, 50, 200), {}}}});
    shown.addArea(answered({0, 0, 500, 500}));
    QCOMPARE(shownIn(shown), (std::set<Shown>{{1, 1, 100}, {3, 1, 400}}));
}

void TestPreviewedNuclei::placesWhoseMapsAreMissingStay()
{
    m_stored->add(1, 100, 100);
    m_stored->add(2, 330, 100); // its surroundings reach into a cell that is not known
    auto area = std::make_shared<ExtractedArea>(PatchGrid(2000, 2000, 384, 352), Rect{0, 0, 2000, 2000}, 1, 1, 100);
    area->addKnown(0, 0);
    auto& shown = over();
    shown.addArea(area);
    QCOMPARE(shownIn(shown), (std::set<Shown>{{2, 1, 330}}));
}

void TestPreviewedNuclei::theNucleusUnderThePointerIsTheOneShown()
{
    m_stored->add(1, 100, 100);
    m_stored->add(2, 200, 100);
    m_found->add({nucleus(1, 105, 100)});
    auto& shown = over();
    QVERIFY(shown.at({124, 110}));
    QCOMPARE(shown.at({124, 110})->contour.front().x, 105.0);
    QVERIFY(!shown.at({102, 110})); // the one stored is not to be seen
    shown.addArea(answered({0, 0, 500, 500}));
    QVERIFY(!shown.at({210, 110}));
}

void TestPreviewedNuclei::picturesKnowWhenTheyAreOld()
{
    m_stored->add(1, 100, 100);
    m_stored->add(2, 1000, 1000);
    auto& shown = over();
    auto since = shown.generation();
    const auto elsewhere = shown.version(0, 3, 3);
    const auto changedSince = [&](auto&& change) {
        change();
        const bool newer = shown.version(0, 0, 0) > since && shown.generation() > since;
        since = shown.generation();
        return newer;
    };
    QVERIFY(elsewhere > 0);
    QCOMPARE(shown.version(0, 6, 6), std::uint64_t{0});
    QVERIFY(changedSince([&] { m_found->add({nucleus(3, 120, 150)}); }));
    QVERIFY(changedSince([&] { shown.addArea(answered({0, 0, 500, 500})); }));
    QVERIFY(changedSince([&] { m_stored->add(4, 30, 30); }));
    QVERIFY(!changedSince([&] {}));
    QCOMPARE(shown.version(0, 3, 3), elsewhere);
}

QTEST_APPLESS_MAIN(TestPreviewedNuclei)
#include "tst_previewednuclei.moc"
