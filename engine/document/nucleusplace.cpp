// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/nucleusplace.h"

#include "engine/document/storableshape.h"
#include "engine/geometry/overlap.h"
#include "engine/geometry/polygon.h"

#include <algorithm>

namespace nb
{

namespace
{

constexpr double kMostShared = 0.05; // of the smaller area

bool meet(const BoxF& a, const BoxF& b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

} // namespace

bool takeOnePlace(const MultiPolygon& a, const MultiPolygon& b)
{
    return meet(boxOf(a), boxOf(b)) && sharedArea(a, b) > kMostShared * std::min(areaOf(a), areaOf(b));
}

} // namespace nb
