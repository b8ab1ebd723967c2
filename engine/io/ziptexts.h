// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct z_stream_s;

namespace nb
{

/// The GeoJSON texts in a zip, as QuPath packs them, one after the other: files that end in .json or .geojson, in the
/// order of the zip's directory, a line's end between them; all else in it is passed over. Inflated piece by piece,
/// each file checked against its checksum. One thread at a time.
class ZipTexts
{
public:
    /// `descriptor` is of the whole file, `size` bytes, and has to outlive this. Errors: Unreadable (damaged, cut off),
    /// Unsupported (encrypted, packed in another way, larger than 4 GiB, nothing in it that is GeoJSON).
    [[nodiscard]] static Result<std::unique_ptr<ZipTexts>> open(
        int descriptor, std::int64_t size, const std::string& path);
    ~ZipTexts();
    ZipTexts(const ZipTexts&) = delete;
    ZipTexts& operator=(const ZipTexts&) = delete;

    /// Replaces `piece` by the next bytes, at most 1 MiB; empty at the end. Errors: Unreadable.
    [[nodiscard]] Status next(std::string& piece);
    [[nodiscard]] std::int64_t position() const { return m_at; } ///< in the zip

private:
    struct Entry {
        bool deflated = false;
        std::uint32_t checksum = 0;
        std::int64_t header = 0; ///< where its own begins
        std::int64_t packed = 0; ///< bytes
    };
    ZipTexts(int descriptor, std::int64_t size, std::string path);
    [[nodiscard]] bool read(std::int64_t from, std::size_t count, std::string& bytes) const;
    [[nodiscard]] Status readDirectory();
    [[nodiscard]] Status begin(const Entry& entry);
    [[nodiscard]] bool inflateMore(std::string& piece);
    [[nodiscard]] Error damaged(const std::string& why) const;

    const int m_descriptor;
    const std::int64_t m_size;
    const std::string m_path;
    std::vector<Entry> m_entries;
    std::size_t m_current = 0;
    bool m_open = false; ///< m_entries[m_current] has begun
    std::int64_t m_at = 0; ///< next packed byte of it
    std::int64_t m_end = 0;
    std::uint32_t m_sum = 0; ///< of what came of it
    std::string m_raw;
    std::unique_ptr<z_stream_s> m_inflate;
    bool m_ended = false; ///< the inflated stream of it
};

} // namespace nb
