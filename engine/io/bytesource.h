// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <string>

struct z_stream_s;

namespace nb
{

class ZipTexts;

/// A file's bytes piece by piece, inflated where they are gzip, the GeoJSON texts of a zip (ZipTexts); both are told by
/// the first bytes, whatever the name says.
/// Memory is two pieces; what a small file may inflate to is bounded. One thread at a time.
class ByteSource
{
public:
    /// Errors: NotFound, Unreadable, Invalid (a folder).
    [[nodiscard]] static Result<std::unique_ptr<ByteSource>> open(const std::string& path);
    ~ByteSource();
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Replaces `piece` by the next bytes, at most 1 MiB; empty at the end. Errors: Unreadable (the disk, or damaged or
    /// cut off gzip; what was good before has been delivered), TooLarge, and ZipTexts'.
    [[nodiscard]] Status next(std::string& piece);
    [[nodiscard]] std::int64_t size() const { return m_size; } ///< of the file, bytes
    [[nodiscard]] std::int64_t position() const { return m_position; } ///< bytes of the file read so far

private:
    explicit ByteSource(std::string path);
    [[nodiscard]] Status readMore();
    [[nodiscard]] Status inflate(std::string& piece);
    [[nodiscard]] Status nextOfZip(std::string& piece);
    [[nodiscard]] Status bounded() const;
    [[nodiscard]] Error unreadable(const std::string& why) const;

    const std::string m_path;
    int m_descriptor = -1;
    std::int64_t m_size = 0;
    std::int64_t m_position = 0;
    std::string m_raw;
    bool m_started = false;
    std::unique_ptr<z_stream_s> m_gzip; // null: not compressed
    std::unique_ptr<ZipTexts> m_zip; // null: no zip
    bool m_memberEnded = false;
    std::int64_t m_inflated = 0;
};

} // namespace nb
