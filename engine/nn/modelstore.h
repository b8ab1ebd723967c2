// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/modelfile.h"

#include <string>
#include <vector>

namespace nb
{

/// A model that the person has: the default one, or one that was taught or imported.
struct StoredModel {
    std::string path;
    ModelInfo info; ///< `info.name` is the file's own
    std::string name; ///< what the person calls it; the file's own name where they said nothing
    std::string notes;
    bool builtIn = false; ///< comes with the program: can be neither renamed nor removed
};

/// The models of a person, in one folder: HASH.safetensors, unchanged since it was written, because its hash is what
/// nuclei and children name it by; what the person calls it and writes about it lies beside it in HASH.json. Blocks;
/// any thread, one at a time.
class ModelStore
{
public:
    /// `builtIn`: path of the model that comes with the program, or empty.
    ModelStore(std::string folder, std::string builtIn)
        : m_folder(std::move(folder))
        , m_builtIn(std::move(builtIn))
    {
    }

    struct Contents {
        std::vector<StoredModel> models; ///< the built-in one first, then by name
        std::vector<Error> broken; ///< files that are no model any more
    };
    /// Reads every file: what is listed can be used. Error: Unreadable (the folder).
    [[nodiscard]] Result<Contents> list() const;

    /// Keeps a model. Errors: those of writeModelFile, NotWritable (the folder).
    [[nodiscard]] Result<StoredModel> add(const ModelFile& model);
    /// Takes a model file from elsewhere, after reading it as hostile. Errors: those of readModelFile and `add`.
    [[nodiscard]] Result<StoredModel> import(const std::string& path);
    /// A copy of the file as it is, whole or not at all. Errors: NotFound, NotWritable, NoSpace.
    [[nodiscard]] Status exportTo(const StoredModel& model, const std::string& target) const;
    /// An empty name: the file's own again. Errors: NotWritable, NoSpace.
    [[nodiscard]] Status describe(const StoredModel& model, const std::string& name, const std::string& notes);
    /// Errors: Invalid (the built-in one), NotWritable.
    [[nodiscard]] Status remove(const StoredModel& model);

private:
    [[nodiscard]] std::string sidecarOf(const std::string& hash) const;
    void readSidecar(StoredModel& model) const;
    [[nodiscard]] Status makeFolder() const;

    const std::string m_folder;
    const std::string m_builtIn;
};

} // namespace nb
