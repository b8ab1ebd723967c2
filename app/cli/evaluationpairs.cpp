// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluationpairs.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>

namespace nb::cli
{

namespace
{

namespace fs = std::filesystem;

/// The better of two files of one stem comes first: outlines are exact, and a mark is meant.
enum class Rank { Outlines, Marked, Tiff, Png };

struct Candidate {
    Rank rank = Rank::Png;
    std::string path;
};
using Candidates = std::map<std::string, Candidate>; // by stem

/// The ending, in small letters, without which a file's name is its stem; empty where it is no file of nuclei.
std::string nucleiExtension(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    for (const char* extension : {".geojson", ".geojson.gz", ".json", ".png", ".tif", ".tiff"})
        if (name.ends_with(extension))
            return extension;
    return {};
}

/// A .json may be anything; GeoJSON says early what it is.
bool looksLikeGeoJson(const std::string& path)
{
    std::string head(4096, ' ');
    std::ifstream(path, std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
    return head.find("\"Feature") != std::string::npos || head.find("\"coordinates\"") != std::string::npos;
}

/// `name` without its mark, if it has one of `marks`.
bool takeMark(std::string& name, const std::vector<std::string>& marks)
{
    for (const std::string& mark : marks) {
        if (name.size() > mark.size() && name.ends_with(mark)) {
            name.resize(name.size() - mark.size());
            return true;
        }
    }
    return false;
}

Result<Candidates> candidatesIn(const std::string& folder, const std::vector<std::string>& marks)
{
    Candidates marked, unmarked;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        std::string stem = entry->path().filename().string();
        const std::string extension = nucleiExtension(stem);
        std::error_code ignored;
        if (extension.empty() || stem.starts_with('.') || !entry->is_regular_file(ignored)
            || (extension == ".json" && !looksLikeGeoJson(entry->path().string())))
            continue;
        stem.resize(stem.size() - extension.size());
        const bool isMarked = takeMark(stem, marks), outlines = extension.find("json") != std::string::npos;
        const Rank rank = outlines ? Rank::Outlines
            : isMarked             ? Rank::Marked
            : extension == ".png"  ? Rank::Png
                                   : Rank::Tiff;
        const auto [at, isNew] = (isMarked || outlines ? marked : unmarked).try_emplace(stem);
        if (isNew || std::pair(rank, entry->path().string()) < std::pair(at->second.rank, at->second.path))
            at->second = {rank, entry->path().string()};
    }
    if (failed)
        return Error{ErrorCode::Unreadable, "The folder cannot be read", folder, "Check that you may read it"};
    const bool anyMark
        = std::any_of(marked.begin(), marked.end(), [](const auto& each) { return each.second.rank == Rank::Marked; });
    if (!anyMark)
        marked.merge(unmarked);
    return marked;
}

Result<EvaluationPairs> pairFolders(const std::string& truthFolder, const std::string& predictionFolder)
{
    const auto truth = candidatesIn(truthFolder, {".labels", ".truth"}),
               prediction = candidatesIn(predictionFolder, {".labels", ".pred"});
    if (!truth)
        return truth.error();
    if (!prediction)
        return prediction.error();
    EvaluationPairs pairs;
    for (const auto& [stem, candidate] : *truth) {
        const auto partner = prediction->find(stem);
        if (partner == prediction->end())
            pairs.truthOnly.push_back(stem);
        else
            pairs.pairs.push_back({stem, candidate.path, partner->second.path});
    }
    for (const auto& [stem, candidate] : *prediction)
        if (!truth->contains(stem))
            pairs.predictionOnly.push_back(stem);
    if (pairs.pairs.empty())
        return Error{ErrorCode::Invalid,
            "No file in the folder of the predictions has the name of one in " + truthFolder, predictionFolder,
            "Name predictions as their truth: X.geojson, X.tif or X.png for X.labels.png"};
    return pairs;
}

} // namespace

Result<EvaluationPairs> pairUp(const std::string& truth, const std::string& prediction)
{
    std::error_code ignored;
    for (const std::string& path : {truth, prediction})
        if (!fs::exists(path, ignored))
            return Error{ErrorCode::NotFound, "There is no such file or folder", path, "Check the name"};
    const bool folders = fs::is_directory(truth, ignored);
    if (folders != fs::is_directory(prediction, ignored))
        return Error{ErrorCode::Invalid, "One of truth and prediction is a folder and the other is a file",
            folders ? truth : prediction, "Give two files or two folders"};
    if (folders)
        return pairFolders(truth, prediction);
    std::string name = fs::path(truth).filename().string();
    name.resize(name.size() - nucleiExtension(name).size());
    takeMark(name, {".labels", ".truth"});
    return EvaluationPairs{{{name, truth, prediction}}, {}, {}};
}

} // namespace nb::cli
