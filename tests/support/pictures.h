// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/image.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdint>
#include <string>

#include <zlib.h>

namespace nb::test
{

/// A picture whose every pixel differs from its neighbours and tells where it is.
inline RgbImage placePicture(int width, int height)
{
    RgbImage picture(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto mixed = static_cast<std::uint32_t>(x) * 2654435761U ^ static_cast<std::uint32_t>(y) * 40503U;
            picture.row(y)[3 * x] = static_cast<std::uint8_t>(x);
            picture.row(y)[3 * x + 1] = static_cast<std::uint8_t>(y);
            picture.row(y)[3 * x + 2] = static_cast<std::uint8_t>(mixed >> 8);
        }
    }
    return picture;
}

/// The part of `picture` at (x, y); white outside.
inline RgbImage cutOut(const RgbImage& picture, int x, int y, int width, int height)
{
    RgbImage part(width, height);
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column)
            if (y + row >= 0 && y + row < picture.height && x + column >= 0 && x + column < picture.width)
                std::copy_n(picture.row(y + row) + 3 * (x + column), 3, part.row(row) + 3 * column);
    return part;
}

/// Writes by the name's ending; false where it cannot.
inline bool writePicture(const std::string& path, const RgbImage& picture)
{
    const cv::Mat rgb(picture.height, picture.width, CV_8UC3, const_cast<std::uint8_t*>(picture.pixels.data()));
    cv::Mat bgr;
    cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
    return cv::imwrite(path, bgr);
}

/// A PNG whose header claims this size and whose pixels are missing.
inline std::string pngClaiming(std::uint32_t width, std::uint32_t height, int bits = 8, int colourType = 2)
{
    const auto bigEndian = [](std::uint32_t value) {
        std::string bytes;
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes += static_cast<char>(value >> shift);
        return bytes;
    };
    std::string header = "IHDR" + bigEndian(width) + bigEndian(height);
    header += {static_cast<char>(bits), static_cast<char>(colourType), 0, 0, 0};
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(header.data()), static_cast<uInt>(header.size()));
    return std::string("\x89PNG\r\n\x1a\n", 8) + bigEndian(13) + header + bigEndian(static_cast<std::uint32_t>(crc))
        + std::string("\0\0\0\x10IDAT", 8);
}

} // namespace nb::test
