// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geometry/contour.h"
#include "engine/geometry/polygon.h"

#include <QtTest>
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <cmath>
#include <random>

using Mask = nb::Plane<std::uint8_t>;

namespace {

Mask maskOf(const QStringList& rows)
{
    Mask mask(static_cast<int>(rows.front().size()), static_cast<int>(rows.size()));
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            mask.at(x, y) = rows[y][x] == QLatin1Char('#') ? 255 : 0;
    return mask;
}

/// A random 4-connected mask without holes, from compact to stringy.
Mask randomMask(std::mt19937& random)
{
    const int side = 6 + static_cast<int>(random() % 50), wanted = 1 + static_cast<int>(random() % static_cast<unsigned>(side * side / 2));
    Mask mask(side, side);
    std::vector<std::pair<int, int>> pixels{{side / 2, side / 2}};
    mask.at(side / 2, side / 2) = 255;
    const bool stringy = random() % 2 == 0;
    for (int tries = 0; tries < 8 * wanted && static_cast<int>(pixels.size()) < wanted; ++tries) {
        const auto [x, y] = pixels[stringy ? pixels.size() - 1 - random() % std::min<std::size_t>(pixels.size(), 4) : random() % pixels.size()];
        const int d = static_cast<int>(random() % 4), nx = x + (d == 0) - (d == 1), ny = y + (d == 2) - (d == 3);
        if (nx < 0 || ny < 0 || nx >= side || ny >= side || mask.at(nx, ny) != 0)
            continue;
        mask.at(nx, ny) = 255;
        pixels.emplace_back(nx, ny);
    }
    return mask;
}

/// A disc whose edge is ragged by spurs and notches a pixel wide, as where the model is not sure; all 4-connected.
Mask raggedDisc(std::mt19937& random)
{
    const double radius = 5 + static_cast<double>(random() % 100) / 10;
    Mask mask(40, 40);
    for (int turn = 0; turn < 720; ++turn) {
        const double angle = turn * 3.14159265 / 360;
        const double reach = radius + static_cast<double>(random() % 300) / 100 * (turn % 20 < 8 ? 1 : -1);
        for (double r = 0; r <= reach; r += 0.25)
            mask.at(static_cast<int>(20 + r * std::cos(angle)), static_cast<int>(20 + r * std::sin(angle))) = 255;
    }
    for (int y = 1; y < 39; ++y)
        for (int x = 1; x < 39; ++x)
            if (mask.at(x, y) != 0 && mask.at(x - 1, y) == 0 && mask.at(x + 1, y) == 0 && mask.at(x, y - 1) == 0
                && mask.at(x, y + 1) == 0)
                mask.at(x, y) = 0;
    return mask;
}

/// Pixels that are enclosed, holes included: what no 8-connected way from outside reaches.
int filledArea(const Mask& mask)
{
    Mask outside(mask.width + 2, mask.height + 2);
    std::vector<std::pair<int, int>> stack{{0, 0}};
    outside.at(0, 0) = 1;
    int reached = 0;
    while (!stack.empty()) {
        const auto [x, y] = stack.back();
        stack.pop_back();
        ++reached;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                const int nx = x + dx, ny = y + dy;
                if (nx < 0 || ny < 0 || nx >= outside.width || ny >= outside.height || outside.at(nx, ny) != 0)
                    continue;
                if (nx >= 1 && ny >= 1 && nx <= mask.width && ny <= mask.height && mask.at(nx - 1, ny - 1) != 0)
                    continue;
                outside.at(nx, ny) = 1;
                stack.emplace_back(nx, ny);
            }
    }
    return outside.width * outside.height - reached;
}

bool validByBoost(const nb::Ring& ring)
{
    namespace bg = boost::geometry;
    bg::model::polygon<bg::model::d2::point_xy<double>> polygon;
    for (const nb::Point& p : ring)
        bg::append(polygon.outer(), bg::model::d2::point_xy<double>(p.x, p.y));
    bg::correct(polygon);
    return bg::is_valid(polygon);
}

/// How far the farthest pixel edge of the mask's outline is from the ring.
double farthestEdge(const Mask& mask, const nb::Ring& ring)
{
    const auto at = [&](int x, int y) { return x >= 0 && y >= 0 && x < mask.width && y < mask.height && mask.at(x, y) != 0; };
    double worst = 0;
    const auto check = [&](double x, double y) {
        double best = 1e9;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto &a = ring[i], &b = ring[(i + 1) % ring.size()];
            const double dx = b.x - a.x, dy = b.y - a.y;
            const double t = std::clamp(((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            best = std::min(best, std::hypot(a.x + t * dx - x, a.y + t * dy - y));
        }
        worst = std::max(worst, best);
    };
    for (int y = 0; y <= mask.height; ++y)
        for (int x = 0; x <= mask.width; ++x) {
            if (at(x, y) != at(x, y - 1))
                check(x + 0.5, y);
            if (at(x, y) != at(x - 1, y))
                check(x, y + 0.5);
        }
    return worst;
}

} // namespace

class TestContour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyMaskHasNoOutline();
    void oddShapesAreValidAndKeepTheirArea_data();
    void oddShapesAreValidAndKeepTheirArea();
    void randomMasksAreValidAndKeepTheirArea();
    void staysNearTheMasksEdge();
    void raggedOutlinesAreSimplifiedToo();
    void doesNotDependOnTheMargin();
};

