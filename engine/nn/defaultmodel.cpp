// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/defaultmodel.h"

#include <filesystem>

namespace nb {

Result<std::string> findDefaultModel()
{
    namespace fs = std::filesystem;
    constexpr auto kName = "nb16b.safetensors";
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    const fs::path installed = program.parent_path().parent_path() / "share/nucleoscope/models" / kName;
    const fs::path source = fs::path(NB_SOURCE_MODEL_DIR) / kName;
    for (const fs::path& path : {installed, source})
        if (fs::exists(path, ignored))
            return path.string();
    return Error {ErrorCode::NotFound, "The default model is missing", installed.string(), "Install the program again, or name a model file with --model"};
}

} // namespace nb
