// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/modelstore.h"

#include "engine/io/atomicfile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace nb
{

namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kEnding = ".safetensors";
constexpr std::uintmax_t kLargestSidecar = 1 << 20; // bytes

Result<std::string> bytesOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{ErrorCode::NotFound, "The model file is gone", path, "Choose another model"};
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace

std::string ModelStore::sidecarOf(const std::string& hash) const
{
    return m_folder + "/" + hash + ".json";
}

Status ModelStore::makeFolder() const
{
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (!failed)
        fs::permissions(m_folder, fs::perms::owner_all, failed);
    if (failed)
        return Error{ErrorCode::NotWritable, "The folder of models cannot be made", m_folder,
            "Check the permissions of the folder above it"};
    return {};
}

/// A sidecar that is missing or makes no sense says nothing: the model is still as good.
void ModelStore::readSidecar(StoredModel& model) const
{
    model.name = model.info.name;
    const std::string path = sidecarOf(model.info.hash);
    std::error_code failed;
    if (const auto bytes = fs::file_size(path, failed); failed || bytes > kLargestSidecar)
        return;
    std::ifstream file(path, std::ios::binary);
    const Json json = Json::parse(file, nullptr, false);
    if (!json.is_object())
        return;
    const auto text = [&json](const char* key) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    if (const std::string name = text("name"); !name.empty())
        model.name = name;
    model.notes = text("notes");
}

Result<ModelStore::Contents> ModelStore::list() const
{
    std::vector<std::string> paths;
    std::error_code failed;
    if (fs::exists(m_folder, failed)) {
        for (fs::directory_iterator entry(m_folder, failed), end; !failed && entry != end; entry.increment(failed))
            if (entry->path().extension() == kEnding && entry->path().filename().string().front() != '.')
                paths.push_back(entry->path().string());
        if (failed)
            return Error{ErrorCode::Unreadable, "The folder of models cannot be read", m_folder,
                "Check the folder and its permissions"};
    }
    Contents contents;
    const auto take = [&](const std::string& path, bool builtIn) {
        auto model = readModelFile(path);
        if (!model) {
            contents.broken.push_back(model.error());
            return;
        }
        StoredModel stored{path, std::move(model->info), {}, {}, builtIn};
        readSidecar(stored);
        contents.models.push_back(std::move(stored));
    };
    if (!m_builtIn.empty())
        take(m_builtIn, true);
    std::sort(paths.begin(), paths.end());
    const auto own = static_cast<std::ptrdiff_t>(contents.models.size());
    for (const std::string& path : paths)
        take(path, false);
    std::stable_sort(contents.models.begin() + own, contents.models.end(),
        [](const StoredModel& a, const StoredModel& b) { return a.name < b.name; });
    return contents;
}

Result<StoredModel> ModelStore::add(const ModelFile& model)
{
    if (Status status = makeFolder(); !status)
        return status.error();
    const std::string fresh = m_folder + "/.new" + kEnding;
    const auto hash = writeModelFile(fresh, model);
    if (!hash) { // names the folder, not our temporary name
        Error error = hash.error();
        error.path = m_folder;
        return error;
    }
    StoredModel stored{m_folder + "/" + *hash + kEnding, model.info, {}, {}, false};
    stored.info.hash = *hash;
    std::error_code failed;
    fs::rename(fresh, stored.path, failed);
    if (failed)
        return Error{ErrorCode::NotWritable, "The model cannot be kept", stored.path, "Check the folder's permissions"};
    readSidecar(stored);
    return stored;
}

Result<StoredModel> ModelStore::import(const std::string& path)
{
    auto model = readModelFile(path);
    if (!model)
        return model.error();
    if (Status status = makeFolder(); !status)
        return status.error();
    StoredModel stored{m_folder + "/" + model->info.hash + kEnding, model->info, {}, {}, false};
    if (Status status = exportTo({path, model->info, {}, {}, false}, stored.path); !status)
        return status.error();
    readSidecar(stored);
    return stored;
}

Status ModelStore::exportTo(const StoredModel& model, const std::string& target) const
{
    const auto bytes = bytesOf(model.path);
    if (!bytes)
        return bytes.error();
    return writeWholeFile(target, *bytes);
}

Status ModelStore::describe(const StoredModel& model, const std::string& name, const std::string& notes)
{
    if (Status status = makeFolder(); !status)
        return status;
    const Json json = {{"name", name}, {"notes", notes}};
    return writeWholeFile(sidecarOf(model.info.hash), json.dump(1, ' ', false, Json::error_handler_t::replace));
}

Status ModelStore::remove(const StoredModel& model)
{
    if (model.builtIn)
        return Error{ErrorCode::Invalid, "The model that comes with the program cannot be removed", model.path, ""};
    std::error_code failed;
    fs::remove(model.path, failed);
    if (failed)
        return Error{
            ErrorCode::NotWritable, "The model cannot be removed", model.path, "Check the folder's permissions"};
    fs::remove(sidecarOf(model.info.hash), failed); // what stays behind describes nothing and does no harm
    return {};
}

} // namespace nb
