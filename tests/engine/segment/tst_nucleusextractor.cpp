// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/nucleusextractor.h"

#include <QtTest>
#include <random>

namespace
{

using nb::LabelImage;
using nb::Plane;

/// The definition, step by step, as slowly and plainly as it can be written.
LabelImage definition(
    const Plane<std::uint8_t>& inside, const Plane<std::uint8_t>& background, const nb::ExtractionRecipe& recipe)
{
    LabelImage seen(inside.width, inside.height), labels(inside.width, inside.height);
    std::uint32_t next = 0, kept = 0;
    for (int y = 0; y < inside.height; ++y) {
        for (int x = 0; x < inside.width; ++x) {
            if (inside.at(x, y) <= recipe.insideAbove || seen.at(x, y) != 0)
                continue;
            ++next;
            std::vector<std::pair<int, int>> pixels{{x, y}};
            seen.at(x, y) = next;
            int left = x, right = x, bottom = y;
            for (std::size_t i = 0; i < pixels.size(); ++i) {
                const auto [px, py] = pixels[i];
                left = std::min(left, px);
                right = std::max(right, px);
                bottom = std::max(bottom, py);
                for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                    const int qx = px + dx, qy = py + dy;
                    if (qx < 0 || qy < 0 || qx >= inside.width || qy >= inside.height || seen.at(qx, qy) != 0
                        || inside.at(qx, qy) <= recipe.insideAbove)
                        continue;
                    seen.at(qx, qy) = next;
                    pixels.emplace_back(qx, qy);
                }
            }
            if (static_cast<int>(pixels.size()) < recipe.minInsidePx
                || std::max(right - left, bottom - y) + 1 > recipe.maxExtentPx)
                continue;
            ++kept;
            for (const auto& [px, py] : pixels)
                labels.at(px, py) = kept;
        }
    }
    for (int step = 0; step < recipe.growSteps; ++step) {
        const LabelImage before = labels;
        for (int y = 0; y < inside.height; ++y) {
            for (int x = 0; x < inside.width; ++x) {
                if (before.at(x, y) != 0 || background.at(x, y) >= recipe.growBackgroundBelow)
                    continue;
                for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                    const int qx = x + dx, qy = y + dy;
                    if (qx < 0 || qy < 0 || qx >= inside.width || qy >= inside.height || before.at(qx, qy) == 0)
                        continue;
                    std::uint32_t& label = labels.at(x, y);
                    label = label == 0 ? before.at(qx, qy) : std::min(label, before.at(qx, qy));
                }
            }
        }
    }
    return labels;
}

/// Smooth random blobs, so that components of many sizes touch, enclose and grow into each other.
Plane<std::uint8_t> blobs(int width, int height, unsigned seed)
{
    std::mt19937 random(seed);
    Plane<int> noise(width, height);
    for (int& v : noise.pixels)
        v = static_cast<int>(random() % 256);
    Plane<std::uint8_t> smooth(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            int sum = 0, count = 0;
            for (int dy = -3; dy <= 3; ++dy)
                for (int dx = -3; dx <= 3; ++dx)
                    if (x + dx >= 0 && y + dy >= 0 && x + dx < width && y + dy < height) {
                        sum += noise.at(x + dx, y + dy);
                        ++count;
                    }
            smooth.at(x, y) = static_cast<std::uint8_t>(std::clamp(128 + (sum / count - 128) * 6, 0, 255));
        }
    }
    return smooth;
}

} // namespace

class TestNucleusExtractor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalsTheDefinition()
    {
        for (unsigned seed = 0; seed < 12; ++seed) {
            const auto inside = blobs(161, 133, seed);
            const auto background = blobs(161, 133, seed + 1000);
            nb::ExtractionRecipe recipe;
            recipe.insideAbove = 140;
            recipe.maxExtentPx = 30;
            recipe.growSteps = static_cast<int>(seed % 6);
            const auto found = nb::findComponents(inside, background, {1000, 2000, 161, 133}, recipe);
            QVERIFY(found.components.size() > 10);
            QVERIFY(found.labels.pixels == definition(inside, background, recipe).pixels);
            for (std::size_t i = 0; i < found.components.size(); ++i) {
                const auto& c = found.components[i];
                QCOMPARE(found.labels.at(static_cast<int>(c.firstX - 1000), static_cast<int>(c.firstY - 2000)),
                    static_cast<std::uint32_t>(i + 1));
                QVERIFY(std::max(c.bounds.width, c.bounds.height) <= 30);
            }
        }
    }
    void dropsAndCountsWhatIsTooLarge()
    {
        Plane<std::uint8_t> inside(100, 40, 0), background(100, 40, 255);
        std::fill(inside.row(5) + 2, inside.row(5) + 60, std::uint8_t(255));
        std::fill(inside.row(20) + 2, inside.row(20) + 22, std::uint8_t(255));
        std::fill(inside.row(30) + 2, inside.row(30) + 6, std::uint8_t(255));
        nb::ExtractionRecipe recipe;
        recipe.maxExtentPx = 40;
        const auto found = nb::findComponents(inside, background, {0, 0, 100, 40}, recipe);
        QCOMPARE(found.tooLarge.size(), std::size_t(1));
        QCOMPARE(found.components.size(), std::size_t(1));
        QCOMPARE(found.components.front().firstY, 20);
    }
    void fillsHolesButNotBays()
    {
        LabelImage labels(9, 9);
        for (int y = 1; y < 8; ++y)
            for (int x = 1; x < 8; ++x)
                labels.at(x, y) = 3;
        labels.at(4, 4) = 0; // a hole
        labels.at(7, 4) = labels.at(6, 4) = 0; // a bay
        nb::Rect bounds;
        const auto mask = nb::filledMask(labels, 3, {0, 0, 9, 9}, bounds);
        QCOMPARE(bounds, (nb::Rect{1, 1, 7, 7}));
        QCOMPARE(int(mask.at(3, 3)), 255);
        QCOMPARE(int(mask.at(6, 3)), 0);
        QCOMPARE(int(mask.at(5, 3)), 0);
        QCOMPARE(std::count(mask.pixels.begin(), mask.pixels.end(), 255), 47);
    }
};

QTEST_GUILESS_MAIN(TestNucleusExtractor)
#include "tst_nucleusextractor.moc"
