// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/labeltiffwriter.h"

#include "engine/base/image.h"
#include "engine/geometry/polygon.h"
#include "engine/io/tifftarget.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <limits>
#include <unistd.h>
#include <zlib.h>

namespace nb
{

namespace
{

constexpr int kTile = 256;
constexpr std::int64_t kLargestSide = (1LL << 31) - 1;
constexpr std::int64_t kMostTiles = 1LL << 28;
constexpr std::size_t kPendingRuns = 1 << 16;

/// Adds where the ring crosses the row of pixel centres.
void addCrossings(const Ring& ring, double centre, std::vector<double>& crossings)
{
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point &a = ring[i], &b = ring[j];
        if ((a.y > centre) != (b.y > centre))
            crossings.push_back((b.x - a.x) * (centre - a.y) / (b.y - a.y) + a.x);
    }
}

/// Calls `visit(y, left, right)` for the runs of pixels of `picture` whose centres lie in the shape, from above.
template <class Visit> void eachRun(const MultiPolygon& shape, const Rect& picture, Visit visit)
{
    const Rect rows = boundsOf(shape).intersected(picture);
    std::vector<double> crossings;
    for (std::int64_t y = rows.y; y < rows.bottom(); ++y) {
        crossings.clear();
        for (const Polygon& part : shape) {
            addCrossings(part.shell, static_cast<double>(y) + 0.5, crossings);
            for (const Ring& hole : part.holes)
                addCrossings(hole, static_cast<double>(y) + 0.5, crossings);
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const auto left = std::max(picture.x, static_cast<std::int64_t>(std::ceil(crossings[i] - 0.5)));
            const auto right = std::min(picture.right(), static_cast<std::int64_t>(std::ceil(crossings[i + 1] - 0.5)));
            if (left < right)
                visit(y, left, right);
        }
    }
}

/// A tile of zeros as it lies in the file: most of a slide is that, so it is compressed once.
std::vector<std::uint8_t> compressedZeros()
{
    const std::vector<std::uint8_t> zeros(kTile * kTile * sizeof(std::uint32_t), 0);
    uLongf size = compressBound(zeros.size());
    std::vector<std::uint8_t> packed(size);
    if (compress2(packed.data(), &size, zeros.data(), zeros.size(), Z_BEST_COMPRESSION) != Z_OK)
        size = 0;
    packed.resize(size);
    return packed;
}

} // namespace

LabelTiffWriter::LabelTiffWriter(const Rect& picture, std::unique_ptr<TiffTarget> target, AtomicFile spill)
    : m_picture(picture)
    , m_columns((picture.width + kTile - 1) / kTile)
    , m_rows((picture.height + kTile - 1) / kTile)
    , m_target(std::move(target))
    , m_spill(std::move(spill))
{
}

LabelTiffWriter::~LabelTiffWriter() = default;

Result<std::unique_ptr<LabelTiffWriter>> LabelTiffWriter::create(
    const std::string& path, std::int64_t width, std::int64_t height, const PixelSize& pixelSize)
{
    return create(path, Rect{0, 0, width, height}, pixelSize);
}

Result<std::unique_ptr<LabelTiffWriter>> LabelTiffWriter::create(
    const std::string& path, const Rect& area, const PixelSize& pixelSize)
{
    const std::int64_t width = area.width, height = area.height;
    if (width < 1 || height < 1 || width > kLargestSide || height > kLargestSide
        || (width + kTile - 1) / kTile > kMostTiles / ((height + kTile - 1) / kTile))
        return Error{
            ErrorCode::Invalid, "A label image of this size cannot be written", path, "Choose a smaller region"};
    const double tiles
        = static_cast<double>((width + kTile - 1) / kTile) * static_cast<double>((height + kTile - 1) / kTile);
    auto target = TiffTarget::create(path, tiles * (kTile * kTile * 4.1 + 16) + 1e6);
    if (!target)
        return target.error();
    auto spill = AtomicFile::create(path);
    if (!spill)
        return spill.error();
    ::unlink(spill->temporaryPath().c_str()); // so that nothing is left of it whatever happens
    TIFF* const tiff = (*target)->tiff();
    (*target)->describe(width, height, kTile, pixelSize.plausible() ? std::optional(pixelSize) : std::nullopt);
    (*target)->deflate();
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 32);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    const std::string description = "Nucleoscope labels in pixels of the slide; begins at x=" + std::to_string(area.x)
        + " y=" + std::to_string(area.y);
    TIFFSetField(tiff, TIFFTAG_IMAGEDESCRIPTION, description.c_str());
    return std::unique_ptr<LabelTiffWriter>(new LabelTiffWriter(area, std::move(*target), std::move(*spill)));
}

Status LabelTiffWriter::add(const Ring& ring)
{
    return add(MultiPolygon{Polygon{ring, {}}});
}

