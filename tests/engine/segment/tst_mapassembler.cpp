// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/mapassembler.h"
#include "engine/segment/weightmap.h"

#include <QtTest>
#include <algorithm>
#include <random>

using nb::Plane;
using nb::Rect;

namespace
{

constexpr int kWidth = 300, kHeight = 200;

struct Vote {
    std::int64_t column, row;
    std::vector<float> probabilities;
};

std::vector<Vote> randomVotes(const nb::PatchGrid& grid)
{
    std::mt19937 random(3);
    std::uniform_real_distribution<float> uniform(0.01F, 1.0F);
    std::vector<Vote> votes;
    for (std::int64_t r = 0; r < grid.rows(); ++r) {
        for (std::int64_t c = 0; c < grid.columns(); ++c) {
            const auto n = static_cast<std::size_t>(grid.patchArea(c, r).width * grid.patchArea(c, r).height);
            Vote vote{c, r, std::vector<float>(3 * n)};
            for (std::size_t i = 0; i < n; ++i) {
                const float a = uniform(random), b = uniform(random), d = uniform(random);
                vote.probabilities[i] = a / (a + b + d);
                vote.probabilities[n + i] = b / (a + b + d);
                vote.probabilities[2 * n + i] = d / (a + b + d);
            }
            votes.push_back(std::move(vote));
        }
    }
    return votes;
}

/// The formula P(i,j) = sum W·p / sum W, in doubles.
Plane<double> expectedInside(const nb::PatchGrid& grid, const std::vector<Vote>& votes)
{
    Plane<double> sum(kWidth, kHeight), weights(kWidth, kHeight);
    for (const Vote& vote : votes) {
        const Rect area = grid.patchArea(vote.column, vote.row);
        const auto map = nb::weightMap(static_cast<int>(area.width), static_cast<int>(area.height));
        const auto n = map.pixels.size();
        for (int y = 0; y < area.height; ++y) {
            for (int x = 0; x < area.width; ++x) {
                if (area.x + x >= kWidth || area.y + y >= kHeight)
                    continue;
                const auto i = static_cast<std::size_t>(y * area.width + x);
                sum.at(static_cast<int>(area.x) + x, static_cast<int>(area.y) + y)
                    += static_cast<double>(map.at(x, y)) * static_cast<double>(vote.probabilities[2 * n + i]);
                weights.at(static_cast<int>(area.x) + x, static_cast<int>(area.y) + y)
                    += static_cast<double>(map.at(x, y));
            }
        }
    }
    for (std::size_t i = 0; i < sum.pixels.size(); ++i)
        sum.pixels[i] /= weights.pixels[i];
    return sum;
}

Plane<std::uint8_t> assembledInside(const nb::PatchGrid& grid, const std::vector<Vote>& votes)
{
    nb::MapAssembler assembler(grid, [](std::int64_t, std::int64_t) { return true; });
    Plane<std::uint8_t> inside(kWidth, kHeight);
    for (const Vote& vote : votes) {
        const Rect area = grid.patchArea(vote.column, vote.row);
        const nb::RgbImage rgb(static_cast<int>(area.width), static_cast<int>(area.height));
        for (const auto& cell :
            assembler.add(vote.column, vote.row, rgb, vote.probabilities.data(), {0, 0, grid.columns(), grid.rows()}))
            for (auto y = cell->maps->area.y; y < cell->maps->area.bottom(); ++y)
                for (auto x = cell->maps->area.x; x < cell->maps->area.right(); ++x)
                    inside.at(static_cast<int>(x), static_cast<int>(y)) = cell->maps->inside.at(
                        static_cast<int>(x - cell->maps->area.x), static_cast<int>(y - cell->maps->area.y));
    }
    return inside;
}

} // namespace

class TestMapAssembler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void votesAsTheFormulaSays();
    void orderOfPatchesDoesNotChangeABit();
};

void TestMapAssembler::votesAsTheFormulaSays()
{
    for (const auto& [patch, stride] : {std::pair{128, 64}, {96, 80}}) {
        const nb::PatchGrid grid(kWidth, kHeight, patch, stride);
        const auto votes = randomVotes(grid);
        const auto expected = expectedInside(grid, votes);
        const auto got = assembledInside(grid, votes);
        for (std::size_t i = 0; i < got.pixels.size(); ++i)
            QVERIFY2(std::abs(255.0 * expected.pixels[i] - got.pixels[i]) <= 0.51, qPrintable(QString::number(i)));
    }
}

void TestMapAssembler::orderOfPatchesDoesNotChangeABit()
{
    const nb::PatchGrid grid(kWidth, kHeight, 128, 48);
    auto votes = randomVotes(grid);
    const auto first = assembledInside(grid, votes);
    std::mt19937 random(11);
    for (int i = 0; i < 3; ++i) {
        std::shuffle(votes.begin(), votes.end(), random);
        QCOMPARE(assembledInside(grid, votes).pixels, first.pixels);
    }
}

QTEST_GUILESS_MAIN(TestMapAssembler)
#include "tst_mapassembler.moc"
