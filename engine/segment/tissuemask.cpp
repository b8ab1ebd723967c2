// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/tissuemask.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace nb {

namespace {

constexpr double kCellUm = 8;           // one mask pixel, about a nucleus
constexpr double kMarginUm = 64;        // tissue is widened by this
constexpr std::int64_t kSmallPx = 4096; // an image no larger than this is all tissue: skipping would save nothing
constexpr std::int64_t kBandRows = 256;
constexpr std::int64_t kMostPixels = 1LL << 29; // reading more than this only to find tissue would take minutes
constexpr double kTissueOd = 0.05;      // mean optical density against the slide's own white: pale stroma is above 0.08
constexpr int kPenBlack = 40;           // brightest channel of marker ink
constexpr int kDarkestWhite = 215;      // a scanner's white is never darker

/// Mean colour of each mask cell; uint8 [height][width][3].
struct CellColours {
    RgbImage mean;
    double cellX = 1;
    double cellY = 1;
};

int levelFor(const SlideInfo& info, const PixelSize& size)
{
    int best = 0;
    for (int i = 0; i < static_cast<int>(info.levels.size()); ++i)
        if (info.levels[static_cast<std::size_t>(i)].downsample * std::max(size.x, size.y) <= kCellUm * 1.01)
            best = i;
    return best;
}

void averageBand(const RgbImage& band, int stepX, int stepY, std::int64_t bandTop, RgbImage& mean)
{
    for (int y = 0; y * stepY < band.height; ++y) {
        std::uint8_t* out = mean.row(static_cast<int>(bandTop / stepY) + y);
        for (int x = 0; x * stepX < band.width; ++x, out += 3) {
            std::array<std::uint32_t, 3> sum{};
            std::uint32_t count = 0;
            for (int sy = y * stepY; sy < std::min(band.height, (y + 1) * stepY); ++sy) {
                const std::uint8_t* in = band.row(sy) + static_cast<std::ptrdiff_t>(x) * stepX * 3;
                for (int sx = x * stepX; sx < std::min(band.width, (x + 1) * stepX); ++sx, in += 3, ++count)
                    for (std::size_t c = 0; c < 3; ++c)
                        sum[c] += in[c];
            }
            for (std::size_t c = 0; c < 3; ++c)
                out[c] = static_cast<std::uint8_t>(sum[c] / std::max(1u, count));
        }
    }
}

Result<CellColours> readCells(const SlideSource& slide, const PixelSize& size, int levelIndex, const CancelToken& cancel)
{
    const SlideLevel& level = slide.info().levels[static_cast<std::size_t>(levelIndex)];
    const auto step = [&](double mpp) { return std::clamp(static_cast<int>(std::lround(kCellUm / (mpp * level.downsample))), 1, 128); };
    const int stepX = step(size.x), stepY = step(size.y);
    CellColours cells {RgbImage(static_cast<int>((level.width + stepX - 1) / stepX), static_cast<int>((level.height + stepY - 1) / stepY)),
                       stepX * level.downsample, stepY * level.downsample};
    const std::int64_t bandRows = (kBandRows + stepY - 1) / stepY * stepY;
    const std::int64_t pieceColumns = 8192 / stepX * stepX;
    for (std::int64_t top = 0; top < level.height; top += bandRows) {
        RgbImage band(static_cast<int>(level.width), static_cast<int>(std::min(bandRows, level.height - top)));
        for (std::int64_t left = 0; left < level.width; left += pieceColumns) {
            if (cancel.cancelled())
                return Error {ErrorCode::Cancelled, "Stopped while looking for tissue", slide.info().path, ""};
            const std::int64_t width = std::min(pieceColumns, level.width - left);
            const auto piece = slide.read(levelIndex, {left, top, width, band.height});
            if (!piece)
                return piece.error();
            for (int y = 0; y < band.height; ++y)
                std::copy_n(piece->row(y), width * 3, band.row(y) + left * 3);
        }
        averageBand(band, stepX, stepY, top, cells.mean);
    }
    return cells;
}

/// The slide's white by channel: the brightest percent of cells, within what scanners give.
std::array<double, 3> whitePoint(const RgbImage& mean)
{
    std::array<double, 3> white{};
    const std::size_t count = mean.pixels.size() / 3;
    for (std::size_t c = 0; c < 3; ++c) {
        std::array<std::size_t, 256> histogram{};
        for (std::size_t i = 0; i < count; ++i)
            ++histogram[mean.pixels[i * 3 + c]];
        std::size_t above = 0;
        int value = 255;
        while (value > kDarkestWhite && above + histogram[static_cast<std::size_t>(value)] <= count / 100)
            above += histogram[static_cast<std::size_t>(value--)];
        white[c] = value;
    }
    return white;
}

Plane<std::uint8_t> tissueOf(const RgbImage& mean)
{
    const auto white = whitePoint(mean);
    Plane<std::uint8_t> mask(mean.width, mean.height);
    for (std::size_t i = 0; i < mask.pixels.size(); ++i) {
        const std::uint8_t* p = &mean.pixels[i * 3];
        double density = 0;
        for (std::size_t c = 0; c < 3; ++c)
            density -= std::log(std::max<double>(p[c], 1) / white[c]) / 3;
        const bool pen = std::max({p[0], p[1], p[2]}) < kPenBlack;
        mask.pixels[i] = density > kTissueOd && !pen ? 255 : 0;
    }
    return mask;
}

} // namespace

