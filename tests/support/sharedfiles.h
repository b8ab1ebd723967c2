// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace nb::test
{

/// The path of a file in ../shared (real images, slides, vectors), which is not part of the project and may be missing.
inline std::string sharedPath(const std::string& relative)
{
    return NB_SHARED_DIR "/" + relative;
}

inline bool hasShared(const std::string& relative)
{
    return std::filesystem::exists(sharedPath(relative));
}

/// The model that the project ships.
inline std::string defaultModelPath()
{
    return NB_MODEL_DIR "/nb16b.safetensors";
}

/// The model that the default one was taught from, which the independent implementation's answers are for.
inline std::string parentModelPath()
{
    return NB_MODEL_DIR "/nb16.safetensors";
}

} // namespace nb::test

/// Skips the running test function, saying so, where a shared file is missing.
#define NB_NEEDS_SHARED(relative)                                                                                      \
    do {                                                                                                               \
        if (!nb::test::hasShared(relative))                                                                            \
            QSKIP("needs ../shared/" relative ", which is not here");                                                  \
    } while (false)
