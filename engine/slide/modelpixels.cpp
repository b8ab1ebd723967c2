// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/modelpixels.h"

#include <cmath>

namespace nb
{

namespace
{

/// How one output pixel is made of input pixels along one axis: `first` and the weights that follow, which sum to 1.
struct Taps {
    std::int64_t first = 0;
    std::vector<float> weights;
};

/// Area average over [i·step, (i+1)·step), in pixels of the level.
Taps averageTaps(std::int64_t i, double step, std::int64_t size)
{
    const double from = static_cast<double>(i) * step,
                 to = std::min(static_cast<double>(i + 1) * step, static_cast<double>(size));
    Taps taps;
    taps.first = static_cast<std::int64_t>(std::floor(from + 1e-9));
    const auto last = std::max(taps.first + 1, static_cast<std::int64_t>(std::ceil(to - 1e-9)));
    double sum = 0;
    for (std::int64_t p = taps.first; p < last; ++p) {
        const double covered
            = std::max(0.0, std::min(to, static_cast<double>(p + 1)) - std::max(from, static_cast<double>(p)));
        taps.weights.push_back(static_cast<float>(covered));
        sum += covered;
    }
    for (float& weight : taps.weights)
        weight = sum > 0 ? static_cast<float>(static_cast<double>(weight) / sum)
                         : 1.0F / static_cast<float>(taps.weights.size());
    return taps;
}

/// Between the two nearest pixel centres; the outermost pixels are repeated beyond the slide's edge.
Taps bilinearTaps(std::int64_t i, double step, std::int64_t size)
{
    const double centre = std::clamp((static_cast<double>(i) + 0.5) * step - 0.5, 0.0, static_cast<double>(size - 1));
    const auto first = static_cast<std::int64_t>(std::floor(centre));
    const auto share = static_cast<float>(centre - static_cast<double>(first));
    if (share == 0.0F || first + 1 >= size)
        return {first, {1.0F}};
    return {first, {1.0F - share, share}};
}

std::vector<Taps> tapsOf(std::int64_t from, std::int64_t count, double step, std::int64_t size)
{
    std::vector<Taps> taps;
    taps.reserve(static_cast<std::size_t>(count));
    for (std::int64_t i = from; i < from + count; ++i)
        taps.push_back(step >= 1 ? averageTaps(i, step, size) : bilinearTaps(i, step, size));
    return taps;
}

/// Columns first, then rows; every sum runs in the order of the pixels, so it is the same whatever was asked for.
RgbImage resample(
    const RgbImage& source, const Rect& sourceArea, const std::vector<Taps>& columns, const std::vector<Taps>& rows)
{
    const std::size_t width = columns.size() * 3;
    std::vector<float> narrow(width * static_cast<std::size_t>(source.height));
    for (int y = 0; y < source.height; ++y) {
        const std::uint8_t* const in = source.row(y);
        float* out = narrow.data() + static_cast<std::size_t>(y) * width;
        for (const Taps& taps : columns) {
            float sum[3] = {0, 0, 0};
            const std::uint8_t* pixel = in + 3 * (taps.first - sourceArea.x);
            for (const float weight : taps.weights) {
                for (int c = 0; c < 3; ++c)
                    sum[c] += weight * static_cast<float>(pixel[c]);
                pixel += 3;
            }
            for (const float value : sum)
                *out++ = value;
        }
    }
    RgbImage result(static_cast<int>(columns.size()), static_cast<int>(rows.size()));
    std::vector<float> sums(width);
    for (std::size_t y = 0; y < rows.size(); ++y) {
        std::fill(sums.begin(), sums.end(), 0.5F);
        const float* in = narrow.data() + static_cast<std::size_t>(rows[y].first - sourceArea.y) * width;
        for (const float weight : rows[y].weights) {
            for (std::size_t i = 0; i < width; ++i)
                sums[i] += weight * in[i];
            in += width;
        }
        std::uint8_t* const out = result.row(static_cast<int>(y));
        for (std::size_t i = 0; i < width; ++i)
            out[i] = static_cast<std::uint8_t>(std::min(sums[i], 255.0F));
    }
    return result;
}

int levelFor(const SlideInfo& info, double scale)
{
    int level = 0;
    for (std::size_t i = 1; i < info.levels.size(); ++i)
        if (info.levels[i].downsample <= scale * (1 + 1e-6)
            && info.levels[i].downsample > info.levels[static_cast<std::size_t>(level)].downsample)
            level = static_cast<int>(i);
    return level;
}

std::int64_t modelLength(std::int64_t slideLength, double scale)
{
    return std::max<std::int64_t>(
        1, static_cast<std::int64_t>(std::ceil(static_cast<double>(slideLength) / scale - 1e-9)));
}

} // namespace

ModelPixels::ModelPixels(std::shared_ptr<const SlideSource> slide, PixelSize slidePixelSize, double modelMpp)
    : m_slide(std::move(slide))
    , m_modelMpp(modelMpp)
    , m_scaleX(modelMpp / slidePixelSize.x)
    , m_scaleY(modelMpp / slidePixelSize.y)
{
    const SlideInfo& info = m_slide->info();
    m_width = modelLength(info.width(), m_scaleX);
    m_height = modelLength(info.height(), m_scaleY);
    m_level = levelFor(info, std::min(m_scaleX, m_scaleY));
}

Result<RgbImage> ModelPixels::read(const Rect& area) const
{
    const SlideLevel& level = m_slide->info().levels[static_cast<std::size_t>(m_level)];
    // The level's own ratio, not its nominal downsample: levels are cut to whole pixels.
    const double stepX = m_scaleX * static_cast<double>(level.width) / static_cast<double>(m_slide->info().width());
    const double stepY = m_scaleY * static_cast<double>(level.height) / static_cast<double>(m_slide->info().height());
    if (stepX == 1.0 && stepY == 1.0)
        return m_slide->read(m_level, area);
    if (area.empty())
        return m_slide->read(m_level, area); // says so
    const Rect on = area.intersected({0, 0, m_width, m_height});
    RgbImage result(static_cast<int>(area.width), static_cast<int>(area.height));
    if (on.empty())
        return result;
    const auto columns = tapsOf(on.x, on.width, stepX, level.width),
               rows = tapsOf(on.y, on.height, stepY, level.height);
    const auto endOf = [](const std::vector<Taps>& taps) {
        std::int64_t end = 0;
        for (const Taps& t : taps)
            end = std::max(end, t.first + static_cast<std::int64_t>(t.weights.size()));
        return end;
    };
    const Rect source{columns.front().first, rows.front().first, endOf(columns) - columns.front().first,
        endOf(rows) - rows.front().first};
    const Result<RgbImage> pixels = m_slide->read(m_level, source);
    if (!pixels)
        return pixels.error();
    const RgbImage part = resample(*pixels, source, columns, rows);
    for (int y = 0; y < part.height; ++y)
        std::copy_n(part.row(y), static_cast<std::size_t>(part.width) * 3,
            result.row(y + static_cast<int>(on.y - area.y)) + 3 * (on.x - area.x));
    return result;
}

} // namespace nb
