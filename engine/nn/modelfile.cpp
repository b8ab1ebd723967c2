// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/modelfile.h"

#include "engine/nn/modelmetadata.h"
#include "engine/nn/nblayers.h"

#include <algorithm>
#include <cmath>

namespace nb
{

namespace
{

Error invalid(const std::string& path, const std::string& why)
{
    return {ErrorCode::Invalid, "The model file's weights make no sense (" + why + ")", path,
        "Copy it again from where it came, or choose another model"};
}

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const std::int64_t size : shape)
        text += (text.empty() ? "" : "x") + std::to_string(size);
    return text;
}

std::map<std::string, std::vector<std::int64_t>> expectedShapes(int width)
{
    std::map<std::string, std::vector<std::int64_t>> shapes;
    for (const NbLayer& layer : nbLayers(width)) {
        shapes[layer.name + ".weight"] = {layer.out, layer.in, layer.kernel, layer.kernel};
        shapes[layer.name + ".bias"] = {layer.out};
    }
    return shapes;
}

Status checkWeights(const ModelFile& model, const std::string& path)
{
    const auto shapes = expectedShapes(model.info.width);
    for (const auto& [name, shape] : shapes) {
        const auto found = model.tensors.find(name);
        if (found == model.tensors.end())
            return invalid(path, name + " is missing");
        const WeightTensor& tensor = found->second;
        if (tensor.shape != shape)
            return invalid(path,
                name + " is " + shapeText(tensor.shape) + ", and a network of width " + std::to_string(model.info.width)
                    + " needs " + shapeText(shape));
        if (!std::all_of(tensor.values.begin(), tensor.values.end(), [](float v) { return std::isfinite(v); }))
            return invalid(path, name + " holds values that are not finite");
    }
    if (model.tensors.size() != shapes.size())
        return invalid(path,
            std::to_string(model.tensors.size() - shapes.size()) + " tensors more than the network has layers for");
    return {};
}

} // namespace

Result<ModelFile> readModelFile(const std::string& path)
{
    auto file = readSafeTensors(path);
    if (!file)
        return file.error();
    auto info = parseModelMetadata(file->contents.metadata, path);
    if (!info)
        return info.error();
    ModelFile model{std::move(*info), std::move(file->contents.tensors)};
    model.info.hash = file->sha256;
    if (Status status = checkWeights(model, path); !status)
        return status.error();
    return model;
}

Result<std::string> writeModelFile(const std::string& path, const ModelFile& model)
{
    const SafeTensors contents{modelMetadata(model.info), model.tensors};
    if (const auto info = parseModelMetadata(contents.metadata, path); !info)
        return info.error();
    if (Status status = checkWeights(model, path); !status)
        return status.error();
    return writeSafeTensors(path, contents);
}

} // namespace nb
