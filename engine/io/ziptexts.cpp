// SPDX-License-Identifier: GPL-3.0-or-later
// APPNOTE.TXT of PKWARE: the directory stands at the end and says where each file lies, 4.3.16, 4.3.12 and 4.3.7.
#include "engine/io/ziptexts.h"

#include <algorithm>
#include <unistd.h>
#include <zlib.h>

namespace nb
{

namespace
{

constexpr std::size_t kPiece = 1 << 20;
constexpr std::int64_t kEndBytes = 22; // of the directory's end without its comment
constexpr std::int64_t kLongestComment = 0xFFFF;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kHeaderBytes = 30;
constexpr std::int64_t kMostDirectory = 64 << 20;
constexpr std::uint32_t kZip64 = 0xFFFFFFFF;
constexpr int kRawWindow = -15; // zlib.h: no header

std::uint32_t numberAt(const std::string& bytes, std::size_t at, int count)
{
    std::uint32_t value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

bool namesText(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return (name.ends_with(".json") || name.ends_with(".geojson")) && !name.starts_with("__macosx/");
}

} // namespace

ZipTexts::ZipTexts(int descriptor, std::int64_t size, std::string path)
    : m_descriptor(descriptor)
    , m_size(size)
    , m_path(std::move(path))
{
}

ZipTexts::~ZipTexts()
{
    if (m_inflate)
        inflateEnd(m_inflate.get());
}

Error ZipTexts::damaged(const std::string& why) const
{
    return {ErrorCode::Unreadable, "The file cannot be read (" + why + ")", m_path, "Copy it again from where it came"};
}

bool ZipTexts::read(std::int64_t from, std::size_t count, std::string& bytes) const
{
    if (from < 0 || from > m_size || m_size - from < static_cast<std::int64_t>(count))
        return false;
    bytes.resize(count);
    std::size_t got = 0;
    while (got < count) {
        const ssize_t n = ::pread(m_descriptor, bytes.data() + got, count - got, from + static_cast<off_t>(got));
        if (n <= 0)
            return false;
        got += static_cast<std::size_t>(n);
    }
    return true;
}

Result<std::unique_ptr<ZipTexts>> ZipTexts::open(int descriptor, std::int64_t size, const std::string& path)
{
    std::unique_ptr<ZipTexts> texts(new ZipTexts(descriptor, size, path));
    if (Status status = texts->readDirectory(); !status)
        return status.error();
    if (texts->m_entries.empty())
        return Error{ErrorCode::Unsupported, "There is no GeoJSON in this zip", path,
            "Choose one that holds a .geojson file, as QuPath exports it"};
    return texts;
}

Status ZipTexts::readDirectory()
{
    const Error other{ErrorCode::Unsupported, "Zip files of this kind are not read", m_path, "Unpack it first"};
    std::string bytes;
    const auto tail = std::min(m_size, kEndBytes + kLongestComment);
    if (!read(m_size - tail, static_cast<std::size_t>(tail), bytes))
        return damaged("its zip is cut off");
    const std::size_t end = bytes.rfind("PK\5\6");
    if (end == std::string::npos || bytes.size() - end < kEndBytes)
        return damaged("its zip is cut off");
    const std::uint32_t length = numberAt(bytes, end + 12, 4), from = numberAt(bytes, end + 16, 4);
    if (length == kZip64 || from == kZip64 || length > kMostDirectory)
        return other;
    std::string directory;
    if (!read(from, length, directory))
        return damaged("its zip is damaged");
    for (std::size_t at = 0; directory.size() - at >= kEntryBytes && directory.compare(at, 4, "PK\1\2") == 0;) {
        const std::uint32_t flags = numberAt(directory, at + 8, 2), method = numberAt(directory, at + 10, 2);
        const std::size_t nameBytes = numberAt(directory, at + 28, 2);
        const std::size_t whole
            = kEntryBytes + nameBytes + numberAt(directory, at + 30, 2) + numberAt(directory, at + 32, 2);
        if (directory.size() - at < whole)
            return damaged("its zip is damaged");
        const Entry entry{method == 8, numberAt(directory, at + 16, 4), numberAt(directory, at + 42, 4),
            numberAt(directory, at + 20, 4)};
        if (namesText(directory.substr(at + kEntryBytes, nameBytes))) {
            if ((flags & 1) != 0 || (method != 0 && method != 8) || entry.header == kZip64 || entry.packed == kZip64)
                return other;
            m_entries.push_back(entry);
        }
        at += whole;
    }
    return {};
}

Status ZipTexts::begin(const Entry& entry)
{
    std::string header;
    if (!read(entry.header, kHeaderBytes, header) || !header.starts_with("PK\3\4"))
        return damaged("its zip is damaged");
    m_at = entry.header + static_cast<std::int64_t>(kHeaderBytes) + numberAt(header, 26, 2) + numberAt(header, 28, 2);
    m_end = m_at + entry.packed;
    m_sum = 0;
    m_raw.clear();
    m_ended = !entry.deflated;
    if (m_end > m_size)
        return damaged("its zip is cut off");
    if (m_inflate)
        inflateEnd(m_inflate.get());
    m_inflate = std::make_unique<z_stream>();
    if (inflateInit2(m_inflate.get(), kRawWindow) != Z_OK) {
        m_inflate.reset();
        return Error{ErrorCode::OutOfMemory, "Not enough memory to read", m_path, "Close other programs"};
    }
    m_open = true;
    return {};
}

/// False where the packed bytes make no sense.
bool ZipTexts::inflateMore(std::string& piece)
{
    z_stream& stream = *m_inflate;
    piece.resize(kPiece);
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    while (stream.avail_out > 0 && !m_ended) {
        if (stream.avail_in == 0) {
            const auto count = std::min(static_cast<std::int64_t>(kPiece), m_end - m_at);
            if (count == 0 || !read(m_at, static_cast<std::size_t>(count), m_raw))
                return false;
            m_at += count;
            stream.next_in = reinterpret_cast<Bytef*>(m_raw.data());
            stream.avail_in = static_cast<uInt>(m_raw.size());
        }
        const int code = ::inflate(&stream, Z_NO_FLUSH);
        m_ended = code == Z_STREAM_END;
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            return false;
    }
    piece.resize(piece.size() - stream.avail_out);
    return true;
}

Status ZipTexts::next(std::string& piece)
{
    piece.clear();
    if (m_current == m_entries.size())
        return {};
    const Entry& entry = m_entries[m_current];
    if (!m_open)
        if (Status status = begin(entry); !status)
            return status;
    if (!entry.deflated) {
        const auto count = std::min(static_cast<std::int64_t>(kPiece), m_end - m_at);
        if (!read(m_at, static_cast<std::size_t>(count), piece))
            return damaged("its zip is cut off");
        m_at += count;
    } else if (!inflateMore(piece)) {
        return damaged("its compressed data is damaged");
    }
    m_sum = static_cast<std::uint32_t>(
        crc32(m_sum, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size())));
    if (!m_ended || (!entry.deflated && m_at < m_end))
        return {};
    if (m_sum != entry.checksum)
        return damaged("its compressed data is damaged");
    ++m_current;
    m_open = false;
    piece += '\n';
    return {};
}

} // namespace nb