Status LabelTiffWriter::add(const MultiPolygon& shape)
{
    if (m_begin.size() > std::numeric_limits<std::uint32_t>::max())
        return Error{ErrorCode::Invalid, "There are more nuclei than a label image can number", m_spill.target(),
            "Choose a smaller region"};
    const std::size_t before = m_pending.size();
    std::int64_t left = m_picture.width, right = 0;
    eachRun(shape, m_picture, [&](std::int64_t y, std::int64_t from, std::int64_t to) {
        y -= m_picture.y; // from here on pixels of the picture
        from -= m_picture.x;
        to -= m_picture.x;
        m_pending.push_back(
            {static_cast<std::int32_t>(y), static_cast<std::int32_t>(from), static_cast<std::int32_t>(to)});
        left = std::min(left, from);
        right = std::max(right, to);
    });
    m_begin.push_back(m_begin.back() + m_pending.size() - before);
    if (m_pending.size() > before) {
        const std::int64_t top = m_pending[before].y;
        addTouches({left, top, right - left, m_pending.back().y + 1 - top});
    }
    return m_pending.size() < kPendingRuns ? Status() : spill();
}

void LabelTiffWriter::addTouches(const Rect& bounds)
{
    const auto label = static_cast<std::uint32_t>(m_begin.size() - 1);
    for (std::int64_t row = bounds.y / kTile; row <= (bounds.bottom() - 1) / kTile; ++row)
        for (std::int64_t column = bounds.x / kTile; column <= (bounds.right() - 1) / kTile; ++column)
            m_touches.push_back({static_cast<std::uint32_t>(row * m_columns + column), label});
}

Status LabelTiffWriter::spill()
{
    Status status = m_spill.write({reinterpret_cast<const char*>(m_pending.data()), m_pending.size() * sizeof(Run)});
    m_pending.clear();
    return status;
}

Status LabelTiffWriter::readRuns(std::uint32_t label)
{
    m_runs.resize(m_begin[label] - m_begin[label - 1]);
    char* to = reinterpret_cast<char*>(m_runs.data());
    std::size_t missing = m_runs.size() * sizeof(Run);
    auto from = static_cast<off_t>(m_begin[label - 1] * sizeof(Run));
    while (missing > 0) {
        const ssize_t got = ::pread(m_spill.descriptor(), to, missing, from);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return m_spill.failure(got < 0 ? errno : EIO);
        to += got;
        from += got;
        missing -= static_cast<std::size_t>(got);
    }
    return {};
}

/// Gives the free pixels of the tile to the rings that touch it, in the rings' order.
Status LabelTiffWriter::fillTile(std::size_t firstTouch, std::size_t endTouch, const Rect& area, LabelImage& tile)
{
    std::fill(tile.pixels.begin(), tile.pixels.end(), 0U);
    for (std::size_t i = firstTouch; i < endTouch; ++i) {
        const std::uint32_t label = m_touches[i].label;
        if (Status status = readRuns(label); !status)
            return status;
        for (const Run& run : m_runs) {
            if (run.y < area.y || run.y >= area.bottom())
                continue;
            std::uint32_t* const line = tile.row(static_cast<int>(run.y - area.y));
            for (std::int64_t x = std::max<std::int64_t>(run.left, area.x);
                 x < std::min<std::int64_t>(run.right, area.right()); ++x)
                if (line[x - area.x] == 0)
                    line[x - area.x] = label;
        }
    }
    return {};
}

Status LabelTiffWriter::writeTiles(const CancelToken& cancel)
{
    std::vector<std::uint8_t> zeros = compressedZeros();
    LabelImage tile(kTile, kTile);
    const auto size = static_cast<tmsize_t>(tile.pixels.size() * sizeof(std::uint32_t)),
               packed = static_cast<tmsize_t>(zeros.size());
    std::size_t begin = 0;
    for (std::int64_t t = 0; t < m_columns * m_rows; ++t) {
        if (cancel.cancelled())
            return m_target->failure(cancel);
        const auto number = static_cast<std::uint32_t>(t);
        std::size_t end = begin;
        while (end < m_touches.size() && m_touches[end].tile == number)
            ++end;
        bool written = false;
        if (begin == end && packed > 0) {
            written = TIFFWriteRawTile(m_target->tiff(), number, zeros.data(), packed) == packed;
        } else {
            const Rect area{t % m_columns * kTile, t / m_columns * kTile, kTile, kTile};
            if (Status status = fillTile(begin, end, area, tile); !status)
                return status;
            written = TIFFWriteEncodedTile(m_target->tiff(), number, tile.pixels.data(), size) == size;
        }
        if (!written)
            return m_target->failure();
        begin = end;
    }
    return TIFFWriteDirectory(m_target->tiff()) == 1 ? Status() : Status(m_target->failure());
}

Status LabelTiffWriter::prepare(const CancelToken& cancel)
{
    if (m_prepared)
        return {};
    if (Status status = spill(); !status)
        return status;
    std::sort(m_touches.begin(), m_touches.end(),
        [](const Touch& a, const Touch& b) { return a.tile != b.tile ? a.tile < b.tile : a.label < b.label; });
    if (Status status = writeTiles(cancel); !status)
        return status;
    Status status = m_target->prepare();
    m_prepared = status.ok();
    return status;
}

Status LabelTiffWriter::finish(const CancelToken& cancel)
{
    if (Status status = prepare(cancel); !status)
        return status;
    return m_target->commit();
}

} // namespace nb
