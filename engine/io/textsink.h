// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/io/atomicfile.h"

#include <memory>
#include <string>

struct z_stream_s;

namespace nb
{

/// Text into an AtomicFile by large pieces, compressed with gzip where the name ends in .gz. One thread at a time.
class TextSink
{
public:
    /// Errors as AtomicFile::create.
    [[nodiscard]] static Result<std::unique_ptr<TextSink>> create(const std::string& path);
    ~TextSink(); ///< without `commit` removes what was written
    TextSink(const TextSink&) = delete;
    TextSink& operator=(const TextSink&) = delete;

    /// Append to it, then call `flushIfFull` now and then.
    [[nodiscard]] std::string& buffer() { return m_buffer; }
    /// Errors: NoSpace, NotWritable.
    [[nodiscard]] Status flushIfFull();
    /// Writes the rest and syncs; the target stays as it was and nothing can be appended any more. Errors: NoSpace,
    /// NotWritable.
    [[nodiscard]] Status prepare();
    /// Prepares, unless that is done, and renames over the target. Errors: NoSpace, NotWritable.
    [[nodiscard]] Status commit();

private:
    explicit TextSink(AtomicFile file);
    [[nodiscard]] Status flush(bool last);
    [[nodiscard]] Status deflate(bool last);

    AtomicFile m_file;
    std::string m_buffer;
    std::string m_packed;
    std::unique_ptr<z_stream_s> m_gzip; // null: not compressed
    bool m_prepared = false;
};

} // namespace nb
