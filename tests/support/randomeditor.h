// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/casefixture.h"

namespace nb::test
{

/// Edits of every kind by one generator, on a case whose present rows it keeps.
class RandomEditor
{
public:
    explicit RandomEditor(unsigned seed)
        : m_random(seed)
    {
    }
    Edit next(const std::vector<NucleusRow>& present, const std::vector<RegionRecord>& regions)
    {
        Edit edit;
        edit.label = "Step";
        edit.author = "tester";
        switch (below(7)) {
        case 0:
        case 1:
            edit.putNuclei.push_back(nucleus(++m_last, place(5000), place(5000), 5 + place(20)));
            break;
        case 2: // another outline for one that may be there
            edit.putNuclei.push_back(nucleus(1 + below(m_last + 1), place(5000), place(5000), 5 + place(20)));
            break;
        case 3:
            edit.removeNuclei = some(present);
            break;
        case 4:
            edit.changeNuclei.push_back({some(present), 1 + static_cast<int>(below(6)), {}});
            edit.changeNuclei.push_back({some(present), {}, NucleusOrigin::Accepted});
            break;
        case 5: {
            RegionRecord region;
            region.id = uuidOf(900000 + below(5));
            region.name = "region " + std::to_string(below(100));
            region.shape = {Polygon{blob(place(5000), place(5000), 300), {}}};
            edit.putRegions.push_back(region);
            break;
        }
        default:
            if (!regions.empty())
                edit.removeRegions.push_back(regions[below(regions.size())].id);
            edit.putClasses.push_back({0, "class " + std::to_string(++m_last), 0xff0000, ""});
        }
        return edit;
    }

private:
    std::size_t below(std::size_t n) { return m_random() % n; }
    double place(std::size_t n) { return static_cast<double>(below(n)); }
    std::vector<NucleusRow> some(const std::vector<NucleusRow>& present)
    {
        std::vector<NucleusRow> rows;
        for (std::size_t i = 0; i < below(5) && !present.empty(); ++i)
            rows.push_back(present[below(present.size())]);
        return rows;
    }
    std::mt19937 m_random;
    std::uint64_t m_last = 0;
};

} // namespace nb::test
