// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/suite.h"

namespace nb::bench
{

namespace
{

/// Filled before main, by the files' own objects; a function's static, since their order is open.
std::vector<Suite>& suites()
{
    static std::vector<Suite> all;
    return all;
}

} // namespace

RegisteredSuite::RegisteredSuite(Suite suite)
{
    suites().push_back(std::move(suite));
}

const std::vector<Suite>& registeredSuites()
{
    return suites();
}

} // namespace nb::bench
