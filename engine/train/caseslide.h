// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/document/casedocument.h"
#include "engine/slide/slidesource.h"

#include <memory>

namespace nb
{

/// The slide that a case belongs to, from the first of the places where it may lie at which it does; places that lead
/// to a network are not touched. Blocks. Errors: NotFound, Invalid (another slide lies there), those of openSlide.
[[nodiscard]] Result<std::shared_ptr<const SlideSource>> openSlideOf(
    CaseDocument& document, const SlideIdentity& identity);

} // namespace nb
