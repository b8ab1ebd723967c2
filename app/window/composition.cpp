// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/composition.h"

#include "engine/base/cpubudget.h"
#include "engine/nn/defaultmodel.h"
#include "ui/modelshelf.h"

namespace nb
{

namespace
{

constexpr int kStandBack = 5; // on two cores two busy workers would keep the hand on the slide waiting

/// The model that the person uses. One that is gone or broken is no reason not to find any nuclei: the program's own
/// takes its place, and the tab Find names it.
Result<std::shared_ptr<const Network>> loadChosenModel()
{
    if (const std::string chosen = ModelShelf::chosenPath(); !chosen.empty())
        if (auto network = loadNetwork(chosen, NetworkOptions{}))
            return network;
    const auto path = findDefaultModel();
    if (!path)
        return path.error();
    return loadNetwork(*path, NetworkOptions{});
}

} // namespace

Composition::Composition()
    : m_scheduler(cpuBudget(), kStandBack)
{
}

Services Composition::services()
{
    Services services{m_jobs, m_scheduler, loadChosenModel};
    services.makeNetwork = [](const ModelFile& model) { return makeNetwork(model, NetworkOptions{}); };
    services.train = trainModel;
    return services;
}

} // namespace nb
