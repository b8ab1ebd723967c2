// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/stain/stainmatrix.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace nb {

/// Brings pixels from a slide's stains to the target's by tables (shared/vectors/README.md, "Normalised").
/// Immutable after construction, so one may serve any number of threads. With StainMethod::None it leaves pixels as they are.
class StainNormalizer {
public:
    explicit StainNormalizer(const SlideStain& stain);
    ~StainNormalizer();
    StainNormalizer(StainNormalizer&&) noexcept;
    StainNormalizer& operator=(StainNormalizer&&) noexcept;

    /// Normalises `count` interleaved RGB pixels in place.
    void apply(std::uint8_t* rgb, std::size_t count) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> m_tables;
};

/// Takes pixels apart into haematoxylin and eosin (exact non-negative two-stain fit, no penalty) by tables. Immutable, any thread.
class StainSeparation {
public:
    explicit StainSeparation(const StainMatrix& stains);
    ~StainSeparation();
    StainSeparation(StainSeparation&&) noexcept;
    StainSeparation& operator=(StainSeparation&&) noexcept;

    /// Optical density of each stain (natural logarithm, >= 0) for `count` interleaved RGB pixels; float [count] each.
    void densities(const std::uint8_t* rgb, std::size_t count, float* haematoxylin, float* eosin) const;

    enum class View { Haematoxylin, Eosin, Residual };
    /// Replaces pixels by the picture of one stain alone (I = 255·exp(-stain·concentration)) or of what neither explains.
    void showOnly(View view, std::uint8_t* rgb, std::size_t count) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> m_tables;
};

} // namespace nb
