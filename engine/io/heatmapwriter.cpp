// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/heatmapwriter.h"

#include <cstdio>

namespace nb
{

namespace
{

constexpr int kTile = 256;

/// What the maps are where nobody looked: background for certain.
RgbImage emptyTile()
{
    RgbImage tile(kTile, kTile, 0);
    for (std::size_t i = 0; i < tile.pixels.size(); i += 3)
        tile.pixels[i] = 255;
    return tile;
}

} // namespace

Result<std::unique_ptr<HeatmapWriter>> HeatmapWriter::create(const std::string& path, const Rect& area, double mpp)
{
    PyramidTiffOptions options;
    options.width = area.width;
    options.height = area.height;
    options.tile = kTile;
    options.pixelSize = PixelSize{mpp, mpp};
    char place[120];
    std::snprintf(place, sizeof place, "; begins at x=%lld y=%lld of the slide at %.6g um/px",
        static_cast<long long>(area.x), static_cast<long long>(area.y), mpp);
    options.description = std::string("Nucleoscope probabilities: red background, green boundary, blue inside") + place;
    auto file = PyramidTiffWriter::create(path, options);
    if (!file)
        return file.error();
    return std::unique_ptr<HeatmapWriter>(new HeatmapWriter(area, std::move(*file)));
}

HeatmapWriter::HeatmapWriter(const Rect& area, std::unique_ptr<PyramidTiffWriter> file)
    : m_area(area)
    , m_columns((area.width + kTile - 1) / kTile)
    , m_rows((area.height + kTile - 1) / kTile)
    , m_file(std::move(file))
    , m_written(static_cast<std::size_t>(m_columns * m_rows), false)
{
}

Rect HeatmapWriter::tileArea(std::int64_t column, std::int64_t row) const
{
    return Rect{m_area.x + column * kTile, m_area.y + row * kTile, kTile, kTile}.intersected(m_area);
}

Status HeatmapWriter::add(const MapCell& cell)
{
    const Rect common = cell.area.intersected(m_area);
    if (common.empty())
        return {};
    for (std::int64_t row = (common.y - m_area.y) / kTile; row <= (common.bottom() - 1 - m_area.y) / kTile; ++row)
        for (std::int64_t column = (common.x - m_area.x) / kTile; column <= (common.right() - 1 - m_area.x) / kTile;
             ++column)
            if (Status status = addTo(column, row, cell); !status)
                return status;
    return {};
}

Status HeatmapWriter::addTo(std::int64_t column, std::int64_t row, const MapCell& cell)
{
    const std::int64_t index = row * m_columns + column;
    const Rect area = tileArea(column, row), common = area.intersected(cell.area);
    auto [found, fresh] = m_open.try_emplace(index);
    OpenTile& tile = found->second;
    if (fresh) {
        tile.pixels = emptyTile();
        tile.missing = area.width * area.height;
    }
    for (std::int64_t y = common.y; y < common.bottom(); ++y) {
        const auto from = static_cast<std::size_t>((y - cell.area.y) * cell.area.width + common.x - cell.area.x);
        std::uint8_t* to = tile.pixels.row(static_cast<int>(y - area.y)) + 3 * (common.x - area.x);
        for (std::size_t i = 0; i < static_cast<std::size_t>(common.width); ++i, to += 3) {
            to[0] = cell.background.pixels[from + i];
            to[1] = cell.boundary.pixels[from + i];
            to[2] = cell.inside.pixels[from + i];
        }
    }
    tile.missing -= common.width * common.height;
    if (tile.missing > 0)
        return {};
    Status status = m_file->writeTile(column, row, tile.pixels);
    m_written[static_cast<std::size_t>(index)] = true;
    m_open.erase(found);
    return status;
}

Status HeatmapWriter::prepare(const CancelToken& cancel)
{
    const RgbImage nothing = emptyTile();
    for (std::int64_t row = 0; row < m_rows; ++row) {
        for (std::int64_t column = 0; column < m_columns; ++column) {
            const std::int64_t index = row * m_columns + column;
            if (cancel.cancelled())
                return Error{ErrorCode::Cancelled, "Stopped before the maps were written", "", ""};
            if (m_written[static_cast<std::size_t>(index)])
                continue;
            m_written[static_cast<std::size_t>(index)] = true;
            const auto open = m_open.find(index);
            if (Status status = m_file->writeTile(column, row, open == m_open.end() ? nothing : open->second.pixels);
                !status)
                return status;
        }
    }
    m_open.clear();
    return m_file->prepare(cancel);
}

Status HeatmapWriter::finish(const CancelToken& cancel)
{
    if (Status status = prepare(cancel); !status)
        return status;
    return m_file->finish(cancel);
}

} // namespace nb
