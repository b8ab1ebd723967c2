// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/imagefile.h"

#include <fstream>

namespace nb
{

namespace
{

constexpr std::int64_t kMostPixels = 400'000'000;
constexpr std::int64_t kLargestSide = 1'000'000;
constexpr std::int64_t kLargestFile = 4LL << 30;

} // namespace

Error damagedImage(const std::string& path, const std::string& detail)
{
    return {ErrorCode::Unreadable, "The image is damaged or cut off (" + detail + ")", path,
        "Copy it again from where it came"};
}

Status checkImageSize(std::int64_t width, std::int64_t height, const std::string& path)
{
    if (width <= 0 || height <= 0)
        return damagedImage(path, "it has no pixels");
    if (width > kLargestSide || height > kLargestSide || width * height > kMostPixels)
        return Error{ErrorCode::TooLarge,
            "The image claims " + std::to_string(width) + " x " + std::to_string(height)
                + " pixels, more than a plain image may have",
            path, "Convert it to a pyramidal TIFF (vips tiffsave --tile --pyramid), which may be of any size"};
    return {};
}

Result<std::vector<std::uint8_t>> readImageFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const std::int64_t size = file ? static_cast<std::int64_t>(file.tellg()) : -1;
    if (size < 0)
        return Error{ErrorCode::Unreadable, "The image cannot be read", path, "Check that you may read it"};
    if (size > kLargestFile)
        return Error{
            ErrorCode::TooLarge, "The image file is larger than 4 GiB", path, "Convert it to a pyramidal TIFF"};
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    if (!file.seekg(0) || !file.read(reinterpret_cast<char*>(bytes.data()), size))
        return damagedImage(path, "it cannot be read to its end");
    return bytes;
}

} // namespace nb
