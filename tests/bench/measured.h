// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <functional>
#include <stdexcept>
#include <vector>

namespace nb::bench
{

/// Wall-clock seconds of one call.
[[nodiscard]] double secondsOf(const std::function<void()>& work);

[[nodiscard]] double median(std::vector<double> values);

/// The value, or a std::runtime_error with the message: a benchmark has nobody to handle a failure.
template <class T> T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().message());
    return std::move(result).value();
}

inline void orThrow(const Status& status)
{
    if (!status)
        throw std::runtime_error(status.error().message());
}

} // namespace nb::bench
