// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>

namespace nb {

/// How a slide's colours are brought to the model's.
enum class StainMethod { None, Vahadane, Macenko };

/// Two stains of a slide: unit optical-density vectors (R, G, B; non-negative, natural logarithm,
/// OD = -ln(max(I,1)/255)), haematoxylin first, and the 99th percentile of each stain's concentration over tissue.
struct StainMatrix {
    std::array<double, 3> haematoxylin{};
    std::array<double, 3> eosin{};
    std::array<double, 2> p99{}; ///< haematoxylin, eosin; > 0
};

/// What was decided for a slide, once, and stored with every result.
struct SlideStain {
    StainMethod method = StainMethod::None; ///< what is applied
    StainMatrix source;                     ///< the slide's stains; the target's where `fromTarget`
    StainMatrix target;                     ///< the model's
    bool fromTarget = false;                ///< H and E are measured with the target's stains because no own estimate was plausible
    std::string reason;                     ///< plain English: why this method, for the person to read
    double lambda = 0.1;                    ///< sparsity of the fit that normalises with Vahadane (Macenko's fit has none)
};

} // namespace nb
