// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/nucleusextractor.h"

#include <algorithm>
#include <numeric>

namespace nb {

namespace {

/// Inside pixels [left, right) of row y.
struct Run {
    int y;
    int left;
    int right;
    std::uint32_t set; ///< union-find parent: a run's index; the smallest index of a set is its root
};

std::uint32_t rootOf(std::vector<Run>& runs, std::uint32_t i)
{
    while (runs[i].set != i) {
        runs[i].set = runs[runs[i].set].set;
        i = runs[i].set;
    }
    return i;
}

void join(std::vector<Run>& runs, std::uint32_t a, std::uint32_t b)
{
    a = rootOf(runs, a);
    b = rootOf(runs, b);
    if (a != b)
        runs[std::max(a, b)].set = std::min(a, b);
}

std::vector<Run> connectedRuns(const Plane<std::uint8_t>& inside, int above)
{
    std::vector<Run> runs;
    std::size_t previous = 0, previousEnd = 0;
    for (int y = 0; y < inside.height; ++y) {
        const std::uint8_t* const row = inside.row(y);
        const std::size_t begin = runs.size();
        for (int x = 0; x < inside.width; ++x) {
            if (row[x] <= above)
                continue;
            const int left = x;
            while (x < inside.width && row[x] > above)
                ++x;
            runs.push_back({y, left, x, static_cast<std::uint32_t>(runs.size())});
        }
        for (std::size_t a = previous, b = begin; a < previousEnd && b < runs.size();) {
            if (runs[a].left < runs[b].right && runs[b].left < runs[a].right)
                join(runs, static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
            (runs[a].right < runs[b].right) ? ++a : ++b;
        }
        previous = begin;
        previousEnd = runs.size();
    }
    return runs;
}

/// Sorts components into kept (label > 0), specks and too large ones; returns the label of each run's root.
std::vector<std::uint32_t> sortComponents(std::vector<Run>& runs, const Rect& area, const ExtractionRecipe& recipe, Components& result)
{
    std::vector<std::uint32_t> indexOfRoot(runs.size(), 0);
    std::vector<Component> all;
    for (std::uint32_t i = 0; i < runs.size(); ++i) {
        const Run& run = runs[i];
        const std::uint32_t root = rootOf(runs, i);
        if (root == i) { // the set's first run in reading order
            indexOfRoot[i] = static_cast<std::uint32_t>(all.size());
            all.push_back({area.x + run.left, area.y + run.y, {run.left, run.y, run.right - run.left, 1}, 0});
        }
        Component& c = all[indexOfRoot[root]];
        const std::int64_t left = std::min<std::int64_t>(c.bounds.x, run.left), right = std::max<std::int64_t>(c.bounds.right(), run.right);
        c.bounds = {left, c.bounds.y, right - left, run.y + 1 - c.bounds.y};
        c.insidePx += run.right - run.left;
    }
    std::vector<std::uint32_t> label(all.size(), 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        Component& c = all[i];
        const bool tooLarge = std::max(c.bounds.width, c.bounds.height) > recipe.maxExtentPx;
        c.bounds.x += area.x;
        c.bounds.y += area.y;
        if (tooLarge) {
            result.tooLarge.push_back(c);
        } else if (c.insidePx >= recipe.minInsidePx) {
            result.components.push_back(c);
            label[i] = static_cast<std::uint32_t>(result.components.size());
        }
    }
    for (std::uint32_t i = 0; i < runs.size(); ++i)
        if (runs[i].set == i)
            indexOfRoot[i] = label[indexOfRoot[i]];
    return indexOfRoot;
}

constexpr std::uint32_t kThisStep = 0x80000000U; // marks a pixel claimed in the step under way

/// Grows labels step by step; `front` holds the pixels labelled in the last step.
void grow(LabelImage& labels, const Plane<std::uint8_t>& background, std::vector<std::uint32_t> front, const ExtractionRecipe& recipe)
{
    const auto width = static_cast<std::uint32_t>(labels.width), height = static_cast<std::uint32_t>(labels.height);
    std::vector<std::uint32_t> next;
    for (int step = 0; step < recipe.growSteps && !front.empty(); ++step) {
        next.clear();
        for (const std::uint32_t at : front) {
            const std::uint32_t label = labels.pixels[at];
            const auto claim = [&](std::uint32_t to) {
                std::uint32_t& there = labels.pixels[to];
                if (there == 0 && background.pixels[to] < recipe.growBackgroundBelow) {
                    there = label | kThisStep;
                    next.push_back(to);
                } else if ((there & kThisStep) != 0 && label < (there & ~kThisStep)) {
                    there = label | kThisStep;
                }
            };
            const std::uint32_t x = at % width, y = at / width;
            if (x > 0)
                claim(at - 1);
            if (x + 1 < width)
                claim(at + 1);
            if (y > 0)
                claim(at - width);
            if (y + 1 < height)
                claim(at + width);
        }
        for (const std::uint32_t at : next)
            labels.pixels[at] &= ~kThisStep;
        front.swap(next);
    }
}

/// Labelled pixels that have an unlabelled 4-neighbour.
std::vector<std::uint32_t> edgePixels(const std::vector<Run>& runs, const std::vector<std::uint32_t>& runLabels, const LabelImage& labels)
{
    std::vector<std::uint32_t> edge;
    const auto width = static_cast<std::uint32_t>(labels.width);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runLabels[i] == 0)
            continue;
        const Run& run = runs[i];
        const std::uint32_t* const above = run.y > 0 ? labels.row(run.y - 1) : nullptr;
        const std::uint32_t* const below = run.y + 1 < labels.height ? labels.row(run.y + 1) : nullptr;
        for (int x = run.left; x < run.right; ++x) {
            const bool open = x == run.left || x + 1 == run.right || (above && above[x] == 0) || (below && below[x] == 0);
            if (open)
                edge.push_back(static_cast<std::uint32_t>(run.y) * width + static_cast<std::uint32_t>(x));
        }
    }
    return edge;
}

} // namespace

