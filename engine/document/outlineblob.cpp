// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/outlineblob.h"

#include <cmath>

namespace nb
{

namespace
{

constexpr std::uint8_t kVersion = 1;
constexpr double kPerPixel = 100.0;

void put(std::vector<std::uint8_t>& out, std::uint64_t value)
{
    while (value >= 0x80) {
        out.push_back(static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    out.push_back(static_cast<std::uint8_t>(value));
}

void putSigned(std::vector<std::uint8_t>& out, std::int64_t value)
{
    put(out, (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

/// Reads what `put` wrote; `failed` once and for all when the bytes run out.
class Bytes
{
public:
    explicit Bytes(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {
    }
    std::uint64_t take()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_at == m_bytes.size())
                break;
            const std::uint8_t byte = m_bytes[m_at++];
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        m_failed = true;
        return 0;
    }
    std::int64_t takeSigned()
    {
        const std::uint64_t value = take();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    /// A count of things of at least `bytesEach`; fails where that many cannot follow.
    std::size_t takeCount(std::size_t bytesEach)
    {
        const std::uint64_t count = take();
        if (count > (m_bytes.size() - m_at) / bytesEach)
            m_failed = true;
        return m_failed ? 0 : static_cast<std::size_t>(count);
    }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

struct Pen {
    std::int64_t x = 0;
    std::int64_t y = 0;
};

void packRing(std::vector<std::uint8_t>& out, const Ring& ring, Pen& pen)
{
    put(out, ring.size());
    for (const Point& point : ring) {
        const std::int64_t x = std::llround(point.x * kPerPixel), y = std::llround(point.y * kPerPixel);
        putSigned(out, x - pen.x);
        putSigned(out, y - pen.y);
        pen = {x, y};
    }
}

Ring unpackRing(Bytes& bytes, Pen& pen)
{
    Ring ring(bytes.takeCount(2));
    for (Point& point : ring) {
        pen.x = static_cast<std::int64_t>(
            static_cast<std::uint64_t>(pen.x) + static_cast<std::uint64_t>(bytes.takeSigned()));
        pen.y = static_cast<std::int64_t>(
            static_cast<std::uint64_t>(pen.y) + static_cast<std::uint64_t>(bytes.takeSigned()));
        point = {static_cast<double>(pen.x) / kPerPixel, static_cast<double>(pen.y) / kPerPixel};
    }
    return ring;
}

} // namespace

std::vector<std::uint8_t> packShape(const MultiPolygon& shape)
{
    std::vector<std::uint8_t> out{kVersion};
    Pen pen;
    put(out, shape.size());
    for (const Polygon& polygon : shape) {
        put(out, polygon.holes.size());
        packRing(out, polygon.shell, pen);
        for (const Ring& hole : polygon.holes)
            packRing(out, hole, pen);
    }
    return out;
}

std::optional<MultiPolygon> unpackShape(std::span<const std::uint8_t> data)
{
    if (data.empty() || data.front() != kVersion)
        return {};
    Bytes bytes(data.subspan(1));
    Pen pen;
    MultiPolygon shape(bytes.takeCount(2));
    for (Polygon& polygon : shape) {
        polygon.holes.resize(bytes.takeCount(1));
        polygon.shell = unpackRing(bytes, pen);
        for (Ring& hole : polygon.holes)
            hole = unpackRing(bytes, pen);
        if (bytes.failed())
            return {};
    }
    if (bytes.failed() || !bytes.atEnd())
        return {};
    return shape;
}

} // namespace nb
