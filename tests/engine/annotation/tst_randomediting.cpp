// SPDX-License-Identifier: GPL-3.0-or-later
// Brush, knife, join and vertex operations in any order, each on what the others left. NB_RANDOM_OPERATIONS sets how
// many (10,000 by default, so that the suite stays quick; 100,000 is what the editor has to stand).
#include "engine/annotation/brush.h"
#include "engine/annotation/join.h"
#include "engine/annotation/knife.h"
#include "engine/annotation/reshape.h"
#include "engine/annotation/vertices.h"
#include "tests/support/casefixture.h"
#include "tests/support/shapechecks.h"

#include <QtTest>
#include <functional>
#include <random>

using nb::areaOf;
using nb::MultiPolygon;
using nb::Point;
using nb::Rect;

namespace
{

constexpr double kFine = 2; // raster pixels per pixel, on each side

class RandomNuclei
{
public:
    explicit RandomNuclei(unsigned seed)
        : m_random(seed)
    {
        for (MultiPolygon& nucleus : m_nuclei)
            nucleus = fresh();
    }
    double real(double from, double to) { return std::uniform_real_distribution<double>(from, to)(m_random); }
    std::size_t below(std::size_t n) { return m_random() % n; }
    MultiPolygon fresh()
    {
        // far from the origin, as on a slide
        return nb::storable({nb::Polygon{nb::test::blob(90000 + real(0, 20), 70000 + real(0, 20), real(3, 25)), {}}});
    }
    MultiPolygon& any() { return m_nuclei[below(m_nuclei.size())]; }
    Point near(const MultiPolygon& shape, double beyond)
    {
        const Rect box = nb::boundsOf(shape);
        const auto in = [&](std::int64_t from, std::int64_t to) {
            const double v = real(static_cast<double>(from) - beyond, static_cast<double>(to) + beyond);
            return below(3) == 0 ? std::round(v) : v; // whole numbers meet vertices and edges exactly
        };
        return {in(box.x, box.right()), in(box.y, box.bottom())};
    }
    std::vector<Point> stroke(const MultiPolygon& shape, std::size_t most)
    {
        std::vector<Point> points{near(shape, 15)};
        for (std::size_t i = below(most); i > 0; --i)
            points.push_back(near(shape, 15));
        return points;
    }
    void renewWhatWentOff(MultiPolygon& shape)
    {
        std::size_t points = 0;
        for (const nb::Polygon& polygon : shape) {
            points += polygon.shell.size();
            for (const nb::Ring& hole : polygon.holes)
                points += hole.size();
        }
        if (areaOf(shape) < 15 || areaOf(shape) > 8000 || points > 300)
            shape = fresh();
    }

private:
    std::mt19937 m_random;
    std::array<MultiPolygon, 16> m_nuclei;
};

/// Says how many pixels of the pictures do not keep to `right`.
template <class Right> std::int64_t wrongPixels(std::span<const MultiPolygon* const> shapes, const Right& right)
{
    Rect area;
    for (const MultiPolygon* shape : shapes)
        if (const Rect box = nb::boundsOf(*shape); !box.empty())
            area = area.empty() ? box
                                : Rect{std::min(area.x, box.x), std::min(area.y, box.y),
                                    std::max(area.right(), box.right()) - std::min(area.x, box.x),
                                    std::max(area.bottom(), box.bottom()) - std::min(area.y, box.y)};
    if (area.empty())
        return 0;
    std::vector<nb::LabelImage> pictures;
    for (const MultiPolygon* shape : shapes)
        pictures.push_back(nb::test::pictureOf(*shape, area, kFine));
    std::int64_t wrong = 0;
    std::vector<bool> in(shapes.size());
    for (std::size_t i = 0; i < pictures.front().pixels.size(); ++i) {
        for (std::size_t k = 0; k < pictures.size(); ++k)
            in[k] = pictures[k].pixels[i] != 0;
        wrong += right(in) ? 0 : 1;
    }
    return wrong;
}

/// Pixels that a shift of the outlines by `px` may change, and a few.
std::int64_t slack(std::span<const MultiPolygon* const> shapes, double px)
{
    double length = 0;
    for (const MultiPolygon* shape : shapes)
        length += nb::test::lengthOf(*shape);
    return 4 + static_cast<std::int64_t>(2 * length * px * kFine * kFine);
}

constexpr double kRounding = 0.012;

} // namespace

class TestRandomEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapesStayValidAndAreasConsistent();

private:
    void brush(RandomNuclei& nuclei);
    void knife(RandomNuclei& nuclei);
    void join(RandomNuclei& nuclei);
    void vertex(RandomNuclei& nuclei);
    void algebra(RandomNuclei& nuclei);
    static void verify(const MultiPolygon& shape)
    {
        const std::string flaw = nb::test::flawOf(shape);
        QVERIFY2(flaw.empty(), (flaw + " " + nb::test::textOf(shape)).c_str());
    }
    int m_joined = 0, m_cut = 0, m_mended = 0;
};

void TestRandomEditing::brush(RandomNuclei& nuclei)
{
    MultiPolygon& nucleus = nuclei.any();
    const MultiPolygon before = nucleus, neighbour = nuclei.below(3) == 0 ? nuclei.any() : MultiPolygon();
    const bool add = nuclei.below(2) == 0;
    const double radius = nuclei.real(0.4, 12);
    nb::BrushStroke stroke(before, {add ? nb::BrushMode::Add : nb::BrushMode::Subtract, radius}, {neighbour});
    const auto points = nuclei.stroke(before, 4);
    for (const Point& p : points) {
        stroke.extend(p);
        verify(stroke.shape());
    }
    const MultiPolygon after = stroke.shape(), covered = nb::brushStroke(points, radius), end = stroke.finished();
    verify(covered);
    verify(end);
    const std::array<const MultiPolygon*, 4> shapes{&before, &covered, &neighbour, &after};
    QVERIFY(wrongPixels(shapes, [add](const auto& in) {
        return in[3] == (add ? in[0] || (in[1] && !in[2]) : in[0] && !in[1]);
    }) <= slack(shapes, kRounding));
    QVERIFY(end.size() <= 1 || end == before);
    const MultiPolygon biggest = nb::keep(nb::Pieces::Biggest, after);
    QVERIFY(std::abs(areaOf(end) - areaOf(biggest)) <= 0.1 * nb::test::lengthOf(biggest) + 0.1 || end == before);
    nucleus = end;
    nuclei.renewWhatWentOff(nucleus);
}

void TestRandomEditing::knife(RandomNuclei& nuclei)
{
    MultiPolygon& nucleus = nuclei.any();
    const MultiPolygon before = nucleus;
    const auto parts = nb::cut(before, nuclei.stroke(before, 5));
    std::vector<const MultiPolygon*> shapes{&before};
    double area = 0;
    for (const MultiPolygon& part : parts) {
        verify(part);
        QVERIFY(parts.size() == 1 || areaOf(part) > 9.5);
        shapes.push_back(&part);
        area += areaOf(part);
    }
    QVERIFY(std::abs(area - areaOf(before)) <= 0.012 * nb::test::lengthOf(before) + 0.05);
    QVERIFY(wrongPixels(shapes, [](const auto& in) {
        return std::count(in.begin() + 1, in.end(), true) == (in[0] ? 1 : 0);
    }) <= slack(shapes, kRounding));
    m_cut += parts.size() > 1 ? 1 : 0;
    MultiPolygon& other = nuclei.any(); // so that joining finds neighbours
    nucleus = parts.front();
    if (parts.size() > 1 && &other != &nucleus)
        other = parts[1];
    nuclei.renewWhatWentOff(nucleus);
    nuclei.renewWhatWentOff(other);
}

void TestRandomEditing::join(RandomNuclei& nuclei)
{
    MultiPolygon& nucleus = nuclei.any();
    const std::vector<MultiPolygon> from{nucleus, nuclei.any()};
    const auto one = nb::joined(from);
    if (!one) {
        QVERIFY(nb::distanceBetween(from[0], from[1]) > nb::kWidestGapPx - 0.1);
        return;
    }
    verify(*one);
    QCOMPARE(one->size(), std::size_t{1});
    const std::array<const MultiPolygon*, 3> shapes{&from[0], &from[1], &*one};
    QVERIFY(wrongPixels(shapes, [](const auto& in) { return in[2] || !(in[0] || in[1]); }) <= slack(shapes, kRounding));
    ++m_joined;
    nucleus = *one;
    nuclei.renewWhatWentOff(nucleus);
}

