// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/tifftarget.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace nb
{

/// libtiff's view of the file: a position of its own, and the first errno, which libtiff itself throws away.
struct TiffTarget::Stream {
    int descriptor = -1;
    std::int64_t position = 0;
    int error = 0; ///< errno of the first failed call
    std::string complaint; ///< libtiff's first message

    static Stream& of(thandle_t handle) { return *static_cast<Stream*>(handle); }
    static tmsize_t read(thandle_t handle, void* to, tmsize_t size);
    static tmsize_t write(thandle_t handle, void* from, tmsize_t size);
    static toff_t seek(thandle_t handle, toff_t offset, int whence);
    static toff_t size(thandle_t handle);
    static int close(thandle_t) { return 0; } // the descriptor is the AtomicFile's
    static int complain(TIFF*, void* stream, const char* module, const char* format, va_list arguments);
    static int hush(TIFF*, void*, const char*, const char*, va_list) { return 1; }
    [[nodiscard]] Handle open(const std::string& name, const char* mode);
};

namespace
{

constexpr double kClassicLimit = 4.0e9; // offsets are 32 bits: 4.29e9, less some room

} // namespace

tmsize_t TiffTarget::Stream::read(thandle_t handle, void* to, tmsize_t size)
{
    Stream& stream = of(handle);
    tmsize_t got = 0;
    while (got < size) {
        const ssize_t n = ::pread(
            stream.descriptor, static_cast<char*>(to) + got, static_cast<std::size_t>(size - got), stream.position);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && stream.error == 0)
            stream.error = errno;
        if (n <= 0)
            break;
        got += n;
        stream.position += n;
    }
    return got;
}

tmsize_t TiffTarget::Stream::write(thandle_t handle, void* from, tmsize_t size)
{
    Stream& stream = of(handle);
    if (stream.error != 0)
        return -1; // closing after a failure tries again; once is enough
    tmsize_t put = 0;
    while (put < size) {
        const ssize_t n = ::pwrite(stream.descriptor, static_cast<const char*>(from) + put,
            static_cast<std::size_t>(size - put), stream.position);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            stream.error = n < 0 ? errno : ENOSPC;
            return -1;
        }
        put += n;
        stream.position += n;
    }
    return put;
}

toff_t TiffTarget::Stream::seek(thandle_t handle, toff_t offset, int whence)
{
    Stream& stream = of(handle);
    const std::int64_t base = whence == SEEK_SET ? 0
        : whence == SEEK_CUR                     ? stream.position
                                                 : static_cast<std::int64_t>(size(handle));
    stream.position = base + static_cast<std::int64_t>(offset);
    return static_cast<toff_t>(stream.position);
}

toff_t TiffTarget::Stream::size(thandle_t handle)
{
    struct stat st {
    };
    return ::fstat(of(handle).descriptor, &st) == 0 ? static_cast<toff_t>(st.st_size) : 0;
}

int TiffTarget::Stream::complain(TIFF*, void* stream, const char*, const char* format, va_list arguments)
{
    auto& complaint = static_cast<Stream*>(stream)->complaint;
    char text[256];
    if (complaint.empty() && std::vsnprintf(text, sizeof text, format, arguments) > 0)
        complaint = text;
    return 1; // handled: the process's handlers stay out of it
}

TiffTarget::Handle TiffTarget::Stream::open(const std::string& name, const char* mode)
{
    TIFFOpenOptions* const options = TIFFOpenOptionsAlloc();
    if (!options)
        return {};
    TIFFOpenOptionsSetErrorHandlerExtR(options, complain, this);
    TIFFOpenOptionsSetWarningHandlerExtR(options, hush, nullptr);
    Handle tiff(TIFFClientOpenExt(name.c_str(), mode, this, read, write, seek, close, size, nullptr, nullptr, options));
    TIFFOpenOptionsFree(options);
    return tiff;
}

TiffTarget::TiffTarget(AtomicFile file)
    : m_file(std::move(file))
    , m_writing(std::make_unique<Stream>())
    , m_reading(std::make_unique<Stream>())
{
    m_writing->descriptor = m_reading->descriptor = m_file.descriptor();
}

TiffTarget::~TiffTarget()
{
    if (m_tiff)
        m_writing->error = ECANCELED; // nobody will see the file: nothing more is written while closing
}

Result<std::unique_ptr<TiffTarget>> TiffTarget::create(const std::string& path, double mostBytes)
{
    auto file = AtomicFile::create(path);
    if (!file)
        return file.error();
    std::unique_ptr<TiffTarget> target(new TiffTarget(std::move(*file)));
    target->m_tiff = target->m_writing->open("target", mostBytes < kClassicLimit ? "wm" : "w8m");
    if (!target->m_tiff)
        return target->failure();
    return target;
}

void TiffTarget::describe(std::int64_t width, std::int64_t height, int tile, const std::optional<PixelSize>& pixelSize)
{
    TIFF* const tiff = m_tiff.get();
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(width));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(height));
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, static_cast<std::uint32_t>(tile));
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, static_cast<std::uint32_t>(tile));
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    TIFFSetField(tiff, TIFFTAG_SOFTWARE, "Nucleoscope");
    if (!pixelSize)
        return;
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_CENTIMETER);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, 1e4 / pixelSize->x); // 1 cm is 10^4 µm
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, 1e4 / pixelSize->y);
}

void TiffTarget::deflate()
{
    TIFFSetField(m_tiff.get(), TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
    TIFFSetField(m_tiff.get(), TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
}

TiffTarget::Handle TiffTarget::reader(int directory)
{
    *m_reading = Stream();
    m_reading->descriptor = m_file.descriptor();
    Handle tiff = m_reading->open("target", "rm");
    if (tiff && !TIFFSetDirectory(tiff.get(), static_cast<decltype(TIFFNumberOfDirectories(nullptr))>(directory)))
        tiff.reset();
    return tiff;
}

Error TiffTarget::failure(const CancelToken& cancel) const
{
    if (cancel.cancelled())
        return {ErrorCode::Cancelled, "Stopped before it was finished", m_file.target(), ""};
    for (const Stream* stream : {m_writing.get(), m_reading.get()})
        if (stream->error != 0)
            return m_file.failure(stream->error);
    const std::string& complaint = m_writing->complaint.empty() ? m_reading->complaint : m_writing->complaint;
    return {ErrorCode::Internal, "The TIFF cannot be written (" + complaint + ")", m_file.target(),
        "Choose another folder or a smaller region"};
}

Status TiffTarget::prepare()
{
    m_tiff.reset();
    if (m_writing->error != 0)
        return m_file.failure(m_writing->error);
    return m_file.sync();
}

Status TiffTarget::commit()
{
    if (m_tiff)
        if (Status status = prepare(); !status)
            return status;
    return m_file.commit();
}

} // namespace nb
