// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/io/labelimage.h"
#include "engine/slide/modelpixels.h"
#include "engine/stain/stainnormalizer.h"
#include "engine/train/trainingsource.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace nb
{

namespace
{

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestList = 1 << 20; // bytes
constexpr std::int64_t kMostPixels = 100'000'000; // of one picture: training keeps all of them in memory
constexpr const char* kPictureEndings[] = {".png", ".tif", ".tiff", ".jpg", ".jpeg", ".bmp"};
constexpr const char* kLabelEndings[] = {".labels.png", ".labels.tif", ".labels.tiff"};

struct Pair {
    std::string name;
    std::string stem; ///< folder and name
    std::string picture;
    std::string labels;
};

template <std::size_t N> std::string firstThatExists(const std::string& stem, const char* const (&endings)[N])
{
    std::error_code ignored;
    for (const char* ending : endings)
        if (fs::is_regular_file(stem + ending, ignored))
            return stem + ending;
    return {};
}

Result<Pair> pairOf(const fs::path& folder, const std::string& name)
{
    const std::string stem = (folder / name).string();
    Pair pair{name, stem, firstThatExists(stem, kPictureEndings), firstThatExists(stem, kLabelEndings)};
    if (pair.labels.empty())
        return Error{ErrorCode::NotFound, "The labels of a training picture are missing", stem + kLabelEndings[0],
            "Put the label image beside its picture, or take the name off the list"};
    if (pair.picture.empty())
        return Error{ErrorCode::NotFound, "A label image has no picture beside it", stem + kPictureEndings[0],
            "Put the picture beside its label image, or move the label image away"};
    return pair;
}

Result<std::vector<std::string>> namesInFolder(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        const std::string file = entry->path().filename().string();
        for (const std::string ending : kLabelEndings)
            if (file.size() > ending.size() && file.ends_with(ending))
                names.push_back(file.substr(0, file.size() - ending.size()));
    }
    if (failed)
        return Error{ErrorCode::Unreadable, "The folder of training pictures cannot be read", folder.string(),
            "Check the folder and its permissions"};
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

Result<std::vector<std::string>> namesInList(const fs::path& list)
{
    std::error_code failed;
    const auto bytes = fs::file_size(list, failed);
    if (failed || bytes > kLargestList)
        return Error{ErrorCode::Unreadable, "This is no list of training pictures", list.string(),
            "Name a folder, or a text file with one picture's name a line"};
    std::ifstream in(list);
    std::vector<std::string> names;
    for (std::string line; std::getline(in, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.pop_back();
        if (line.find('/') != std::string::npos || line.find('\0') != std::string::npos)
            return Error{ErrorCode::Invalid, "The list of training pictures holds something that is no name",
                list.string(), "Write one picture's name a line, without folder and ending"};
        if (!line.empty())
            names.push_back(line);
    }
    return names;
}

/// Labels at the centres of model pixels.
LabelImage resampled(const LabelImage& labels, const ModelPixels& pixels)
{
    if (pixels.scaleX() == 1 && pixels.scaleY() == 1)
        return labels;
    LabelImage out(static_cast<int>(pixels.width()), static_cast<int>(pixels.height()));
    const auto at = [](int i, double scale, int size) {
        return std::clamp(static_cast<int>(std::floor((i + 0.5) * scale)), 0, size - 1);
    };
    for (int y = 0; y < out.height; ++y) {
        const std::uint32_t* const from = labels.row(at(y, pixels.scaleY(), labels.height));
        for (int x = 0; x < out.width; ++x)
            out.at(x, y) = from[at(x, pixels.scaleX(), labels.width)];
    }
    return out;
}

/// What NAME.json says of the pair's µm/px (exportTrainingPairs); nothing where there is none or it makes no sense.
std::optional<PixelSize> toldPixelSize(const std::string& path)
{
    std::error_code failed;
    const auto bytes = fs::file_size(path, failed);
    if (failed || bytes > kLargestList)
        return {};
    std::ifstream in(path);
    const auto json = nlohmann::json::parse(in, nullptr, false);
    const auto number = [&json](const char* key) {
        const auto found = json.is_object() ? json.find(key) : json.end();
        return json.is_object() && found != json.end() && found->is_number() ? found->get<double>() : 0.0;
    };
    const PixelSize size{number("mpp_x"), number("mpp_y")};
    return size.plausible() ? std::optional(size) : std::nullopt;
}

Result<PixelSize> pixelSizeOf(
    const SlideInfo& slide, const TrainingPreparation& preparation, const std::optional<PixelSize>& told)
{
    PixelSize size{preparation.model.mpp, preparation.model.mpp};
    for (const auto& said : {slide.pixelSize, told, preparation.pixelSize}) // the later knows better
        size = said.value_or(size);
    if (!size.plausible())
        return Error{ErrorCode::Invalid, "The µm/px of a training picture makes no sense", slide.path,
            "Give a number between 0.01 and 100"};
    const double pixels = static_cast<double>(slide.width()) * size.x / preparation.model.mpp
        * static_cast<double>(slide.height()) * size.y / preparation.model.mpp;
    if (pixels > static_cast<double>(kMostPixels))
        return Error{ErrorCode::TooLarge, "A training picture is too large", slide.path,
            "Cut it into pictures of at most 100 million pixels, or check its µm/px"};
    return size;
}

/// Where the labels are the whole truth; empty where that is everywhere.
Result<Plane<std::uint8_t>> knownOf(const Pair& pair, const LabelImage& labels, const ModelPixels& pixels)
{
    std::error_code ignored;
    const std::string path = pair.stem + ".known.png";
    if (!fs::exists(path, ignored))
        return Plane<std::uint8_t>();
    const auto mask = readLabelImage(path);
    if (!mask)
        return mask.error();
    if (mask->width != labels.width || mask->height != labels.height)
        return Error{ErrorCode::Invalid, "The mask of what is known is of another size than its labels", path,
            "Export the pair again"};
    const LabelImage at = resampled(*mask, pixels);
    Plane<std::uint8_t> known(at.width, at.height);
    std::transform(at.pixels.begin(), at.pixels.end(), known.pixels.begin(),
        [](std::uint32_t value) { return static_cast<std::uint8_t>(value != 0); });
    return known;
}

Result<std::shared_ptr<const TrainingPicture>> loadPair(
    const Pair& pair, const TrainingPreparation& preparation, const CancelToken& cancel)
{
    const auto slide = openSlide(pair.picture);
    if (!slide)
        return slide.error();
    const auto labels = readLabelImage(pair.labels);
    if (!labels)
        return labels.error();
    const SlideInfo& info = (*slide)->info();
    if (labels->width != info.width() || labels->height != info.height())
        return Error{ErrorCode::Invalid,
            "The label image is of another size (" + std::to_string(labels->width) + " x "
                + std::to_string(labels->height) + ") than its picture (" + std::to_string(info.width()) + " x "
                + std::to_string(info.height()) + ")",
            pair.labels, "Export the labels again at the picture's own size"};
    const auto size = pixelSizeOf(info, preparation, toldPixelSize(pair.stem + ".json"));
    if (!size)
        return size.error();
    const auto stain = decideSlideStain(
        **slide, *size, preparation.normalize, preparation.model.stainTarget, preparation.model.stainLambda, cancel);
    if (!stain)
        return stain.error();
    const ModelPixels pixels(*slide, *size, preparation.model.mpp);
    auto rgb = pixels.read({0, 0, pixels.width(), pixels.height()});
    if (!rgb)
        return rgb.error();
    StainNormalizer(*stain).apply(rgb->pixels.data(), rgb->pixels.size() / 3);
    auto picture = std::make_shared<TrainingPicture>();
    picture->name = pair.name;
    picture->rgb = std::move(*rgb);
    picture->labels = resampled(*labels, pixels);
    const auto known = knownOf(pair, *labels, pixels);
    if (!known)
        return known.error();
    picture->known = *known;
    picture->nuclei = countNuclei(picture->labels, picture->known);
    return std::shared_ptr<const TrainingPicture>(std::move(picture));
}

class FolderTrainingSource : public TrainingSource
{
public:
    explicit FolderTrainingSource(const std::string& path)
        : m_path(fs::path(path).lexically_normal())
    {
    }

    [[nodiscard]] std::string name() const override
    {
        const fs::path path = m_path.has_filename() ? m_path : m_path.parent_path(); // "data/" is "data"
        const std::string parent = path.parent_path().filename().string();
        return parent.empty() ? path.filename().string() : parent + "/" + path.filename().string();
    }

    [[nodiscard]] Result<TrainingPictures> load(
        const TrainingPreparation& preparation, const CancelToken& cancel) const override
    {
        std::error_code ignored;
        if (!fs::exists(m_path, ignored))
            return Error{ErrorCode::NotFound, "The training pictures are not there", m_path.string(), "Check the name"};
        const bool isFolder = fs::is_directory(m_path, ignored);
        const auto names = isFolder ? namesInFolder(m_path) : namesInList(m_path);
        if (!names)
            return names.error();
        if (names->empty())
            return Error{ErrorCode::Invalid, "There is no picture with labels in it", m_path.string(),
                "Training needs pairs NAME.png and NAME.labels.png"};
        TrainingPictures pictures;
        for (const std::string& name : *names) {
            if (cancel.cancelled())
                return Error{ErrorCode::Cancelled, "Stopped", m_path.string(), ""};
            const auto pair = pairOf(isFolder ? m_path : m_path.parent_path(), name);
            if (!pair)
                return pair.error();
            auto picture = loadPair(*pair, preparation, cancel);
            if (!picture)
                return picture.error();
            pictures.push_back(std::move(*picture));
        }
        return pictures;
    }

private:
    const fs::path m_path;
};

} // namespace

std::unique_ptr<TrainingSource> folderTrainingSource(const std::string& path)
{
    return std::make_unique<FolderTrainingSource>(path);
}

} // namespace nb