void TestRandomEditing::vertex(RandomNuclei& nuclei)
{
    MultiPolygon& nucleus = nuclei.any();
    const MultiPolygon before = nucleus;
    const Point at = nuclei.near(before, 5);
    const auto place = nb::nearestVertex(before, at, 1e9);
    QVERIFY(place.has_value());
    std::optional<MultiPolygon> after;
    MultiPolygon meant = before;
    nb::Ring& ring = place->ring == 0 ? meant[place->polygon].shell : meant[place->polygon].holes[place->ring - 1];
    const auto index = static_cast<std::ptrdiff_t>(place->index);
    switch (nuclei.below(3)) {
    case 0: {
        const Point to = nuclei.below(3) == 0
            ? nuclei.near(before, 20)
            : Point{ring[place->index].x + nuclei.real(-3, 3), ring[place->index].y + nuclei.real(-3, 3)};
        after = nb::vertexMoved(before, *place, to);
        ring[place->index] = to;
        break;
    }
    case 1:
        after = nb::vertexInserted(before, *place, at);
        ring.insert(ring.begin() + index + 1, at);
        break;
    default:
        after = nb::vertexDeleted(before, *place);
        ring.erase(ring.begin() + index);
    }
    if (!after)
        return;
    verify(*after);
    if (const nb::RepairedShape as = nb::repairedOnGrid(meant); !as.repaired)
        QVERIFY(*after == as.shape);
    else
        ++m_mended;
    const MultiPolygon hull{nb::Polygon{nb::convexHull(meant.front().shell), {}}};
    if (meant.size() == 1) { // never anything that was not drawn around
        const std::array<const MultiPolygon*, 2> both{&hull, &*after};
        QVERIFY(wrongPixels(both, [](const auto& in) { return in[0] || !in[1]; }) <= slack(both, kRounding));
    }
    nucleus = *after;
    nuclei.renewWhatWentOff(nucleus);
}

void TestRandomEditing::algebra(RandomNuclei& nuclei)
{
    MultiPolygon& nucleus = nuclei.any();
    const MultiPolygon a = nucleus, b = nuclei.any();
    const MultiPolygon sum = nb::united(a, b), less = nb::without(a, b), both = nb::common(a, b);
    for (const MultiPolygon& shape : {sum, less, both, nb::offsetBy(a, nuclei.real(-4, 4)), nb::smoothed(a),
             nb::simplified(a, nuclei.real(0, 2)), nb::holesFilled(a)})
        verify(shape);
    const std::array<const MultiPolygon*, 5> shapes{&a, &b, &sum, &less, &both};
    QVERIFY(wrongPixels(shapes, [](const auto& in) {
        return in[2] == (in[0] || in[1]) && in[3] == (in[0] && !in[1]) && in[4] == (in[0] && in[1]);
    }) <= slack(shapes, kRounding));
    QVERIFY(std::abs(areaOf(sum) - areaOf(a) - areaOf(b) + areaOf(both))
        <= 0.02 * (nb::test::lengthOf(a) + nb::test::lengthOf(b)) + 0.1);
    if (nuclei.below(8) == 0)
        nucleus = nb::smoothed(a);
    nuclei.renewWhatWentOff(nucleus);
}

void TestRandomEditing::shapesStayValidAndAreasConsistent()
{
    const int wanted = qEnvironmentVariableIntValue("NB_RANDOM_OPERATIONS");
#ifdef __SANITIZE_ADDRESS__
    constexpr int kUsual = 3000; // each takes some ten times longer
#else
    constexpr int kUsual = 10000;
#endif
    const int operations = wanted > 0 ? wanted : kUsual;
    RandomNuclei nuclei(11);
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < operations; ++i) {
        switch (nuclei.below(9)) {
        case 0:
        case 1:
        case 2:
            brush(nuclei);
            break;
        case 3:
        case 4:
            knife(nuclei);
            break;
        case 5:
            join(nuclei);
            break;
        case 6:
        case 7:
            vertex(nuclei);
            break;
        default:
            algebra(nuclei);
        }
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QString("operation %1").arg(i)));
    }
    // otherwise it tested nothing
    QVERIFY(m_joined > operations / 50);
    QVERIFY(m_cut > operations / 50);
    QVERIFY(m_mended > operations / 200);
    qInfo("%d operations in %.1f s: %d cut, %d joined, %d outlines mended", operations,
        static_cast<double>(clock.elapsed()) / 1000, m_cut, m_joined, m_mended);
}

QTEST_APPLESS_MAIN(TestRandomEditing)
#include "tst_randomediting.moc"
