// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/imagedecoder.h"

#include "engine/slide/imagefile.h"
#include "engine/slide/tiffimage.h"

#include <array>
#include <cstring>
#include <fstream>
#include <memory>
#include <new>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <png.h>
#include <turbojpeg.h>
#include <vector>

namespace nb
{

namespace
{

/// libpng's simplified interface: it converts, composes on white and reports instead of printing.
Result<DecodedImage> decodePng(const std::vector<std::uint8_t>& bytes, const std::string& path)
{
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, decltype(&png_image_free)> image(&header, png_image_free);
    if (!png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size()))
        return damagedImage(path, image->message);
    if (Status status = checkImageSize(image->width, image->height, path); !status)
        return status.error();
    image->format = PNG_FORMAT_RGB;
    image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    DecodedImage decoded{"png", RgbImage(static_cast<int>(image->width), static_cast<int>(image->height)), {}};
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(image.get(), &white, decoded.pixels.pixels.data(), 0, nullptr))
        return damagedImage(path, image->message);
    return decoded;
}

void cmykToRgb(const std::vector<std::uint8_t>& cmyk, RgbImage& out)
{
    for (std::size_t i = 0; i < out.pixels.size() / 3; ++i) // as Adobe writes it: inverted
        for (std::size_t c = 0; c < 3; ++c)
            out.pixels[3 * i + c] = static_cast<std::uint8_t>(cmyk[4 * i + c] * cmyk[4 * i + 3] / 255);
}

Result<DecodedImage> decodeJpeg(const std::vector<std::uint8_t>& bytes, const std::string& path)
{
    struct Destroy {
        void operator()(void* handle) const { tjDestroy(handle); }
    };
    const std::unique_ptr<void, Destroy> decoder(tjInitDecompress());
    int width = 0, height = 0, sampling = 0, colours = 0;
    if (!decoder
        || tjDecompressHeader3(decoder.get(), bytes.data(), bytes.size(), &width, &height, &sampling, &colours) != 0)
        return damagedImage(path, decoder ? tjGetErrorStr2(decoder.get()) : "no decoder");
    if (Status status = checkImageSize(width, height, path); !status)
        return status.error();
    DecodedImage decoded{"jpeg", RgbImage(width, height), {}};
    const bool cmyk = colours == TJCS_CMYK || colours == TJCS_YCCK;
    std::vector<std::uint8_t> four(cmyk ? decoded.pixels.pixels.size() / 3 * 4 : 0);
    std::uint8_t* const to = cmyk ? four.data() : decoded.pixels.pixels.data();
    if (tjDecompress2(decoder.get(), bytes.data(), bytes.size(), to, width, 0, height, cmyk ? TJPF_CMYK : TJPF_RGB,
            TJFLAG_ACCURATEDCT)
        != 0)
        return damagedImage(path, tjGetErrorStr2(decoder.get()));
    if (cmyk)
        cmykToRgb(four, decoded.pixels);
    return decoded;
}

template <class T> T littleEndian(const std::vector<std::uint8_t>& bytes, std::size_t at)
{
    T value{};
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

/// Whether OpenCV will decode it without complaint: it prints where the pixels end too early.
Status checkBmp(const std::vector<std::uint8_t>& bytes, const std::string& path)
{
    constexpr std::size_t kHeader = 54;
    if (bytes.size() < kHeader)
        return damagedImage(path, "its header is cut off");
    const std::int64_t width = littleEndian<std::int32_t>(bytes, 18),
                       height = std::abs(std::int64_t{littleEndian<std::int32_t>(bytes, 22)});
    if (Status status = checkImageSize(width, height, path); !status)
        return status;
    const auto headerSize = littleEndian<std::uint32_t>(bytes, 14),
               compression = littleEndian<std::uint32_t>(bytes, 30), pixelsAt = littleEndian<std::uint32_t>(bytes, 10),
               colours = littleEndian<std::uint32_t>(bytes, 46);
    const auto bits = littleEndian<std::uint16_t>(bytes, 28);
    constexpr std::uint32_t kPlain = 0, kBitFields = 3;
    const bool deep = bits == 16 || bits == 24 || bits == 32, palette = bits == 1 || bits == 4 || bits == 8;
    if (headerSize < 40 || headerSize > 124 || (!deep && !palette)
        || (compression != kPlain && compression != kBitFields)
        || (compression == kBitFields && bits != 16 && bits != 32) || colours > 256)
        return Error{ErrorCode::Unsupported, "This kind of BMP cannot be read", path, "Save it as PNG"};
    const std::int64_t rowBytes = (width * bits + 31) / 32 * 4,
                       paletteBytes = palette ? 4LL * (colours > 0 ? colours : 1U << bits) : 0;
    if (14 + headerSize + paletteBytes > static_cast<std::int64_t>(bytes.size())
        || pixelsAt + rowBytes * height > static_cast<std::int64_t>(bytes.size()))
        return damagedImage(path, "it ends too early");
    return {};
}

Result<DecodedImage> decodeBmp(const std::vector<std::uint8_t>& bytes, const std::string& path)
{
    if (Status status = checkBmp(bytes, path); !status)
        return status.error();
    try {
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        const cv::Mat bgr = cv::imdecode(bytes, cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION);
        if (bgr.empty())
            return damagedImage(path, "it cannot be decoded");
        DecodedImage decoded{"bmp", RgbImage(bgr.cols, bgr.rows), {}};
        cv::Mat rgb(bgr.rows, bgr.cols, CV_8UC3, decoded.pixels.pixels.data());
        cv::cvtColor(bgr, rgb, cv::COLOR_BGR2RGB);
        return decoded;
    } catch (const cv::Exception&) {
        return damagedImage(path, "it cannot be decoded");
    }
}

Result<DecodedImage> decodeTiff(const std::string& path)
{
    const auto size = readTiffSize(path);
    if (!size)
        return size.error();
    if (Status status = checkImageSize(size->width, size->height, path); !status)
        return status.error();
    auto pixels = readTiffPixels(path);
    if (!pixels)
        return pixels.error();
    return DecodedImage{"tiff", std::move(*pixels), size->pixelSize};
}

} // namespace

Result<DecodedImage> decodeImage(const std::string& path)
{
    try {
        std::array<char, 8> magic{};
        std::ifstream(path, std::ios::binary).read(magic.data(), magic.size());
        const auto begins
            = [&](std::string_view with) { return std::memcmp(magic.data(), with.data(), with.size()) == 0; };
        using namespace std::string_view_literals;
        if (begins("II*\0"sv) || begins("MM\0*"sv) || begins("II+\0"sv) || begins("MM\0+"sv))
            return decodeTiff(path);
        const bool png = begins("\x89PNG"sv), jpeg = begins("\xff\xd8\xff"sv), bmp = begins("BM"sv);
        if (!png && !jpeg && !bmp)
            return Error{ErrorCode::Unsupported, "The file is neither a slide nor an image that can be read", path,
                "Choose a slide (SVS, NDPI, MRXS, SCN, TIFF, …) or a PNG, JPEG, BMP or TIFF image"};
        const auto bytes = readImageFile(path);
        if (!bytes)
            return bytes.error();
        return png ? decodePng(*bytes, path) : jpeg ? decodeJpeg(*bytes, path) : decodeBmp(*bytes, path);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory for the image", path,
            "Close other programs, or convert it to a pyramidal TIFF"};
    }
}

} // namespace nb
