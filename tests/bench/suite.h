// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <vector>

namespace nb::bench
{

/// One suite of measurements: `nucleoscope-bench --NAME` runs it and prints what it returns as one JSON object.
struct Suite {
    std::string name;
    std::string description;
    /// Throws std::runtime_error where it cannot measure; says on standard error what it is at.
    std::function<nlohmann::ordered_json()> run;
};

/// A file with a suite holds one of these at namespace scope; that is all it takes to be listed and run.
class RegisteredSuite
{
public:
    explicit RegisteredSuite(Suite suite);
};

[[nodiscard]] const std::vector<Suite>& registeredSuites();

} // namespace nb::bench
