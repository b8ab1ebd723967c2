// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/evaluationpairs.h"
#include "app/cli/evaluationreport.h"
#include "engine/evaluate/nucleifile.h"

#include <CLI/CLI.hpp>

namespace nb::cli
{

namespace
{

struct Choices {
    std::string truth;
    std::string prediction;
    bool json = false;
};

Result<Evaluation> compare(const EvaluationPair& pair, const CancelToken& cancel)
{
    const auto truth = readNuclei(pair.truth, cancel);
    if (!truth)
        return truth.error();
    const auto prediction = readNuclei(pair.prediction, cancel);
    if (!prediction)
        return prediction.error();
    for (const NucleiFile* const file : {&*truth, &*prediction})
        if (!file->complaint.empty())
            note(file->path + ": " + file->complaint);
    return evaluate(*truth, *prediction, cancel);
}

void tellUnpaired(const EvaluationPairs& pairs)
{
    const auto tell = [](const std::vector<std::string>& stems, const char* what) {
        if (stems.empty())
            return;
        std::string text = std::to_string(stems.size()) + what;
        for (std::size_t i = 0; i < stems.size(); ++i)
            text += (i == 0 ? "" : ", ") + stems[i];
        note(text);
    };
    tell(pairs.truthOnly, " of the truth have no prediction and are not counted: ");
    tell(pairs.predictionOnly, " of the predictions have no truth and are not counted: ");
}

int run(const Choices& choices)
{
    const CancelToken cancel = cancelOnInterrupt();
    const auto pairs = pairUp(choices.truth, choices.prediction);
    if (!pairs)
        return report(pairs.error());
    EvaluationReport results;
    results.truthOnly = pairs->truthOnly;
    results.predictionOnly = pairs->predictionOnly;
    for (const EvaluationPair& pair : pairs->pairs) {
        const auto evaluation = compare(pair, cancel);
        if (!evaluation)
            return report(evaluation.error());
        results.images.emplace_back(pair.name, evaluation->counts);
        results.pooled += evaluation->counts;
    }
    tellUnpaired(*pairs);
    if (choices.json)
        printJson(results);
    else
        printTable(results);
    return kDone;
}

} // namespace

void addEvaluate(CLI::App& app, int& status)
{
    const auto choices = std::make_shared<Choices>();
    CLI::App* command = app.add_subcommand("evaluate", "Says how well nuclei were found, given the truth");
    command
        ->add_option(
            "--truth", choices->truth, "The true nuclei: GeoJSON or a label image (PNG, TIFF), or a folder of them")
        ->required();
    command->add_option("--prediction", choices->prediction, "What was found, likewise; folders are paired by name")
        ->required();
    command->add_flag("--json", choices->json, "One JSON object on standard output");
    command->callback([choices, &status] { status = run(*choices); });
}

} // namespace nb::cli
