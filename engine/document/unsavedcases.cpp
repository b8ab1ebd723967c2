// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/document/unsavedcases.h"

#include "engine/document/caselock.h"

#include <algorithm>
#include <filesystem>

namespace nb
{

namespace
{

namespace fs = std::filesystem;

constexpr std::int64_t kMostSteps = 100000; // counting more would only take time

bool isHash(const std::string& text)
{
    return !text.empty() && text.size() <= 128
        && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

} // namespace

Result<std::unique_ptr<CaseDocument>> openUnsavedCase(const std::string& folder, const SlideIdentity& slide)
{
    if (!isHash(slide.hash))
        return Error{ErrorCode::Invalid, "The slide has no identity", slide.path, "Open it again"};
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!failed)
        fs::permissions(folder, fs::perms::owner_all, failed);
    if (failed)
        return Error{ErrorCode::NotWritable, "The folder for unsaved cases cannot be made", folder,
            "Save the case somewhere before working on it"};
    const std::string path = (fs::path(folder) / (slide.hash + ".nsc")).string();
    if (fs::exists(path, failed))
        return CaseDocument::open(path);
    return CaseDocument::create(path, slide);
}

std::vector<UnsavedCase> leftUnsaved(const std::string& folder)
{
    std::error_code failed;
    std::vector<std::pair<fs::file_time_type, UnsavedCase>> found;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        if (entry->path().extension() != ".nsc")
            continue;
        std::error_code unknown;
        const auto changed = fs::last_write_time(entry->path(), unknown);
        auto document = CaseDocument::open(entry->path().string());
        if (!document || (*document)->readOnly())
            continue;
        const auto slide = (*document)->slide();
        const auto history = (*document)->edits().history(kMostSteps);
        if (slide && history && !history->empty())
            found.push_back(
                {changed, {entry->path().string(), slide->path, static_cast<std::int64_t>(history->size())}});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<UnsavedCase> cases;
    for (auto& [changed, unsaved] : found)
        cases.push_back(std::move(unsaved));
    return cases;
}

Status discardUnsavedCase(const std::string& path)
{
    const auto lock = CaseLock::take(path);
    if (!lock)
        return lock.error();
    for (const char* end : {"", "-wal", "-shm", "-journal"}) {
        std::error_code failed;
        fs::remove(path + end, failed);
        if (failed)
            return Error{
                ErrorCode::NotWritable, "The case cannot be removed", path, "Check that you may write to its folder"};
    }
    return {};
}

} // namespace nb
