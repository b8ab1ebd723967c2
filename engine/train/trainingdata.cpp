// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/trainingdata.h"

#include <set>
#include <string>

namespace nb
{

namespace
{

Result<TrainingPictures> loadAll(const std::vector<std::shared_ptr<const TrainingSource>>& sources,
    const TrainingPreparation& preparation, const CancelToken& cancel, std::string* description)
{
    TrainingPictures all;
    for (const auto& source : sources) {
        auto pictures = source->load(preparation, cancel);
        if (!pictures)
            return pictures.error();
        if (description != nullptr)
            *description += (description->empty() ? "" : ", ") + source->name() + " ("
                + std::to_string(pictures->size()) + (pictures->size() == 1 ? " picture)" : " pictures)");
        all.insert(all.end(), pictures->begin(), pictures->end());
    }
    return all;
}

/// A picture that is learnt from and judged on makes the judgement worthless. Pictures that are known in part only may
/// be parts of one slide; their source sees to it that no pixel is known in both.
Status checkApart(const TrainingData& data)
{
    std::set<std::string> learnt;
    const auto contents
        = [](const TrainingPicture& p) { return std::string(p.rgb.pixels.begin(), p.rgb.pixels.end()); };
    for (const TrainingPictures* pictures : {&data.train, &data.rehearsal})
        for (const auto& picture : *pictures)
            if (picture->known.empty())
                learnt.insert(contents(*picture));
    for (const auto& picture : data.validation)
        if (picture->known.empty() && learnt.contains(contents(*picture)))
            return Error{ErrorCode::Invalid, "A picture is to be learnt from and judged on at once", picture->name,
                "Take it out of what is learnt from or rehearsed, or out of what is judged on"};
    return {};
}

} // namespace

Result<TrainingData> loadTrainingData(
    const TrainingSources& sources, const TrainingPreparation& preparation, const CancelToken& cancel)
{
    TrainingData data;
    for (const auto& [from, pictures, description] : {std::tuple{&sources.learn, &data.train, &data.description},
             std::tuple{&sources.rehearse, &data.rehearsal, (std::string*)nullptr},
             std::tuple{&sources.validate, &data.validation, (std::string*)nullptr}}) {
        auto loaded = loadAll(*from, preparation, cancel, description);
        if (!loaded)
            return loaded.error();
        *pictures = std::move(*loaded);
    }
    if (Status status = checkApart(data); !status)
        return status.error();
    return data;
}

} // namespace nb
