// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/textsink.h"

#include <zlib.h>

namespace nb
{

namespace
{

constexpr std::size_t kPiece = 1 << 20;
constexpr std::size_t kPackedPiece = 1 << 18;
constexpr int kLevel = 3; // level 6 takes twice the time for 8% less
constexpr int kGzipWindow = 15 + 16; // zlib.h: 16 asks for a gzip header

} // namespace

TextSink::TextSink(AtomicFile file)
    : m_file(std::move(file))
{
    m_buffer.reserve(kPiece + kPiece / 4);
}

TextSink::~TextSink()
{
    if (m_gzip)
        deflateEnd(m_gzip.get());
}

Result<std::unique_ptr<TextSink>> TextSink::create(const std::string& path)
{
    auto file = AtomicFile::create(path);
    if (!file)
        return file.error();
    std::unique_ptr<TextSink> sink(new TextSink(std::move(*file)));
    if (!path.ends_with(".gz"))
        return sink;
    auto gzip = std::make_unique<z_stream>();
    if (deflateInit2(gzip.get(), kLevel, Z_DEFLATED, kGzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return Error{ErrorCode::OutOfMemory, "Not enough memory to write", path, "Close other programs and try again"};
    sink->m_gzip = std::move(gzip);
    sink->m_packed.resize(kPackedPiece);
    return sink;
}

Status TextSink::flushIfFull()
{
    return m_buffer.size() < kPiece ? Status() : flush(false);
}

Status TextSink::flush(bool last)
{
    Status status = m_gzip ? deflate(last) : m_file.write(m_buffer);
    m_buffer.clear();
    return status;
}

Status TextSink::deflate(bool last)
{
    z_stream& gzip = *m_gzip;
    gzip.next_in = reinterpret_cast<Bytef*>(m_buffer.data());
    gzip.avail_in = static_cast<uInt>(m_buffer.size());
    do {
        gzip.next_out = reinterpret_cast<Bytef*>(m_packed.data());
        gzip.avail_out = static_cast<uInt>(m_packed.size());
        ::deflate(&gzip, last ? Z_FINISH : Z_NO_FLUSH);
        if (Status status = m_file.write({m_packed.data(), m_packed.size() - gzip.avail_out}); !status)
            return status;
    } while (gzip.avail_out == 0);
    return {};
}

Status TextSink::prepare()
{
    if (m_prepared)
        return {};
    if (Status status = flush(true); !status)
        return status;
    m_prepared = true;
    return m_file.sync();
}

Status TextSink::commit()
{
    if (Status status = prepare(); !status)
        return status;
    return m_file.commit();
}

} // namespace nb
