// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/modelcomparison.h"

#include "engine/train/labelboxes.h"

#include <algorithm>
#include <map>
#include <set>

namespace nb
{

namespace
{

std::map<std::uint32_t, Finding> findingsOf(const std::vector<JudgedNucleus>& nuclei)
{
    std::map<std::uint32_t, Finding> findings;
    for (const JudgedNucleus& nucleus : nuclei)
        findings[nucleus.label] = nucleus.finding;
    return findings;
}

/// Truth nuclei that are found more than once.
std::set<std::uint32_t> splitTruths(const Matching& matching)
{
    std::set<std::uint32_t> truths;
    for (const JudgedNucleus& nucleus : matching.prediction)
        if (nucleus.finding == Finding::Split)
            truths.insert(nucleus.other);
    return truths;
}

std::optional<NucleusChange> changeOf(Finding before, Finding after)
{
    if (before == after)
        return {};
    if (after == Finding::Matched)
        return before == Finding::Merged ? NucleusChange::Separated : NucleusChange::Found;
    if (before == Finding::Matched)
        return after == Finding::Merged ? NucleusChange::Merged : NucleusChange::Lost;
    return {}; // missed one way or the other
}

/// False nuclei of `here` of which the other model marks less than half.
std::vector<std::uint32_t> falseOnlyIn(const JudgedPicture& here, const LabelImage& other)
{
    std::map<std::uint32_t, std::pair<std::int64_t, std::int64_t>> marked; // label: pixels, of those in the other
    for (const JudgedNucleus& nucleus : here.matching.prediction)
        if (nucleus.finding == Finding::False)
            marked[nucleus.label] = {};
    for (std::size_t i = 0; i < here.found.pixels.size(); ++i) {
        const auto found = marked.find(here.found.pixels[i]);
        if (found == marked.end())
            continue;
        ++found->second.first;
        found->second.second += other.pixels[i] != 0 ? 1 : 0;
    }
    std::vector<std::uint32_t> labels;
    for (const auto& [label, count] : marked)
        if (2 * count.second < count.first)
            labels.push_back(label);
    return labels;
}

void addTruthChanges(PictureComparison& out, const JudgedPicture& before, const JudgedPicture& after)
{
    const auto boxes = labelBoxes(out.picture->labels);
    const auto then = findingsOf(before.matching.truth);
    const auto splitThen = splitTruths(before.matching), splitNow = splitTruths(after.matching);
    for (const auto& [label, now] : findingsOf(after.matching.truth)) {
        const auto found = then.find(label);
        const Rect box = boxes.at(label);
        if (found == then.end())
            continue;
        if (const auto change = changeOf(found->second, now))
            out.changes.push_back({*change, box});
        else if (splitThen.contains(label) != splitNow.contains(label))
            out.changes.push_back({splitNow.contains(label) ? NucleusChange::Split : NucleusChange::Joined, box});
    }
}

} // namespace

bool isImprovement(NucleusChange change)
{
    return change == NucleusChange::Found || change == NucleusChange::Separated || change == NucleusChange::Joined
        || change == NucleusChange::FalseGone;
}

PictureComparison comparePicture(
    std::shared_ptr<const TrainingPicture> picture, JudgedPicture before, JudgedPicture after)
{
    PictureComparison out;
    out.picture = std::move(picture);
    addTruthChanges(out, before, after);
    const auto boxesThen = labelBoxes(before.found), boxesNow = labelBoxes(after.found);
    for (const std::uint32_t label : falseOnlyIn(before, after.found))
        out.changes.push_back({NucleusChange::FalseGone, boxesThen.at(label)});
    for (const std::uint32_t label : falseOnlyIn(after, before.found))
        out.changes.push_back({NucleusChange::FalseNew, boxesNow.at(label)});
    std::stable_sort(out.changes.begin(), out.changes.end(), [](const ChangedNucleus& a, const ChangedNucleus& b) {
        return std::pair(a.box.y, a.box.x) < std::pair(b.box.y, b.box.x);
    });
    out.countsBefore = before.counts;
    out.countsAfter = after.counts;
    out.before = std::move(before.found);
    out.after = std::move(after.found);
    return out;
}

Result<std::vector<PictureComparison>> compareModels(const std::shared_ptr<const Network>& before,
    const std::shared_ptr<const Network>& after, const TrainingPictures& pictures, NetworkScheduler& scheduler,
    const CancelToken& cancel)
{
    std::vector<PictureComparison> out;
    for (const auto& picture : pictures) {
        auto then = judgePicture(before, picture, scheduler, cancel);
        if (!then)
            return then.error();
        auto now = judgePicture(after, picture, scheduler, cancel);
        if (!now)
            return now.error();
        out.push_back(comparePicture(picture, std::move(*then), std::move(*now)));
    }
    return out;
}

} // namespace nb
