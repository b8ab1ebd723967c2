// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/modelfile.h"
#include "engine/nn/nblayers.h"

#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

namespace nb::test
{

/// A model of this width with random weights (normal, deviation as LeCun asks for SELU), fixed by `seed`.
inline ModelFile randomModel(int width, unsigned seed = 1)
{
    ModelFile model;
    model.info.width = width;
    model.info.mpp = 0.25;
    model.info.stainTarget = {{0.465938, 0.765617, 0.443545}, {0.30734, 0.796392, 0.520867}, {2.13394, 1.208994}};
    model.info.name = "random";
    model.info.licence = "none";
    std::mt19937 random(seed);
    for (const NbLayer& layer : nbLayers(width)) {
        const int fanIn = layer.in * layer.kernel * layer.kernel;
        std::normal_distribution<float> normal(0.0F, 1.0F / std::sqrt(static_cast<float>(fanIn)));
        WeightTensor& weights = model.tensors[layer.name + ".weight"];
        weights.shape = {layer.out, layer.in, layer.kernel, layer.kernel};
        weights.values.resize(static_cast<std::size_t>(layer.out) * static_cast<std::size_t>(fanIn));
        for (float& value : weights.values)
            value = normal(random);
        model.tensors[layer.name + ".bias"]
            = {{layer.out}, std::vector<float>(static_cast<std::size_t>(layer.out), 0.01F)};
    }
    return model;
}

inline std::string readBytes(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void writeBytes(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

/// A safetensors file from its parts.
inline std::string safeTensorsBytes(const std::string& header, const std::string& data)
{
    const std::uint64_t length = header.size();
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    return bytes + header + data;
}

} // namespace nb::test
