// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/demoregion.h"

#include "engine/demo/demotissue.h"
#include "tests/support/fakeslide.h"

namespace nb::bench
{

namespace
{

constexpr std::uint64_t kSeed = 1;
constexpr int kLevels = 4; // the tissue is looked for on a coarse one

} // namespace

std::shared_ptr<const SlideSource> demoRegion(int width, int height)
{
    const DemoTissue tissue(width, height, kSeed, 0);
    return std::make_shared<test::FakeSlide>(tissue.render({0, 0, width, height}), kLevels);
}

} // namespace nb::bench