Components findComponents(const Plane<std::uint8_t>& inside, const Plane<std::uint8_t>& background, const Rect& area,
                          const ExtractionRecipe& recipe)
{
    Components result;
    std::vector<Run> runs = connectedRuns(inside, recipe.insideAbove);
    const std::vector<std::uint32_t> labelOfRoot = sortComponents(runs, area, recipe, result);
    result.labels = LabelImage(inside.width, inside.height);
    std::vector<std::uint32_t> runLabels(runs.size());
    for (std::uint32_t i = 0; i < runs.size(); ++i) {
        runLabels[i] = labelOfRoot[rootOf(runs, i)];
        std::fill(result.labels.row(runs[i].y) + runs[i].left, result.labels.row(runs[i].y) + runs[i].right, runLabels[i]);
    }
    grow(result.labels, background, edgePixels(runs, runLabels, result.labels), recipe);
    return result;
}

Plane<std::uint8_t> filledMask(const LabelImage& labels, std::uint32_t label, const Rect& search, Rect& bounds)
{
    std::int64_t left = search.right(), right = search.x, top = search.bottom(), bottom = search.y;
    for (std::int64_t y = search.y; y < search.bottom(); ++y) {
        const std::uint32_t* const row = labels.row(static_cast<int>(y));
        const std::uint32_t* const first = std::find(row + search.x, row + search.right(), label);
        if (first == row + search.right())
            continue;
        const std::uint32_t* last = row + search.right() - 1;
        while (*last != label)
            --last;
        left = std::min<std::int64_t>(left, first - row);
        right = std::max<std::int64_t>(right, last - row + 1);
        top = std::min(top, y);
        bottom = y + 1;
    }
    bounds = {left, top, right - left, bottom - top};
    // Outside is what can be reached from the mask's rim; everything else is nucleus, holes included.
    const int w = static_cast<int>(bounds.width) + 2, h = static_cast<int>(bounds.height) + 2;
    Plane<std::uint8_t> outside(w, h, 1);
    for (int y = 1; y + 1 < h; ++y)
        for (int x = 1; x + 1 < w; ++x)
            outside.at(x, y) = labels.row(static_cast<int>(top) + y - 1)[left + x - 1] == label ? 0 : 2;
    std::vector<std::pair<int, int>> stack;
    const auto reach = [&](int x, int y) {
        if (outside.at(x, y) == 2) {
            outside.at(x, y) = 1;
            stack.emplace_back(x, y);
        }
    };
    for (int x = 1; x + 1 < w; ++x) {
        reach(x, 1);
        reach(x, h - 2);
    }
    for (int y = 1; y + 1 < h; ++y) {
        reach(1, y);
        reach(w - 2, y);
    }
    while (!stack.empty()) {
        const auto [x, y] = stack.back();
        stack.pop_back();
        reach(x - 1, y);
        reach(x + 1, y);
        reach(x, y - 1);
        reach(x, y + 1);
    }
    Plane<std::uint8_t> mask(static_cast<int>(bounds.width), static_cast<int>(bounds.height));
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            mask.at(x, y) = outside.at(x + 1, y + 1) == 1 ? 0 : 255;
    return mask;
}

} // namespace nb
