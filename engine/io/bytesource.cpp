// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/bytesource.h"

#include "engine/io/ziptexts.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <zlib.h>

namespace nb
{

namespace
{

constexpr std::size_t kPiece = 1 << 20;
constexpr std::int64_t kMostInflated = 1LL << 35; // 32 GiB: 25 million nuclei
constexpr int kGzipWindow = 15 + 16; // zlib.h: 16 asks for a gzip header

} // namespace

ByteSource::ByteSource(std::string path)
    : m_path(std::move(path))
{
}

ByteSource::~ByteSource()
{
    if (m_gzip)
        inflateEnd(m_gzip.get());
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Error ByteSource::unreadable(const std::string& why) const
{
    return {ErrorCode::Unreadable, "The file cannot be read (" + why + ")", m_path, "Copy it again from where it came"};
}

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::string& path)
{
    std::unique_ptr<ByteSource> source(new ByteSource(path));
    source->m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe must not hold us up
    if (source->m_descriptor < 0 && (errno == ENOENT || errno == ENOTDIR))
        return Error{ErrorCode::NotFound, "There is no such file", path, "Check the name and the folder"};
    struct stat st {
    };
    if (source->m_descriptor < 0 || ::fstat(source->m_descriptor, &st) != 0)
        return source->unreadable(std::generic_category().message(errno));
    if (!S_ISREG(st.st_mode))
        return Error{ErrorCode::Invalid, "This is no regular file", path, "Choose a file"};
    source->m_size = st.st_size;
    return source;
}

Status ByteSource::readMore()
{
    m_raw.resize(kPiece);
    ssize_t got = 0;
    do
        got = ::read(m_descriptor, m_raw.data(), m_raw.size());
    while (got < 0 && errno == EINTR);
    if (got < 0) {
        m_raw.clear();
        return unreadable(std::generic_category().message(errno));
    }
    m_raw.resize(static_cast<std::size_t>(got));
    m_position += got;
    return {};
}

Status ByteSource::next(std::string& piece)
{
    piece.clear();
    if (!m_started) {
        m_started = true;
        if (Status status = readMore(); !status)
            return status;
        if (m_raw.starts_with("PK\3\4") || m_raw.starts_with("PK\5\6")) {
            auto zip = ZipTexts::open(m_descriptor, m_size, m_path);
            if (!zip)
                return zip.error();
            m_zip = std::move(*zip);
            m_raw.clear();
        } else if (m_raw.starts_with("\x1f\x8b")) {
            auto gzip = std::make_unique<z_stream>();
            if (inflateInit2(gzip.get(), kGzipWindow) != Z_OK)
                return Error{ErrorCode::OutOfMemory, "Not enough memory to read", m_path, "Close other programs"};
            gzip->next_in = reinterpret_cast<Bytef*>(m_raw.data());
            gzip->avail_in = static_cast<uInt>(m_raw.size());
            m_gzip = std::move(gzip);
        } else {
            piece.swap(m_raw);
            return {};
        }
    }
    if (m_zip)
        return nextOfZip(piece);
    if (m_gzip)
        return inflate(piece);
    if (Status status = readMore(); !status)
        return status;
    piece.swap(m_raw);
    return {};
}

Status ByteSource::bounded() const
{
    if (m_inflated <= kMostInflated)
        return {};
    return Error{ErrorCode::TooLarge, "The file would unpack to more than 32 GiB", m_path, "Check where it is from"};
}

Status ByteSource::nextOfZip(std::string& piece)
{
    if (Status status = m_zip->next(piece); !status)
        return status;
    m_position = std::max(m_position, m_zip->position());
    m_inflated += static_cast<std::int64_t>(piece.size());
    return bounded();
}

Status ByteSource::inflate(std::string& piece)
{
    z_stream& gzip = *m_gzip;
    piece.resize(kPiece);
    gzip.next_out = reinterpret_cast<Bytef*>(piece.data());
    gzip.avail_out = static_cast<uInt>(piece.size());
    Status status;
    while (gzip.avail_out > 0 && status) {
        if (gzip.avail_in == 0) {
            status = readMore();
            gzip.next_in = reinterpret_cast<Bytef*>(m_raw.data());
            gzip.avail_in = static_cast<uInt>(m_raw.size());
            if (status && m_raw.empty()) {
                if (!m_memberEnded)
                    status = unreadable("its compressed data is cut off");
                break;
            }
        }
        if (m_memberEnded) // gzip files may be strung together
            inflateReset(&gzip);
        const int code = ::inflate(&gzip, Z_NO_FLUSH);
        m_memberEnded = code == Z_STREAM_END;
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            status = unreadable("its compressed data is damaged");
    }
    piece.resize(piece.size() - gzip.avail_out);
    m_inflated += static_cast<std::int64_t>(piece.size());
    if (Status small = bounded(); !small)
        return small;
    if (!status && !piece.empty()) { // first what is good; the failure shows again at the next call
        gzip.avail_in = 0;
        m_memberEnded = false;
        return {};
    }
    return status;
}

} // namespace nb
