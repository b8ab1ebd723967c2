// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/demo/architecture.h"
#include "engine/demo/cellbody.h"
#include "engine/demo/positionhash.h"

#include <optional>

namespace nb
{

/// What grows at a point, by chance: mostly nothing where the tissue is loose.
[[nodiscard]] std::optional<BodyKind> kindThatGrowsAt(const TissuePoint& point, PositionRandom& random);

/// A body of this kind at the origin, lying along x: size and outline by chance. Sizes at 0.25 µm/px as measured on
/// H&E of seven organs: lymphocytes 350 to 500 px², epithelium 500 to 800, tumour 600 to 1,700.
[[nodiscard]] CellBody shapeOf(BodyKind kind, PositionRandom& random);

/// Turns a placed body the way its neighbourhood asks for (`right` and `below` are a few px from `point`): upright on a
/// gland's base, along fibres, around a vessel.
void orient(CellBody& body, const TissuePoint& point, const TissuePoint& right, const TissuePoint& below,
    PositionRandom& random);

/// Whether two outlines come closer than their kinds like it: a few pixels, or, where nuclei press on each other, less
/// than nothing (then the line between them is decided by `maskOf`).
[[nodiscard]] bool collides(const CellBody& candidate, const CellBody& placed);

} // namespace nb
