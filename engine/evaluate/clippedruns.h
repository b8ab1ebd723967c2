// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/geometry/polygonruns.h"

#include <algorithm>

namespace nb
{

/// Only the pixels of `runs` that also lie in `region` (PolygonRuns of it: any label): what is beyond a region's edge
/// counts for neither side. Both have to outlive it. One thread at a time.
class ClippedRuns : public LabelRuns
{
public:
    ClippedRuns(LabelRuns& runs, LabelRuns& region)
        : m_runs(runs)
        , m_region(region)
    {
    }
    [[nodiscard]] Rect frame() const override { return m_runs.frame().intersected(m_region.frame()); }
    [[nodiscard]] Status status() const override { return m_runs.status(); }
    void row(std::int64_t y, std::vector<LabelRun>& runs) override
    {
        m_runs.row(y, m_whole);
        m_region.row(y, m_inside);
        runs.clear();
        auto window = m_inside.begin();
        for (const LabelRun& run : m_whole) {
            while (window != m_inside.end() && window->end <= run.x)
                ++window;
            for (auto at = window; at != m_inside.end() && at->x < run.end; ++at)
                runs.push_back({std::max(run.x, at->x), std::min(run.end, at->end), run.label});
        }
    }

private:
    LabelRuns& m_runs;
    LabelRuns& m_region;
    std::vector<LabelRun> m_whole;
    std::vector<LabelRun> m_inside;
};

} // namespace nb
