// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace nb::test
{

inline std::string fileText(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void putFile(const std::string& path, const std::string& text)
{
    std::filesystem::remove(path); // overwriting in place makes some file systems sync each time
    std::ofstream(path, std::ios::binary) << text;
}

/// As QuPath 0.6 writes them: an annotation with a hole, a detection of two parts.
inline const std::string kQuPathAnnotation
    = R"({"type":"Feature","id":"5d0c0f6e-3a41-4d1c-9a57-8f1f0e6b2c11","geometry":{"type":"Polygon","coordinates":[[[100,200],[112.5,200],[112.5,211],[100,211],[100,200]],[[104,203],[104,206],[107,206],[107,203],[104,203]]]},"properties":{"objectType":"annotation","name":"n17","classification":{"name":"Nucleus","color":[0,160,90]},"isLocked":true,"metadata":{"source":"edited"}}})";
inline const std::string kQuPathDetection
    = R"({"type":"Feature","id":"9b1e7a52-6f0d-4c38-b2a4-0c7d5e9f1a34","geometry":{"type":"MultiPolygon","coordinates":[[[[10,10],[14,10],[14,13],[10,13],[10,10]]],[[[20,10],[22,10],[22,12],[20,12],[20,10]]]]},"properties":{"objectType":"detection","classification":{"name":"Nucleus","color":[0,160,90]},"measurements":{"Area_um2":1,"Boundary_prob":0.42}}})";

inline std::string collection(const std::string& features)
{
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

} // namespace nb::test