void TestContour::emptyMaskHasNoOutline()
{
    QVERIFY(nb::outlineOf(Mask(5, 5)).empty());
    QVERIFY(nb::outlineOf(Mask()).empty());
}

void TestContour::oddShapesAreValidAndKeepTheirArea_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<int>("area");
    QTest::newRow("one pixel") << QStringList{"#"} << 1;
    QTest::newRow("a row") << QStringList{"#######"} << 7;
    QTest::newRow("an L") << QStringList{"#....", "#....", "#####"} << 7;
    QTest::newRow("a hook around a gap") << QStringList{"####", "#..#", "#.##", "#..."} << 10;
    QTest::newRow("corners that touch") << QStringList{"##.", "#.#", "###"} << 7; // the gap opens to the outside at a corner
    QTest::newRow("a hole") << QStringList{"###", "#.#", "###"} << 9;
    QTest::newRow("a plus") << QStringList{".#.", "###", ".#."} << 5;
}

void TestContour::oddShapesAreValidAndKeepTheirArea()
{
    QFETCH(QStringList, rows);
    QFETCH(int, area);
    const nb::Ring ring = nb::outlineOf(maskOf(rows));
    QVERIFY(ring.size() >= 3);
    QVERIFY(nb::isSimple(ring));
    QVERIFY(validByBoost(ring));
    QVERIFY2(std::abs(std::abs(nb::signedArea(ring)) - area) <= 0.02 * area, qPrintable(QString::number(nb::signedArea(ring))));
}

void TestContour::randomMasksAreValidAndKeepTheirArea()
{
    std::mt19937 random(1);
    for (int i = 0; i < 4000; ++i) {
        const Mask mask = randomMask(random);
        const nb::Ring ring = nb::outlineOf(mask);
        const int area = filledArea(mask);
        QVERIFY(validByBoost(ring));
        QVERIFY2(std::abs(std::abs(nb::signedArea(ring)) - area) <= 0.02 * area, qPrintable(QString::number(i)));
    }
}

void TestContour::staysNearTheMasksEdge()
{
    std::mt19937 random(2);
    for (int i = 0; i < 200; ++i) {
        const double rx = 4 + static_cast<double>(random() % 200) / 10, ry = 4 + static_cast<double>(random() % 200) / 10;
        Mask disc(60, 60);
        for (int y = 0; y < 60; ++y)
            for (int x = 0; x < 60; ++x)
                disc.at(x, y) = std::pow((x - 29.7) / rx, 2) + std::pow((y - 30.2) / ry, 2) <= 1 ? 255 : 0;
        QVERIFY(farthestEdge(disc, nb::outlineOf(disc)) <= 0.5);
    }
}

/// They kept a point for each pixel edge, which no hand can take hold of.
void TestContour::raggedOutlinesAreSimplifiedToo()
{
    std::mt19937 random(4);
    std::size_t points = 0, edges = 0;
    for (int i = 0; i < 300; ++i) {
        const Mask mask = raggedDisc(random);
        const nb::Outline outline = nb::outlinesOf(mask);
        QVERIFY2(outline.simple.size() < outline.fine.size() * 3 / 4, qPrintable(QString::number(i)));
        QVERIFY(validByBoost(outline.simple));
        const int area = filledArea(mask);
        QVERIFY(std::abs(std::abs(nb::signedArea(outline.simple)) - area) <= 0.02 * area);
        points += outline.simple.size();
        edges += outline.fine.size();
    }
    QVERIFY2(points * 2 < edges, qPrintable(QStringLiteral("%1 of %2").arg(points).arg(edges)));
}

void TestContour::doesNotDependOnTheMargin()
{
    std::mt19937 random(3);
    for (int i = 0; i < 100; ++i) {
        const Mask mask = randomMask(random);
        Mask wide(mask.width + 20, mask.height + 20);
        for (int y = 0; y < mask.height; ++y)
            std::copy_n(mask.row(y), mask.width, wide.row(y + 7) + 13);
        const nb::Ring a = nb::outlineOf(mask), b = nb::outlineOf(wide);
        QCOMPARE(a.size(), b.size());
        for (std::size_t p = 0; p < a.size(); ++p)
            QVERIFY(std::abs(a[p].x + 13 - b[p].x) < 1e-9 && std::abs(a[p].y + 7 - b[p].y) < 1e-9);
    }
}

QTEST_GUILESS_MAIN(TestContour)
#include "tst_contour.moc"
