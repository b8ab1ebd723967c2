// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/labelimage.h"

#include "engine/io/labelimageformats.h"
#include "engine/slide/imagefile.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <new>
#include <string_view>

namespace nb
{

namespace
{

enum class Format { Png, Tiff };

/// By its first bytes.
Result<Format> formatOf(const std::string& path)
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
    if (begin == "\x89PNG"sv)
        return Format::Png;
    if (begin == "II*\0"sv || begin == "MM\0*"sv || begin == "II+\0"sv || begin == "MM\0+"sv)
        return Format::Tiff;
    return notALabelImage(path, "it is neither a PNG nor a TIFF");
}

Error notEnoughMemory(const std::string& path)
{
    return {ErrorCode::OutOfMemory, "Not enough memory for the label image", path, "Close other programs"};
}

class RowsOfImage final : public LabelRows
{
public:
    explicit RowsOfImage(LabelImage image)
        : m_image(std::move(image))
    {
    }
    [[nodiscard]] int width() const override { return m_image.width; }
    [[nodiscard]] int height() const override { return m_image.height; }
    [[nodiscard]] Result<std::span<const std::uint32_t>> next() override
    {
        const std::uint32_t* const row = m_image.row(m_next++);
        return std::span(row, static_cast<std::size_t>(m_image.width));
    }

private:
    const LabelImage m_image;
    int m_next = 0;
};

Result<LabelImage> readTiffLabels(const std::string& path)
{
    const auto rows = openTiffLabels(path);
    if (!rows)
        return rows.error();
    if (Status size = checkImageSize((*rows)->width(), (*rows)->height(), path); !size)
        return size.error();
    LabelImage labels((*rows)->width(), (*rows)->height());
    for (int y = 0; y < labels.height; ++y) {
        const auto row = (*rows)->next();
        if (!row)
            return row.error();
        std::copy(row->begin(), row->end(), labels.row(y));
    }
    return labels;
}

} // namespace

Result<LabelImage> readLabelImage(const std::string& path)
{
    const auto format = formatOf(path);
    if (!format)
        return format.error();
    try {
        return *format == Format::Png ? readPngLabels(path) : readTiffLabels(path);
    } catch (const std::bad_alloc&) {
        return notEnoughMemory(path);
    }
}

Result<std::unique_ptr<LabelRows>> LabelRows::open(const std::string& path)
{
    const auto format = formatOf(path);
    if (!format)
        return format.error();
    try {
        if (*format == Format::Tiff)
            return openTiffLabels(path);
        auto rows = openPngLabels(path);
        if (!rows || *rows)
            return rows;
        auto whole = readPngLabels(path);
        if (!whole)
            return whole.error();
        return std::unique_ptr<LabelRows>(std::make_unique<RowsOfImage>(std::move(*whole)));
    } catch (const std::bad_alloc&) {
        return notEnoughMemory(path);
    }
}

Error notALabelImage(const std::string& path, const std::string& why)
{
    return {ErrorCode::Unsupported, "The file is no label image: " + why, path,
        "Give a PNG or TIFF of one channel that numbers the nuclei from 1 on, 0 being background"};
}

} // namespace nb
