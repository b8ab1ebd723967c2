// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/slide/slidesource.h"

#include "engine/slide/imagedecoder.h"
#include "engine/slide/openslidesource.h"
#include "engine/slide/rastersource.h"
#include "engine/slide/slidehash.h"

#include <filesystem>

namespace nb
{

namespace
{

Status checkFile(const std::string& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return Error{ErrorCode::NotFound, "There is no such file", path, "Check the name and the folder"};
    if (fs::is_directory(status))
        return Error{ErrorCode::Invalid, "This is a folder, not a slide", path, "Choose a file in it"};
    if (!fs::is_regular_file(status))
        return Error{ErrorCode::Invalid, "This is no regular file", path, "Choose a slide or an image"};
    if (fs::file_size(path, error) == 0)
        return Error{ErrorCode::Unreadable, "The file is empty", path, "Copy it again from where it came"};
    return {};
}

} // namespace

Status SlideSource::readXrgb(int level, const Rect& area, std::uint32_t* xrgb) const
{
    const auto image = read(level, area);
    if (!image)
        return image.error();
    const std::uint8_t* rgb = image->pixels.data();
    for (std::size_t i = 0; i < image->pixels.size(); i += 3)
        *xrgb++ = 0xff000000u | std::uint32_t{rgb[i]} << 16 | std::uint32_t{rgb[i + 1]} << 8 | rgb[i + 2];
    return {};
}

Result<std::shared_ptr<const SlideSource>> openSlide(const std::string& path)
{
    if (Status status = checkFile(path); !status)
        return status.error();
    auto slide = OpenSlideSource::open(path);
    if (!slide || *slide)
        return slide;
    auto image = decodeImage(path);
    if (!image)
        return image.error();
    auto hash = quickHash(path);
    if (!hash)
        return hash.error();
    return std::shared_ptr<const SlideSource>(
        std::make_shared<RasterSource>(path, std::move(*image), std::move(*hash)));
}

} // namespace nb
