// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/picturefile.h"

#include "engine/io/atomicfile.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace nb
{

Status writePicture(const std::string& path, const RgbImage& picture)
{
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    if (ending != ".png" && ending != ".tif" && ending != ".tiff")
        return Error{ErrorCode::Unsupported, "A picture of this kind cannot be written", path,
            "Choose a name that ends in .png or .tif"};
    std::vector<std::uint8_t> bytes;
    try {
        cv::Mat bgr;
        cv::cvtColor(cv::Mat(picture.height, picture.width, CV_8UC3, const_cast<std::uint8_t*>(picture.pixels.data())),
            bgr, cv::COLOR_RGB2BGR);
        if (!cv::imencode(ending, bgr, bytes))
            return Error{ErrorCode::Internal, "The picture could not be packed", path, "Choose a smaller one"};
    } catch (const cv::Exception&) {
        return Error{ErrorCode::OutOfMemory, "The picture could not be packed", path, "Choose a smaller one"};
    }
    auto file = AtomicFile::create(path);
    if (!file)
        return file.error();
    if (Status status = file->write({reinterpret_cast<const char*>(bytes.data()), bytes.size()}); !status)
        return status;
    return file->commit();
}

} // namespace nb