TissueMask::TissueMask(Plane<std::uint8_t> mask, double cellX, double cellY)
    : m_mask(std::move(mask))
    , m_cellX(cellX)
    , m_cellY(cellY)
{
}

bool TissueMask::touches(const Rect& area) const
{
    if (m_mask.empty())
        return true;
    const auto cell = [](double position, double size, int most) {
        return std::clamp(static_cast<int>(std::floor(position / size)), 0, most - 1);
    };
    const int left = cell(static_cast<double>(area.x), m_cellX, m_mask.width);
    const int right = cell(static_cast<double>(area.right()) - 1e-6, m_cellX, m_mask.width);
    const int top = cell(static_cast<double>(area.y), m_cellY, m_mask.height);
    const int bottom = cell(static_cast<double>(area.bottom()) - 1e-6, m_cellY, m_mask.height);
    for (int y = top; y <= bottom; ++y)
        if (std::any_of(m_mask.row(y) + left, m_mask.row(y) + right + 1, [](std::uint8_t v) { return v != 0; }))
            return true;
    return false;
}

Result<TissueMask> findTissue(const SlideSource& slide, const PixelSize& pixelSize, const CancelToken& cancel)
{
    const SlideInfo& info = slide.info();
    if (info.width() <= kSmallPx && info.height() <= kSmallPx)
        return TissueMask();
    const int level = levelFor(info, pixelSize);
    const SlideLevel& size = info.levels[static_cast<std::size_t>(level)];
    if (size.width * size.height > kMostPixels)
        return TissueMask();
    const auto cells = readCells(slide, pixelSize, level, cancel);
    if (!cells)
        return cells.error();
    Plane<std::uint8_t> mask = tissueOf(cells->mean);
    const auto margin = [](double um, double cell) { return static_cast<int>(std::ceil(um / cell)); };
    const cv::Size reach(2 * margin(kMarginUm, cells->cellX * pixelSize.x) + 1, 2 * margin(kMarginUm, cells->cellY * pixelSize.y) + 1);
    cv::Mat view(mask.height, mask.width, CV_8U, mask.pixels.data());
    try {
        cv::dilate(view.clone(), view, cv::getStructuringElement(cv::MORPH_ELLIPSE, reach));
    } catch (const std::exception& e) {
        return Error {ErrorCode::OutOfMemory, std::string("Cannot look for tissue (") + e.what() + ")", info.path, "Close other programs and try again"};
    }
    return TissueMask(std::move(mask), cells->cellX, cells->cellY);
}

} // namespace nb
