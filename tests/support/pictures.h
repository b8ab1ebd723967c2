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

/// A TIFF of one RGB tile whose header claims these sides and whose pixels are missing.
inline std::string tiffClaiming(std::uint32_t side, std::uint32_t tile)
{
    const auto little = [](std::uint32_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i)
            text += static_cast<char>(value >> 8 * i);
        return text;
    };
    const std::string white(100, '\xff');
    std::string data(compressBound(white.size()), '\0');
    uLongf size = data.size();
    compress(reinterpret_cast<Bytef*>(data.data()), &size, reinterpret_cast<const Bytef*>(white.data()), white.size());
    data.resize(size + size % 2);
    const std::uint32_t tiles = (side + tile - 1) / tile * ((side + tile - 1) / tile), dataAt = 8,
                        directoryAt = dataAt + static_cast<std::uint32_t>(data.size()),
                        tableAt = directoryAt + 2 + 11 * 12 + 4;
    std::string directory = little(11, 2), table;
    const auto entry = [&](std::uint32_t tag, std::uint32_t type, std::uint32_t count, std::uint32_t value) {
        directory += little(tag, 2) + little(type, 2) + little(count, 4);
        const std::uint32_t each = type == 3 ? 2 : 4;
        directory += little(count * each <= 4 ? value : tableAt + static_cast<std::uint32_t>(table.size()), 4);
        for (std::uint32_t i = 0; count * each > 4 && i < count; ++i)
            table += little(value, static_cast<int>(each));
    };
    entry(256, 4, 1, side); // width, height
    entry(257, 4, 1, side);
    entry(258, 3, 3, 8); // bits
    entry(259, 3, 1, 8); // deflate
    entry(262, 3, 1, 2); // RGB
    entry(277, 3, 1, 3); // samples
    entry(284, 3, 1, 1); // contiguous
    entry(322, 4, 1, tile);
    entry(323, 4, 1, tile);
    entry(324, 4, tiles, dataAt);
    entry(325, 4, tiles, static_cast<std::uint32_t>(size));
    return std::string("II*\0", 4) + little(directoryAt, 4) + data + directory + little(0, 4) + table;
}

} // namespace nb::test
