// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/labelimage.h"

#include "engine/io/labelimageformats.h"

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <new>
#include <string_view>

namespace nb
{

Result<LabelImage> readLabelImage(const std::string& path)
{
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (!fs::exists(status))
        return Error{ErrorCode::NotFound, "There is no such file", path, "Check the name and the folder"};
    if (!fs::is_regular_file(status))
        return Error{ErrorCode::Unreadable, "This is no regular file", path, "Choose a label image"};
    std::array<char, 4> magic{};
    std::ifstream(path, std::ios::binary).read(magic.data(), magic.size());
    const std::string_view begin(magic.data(), magic.size());
    using namespace std::string_view_literals;
    try {
        if (begin == "\x89PNG"sv)
            return readPngLabels(path);
        if (begin == "II*\0"sv || begin == "MM\0*"sv || begin == "II+\0"sv || begin == "MM\0+"sv)
            return readTiffLabels(path);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "Not enough memory for the label image", path, "Close other programs"};
    }
    return notALabelImage(path, "it is neither a PNG nor a TIFF");
}

Error notALabelImage(const std::string& path, const std::string& why)
{
    return {ErrorCode::Unsupported, "The file is no label image: " + why, path,
        "Give a PNG or TIFF of one channel that numbers the nuclei from 1 on, 0 being background"};
}

} // namespace nb
