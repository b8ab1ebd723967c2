// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/patchgrid.h"

namespace nb {

namespace {

constexpr std::int64_t kNetworkMultiple = 16;

std::int64_t ceilDiv(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

std::int64_t cutToSlide(std::int64_t start, std::int64_t patch, std::int64_t slide)
{
    const std::int64_t rounded = ceilDiv(slide - start, kNetworkMultiple) * kNetworkMultiple;
    return std::min(patch, rounded);
}

} // namespace

PatchGrid::PatchGrid(std::int64_t slideWidth, std::int64_t slideHeight, int patch, int stride)
    : m_width(slideWidth)
    , m_height(slideHeight)
    , m_patch(patch)
    , m_stride(stride)
    , m_columns(ceilDiv(slideWidth, stride))
    , m_rows(ceilDiv(slideHeight, stride))
{
}

Rect PatchGrid::patchArea(std::int64_t column, std::int64_t row) const
{
    const std::int64_t x = column * m_stride, y = row * m_stride;
    return {x, y, cutToSlide(x, m_patch, m_width), cutToSlide(y, m_patch, m_height)};
}

Rect PatchGrid::cellArea(std::int64_t column, std::int64_t row) const
{
    const std::int64_t x = column * m_stride, y = row * m_stride;
    return {x, y, std::min<std::int64_t>(m_stride, m_width - x), std::min<std::int64_t>(m_stride, m_height - y)};
}

Rect PatchGrid::cellsOf(const Rect& area) const
{
    const Rect inside = area.intersected({0, 0, m_width, m_height});
    if (inside.empty())
        return {};
    const std::int64_t left = inside.x / m_stride, top = inside.y / m_stride;
    return {left, top, ceilDiv(inside.right(), m_stride) - left, ceilDiv(inside.bottom(), m_stride) - top};
}

Rect PatchGrid::patchesOf(const Rect& cells) const
{
    const std::int64_t reach = ceilDiv(m_patch, m_stride) - 1; // how many cells before its own a patch starts
    const std::int64_t left = std::max<std::int64_t>(0, cells.x - reach), top = std::max<std::int64_t>(0, cells.y - reach);
    return {left, top, cells.right() - left, cells.bottom() - top};
}

} // namespace nb
